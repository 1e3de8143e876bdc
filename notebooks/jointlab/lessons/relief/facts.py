"""The numbers of the lesson as tables: what was found of relief, what nothing at all does, and a toy of a habit."""

import math

from jointlab import sources
from jointlab.language import _
from jointlab.learn._block import Page
from jointlab.learn.facts import found, many, source, table
from jointlab.lessons.relief.figures import POPS
from jointlab.lessons.relief.nothing import NOTHING, USUAL
from jointlab.lessons.relief.nothing_picture import LATER, Nothing, changed
from jointlab.models.evidence.regression import expected_later
from jointlab.models.habit import Habit, live
from jointlab.units import amount, duration, fixed, fixed_amount, percent

WAIT = sources.observation("refractory_time").value
HEAD = (_("what was asked"), _("of whom"), _("found"), _("who found it"))


def _studies(*names: str, folded: str = "") -> Page:
    """Rows of data/relief.csv as a table."""
    return table(HEAD, [_study(sources.relief(name)) for name in names], folded)


def _study(row: sources.Relief) -> tuple[str, ...]:
    people = f"{row.who}, {many(row)}" if many(row) else row.who
    against = (
        _("compared with before") if row.contrast == "before" else _("against {contrast}").format(contrast=row.contrast)
    )
    return ", ".join(filter(None, (row.outcome, _when(row), against))), people, found(row), source(row)


def _when(row: sources.Relief) -> str:
    if row.first is None:
        return ""
    first = duration(row.first) if row.first else _("at once")
    if row.last > row.first:
        return _("{first} to {last}").format(first=first, last=duration(row.last))
    return _("after {time}").format(time=first) if row.first else first


def pops() -> Page:
    """With and without a pop: the people of the figure, and the other studies."""
    rows = []
    for name, label in POPS.items():
        row = sources.observation(name)
        better = _("{count} of {all} ({share})").format(
            count=fixed(row.value), all=fixed(row.n), share=percent(row.value / row.n)
        )
        people = _("people with low back pain: {group}").format(group=label.lower())
        rows.append((_("Much better, after 2 days"), people, better, source(row)))
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
        rows.append((row.what, _("people in trials of hands-on treatment"), percent(row.value, 1), source(row)))
    return table(HEAD, rows, _("The studies, one by one"))


def explanations() -> Page:
    """What was tested of the four explanations."""
    return _studies(
        "muscle_review", "muscle_trial", "endorphin_1986", "endorphin_1988", "endorphin_1990", "endorphin_review",
        "expectation_back", "expectation_leg", "course_review", folded=_("The studies, one by one"),
    )  # fmt: skip


def settings() -> Page:
    """What becomes of those who do nothing and of those who crack, at each button of the explorer."""
    rows = [(_("as it opens"), NOTHING.state()), *((words.lower(), NOTHING.preset(words)) for words in NOTHING.presets)]
    head = (_("setting, and pain on that day"), _("with nothing done"), _("after a crack"), _("the difference"))
    return table(head, [_outcome(words, state) for words, state in rows])


def _outcome(words: str, state: Nothing) -> tuple[str, ...]:
    more, low, high = (fixed(points, 1) for points in state.advantage)
    falls = (changed(state.fall(group)) for group in (state.idle, state.cracked))
    picked = amount(state.ends(state.idle)[0], "points", 2)
    return f"{words}, {picked}", *falls, _("{value} ({low} to {high})").format(value=more, low=low, high=high)


def returns() -> Page:
    """The learner's line with a few numbers."""
    cases = [(USUAL, steadiness, worst) for worst in (6.0, 8.0) for steadiness in (0.0, 0.4, 0.9)]
    rows = [(amount(worst, "points"), percent(steadiness), amount(expected_later(usual, steadiness, worst), "points"))
            for usual, steadiness, worst in cases]  # fmt: skip
    return table(
        (_("pain now"), _("of that left after {count} days").format(count=LATER), _("to be expected then")), rows
    )


def habit() -> Page:
    """The toy as it opens: what is assumed, and its interval, by the formula and by following it."""
    rate, relieved, threshold = map(sources.value, ("urge_rate", "urge_relieved", "urge_threshold"))
    wait = math.log((1 - relieved) / (1 - threshold)) / rate
    followed = live(Habit(rate, threshold, relieved, WAIT), 7200).intervals[0]
    rows = [
        (_("the urge comes back (assumed)"), amount(rate, "% a minute")),
        (_("threshold (assumed)"), amount(threshold, "%")),
        (_("urge that is left after a crack (assumed)"), amount(relieved, "%")),
        (_("from crack to crack, by the formula"), fixed_amount(wait, "minutes", 1)),
        (_("the same, followed for two hours"), fixed_amount(followed, "minutes", 1)),
    ]
    return table((_("the toy as it opens"), _("how much")), rows)
