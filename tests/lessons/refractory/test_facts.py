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


def test_two_models_give_two_sizes_of_one_bubble(capsys):
    facts.print_two_sizes()
    formula, far, near = (float(size) for size in re.findall(r"([\d.]+) mm across", capsys.readouterr().out))
    assert formula < far < near
    assert (formula, far, near) == (
        pytest.approx(3.8, abs=0.1),
        pytest.approx(6.8, abs=0.1),
        pytest.approx(10.6, abs=0.1),
    )


def test_the_line_of_the_learner_says_how_far_gas_gets_in_a_lesson(capsys):
    facts.print_far()
    assert re.search(r"gets 2\.8 mm far in 50 minutes; for 3 cm it needs 4 days", capsys.readouterr().out)
