"""What trials found, brought to one sign and one scale: below 0 is better, in points of 100 or in spreads.

Three tables hold such findings, each fact in one of them: data/alternatives.csv, and of exercise and of hands-on
treatment data/exercise_trials.csv and data/relief.csv. A row of the two others is given here what they lack: what it
was compared with, in the words and the kinds of the first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from jointlab import sources
from jointlab.learn.facts import source
from jointlab.models.evidence.intervals import in_points, in_spreads
from jointlab.models.interval import Interval
from jointlab.sources import Alternative, ExerciseTrial, Relief
from jointlab.units import fixed

NEW, LASTING = "new back pain", "lasting back pain"
# Rows of exercise_trials.csv: treatment, comparison, its kind, who, outcome, when.
TRIALS = {
    "hayden_pain": ("exercise", "little or nothing", "nothing", LASTING, "pain", "about three months"),
    "hayden_function": ("exercise", "little or nothing", "nothing", LASTING, "daily life", "about three months"),
    "hayden_pain_other": ("exercise", "other treatment", "other", LASTING, "pain", "about three months"),
    "verville_pain": ("exercise", "nothing; careful trials", "nothing", LASTING, "pain", "at the end"),
    "ijzelenberg_pain": ("exercise", "sham, new pain", "sham", NEW, "pain", "about six weeks"),
    "owen_pilates": ("Pilates", "nothing, in a network", "nothing", LASTING, "pain", "at the end"),
    "owen_stretching": ("stretching", "nothing, in a network", "nothing", LASTING, "pain", "at the end"),
}
# A row of relief.csv, where above 0 the treatment did more.
HANDS = ("hands-on treatment", "sham hands", "sham", "back pain", "pain", "afterwards")
SURE = ("high", "moderate", "low", "very low", "one trial", "")  # from the surest down
UNRATED = "not rated"


@dataclass(frozen=True)
class Finding:
    """One finding, turned: in `difference` below 0 is better. In points of 100, or in spreads if `standardised`.

    `printed`: how the source prints the value, where that is not how it stands here.
    """

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
        return f"{fixed(self.n)} people" if self.n else "Number of people not told"

    @property
    def rated(self) -> str:
        """How sure the source is."""
        return self.certainty or UNRATED


def turned(row: Alternative) -> Finding:
    """A row of alternatives.csv as it stands in the forest."""
    raw, over = Interval(row.low, row.value, row.high), row.better == "higher"
    difference = in_points(raw, row.scale, over) if row.scale else in_spreads(raw, over)
    changed = over or row.scale not in (None, 100)
    end = f" of {fixed(row.scale)}" if row.scale else ""
    printed = f"{'+' if row.value > 0 else ''}{fixed(row.value, 2)}{end}, {row.better} is better" if changed else ""
    what = (row.treatment, row.comparison, row.against, row.who, row.outcome, row.when)
    return Finding(*what, row.scale is None, difference, row.n, row.certainty, source(row), printed)


def _of_trial(row: ExerciseTrial) -> Finding:
    difference = Interval(row.low, row.value, row.high)
    return Finding(*TRIALS[row.name], row.effect == "d", difference, row.n, row.certainty, source(row))


def _of_relief(row: Relief) -> Finding:
    difference = in_points(Interval(row.low, row.value, row.high), 100, more_is_better=True)
    printed = f"+{fixed(row.value, 2)} of 100, higher is better"
    return Finding(*HANDS, False, difference, row.n, "very low", source(row), printed)


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
