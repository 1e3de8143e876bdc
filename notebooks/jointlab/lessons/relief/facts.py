"""The numbers of the lesson as tables: what was found of relief, what nothing at all does, and a toy of a habit."""

import math

from jointlab import sources
from jointlab.learn._block import Page
from jointlab.learn.facts import found, many, source, table
from jointlab.lessons.relief.figures import POPS
from jointlab.lessons.relief.nothing import NOTHING, USUAL
from jointlab.lessons.relief.nothing_picture import LATER, Nothing, changed
from jointlab.models.evidence.regression import excess, expected_later
from jointlab.models.habit import Habit, live
from jointlab.units import amount, duration, fixed, percent, read_in

WAIT = sources.observation("refractory_time").value
HEAD = ("what was asked", "of whom", "against", "found", "who found it")


def _studies(*names: str, folded: str = "") -> Page:
    """Rows of data/relief.csv as a table."""
    return table(HEAD, [_study(sources.relief(name)) for name in names], folded)


def _study(row: sources.Relief) -> tuple[str, ...]:
    people = f"{row.who}, {many(row)}" if many(row) else row.who
    return f"{row.outcome}{_when(row)}", people, row.contrast, found(row), source(row)


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
        rows.append(("Much better, after 2 days", people, "", better, source(row)))
    names = ("pop_success", "pop_visits", "pop_neck", "pop_heat", "pop_heat_leg", "pop_review")
    return table(HEAD, [*rows, *(_study(sources.relief(name)) for name in names)], "The studies, one by one")


def shams() -> Page:
    """What was compared with what, and how many saw through it."""
    names = (
        "threshold_1", "threshold_before", "threshold_switched_off_0", "threshold_switched_off_30",
        "threshold_tested_sham", "threshold_patients_before", "threshold_patients", "sham_pain", "sham_nothing",
    )  # fmt: skip
    rows = [_study(sources.relief(name)) for name in names]
    for name in ("sham_seen_least", "sham_seen_most"):
        row = sources.observation(name)
        rows.append((row.what, "people in trials of hands-on treatment", "", percent(row.value, 1), source(row)))
    return table(HEAD, rows, "The studies, one by one")


def explanations() -> Page:
    """What was tested of the four explanations."""
    return _studies(
        "muscle_review", "muscle_trial", "endorphin_1986", "endorphin_1988", "endorphin_1990", "endorphin_review",
        "expectation_back", "expectation_leg", "course_review", folded="The studies, one by one",
    )  # fmt: skip


def settings() -> Page:
    """What becomes of those who do nothing and of those who crack, at each button of the explorer."""
    rows = [("as it opens", *_outcome(NOTHING.state()))]
    rows += [(words.lower(), *_outcome(NOTHING.preset(words))) for words in NOTHING.presets]
    return table(("setting", "pain on that day", "with nothing done", "after a crack", "the difference"), rows)


def _outcome(state: Nothing) -> tuple[str, ...]:
    more, low, high = (fixed(points, 1) for points in state.advantage)
    falls = (changed(state.fall(group)) for group in (state.idle, state.cracked))
    return amount(state.ends(state.idle)[0], "points", 2), *falls, f"{more} ({low} to {high})"


def returns() -> Page:
    """The learner's line with a few numbers."""
    cases = [(USUAL, steadiness, worst) for worst in (6.0, 8.0) for steadiness in (0.0, 0.4, 0.9)]
    rows = [(amount(worst, "points"), percent(steadiness), amount(expected_later(usual, steadiness, worst), "points"))
            for usual, steadiness, worst in cases]  # fmt: skip
    return table(("pain now", f"of that left after {LATER} days", "to be expected then"), rows)


def print_chosen() -> None:
    """How far above usual the pain lies on the days that are picked, as the explorer opens."""
    share, spread = (control.si(control.default) for control in NOTHING.controls[:2])
    above = fixed(excess(share, spread), 1)
    print(f"usual pain {amount(USUAL, 'points')}, on the worst {percent(share)} of days {above} points more", end="; ")
    steadiness = NOTHING.controls[2].si(NOTHING.defaults["steadiness"])
    print(f"{percent(steadiness)} of that is left after {LATER} days")


def print_habit() -> None:
    """The interval of the toy, by its formula and by following it."""
    rate, relieved, threshold = map(sources.value, ("urge_rate", "urge_relieved", "urge_threshold"))
    habit = Habit(rate, threshold, relieved, WAIT)
    print(f"assumed: {amount(rate, '% a minute')}, threshold {amount(threshold, '%')}", end="; ")
    print(f"{amount(relieved, '%')} is left after a crack")
    wait = math.log((1 - relieved) / (1 - threshold)) / rate
    formula, followed = (fixed(read_in(time, "minutes"), 1) for time in (wait, live(habit, 7200).intervals[0]))
    print(f"interval by the formula: {formula} minutes; followed for two hours: {followed} minutes")
