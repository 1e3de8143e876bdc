"""The still figures of the lesson: who was better with a pop and without, and what a thrust does to tenderness."""

from jointlab import sources
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.pictograms import Counted, Group
from jointlab.drawings.still import Still
from jointlab.language import _
from jointlab.lessons.relief.over_time import OverTime, study
from jointlab.lessons.relief.people import PERSON
from jointlab.units import fixed, number, percent, read_in

POPS = {"pop_improved": _("It popped"), "no_pop_improved": _("It did not")}
# Smallest and largest of the effects that reached significance in a review: rows of data/relief.csv.
SIZES = (
    "threshold_0_least",
    "threshold_0_most",
    "threshold_5_least",
    "threshold_5_most",
    "threshold_10_least",
    "threshold_10_most",
)
COHEN = {_("small"): 0.2, _("medium"): 0.5, _("large"): 0.8}  # by convention


def with_or_without() -> Still:
    """Who was much better after a thrust that popped, and after one that did not."""
    groups = []
    for name, label in POPS.items():
        row = sources.observation(name)
        groups.append(Group(label, _("{count} people").format(count=row.n), round(row.value), row.n, _share(row)))
    words = _(
        "People with low back pain two days after a thrust to the pelvis, in two groups, each person drawn as head "
        "and shoulders. Filled in green: much better."
    )
    everybody = sum(group.total for group in groups)
    caption = _(
        "Each figure is one of {count} people with low back pain. Filled in green: much better after two days."
    ).format(count=everybody)
    return Still(Counted(groups, PERSON, 25, "green", words), caption)


def _share(row: sources.Observation) -> str:
    return f"{fixed(row.value)} ({percent(row.value / row.n)})"


def relief_over_time() -> Still:
    """What a thrust does to the pressure at which it hurts, in minutes afterwards."""
    rows = [sources.relief(name) for name in SIZES]
    effects = [(read_in(row.first, "minutes"), Mark(row.value, row.low, row.high)) for row in rows]
    tested, before = sources.relief("threshold_tested_sham"), sources.relief("threshold_before")
    credible, switched_off = sources.observation("credible_shams"), sources.relief("threshold_switched_off_30")
    every_12 = range(0, int(tested.last / 60), 12)
    studies = (
        study(
            _("{studies} studies, {shams} credible shams").format(studies=credible.n, shams=number(credible.value)),
            _("reviews of 2018 and 2019"),
            {0: "half", 1: "hollow", 5: "full", 10: "full", 30: "hollow"},
            {0: _("1 of 4"), 5: _("4 of 5"), 10: "2"},
        ),
        study(
            _("One study, a tested sham"),
            _("{count} students, 2020").format(count=tested.n),
            dict.fromkeys(every_12, "hollow"),
        ),
        study(
            _("One study, a device switched off"),
            _("{count} people, 2024").format(count=switched_off.n),
            {0: "full", read_in(switched_off.last, "minutes"): "full"},
            {0: "P = .05", read_in(switched_off.last, "minutes"): "P = .02"},
        ),
        study(
            _("One study, no sham at all"),
            _("{count} people, before and after, 2016").format(count=before.n),
            {0: "hollow", 10: "full", 20: "full", 30: "full"},
        ),
    )
    words = _(
        "Chart of how much a thrust to the back raises the pressure at which pressing begins to hurt, in healthy "
        "people. Above: smallest and largest significant effect of a review, each with its 95 % interval. Below: "
        "when four studies found a difference (filled marks) and when not (empty marks)."
    )
    axis = (_("How much more a thrust raises the pressure-pain threshold than a sham (d)"), -0.15, 2.4)
    note = _("Smallest and largest of the effects\nthat reached significance; those\nthat did not are missing here")
    caption = _(
        "Filled marks: a difference was found. Empty marks: none was found. Half filled: in some of the studies."
    )
    return Still(OverTime(effects, studies, axis, COHEN, 45, note, words), caption)
