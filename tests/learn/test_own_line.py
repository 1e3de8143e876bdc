"""What an explorer hears of the learner's line."""

import pytest

from jointlab.drawings.yours import Yours
from jointlab.learn import OwnLine, check
from jointlab.models.bubble.keller_miksis import rayleigh_collapse_time

AT = {"pressure_difference": 1e5, "density": 1000, "radius": 0.001}  # not in the order of the exercise


@pytest.fixture
def line(book):
    line = OwnLine("pop", "collapse_time")
    line.heard = []
    end = line.when_checked(lambda: line.heard.append(line.at(AT)))
    line.hand_in = lambda attempt: check("pop", "collapse_time", attempt, logbook=book)
    yield line
    end()


def test_a_right_line_and_a_wrong_one(line):
    line.hand_in(lambda radius, density, pressure_difference: radius)
    assert line.heard[-1] == Yours(0.001, False)
    line.hand_in(rayleigh_collapse_time)
    assert line.heard[-1] == Yours(float(rayleigh_collapse_time(0.001, 1000, 1e5)), True)


def test_a_line_without_numbers_leaves_the_earlier_one(line):
    line.hand_in(rayleigh_collapse_time)
    heard = len(line.heard)
    line.hand_in(lambda radius, density, pressure_difference: ...)
    assert len(line.heard) == heard
    assert line.at(AT).right


def test_a_line_that_breaks_here_gives_no_value(line):
    line.hand_in(lambda radius, density, pressure_difference: 1 / (radius - 0.001))
    assert line.at(AT) == Yours(None, False)
    assert line.at({**AT, "radius": 0.002}) == Yours(1000.0, False)
