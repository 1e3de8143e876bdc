"""The still figures of the lesson Where does the gas come from?"""

from functools import cache

from jointlab import sources
from jointlab.drawings.charts.durations import durations, event
from jointlab.drawings.still import Still
from jointlab.language import _
from jointlab.lessons.outgassing.one_millilitre import Hidden, OneMillilitre
from jointlab.models.gas.joint_gases import joint_gases
from jointlab.units import amount, fixed


def one_millilitre() -> Still:
    """The gases hidden in 1 mL of joint fluid."""
    gases = joint_gases()
    rows = zip(gases.names, gases.tension, gases.solubility, gases.volume, strict=True)
    words = _("The gas in 1 mL of joint fluid. A micromole (µmol) counts molecules: 6 × 10¹⁷ of them.")
    return Still(OneMillilitre([Hidden(*row) for row in rows]), words)


def ages() -> Still:
    """How long it takes until each gas can have come."""
    pop, wait = sources.observation("pop_duration"), sources.observation("refractory_time").value
    quick, slow = _crossing_times()
    bicarbonate = sources.value("bicarbonate_time")
    film = amount(sources.value("film_thickness"), "µm")
    rows = (
        event(
            _("One pop (neck)"), pop.low, pop.high, _("{time}: time for vapour").format(time=amount(pop.value, "ms"))
        ),
        event(
            _("Gas crosses the film"),
            quick,
            slow,
            _("about {time} s, if {film} thick (assumed)").format(time=fixed(slow), film=film),
        ),
        event(
            _("Bicarbonate joins in"),
            bicarbonate,
            bicarbonate,
            _("about {time}, without help").format(time=amount(bicarbonate, "s")),
        ),
        event(_("Wait until the next crack"), wait, wait, _("about {time}").format(time=amount(wait, "minutes"))),
    )
    words = _("Chart of four durations after which a cavity may hold something else.")
    return Still(durations(rows, words), _("The age of a cavity decides what is in it."))


@cache
def _crossing_times() -> tuple[float, float]:
    """Least and longest time (s) in which the gases cross a film: thickness²/D, the rule of `diffusion_reach`."""
    times = sources.value("film_thickness") ** 2 / joint_gases().diffusivity
    return float(times.min()), float(times.max())
