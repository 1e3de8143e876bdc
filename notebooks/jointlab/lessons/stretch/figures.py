"""The still figures of the lesson: the capsule in its place, spells of bending, a loop."""

import math

import numpy as np

from jointlab import sources
from jointlab.drawings.charts.line_chart import Axis, Curve, LineChart
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale, every
from jointlab.drawings.still import Still
from jointlab.language import _
from jointlab.lessons.stretch.in_place import InPlace
from jointlab.models.tissue.creep import one_time, spells
from jointlab.units import fixed_amount, in_si, read_in

# Bent, upright (minutes), how often; the row of what was measured.
SCHEDULES = {"rests_long": (3, 12, 4), "rests_short": (1, 4, 12)}
FADES = (one_time().fast, sources.value("recovery_slow"))  # s: time constants of a quick recovery and of a slow one
STRAIN = 0.02  # of the loop, to and fro


def in_place() -> Still:
    """The capsule slack and pulled."""
    return Still(
        InPlace(),
        _("Drawn by eye. Real fibres are far thinner, and far more. In the body they may never be so slack."),
    )


def ends(fade: float) -> dict[str, float]:
    """How much further the last spell goes than the very beginning (degrees), by the model whose creep fades in
    `fade` s."""
    found = {}
    for name, (bent, rested, count) in SCHEDULES.items():
        found[name] = float(spells(in_si(bent, "minutes"), in_si(rested, "minutes"), count, fade)[-1])
    return found


def spells_with_rests() -> Still:
    """Four long spells against twelve short ones: measured, and by the model."""
    measured = {name: sources.observation(name).value for name in SCHEDULES}
    groups = {
        _("Measured in {count} people").format(count=sources.observation("rests_long").n): measured,
    } | {_("Model, half faded after {time}").format(time=half_of(fade)): ends(fade) for fade in FADES}
    rows = {heading: [_spell(name, value) for name, value in values.items()] for heading, values in groups.items()}
    scale = Scale(0, 4, every(1, 0, 4), _("bends further at the end than at the start (degrees)"))
    words = _("Bars: how much further people bend after 12 minutes of bending in 48 minutes, in two schedules.")
    picture = RowChart(rows, scale, words, Layout(left=330, right=760, pitch=34))
    caption = _("The same 12 minutes bent, in long spells or short ones. One fading gives the ratio, another the size.")
    return Still(picture, caption)


def half_of(fade: float) -> str:
    """After how many minutes half has faded that fades with the time constant `fade` (s), in words."""
    return fixed_amount(fade * math.log(2), "minutes")


def _spell(name: str, degrees: float) -> Row:
    bent, rested, count = SCHEDULES[name]
    label = _("{count} times {bent} min bent, {rested} upright").format(count=count, bent=bent, rested=rested)
    return Row(label, [Mark(degrees, bar=True)], note=fixed_amount(degrees, "°", 1))


def loop() -> Still:
    """Pulled to and fro: the way back lies below the way out."""
    stored, lost = (sources.observation(name).value for name in ("capsule_storage", "capsule_loss"))
    phase = np.linspace(0, 2 * np.pi, 181)
    strain = STRAIN * np.sin(phase)
    stress = STRAIN * (stored * np.sin(phase) + lost * np.cos(phase))
    middle = np.array([-STRAIN, STRAIN])
    x, straight = read_in(strain, "%"), read_in(stored * middle, "kPa")
    curves = [
        Curve(x, read_in(stress, "kPa"), 0, _("pulled to and fro"), (-1.5, 20.0), marked=[]),
        Curve(read_in(middle, "%"), straight, 1, _("if nothing were lost"), (0.7, -6.0), dashed=True),
    ]
    words = _(
        "A closed loop, leaning to the right: stress over strain of a facet capsule that is pulled to and fro, both "
        "counted from the middle of the pull. On the way out the stress lies above a straight dotted line, on the way "
        "back below it; the area inside is lost."
    )
    across, up = (
        Axis(_("strain, from the middle (%)"), -2.5, 2.5, (-2, -1, 0, 1, 2)),
        Axis(_("stress, from the middle (kPa)"), -30, 30, (-30, -20, -10, 0, 10, 20, 30)),
    )
    return Still(LineChart(curves, across, up, words), _("Computed from the two moduli of Little & Khalsa 2005."))
