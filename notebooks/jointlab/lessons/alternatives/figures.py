"""The still figures of the lesson: the same treatments looked at more strictly, and how many beat a placebo."""

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.pictograms import Counted, Group, Icon
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale, every
from jointlab.drawings.still import Still
from jointlab.language import _
from jointlab.learn.facts import source
from jointlab.models.evidence.intervals import translated
from jointlab.models.interval import Interval
from jointlab.units import fixed

Trial = sources.ExerciseTrial | sources.Alternative
# Heading → label, smaller label, row; the loosest comparison first. Sham needles follow in time, all equally strict.
STRICTER: dict[str, tuple[tuple[str, str, str], ...]] = {
    _("Exercise, lasting back pain"): (
        (_("all trials"), _("against little or nothing"), "hayden_pain"),
        (_("against other treatment"), _("all trials"), "hayden_pain_other"),
        (_("careful trials only"), _("against nothing; translated"), "verville_pain"),
    ),
    _("Exercise, new back pain"): ((_("against a sham"), _("one study"), "ijzelenberg_pain"),),
    _("Acupuncture, one review"): (
        (_("against nothing"), _("translated"), "acupuncture_nothing"),
        (_("against sham needles"), _("at once; translated"), "acupuncture_sham_now"),
        (_("against sham needles"), _("soon after; translated"), "acupuncture_sham_short"),
        (_("against sham needles"), _("some months after; translated"), "acupuncture_sham_later"),
    ),
}
POINTS = Scale(
    low=-30,
    high=8,
    ticks=every(10, -30, 0),
    label=_("difference in pain (points of 100)"),
    null=0,
    sides=(_("less pain"), _("more")),
)
# The first of these against new pain, the others against lasting pain.
WORKED = (
    _("pills like ibuprofen"),
    _("exercise"),
    _("spinal thrusts"),
    _("taping"),
    _("antidepressants"),
    _("pepper creams"),
)
FOUND = _("against new pain {first}; against lasting pain {others}").format(
    first=WORKED[0], others=", ".join(WORKED[1:])
)


def rigour() -> Still:
    """Effects of the same treatment, by how strictly it was looked at."""
    groups = {heading: [_row(*row) for row in rows] for heading, rows in STRICTER.items()}
    words = _(
        "Forest plot of differences in pain between treated and others, of each treatment the loosest first. "
        "Filled marks are printed in points; hollow ones are printed in spreads and translated into points."
    )
    spread = sources.constant("pain_spread")
    caption = _(
        "Bars: 95 % intervals. Translated with a spread of {spread} points ({low} to {high}), which makes them wider."
    ).format(spread=fixed(spread.value, 1), low=fixed(spread.low), high=fixed(spread.high))
    return Still(RowChart(groups, POINTS, words, Layout(left=300, right=700, pitch=44)), caption)


def _row(label: str, under: str, name: str) -> Row:
    row = sources.alternative(name) if name.startswith("acupuncture") else sources.exercise_trial(name)
    found = in_points_of_100(row)
    told = _("{value} ({low} to {high})").format(
        value=fixed(found.middle, 1), low=fixed(found.low, 1), high=fixed(found.high, 1)
    )
    note = f"{told}\n{source(row)}"
    fill = "hollow" if standardised(row) else "full"
    return Row(label, [Mark(found.middle, found.low, found.high, fill=fill)], note, under)


def standardised(row: Trial) -> bool:
    """Whether a finding is printed in spreads."""
    return row.scale is None if isinstance(row, sources.Alternative) else row.effect == "d"


def in_points_of_100(row: Trial) -> Interval:
    """A difference in pain in points: as printed, or translated with the spread among people, whose range widens it."""
    difference = Interval(row.low, row.value, row.high)
    return translated(difference, Interval.of_constant("pain_spread")) if standardised(row) else difference


def one_in_ten() -> Still:
    """Of the treatments that were tested against a placebo or sham, those that did better."""
    tested, share = sources.observation("treatments_tested"), sources.observation("treatments_better")
    better = len(WORKED)
    words = _(
        "Fifty-six squares, each a treatment of back pain that was tested against a placebo or sham; filled ones "
        "did better than it, all of them by a little: {found}."
    ).format(found=FOUND)
    group = Group(
        _("56 treatments"),
        _("301 trials"),
        better,
        round(tested.value),
        _("{count} of {all}").format(count=better, all=fixed(tested.value)),
    )
    caption = _(
        "Filled: better than a placebo or sham, by a little, about 1 in {count}: {found}. Of most of the others the "
        "trials cannot tell. {source}."
    ).format(count=fixed(1 / share.value), found=FOUND, source=source(tested))
    return Still(Counted([group], Icon(_square, 42, 42), 14, "green", words), caption)


def _square(axes: Axes, x: float, y: float, marked: bool) -> None:
    look = {"boxstyle": "round,pad=0,rounding_size=5", "lw": style.LINE["thin"]}
    fill = {"fc": style.colour("green" if marked else "paper"), "ec": style.colour("green" if marked else "muted")}
    axes.add_patch(FancyBboxPatch((x - 14, y - 14), 28, 28, **look | fill))
    if marked:
        tick = [(x - 7, x - 2, x + 8), (y, y + 6, y - 6)]
        axes.plot(*tick, color=style.colour("paper"), lw=style.LINE["normal"])
