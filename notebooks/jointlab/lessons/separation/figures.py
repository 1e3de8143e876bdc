"""The still figures of the lesson “Why does a joint resist being pulled apart?”"""

from jointlab import sources
from jointlab.drawings.charts.line_chart import Axis, Curve, LineChart
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import Row, RowChart, Scale, every
from jointlab.drawings.still import Still
from jointlab.language import _, pgettext
from jointlab.lessons.separation.facts import END, LOAD, START, opening
from jointlab.lessons.separation.film_story import FilmStory
from jointlab.lessons.separation.suction import Suction
from jointlab.lessons.separation.weber_hip import WeberHip
from jointlab.models.film.cross_fluid import CONDITIONS
from jointlab.units import amount, fixed, read_in

NAMES = {
    "healthy": _("healthy fluid"),
    "osteoarthritis": _("fluid in osteoarthritis"),
    "rheumatoid": _("fluid in rheumatoid arthritis"),
}


def story() -> Still:
    """Where the film of a joint is, and why it resists, in three steps."""
    return Still(FilmStory(), _("The film is drawn far too thick; in truth it is much wider than it is thick."))


def suction() -> Still:
    """What pushes at the bones, at rest and while they are pulled: the answer to the first prediction."""
    caption = _(
        "Nothing pulls from within. The air outside pushes, as it always does; now there is less inside to push back. "
        "That is all that suction is. (Arrows are not to scale.)"
    )
    return Still(Suction(), caption)


def weber() -> Still:
    """What became of the hip: the outcome of the first prediction."""
    return Still(WeberHip(), _("What the brothers Weber saw in 1837, drawn as a scheme."))


def gives() -> Still:
    """How a film under a steady pull resists, and then gives."""
    places = {"healthy": (0.78, 222), "osteoarthritis": (0.105, 180), "rheumatoid": (0.02, 222)}
    curves, ends = [], []
    for series, fluid in enumerate(CONDITIONS):
        time, gap = opening(fluid, START)
        curves.append(
            Curve(time, read_in(gap, "µm"), series, NAMES[fluid], places[fluid], marked=range(0, len(gap), 9))
        )
        ends.append(_("{fluid} after {time}").format(fluid=NAMES[fluid], time=amount(time[-1], "s")))
    across, up = Axis(_("time (s)"), 0, 1.05), Axis(_("gap (µm)"), 0, 240, (0, 50, 100, 150, 200))
    words = _(
        "Line chart of three curves: the gap of a film under a steady pull of 1 newton, from 10 micrometres "
        "on, for three kinds of joint fluid. Each stays low for most of its time and then rises steeply, to "
        "{gap}: {ends}."
    ).format(gap=amount(END, "µm"), ends=", ".join(ends))
    caption = _(
        "A steady pull of {load} on an even film in a knuckle. No bubble and no tension are in this model; "
        "viscosities and the gap at the start are assumed."
    ).format(load=amount(LOAD, "N"))
    return Still(LineChart(curves, across, up, words), caption)


def pressures() -> Still:
    """Pressures measured in joints at rest, beside the pressure of the air."""
    groups = {
        _("Healthy joints"): [
            _pressure(_("healthy knees"), "healthy_knee_pressure"),
            _without_figure(_("healthy knuckles"), "healthy_knuckles_measured", _("at or below"), -1),
        ],
        _("Injured or inflamed joints"): [
            _pressure(_("knees after an injury"), "injured_knee_pressure"),
            _pressure(_("knees, osteoarthritis"), "osteoarthritis_knee_pressure"),
            _pressure(_("knees, rheumatoid arthritis"), "rheumatoid_knee_pressure"),
            _without_figure(
                _("knuckles, rheumatoid arthritis"), "rheumatoid_knuckles_measured", pgettext("a pressure", "above"), 1
            ),
        ],
    }
    scale = Scale(
        low=-2,
        high=7,
        ticks=every(1, -2, 7),
        label=_("pressure in the joint at rest, less that of the air (kPa)"),
        null=0.0,
        sides=(pgettext("a pressure", "below"), _("above the air’s")),
    )
    words = _("Chart of six groups of joints: a mark for the pressure in the joint, a line for its spread.")
    return Still(
        RowChart(groups, scale, words),
        _(
            "Healthy: mean and one standard error. Others: median and middle half. A vacuum would lie at −101 kPa, far "
            "beyond the left edge. Facet joints are missing: no measurement of them was found."
        ),
    )


def _pressure(label: str, name: str) -> Row:
    seen = sources.observation(name)
    value, low, high = (read_in(number, "kPa") for number in (seen.value, seen.low, seen.high))
    return Row(
        label,
        [Mark(value, low, high)],
        _("{pressure} kPa, {count} knees").format(pressure=fixed(value, 1), count=seen.n),
    )


def _without_figure(label: str, name: str, says: str, leans: int) -> Row:
    """Measured, but the abstract gives no number."""
    return Row(label, [Mark(words=says, leans=leans)], _("{count} knuckles").format(count=sources.observation(name).n))
