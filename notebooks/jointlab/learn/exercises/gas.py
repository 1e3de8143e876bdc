"""Lesson 02: how much of the gas dissolved in a fluid is carbon dioxide."""

from collections.abc import Callable

import numpy as np

from jointlab.learn.check import Check, Mistake
from jointlab.models import dissolved_gas

Formula = Callable[..., float]

MOLAR_MASS = np.array([44.0, 28.0, 32.0])  # g/mol of carbon dioxide, nitrogen, oxygen: for one mistake only


def _fluid_inputs(rng: np.random.Generator) -> dict[str, float]:
    """Fluids from healthy to strange, so that formulas come apart; pressures in kPa, solubilities in µmol/mL/kPa."""
    return {
        "p_co2": rng.uniform(4, 20),
        "p_n2": rng.uniform(50, 80),
        "p_o2": rng.uniform(2, 12),
        "h_co2": rng.uniform(0.18, 0.35),
        "h_n2": rng.uniform(0.004, 0.008),
        "h_o2": rng.uniform(0.009, 0.016),
    }


def dissolved_share(p_co2: float, p_n2: float, p_o2: float, h_co2: float, h_n2: float, h_o2: float) -> float:
    """Share of carbon dioxide in the gas dissolved in a fluid: partial pressures `p`, solubilities `h`, any units."""
    return float(dissolved_gas.shares(dissolved_gas.content([p_co2, p_n2, p_o2], [h_co2, h_n2, h_o2]))[0])


def _mistake(name: str, formula: Formula, sentence: str) -> Mistake:
    """A mistake whose `formula` takes the pressures and the solubilities as two arrays, carbon dioxide first."""

    def wrong(p_co2: float, p_n2: float, p_o2: float, h_co2: float, h_n2: float, h_o2: float) -> float:
        return float(formula(np.array([p_co2, p_n2, p_o2]), np.array([h_co2, h_n2, h_o2])))

    return Mistake(name, wrong, sentence)


def _first(parts: np.ndarray) -> float:
    """Share of the first in the sum."""
    return parts[0] / parts.sum()


co2_share = Check(
    name="co2_share",
    asks=(
        "write co2_share(p_co2, p_n2, p_o2, h_co2, h_n2, h_o2): how large a part of the dissolved gas is carbon "
        "dioxide, between 0 and 1. A p is the partial pressure of a gas (kPa), an h its solubility (µmol in 1 mL for "
        "each kPa)."
    ),
    reference=dissolved_share,
    sample=_fluid_inputs,
    mistakes=(
        Mistake(
            "percent",
            100.0,
            "That is right, in percent. The check asks for a share between 0 and 1: leave out the 100.",
        ),
        _mistake(
            "solubility forgotten",
            lambda p, h: _first(p),
            "Your result is carbon dioxide's share of the pressure: right for a mere speck of a bubble. What is "
            "dissolved is pressure times solubility, so multiply each p by its own h.",
        ),
        _mistake(
            "pressure forgotten",
            lambda p, h: _first(h),
            "You compare solubilities only. What is dissolved is pressure times solubility: multiply each h by its own "
            "p.",
        ),
        _mistake(
            "Henry upside down",
            lambda p, h: _first(p / h),
            "You divide by the solubility. A gas that water takes up readily (a large h) is dissolved in large "
            "amounts, so multiply: p_co2 * h_co2.",
        ),
        _mistake(
            "amount, not share",
            lambda p, h: p[0] * h[0],
            "That is how much carbon dioxide is dissolved, and it is right. For its share, divide it by the sum of all "
            "three amounts.",
        ),
        _mistake(
            "sum of all amounts",
            lambda p, h: (p * h).sum(),
            "That is the sum of all three amounts, and it is right. Divide the amount of carbon dioxide, p_co2 * "
            "h_co2, by it.",
        ),
        _mistake(
            "share of the others",
            lambda p, h: 1 - _first(p * h),
            "That is the share of nitrogen and oxygen together. Put carbon dioxide's amount on top.",
        ),
        _mistake(
            "over the others only",
            lambda p, h: p[0] * h[0] / (p[1] * h[1] + p[2] * h[2]),
            "You divide by the other two gases. A share is a part of the whole: carbon dioxide belongs into the sum "
            "below, too.",
        ),
        _mistake(
            "oxygen forgotten",
            lambda p, h: _first((p * h)[:2]),
            "Very close, but the sum below lacks oxygen: add p_o2 * h_o2.",
        ),
        _mistake(
            "nitrogen forgotten",
            lambda p, h: p[0] * h[0] / (p[0] * h[0] + p[2] * h[2]),
            "The sum below lacks nitrogen: add p_n2 * h_n2. Water takes up little of it, but it presses hardest.",
        ),
        _mistake(
            "brackets around the sum",
            lambda p, h: 1 + p[1] * h[1] + p[2] * h[2],
            "Only the first amount is divided: / comes before +. Put brackets around the sum below the fraction line.",
        ),
        _mistake(
            "no brackets at all",
            lambda p, h: h[0] ** 2 + p[1] * h[1] + p[2] * h[2],
            "Python divides by p_co2 only and then goes on multiplying and adding. Put brackets around the whole sum "
            "below the fraction line.",
        ),
        _mistake(
            "sums multiplied",
            lambda p, h: p[0] * h[0] / (p.sum() * h.sum()),
            "You add the pressures, add the solubilities and multiply the sums. Each gas has its own pair: multiply "
            "first, then add.",
        ),
        _mistake(
            "solubility above only",
            lambda p, h: p[0] * h[0] / p.sum(),
            "Above stands an amount, below stand pressures. Multiply each p below by its own h as well.",
        ),
        _mistake(
            "solubility below only",
            lambda p, h: p[0] / (p * h).sum(),
            "Below stand amounts, above stands a pressure. Multiply p_co2 by h_co2 as well.",
        ),
        _mistake(
            "mass, not molecules",
            lambda p, h: _first(p * h * MOLAR_MASS),
            "You weigh the molecules (44, 28, 32). Asked is the share of molecules, which for gases is the share of "
            "the volume: leave out the masses.",
        ),
        _mistake(
            "nitrogen's share",
            lambda p, h: p[1] * h[1] / (p * h).sum(),
            "That is the share of nitrogen. Put the amount of carbon dioxide on top: p_co2 * h_co2.",
        ),
        _mistake(
            "parts upside down",
            lambda p, h: 1 / _first(p * h),
            "The fraction stands on its head: the part, carbon dioxide, belongs on top, and the whole below.",
        ),
    ),
    hint=(
        "What is dissolved of a gas is its pressure times its solubility, for carbon dioxide p_co2 * h_co2. The share "
        "is that amount, divided by the sum of all three amounts. In Python, put brackets around the sum."
    ),
)
