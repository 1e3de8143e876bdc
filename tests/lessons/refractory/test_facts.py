"""The tables of the lesson on the wait: cartilage is no water, and a size belongs to its model."""

import re

import pytest

from jointlab import sources
from jointlab.lessons.refractory import facts


def cells(page, begins):
    """The words of the row of a table that begins so."""
    line = next(line for line in repr(page).splitlines() if line.startswith(begins))
    return [cell.strip() for cell in line.split(": ", 1)[1].split(";")]


def minutes(words):
    number, unit = re.fullmatch(r"([\d.]+) (minutes|hours)", words).groups()
    return float(number) * {"minutes": 1, "hours": 60}[unit]


def test_what_lets_less_through_takes_longer_in_proportion():
    slower, water = sources.constant("cartilage_permeation"), minutes(cells(facts.reported(), "as reported")[-1])
    assert (slower.flag, slower.low, slower.value, slower.high) == ("A", 0.2, 0.4, 0.7)
    for begins, through in (
        ("through cartilage", slower.value),
        ("the same, at best", slower.high),
        ("the same, at worst", slower.low),
    ):
        assert minutes(cells(facts.reported(), begins)[-1]) == pytest.approx(water / through, rel=0.05)


def test_what_is_assumed_of_cartilage_is_called_assumed():
    assert "(assumed)" in next(line for line in repr(facts.reported()).splitlines() if "cartilage" in line)


def test_two_models_give_two_sizes_of_one_bubble():
    formula, far, near = (float(size) for size in re.findall(r"([\d.]+) mm across", repr(facts.two_sizes())))
    assert formula < far < near
    assert (formula, far, near) == tuple(pytest.approx(size, abs=0.1) for size in (3.8, 6.8, 10.6))


def test_the_line_of_the_learner_says_how_far_gas_gets_in_a_lesson():
    words = repr(facts.far())
    assert "in 50 minutes: 2.8 mm" in words
    assert "4 days: 3 cm" in words


def test_what_is_missing_in_the_blood_is_the_difference():
    numbers = [float(number) for number in re.findall(r": ([\d.]+) kPa", repr(facts.window()))]
    assert numbers[1] - numbers[0] == pytest.approx(numbers[2], abs=0.3)
