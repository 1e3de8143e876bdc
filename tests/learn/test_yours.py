"""The learner's own lines are kept for the pictures: the newest that gives numbers, and the newest that passed."""

import time

import numpy as np
import pytest
from tests.learn.cells import written

from jointlab.learn import Check
from jointlab.learn.checking import kept as lines


@pytest.fixture
def double(monkeypatch):
    monkeypatch.setattr(lines, "_KEPT", {})
    return Check("double", "write f(x)", lambda x: 2 * x, lambda rng: {"x": rng.uniform(1, 2)}, lesson="toy")


def wrong(x):
    return x + 2.5


def right(x):
    return 2 * x


def test_the_newest_line_that_gives_numbers(double, book):
    assert double.yours is None
    double(wrong, logbook=book)
    assert (double.yours.function, double.yours.passed) == (wrong, False)
    assert double.yours.sentence.startswith("Not quite — ")
    double(right, logbook=book)
    assert (double.yours.function, double.yours.passed) == (right, True)
    double(lambda x: None, logbook=book)
    double(lambda x: 1 / 0, logbook=book)
    double(3.0, logbook=book)
    assert double.yours.function is right
    assert double.solved.function is right


def test_what_passed_stays_when_something_wrong_is_tried(double, book):
    double(right, logbook=book)
    double(wrong, logbook=book)
    assert double.yours.function is wrong
    assert double.solved.function is right


def test_all_objects_of_one_exercise_know_the_same(double, book):
    twin = Check("double", "", lambda x: 2 * x, lambda rng: {"x": 1.0}, lesson="toy")
    other = Check("double", "", lambda x: 2 * x, lambda rng: {"x": 1.0}, lesson="elsewhere")
    double(right, logbook=book)
    assert twin.yours.function is right
    assert other.yours is None


def test_who_waits_hears_of_each_line_until_it_is_ended(double, book):
    heard = []
    end = double.when_checked(lambda check: heard.append(check.yours.function))
    assert heard == []
    for attempt in (wrong, lambda x: None, right):
        double(attempt, logbook=book)
    assert heard == [wrong, right]
    late = []
    double.when_checked(late.append)
    assert late == [double]
    end()
    end()
    double(wrong, logbook=book)
    assert heard == [wrong, right]


def test_an_error_of_a_picture_is_told_below_the_answer(double, book):
    heard = []

    def fail(_check):
        raise ValueError("no paper")

    double.when_checked(fail)
    double.when_checked(heard.append)
    message = double(right, logbook=book)
    assert message.passed
    assert "A picture could not draw your line (ValueError: no paper)" in message.notice
    assert heard == [double]


def test_its_results_where_it_gives_numbers(double, book):
    double(right, logbook=book)
    points = [{"x": 1.0}, {"x": 2.5}]
    np.testing.assert_allclose(double.yours.at(points), [2.0, 5.0])
    assert double.yours.at([]).shape == (0,)


def test_nan_from_the_first_point_without_a_number_on(double, book, capsys):
    double(written("def f(x):\n    print(x)\n    return 2 * x if x < 3 else 1 / (x - 4)"), logbook=book)
    found = double.yours.at([{"x": 1.0}, {"x": 4.0}, {"x": 2.0}])
    np.testing.assert_array_equal(found, [2.0, np.nan, np.nan])
    assert capsys.readouterr().out == ""


def test_a_picture_never_waits_long(double, book):
    double(written("def f(x):\n    while x > 3: pass\n    return 2 * x"), logbook=book)
    start = time.monotonic()
    found = double.yours.at([{"x": 1.0}, {"x": 4.0}], seconds=0.1)
    assert time.monotonic() - start < 5
    np.testing.assert_array_equal(found, [2.0, np.nan])
