"""The still figures of the lesson “What does your lower back carry?”"""

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.charts.line_chart import Axis, Curve, LineChart
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.panels import Panel, Panels
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale, every
from jointlab.drawings.still import Still
from jointlab.language import _
from jointlab.learn.facts import bounded
from jointlab.lessons.lifting.carry import LEAN, carry
from jointlab.lessons.lifting.lever import Lever
from jointlab.models.body import niosh
from jointlab.models.body.balance import standing
from jointlab.models.body.lumbar_load import SpineLoad, spine_load
from jointlab.models.body.segments import Body, body
from jointlab.units import amount, number, percent, read_in, span

# The postures of the two classic measurements, from lying to lifting, by rows of data/spine_loads.csv.
POSTURES = (
    "wilke_prone",
    "nachemson_reclining",
    "wilke_slouched",
    "wilke_sitting",
    "wilke_standing",
    "wilke_sitting_bent",
    "wilke_standing_bent",
    "nachemson_lifting",
    "wilke_lift_close",
    "wilke_lift_knees",
    "wilke_lift_round",
)

# What he does in `three_quantities`: words, lean of the trunk (degrees), load in hanging hands (kg).
TASKS = ((_("standing"), 0, 0), (_("bent by 45°, empty hands"), 45, 0), (_("bent by 45°, 20 kg"), 45, 20))


def lever() -> Still:
    """The lever in a back that leans, as a body and as a seesaw."""
    return Still(Lever(carry(LEAN, 0, 0, 0)), _("The same lever twice: in the body, and as a seesaw."))


def disc_pressures() -> Still:
    """Two classic measurements of what a disc bears, each relative to its own standing value."""
    names = dict(zip((_("Wilke 1999, one man"), "Nachemson 1966"), style.SERIES, strict=False))
    wilke, nachemson = names.values()
    marks = {sources.measured_load(name).posture: [] for name in POSTURES}
    for row, share in _over_standing():
        if row.posture in marks:
            marks[row.posture].append(Mark(read_in(share, "%"), words=percent(share), series=wilke))
    marks[sources.measured_load("wilke_standing").posture].append(Mark(100, words=percent(1), series=nachemson))
    for row in sources.measured_loads("disc load over standing"):
        words = bounded(row, percent(row.value))
        marks[row.posture].append(Mark(read_in(row.value, "%"), words=words, series=nachemson, more=bool(row.bound)))
    scale = Scale(
        low=0,
        high=500,
        ticks=every(100, 0, 500),
        label=_("pressure or load on the disc, in % of the same study’s value for standing"),
        null=100,
        at_null=_("standing"),
    )
    words = _("Dot chart of two studies: circles are Wilke, squares are Nachemson, an arrow means more than.")
    rows = {"": [Row(posture, found) for posture, found in marks.items()]}
    picture = RowChart(rows, scale, words, Layout(left=250, right=930, pitch=42, close=True), names)
    return Still(picture, _("Each study in per cent of its own value for standing. An arrow: more than that."))


def _over_standing() -> list[tuple[sources.MeasuredLoad, float]]:
    """The disc pressures of one man, each with its ratio to his standing value."""
    standing_still = sources.measured_load("wilke_standing").value
    return [(row, row.value / standing_still) for row in sources.measured_loads("disc pressure")]


