"""The exercise of lesson 02 knows the usual ways to mistake what a fluid's gas is made of."""

import numpy as np
import pytest

from jointlab.learn.exercises import co2_share
from jointlab.models import dissolved_gas
from jointlab.models.joint_gases import joint_gases


def attempt(expression):
    """A function as a learner would write it; a, b, c: pressures, k, l, m: solubilities, x, y, z: their products."""

    def written(p_co2, p_n2, p_o2, h_co2, h_n2, h_o2):
        names = {"a": p_co2, "b": p_n2, "c": p_o2, "k": h_co2, "l": h_n2, "m": h_o2}
        return eval(expression, names | {"x": p_co2 * h_co2, "y": p_n2 * h_n2, "z": p_o2 * h_o2, "np": np})

    return written


@pytest.mark.parametrize("right", ["x / (x + y + z)", "1 / (1 + (y + z) / x)", "np.divide(x, np.sum([x, y, z]))"])
def test_right_answers_pass(book, right):
    for _ in range(3):
        assert co2_share(attempt(right), book).passed


@pytest.mark.parametrize(
    ("expression", "mistake", "words"),
    [
        ("100 * x / (x + y + z)", "percent", "leave out the 100"),
        ("a / (a + b + c)", "solubility forgotten", "share of the pressure"),
        ("k / (k + l + m)", "pressure forgotten", "by its own p"),
        ("a/k / (a/k + b/l + c/m)", "Henry upside down", "so multiply"),
        ("x", "amount, not share", "divide it by the sum"),
        ("x + y + z", "sum of all amounts", "Divide the amount of carbon dioxide"),
        ("(y + z) / (x + y + z)", "share of the others", "on top"),
        ("x / (y + z)", "over the others only", "part of the whole"),
        ("x / (x + y)", "oxygen forgotten", "lacks oxygen"),
        ("x / (x + z)", "nitrogen forgotten", "lacks nitrogen"),
        ("x / x + y + z", "brackets around the sum", "brackets"),
        ("a * k / a * k + b * l + c * m", "no brackets at all", "brackets"),
        ("x / ((a + b + c) * (k + l + m))", "sums multiplied", "multiply first"),
        ("x / (a + b + c)", "solubility above only", "below by its own h"),
        ("a / (x + y + z)", "solubility below only", "Multiply p_co2 by h_co2"),
        ("44*x / (44*x + 28*y + 32*z)", "mass, not molecules", "leave out the masses"),
        ("y / (x + y + z)", "nitrogen's share", "carbon dioxide on top"),
        ("(x + y + z) / x", "parts upside down", "on its head"),
        ("100 * a / (a + b + c)", "solubility forgotten", "constant factor as well"),
    ],
)
def test_wrong_formulas_get_their_reason(book, expression, mistake, words):
    for _ in range(5):  # the inputs are fresh each time
        message = co2_share(attempt(expression), book)
        assert not message.passed
        assert message.mistake == mistake
        assert words in message.sentence


def test_a_hint_comes_after_the_second_failure(book):
    assert not co2_share(attempt("x"), book).hint
    assert "brackets around the sum" in co2_share(attempt("x"), book).hint


def test_the_reference_is_the_share_of_the_lesson():
    gases = joint_gases()
    right = co2_share.reference(*gases.tension, *gases.solubility)
    assert right == pytest.approx(float(dissolved_gas.shares(gases.content)[0]))
    assert right == pytest.approx(0.76, abs=0.005)
