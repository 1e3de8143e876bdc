"""The numbers of the lesson as tables: what was found of relief, what nothing at all does, and a toy of a habit."""

import math

from jointlab import sources
from jointlab.learn._block import Page
from jointlab.learn.facts import found, many, source, table
from jointlab.lessons.relief.figures import POPS
from jointlab.lessons.relief.nothing import NOTHING, USUAL
from jointlab.lessons.relief.nothing_picture import LATER, Nothing, changed
from jointlab.models.evidence.regression import expected_later
from jointlab.models.habit import Habit, live
from jointlab.units import amount, duration, fixed, percent, read_in

WAIT = sources.observation("refractory_time").value
HEAD = ("what was asked", "of whom", "found", "who found it")


def _studies(*names: str, folded: str = "") -> Page:
    """Rows of data/relief.csv as a table."""
    return table(HEAD, [_study(sources.relief(name)) for name in names], folded)


def _study(row: sources.Relief) -> tuple[str, ...]:
    people = f"{row.who}, {many(row)}" if many(row) else row.who
    against = "compared with before" if row.contrast == "before" else f"against {row.contrast}"
    return f"{row.outcome}{_when(row)}, {against}", people, found(row), source(row)


def _when(row: sources.Relief) -> str:
    if row.first is None:
        return ""
    if row.last > row.first:
        return f", {duration(row.first) if row.first else 'at once'} to {duration(row.last)}"
    return f", after {duration(row.first)}" if row.first else ", at once"


def pops() -> Page:
    """With and without a pop: the people of the figure, and the other studies."""
    rows = []
    for name, label in POPS.items():
        row = sources.observation(name)
        better = f"{fixed(row.value)} of {fixed(row.n)} ({percent(row.value / row.n)})"
        people = f"people with low back pain: {label.lower()}"
        rows.append(("Much better, after 2 days", people, better, source(row)))
    names = ("pop_success", "pop_visits", "pop_neck", "pop_heat", "pop_heat_leg", "pop_review")
    return table(HEAD, [*rows, *(_study(sources.relief(name)) for name in names)])


def shams() -> Page:
    """What was compared with what, and how many saw through it."""
    names = (
        "threshold_1", "threshold_before", "threshold_switched_off_0", "threshold_switched_off_30",
        "threshold_tested_sham", "threshold_patients_before", "threshold_patients", "sham_pain", "sham_nothing",
    )  # fmt: skip
    rows = [_study(sources.relief(name)) for name in names]
    for name in ("sham_seen_least", "sham_seen_most"):
        row = sources.observation(name)
        rows.append((row.what, "people in trials of hands-on treatment", percent(row.value, 1), source(row)))
    return table(HEAD, rows, "The studies, one by one")


def explanations() -> Page:
    """What was tested of the four explanations."""
    return _studies(
        "muscle_review", "muscle_trial", "endorphin_1986", "endorphin_1988", "endorphin_1990", "endorphin_review",
        "expectation_back", "expectation_leg", "course_review", folded="The studies, one by one",
    )  # fmt: skip


def settings() -> Page:
    """What becomes of those who do nothing and of those who crack, at each button of the explorer."""
    rows = [("as it opens", NOTHING.state()), *((words.lower(), NOTHING.preset(words)) for words in NOTHING.presets)]
    head = ("setting, and pain on that day", "with nothing done", "after a crack", "the difference")
    return table(head, [_outcome(words, state) for words, state in rows])


def _outcome(words: str, state: Nothing) -> tuple[str, ...]:
    more, low, high = (fixed(points, 1) for points in state.advantage)
    falls = (changed(state.fall(group)) for group in (state.idle, state.cracked))
    picked = amount(state.ends(state.idle)[0], "points", 2)
    return f"{words}, {picked}", *falls, f"{more} ({low} to {high})"


def returns() -> Page:
    """The learner's line with a few numbers."""
    cases = [(USUAL, steadiness, worst) for worst in (6.0, 8.0) for steadiness in (0.0, 0.4, 0.9)]
    rows = [(amount(worst, "points"), percent(steadiness), amount(expected_later(usual, steadiness, worst), "points"))
            for usual, steadiness, worst in cases]  # fmt: skip
    return table(("pain now", f"of that left after {LATER} days", "to be expected then"), rows)


def habit() -> Page:
    """The toy as it opens: what is assumed, and its interval, by the formula and by following it."""
    rate, relieved, threshold = map(sources.value, ("urge_rate", "urge_relieved", "urge_threshold"))
    wait = math.log((1 - relieved) / (1 - threshold)) / rate
    followed = live(Habit(rate, threshold, relieved, WAIT), 7200).intervals[0]
    rows = [
        ("the urge comes back (assumed)", amount(rate, "% a minute")),
        ("threshold (assumed)", amount(threshold, "%")),
        ("urge that is left after a crack (assumed)", amount(relieved, "%")),
        ("from crack to crack, by the formula", f"{fixed(read_in(wait, 'minutes'), 1)} minutes"),
        ("the same, followed for two hours", f"{fixed(read_in(followed, 'minutes'), 1)} minutes"),
    ]
    return table(("the toy as it opens", "how much"), rows)