def three_quantities() -> Still:
    """Pressure in a disc, force on an implant, compression in a model: three things, three axes."""
    panels = (
        Panel(
            _("Pressure in a disc"),
            _("sensor in L4-L5, one man"),
            (_("megapascals (MPa)"), 3.2, 1),
            _measured("MPa", "wilke_standing", "wilke_standing_bent", "wilke_lift_round"),
            _(
                "It is no force: the area that it acts on was not measured. One healthy disc of one man. Silent about "
                "muscles, ligaments and facet joints."
            ),
        ),
        Panel(
            _("Force on an implant"),
            _("in place of a vertebra, 5 patients"),
            (_("newtons (N)"), 2800, 1000),
            _measured("N", "implant_standing", "implant_bent", "implant_largest"),
            _("Rods behind the implant carry a share that nobody knows, so it is not the force on a spine."),
        ),
        Panel(
            _("Compression in a model"),
            _("L5-S1, a man of {mass}, this lesson").format(mass=amount(_disc_man().mass, "kg")),
            (_("newtons (N)"), 7800, 2000),
            {words: _compression(*task) for words, *task in TASKS},
            _(
                "Nobody measured it. The lever arm of the muscles is uncertain. Muscles that pull against each other "
                "are "
                "left out: in standing the bar is a lower bound."
            ),
        ),
    )
    picture = Panels(panels, _("Three bar charts, each with an axis of its own."))
    return Still(
        picture, _("Three quantities, three axes. A line with ends: the lowest to the highest that the model says.")
    )


def _measured(unit: str, *names: str) -> dict[str, Mark]:
    """Bars of what was measured, by posture."""
    rows = map(sources.measured_load, names)
    return {
        row.posture: Mark(read_in(row.value, unit), words=bounded(row, amount(row.value, unit)), bar=True)
        for row in rows
    }


def _compression(bend: float, load: float) -> Mark:
    force = _leaning(bend, load).compression
    low, middle, high = map(float, (force.low, force.middle, force.high))
    words = span(low, high, "N")
    if bend == load == 0:  # muscles that pull against each other, and are left out, count
        words = _("{force} or more").format(force=words)
    return Mark(middle, low, high, words, bar=True)


def _disc_man() -> Body:
    """The man in the model: as heavy as the man whose disc was measured."""
    return body("male", sources.value("disc_man_height"), sources.observation("disc_man_mass").value)


def _leaning(bend: float, load: float) -> SpineLoad:
    """What L5-S1 carries in the man of the figures, who leans by `bend` (degrees) with `load` (kg) in hanging hands."""
    man = _disc_man()
    return spine_load(man, standing(man, bend, load=load), load)


def often() -> Still:
    """How the frequency multiplier of the lifting equation falls, and where a low start makes it nothing."""
    names = {
        "short": (_("work lasts up to 1 hour"), (7.6, 0.69)),
        "moderate": (_("1 to 2 hours"), (5.75, 0.57)),
        "long": (_("2 to 8 hours"), (0.6, 0.47)),
    }
    curves, ends = [], []
    for series, (duration, (name, place)) in enumerate(names.items()):
        rates, shares = niosh.frequency_table(duration, above=True)
        low_rates, low_shares = niosh.frequency_table(duration, above=False)
        hollow = range(len(low_rates), len(rates))
        curves.append(Curve(2 * [low_rates[-1]], (low_shares[-1], 0), series, dashed=True))
        curves.append(Curve(rates, shares, series, name, place, hollow=hollow))
        ends.append(
            _(
                "{name}: from {first} down to {last} at {rate} lifts a minute, "
                "or to {low} at {low_rate} from below 75 cm"
            ).format(
                name=name,
                first=number(shares[0]),
                last=number(shares[-1]),
                rate=number(rates[-1]),
                low=number(low_shares[-1]),
                low_rate=number(low_rates[-1]),
            )
        )
    notes = {
        (9.0, 0.93): _("Hollow marks: only if the hands start at 75 cm or higher."),
        (9.0, 0.87): _("Dotted: from lower down, no more is allowed."),
    }
    words = _("Line chart of three falling curves. {ends}; beyond, the multiplier is 0.").format(ends="; ".join(ends))
    across, up = Axis(_("lifts a minute"), 0, 16, range(0, 17, 2)), Axis(_("frequency multiplier"), 0, 1.04)
    picture = LineChart(curves, across, up, words, notes)
    return Still(
        picture,
        _("The more often and the longer, the lighter the load may be. Where a curve ends, no load is allowed."),
    )
