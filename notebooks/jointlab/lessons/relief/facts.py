"""The printed numbers of the lesson: with or without a pop, and a toy of a habit."""

import math

from jointlab import sources
from jointlab.learn.facts import told
from jointlab.lessons.relief.figures import POPS
from jointlab.models.habit import Habit, live
from jointlab.units import amount, fixed, percent, read_in

WAIT = sources.observation("refractory_time").value


def print_habit() -> None:
    """The interval of the toy, by its formula and by following it."""
    rate, relieved, threshold = map(sources.value, ("urge_rate", "urge_relieved", "urge_threshold"))
    habit = Habit(rate, threshold, relieved, WAIT)
    print(f"assumed: {amount(rate, '% a minute')}, threshold {amount(threshold, '%')}", end="; ")
    print(f"{amount(relieved, '%')} is left after a crack")
    wait = math.log((1 - relieved) / (1 - threshold)) / rate
    formula, followed = (fixed(read_in(time, "minutes"), 1) for time in (wait, live(habit, 7200).intervals[0]))
    print(f"interval by the formula: {formula} minutes; followed for two hours: {followed} minutes")


def print_pops() -> None:
    """The numbers of the figure `with_or_without`."""
    for name, label in POPS.items():
        row = sources.observation(name)
        print(told(row, what=f"{label.lower()}, {percent(row.value / row.n)} much better"))
