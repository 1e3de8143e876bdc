"""What trials found, brought to one sign and one scale: below 0 is better, in points of 100 or in spreads.

Three tables hold such findings, each fact in one of them: data/alternatives.csv, and of exercise and of hands-on
treatment data/exercise_trials.csv and data/relief.csv. A row of the two others is given here what they lack: what it
was compared with, in the words and the kinds of the first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from jointlab import sources
from jointlab.language import N_, _
from jointlab.learn.facts import source
from jointlab.models.evidence.intervals import in_points, in_spreads
from jointlab.models.interval import Interval
from jointlab.sources import Alternative, ExerciseTrial, Relief
from jointlab.units import fixed

NEW, LASTING = _("new back pain"), _("lasting back pain")
# Rows of exercise_trials.csv: treatment, comparison, its kind, who, outcome, when.
_EXERCISE, _LITTLE, _NETWORK = _("exercise"), _("little or nothing"), _("nothing, in a network")
_MONTHS, _END = _("about three months"), _("at the end")
TRIALS = {
    "hayden_pain": (_EXERCISE, _LITTLE, "nothing", LASTING, "pain", _MONTHS),
    "hayden_function": (_EXERCISE, _LITTLE, "nothing", LASTING, "daily life", _MONTHS),
    "hayden_pain_other": (_EXERCISE, _("other treatment"), "other", LASTING, "pain", _MONTHS),
    "verville_pain": (_EXERCISE, _("nothing; careful trials"), "nothing", LASTING, "pain", _END),
    "ijzelenberg_pain": (_EXERCISE, _("sham, new pain"), "sham", NEW, "pain", _("about six weeks")),
    "owen_pilates": (_("Pilates"), _NETWORK, "nothing", LASTING, "pain", _END),
    "owen_stretching": (_("stretching"), _NETWORK, "nothing", LASTING, "pain", _END),
}
# A row of relief.csv, where above 0 the treatment did more.
HANDS = (_("hands-on treatment"), _("sham hands"), "sham", _("back pain"), "pain", _("afterwards"))
SURE = (N_("high"), N_("moderate"), N_("low"), N_("very low"), N_("one trial"), "")  # from the surest down
UNRATED = _("not rated")


@dataclass(frozen=True)
class Finding:
    """One finding, turned: in `difference` below 0 is better. In points of 100, or in spreads if `standardised`.

    `name`: of its row; `printed`: how the source prints the value, where that is not how it stands here.
    """

    name: str
    treatment: str
    comparison: str
    against: str
    who: str
    outcome: str
    when: str
    standardised: bool
    difference: Interval
    n: int | None
    certainty: str
    source: str
    printed: str = ""

    @property
    def beyond_chance(self) -> bool:
        """Whether all of the interval is better than no difference; it says nothing of bias."""
        return self.difference.high < 0

    @property
    def people(self) -> str:
        """How many people, in words."""
        return _("{count} people").format(count=fixed(self.n)) if self.n else _("Number of people not told")

    @property
    def rated(self) -> str:
        """How sure the source is."""
        return _(self.certainty) or UNRATED


def turned(row: Alternative) -> Finding:
    """A row of alternatives.csv as it stands in the forest."""
    raw, over = Interval(row.low, row.value, row.high), row.better == "higher"
    difference = in_points(raw, row.scale, over) if row.scale else in_spreads(raw, over)
    changed = over or row.scale not in (None, 100)
    printed = _printed(row.value, row.scale, row.better) if changed else ""
    what = (row.treatment, row.comparison, row.against, row.who, row.outcome, row.when)
    return Finding(row.name, *what, row.scale is None, difference, row.n, row.certainty, source(row), printed)


def _printed(value: float, scale: float | None, better: str) -> str:
    """A difference as its source prints it, with what must be known to read it."""
    signed = f"{'+' if value > 0 else ''}{fixed(value, 2)}"
    if scale is None:
        told = _("{difference}, higher is better") if better == "higher" else _("{difference}, lower is better")
        return told.format(difference=signed)
    higher, lower = _("{difference} of {most}, higher is better"), _("{difference} of {most}, lower is better")
    return (higher if better == "higher" else lower).format(difference=signed, most=fixed(scale))


def _of_trial(row: ExerciseTrial) -> Finding:
    difference = Interval(row.low, row.value, row.high)
    return Finding(row.name, *TRIALS[row.name], row.effect == "d", difference, row.n, row.certainty, source(row))


def _of_relief(row: Relief) -> Finding:
    difference = in_points(Interval(row.low, row.value, row.high), 100, more_is_better=True)
    printed = _printed(row.value, 100, "higher")
    return Finding(row.name, *HANDS, False, difference, row.n, "very low", source(row), printed)


@cache
def findings() -> tuple[Finding, ...]:
    """All of them, in the order of the tables. Raises sources.MissingSource, sources.DamagedData."""
    return (
        *(_of_trial(sources.exercise_trial(name)) for name in TRIALS),
        *map(turned, sources.alternatives()),
        _of_relief(sources.relief("sham_pain")),
    )


def _surest(one: Finding) -> tuple[float, ...]:
    return SURE.index(one.certainty), one.difference.middle


def _most_people(one: Finding) -> tuple[float, ...]:
    return -(one.n or 0), one.difference.middle


ORDERS: dict[str, Callable[[Finding], tuple[float, ...]]] = {
    "effect": lambda one: (one.difference.middle,),
    "certainty": _surest,
    "people": _most_people,
}


def chosen(scale: str, against: str, order: str) -> Sequence[Finding]:
    """Those on one scale (pain, daily life, spreads) and against one kind of comparison (or all), in an order."""
    wanted = [one for one in findings() if _scale(one) == scale and against in ("all", one.against)]
    return tuple(sorted(wanted, key=ORDERS[order]))


def _scale(one: Finding) -> str:
    if one.standardised:
        return "spreads"
    return "daily life" if one.outcome == "daily life" else "pain"
