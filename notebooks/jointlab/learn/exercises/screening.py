"""Lesson 07: how often a flag is right, the positive predictive value."""

from collections.abc import Callable

import numpy as np

from jointlab.learn.check import Check, Mistake
from jointlab.models import screening

Formula = Callable[[float, float, float], float]


def _test_inputs(rng: np.random.Generator) -> dict[str, float]:
    """Three shares; none is near one half, where it would equal the rest of the people."""
    return {
        "base_rate": rng.uniform(0.03, 0.40),
        "sensitivity": rng.uniform(0.65, 0.95),
        "specificity": rng.uniform(0.55, 0.97),
    }


def _mistake(name: str, formula: Formula, sentence: str) -> Mistake:
    """A mistake whose `formula` takes base rate, sensitivity and specificity in this order."""

    def wrong(base_rate: float, sensitivity: float, specificity: float) -> float:
        return formula(base_rate, sensitivity, specificity)

    return Mistake(name, wrong, sentence)


def _of_all(right: float, wrong: float) -> float:
    """The share of `right` in both together."""
    return right / (right + wrong)


predictive_value = Check(
    name="predictive_value",
    asks=(
        "write predictive_value(base_rate, sensitivity, specificity): the share of all flagged people who are "
        "hypermobile. All three inputs are shares between 0 and 1, and so is the result."
    ),
    reference=screening.positive_predictive_value,
    sample=_test_inputs,
    mistakes=(
        _mistake(
            "sensitivity for predictive value",
            lambda rate, sens, spec: sens,
            "Your result is the sensitivity: of 100 hypermobile people, so many are flagged. Asked is the other way "
            "round: of 100 flagged people, how many are hypermobile? Divide the right flags by all flags.",
        ),
        _mistake(
            "specificity for predictive value",
            lambda rate, sens, spec: spec,
            "Your result is the specificity: of 100 people who are not hypermobile, so many go without a flag. Asked "
            "is how often a flag is right: divide the right flags by all flags.",
        ),
        _mistake(
            "base rate forgotten",
            lambda rate, sens, spec: _of_all(sens, 1 - spec),
            "The base rate is missing: so far, half of all people are taken to be hypermobile. Multiply the right "
            "flags by base_rate and the wrong ones by (1 - base_rate).",
        ),
        _mistake(
            "specificity for wrong flags",
            lambda rate, sens, spec: _of_all(rate * sens, (1 - rate) * spec),
            "The specificity counts those of the others who go without a flag. The wrong flags are the rest of them: "
            "(1 - specificity).",
        ),
        _mistake(
            "missed people for wrong flags",
            lambda rate, sens, spec: _of_all(rate * sens, (1 - rate) * (1 - sens)),
            "You use (1 - sensitivity), the share of hypermobile people who are missed. Wrong flags come from the "
            "others: (1 - specificity).",
        ),
        _mistake(
            "others not weighed",
            lambda rate, sens, spec: _of_all(rate * sens, 1 - spec),
            "The right flags are multiplied by the base rate, the wrong ones not yet: multiply (1 - specificity) by "
            "the share of people who are not hypermobile, (1 - base_rate).",
        ),
        _mistake(
            "hypermobile people not weighed",
            lambda rate, sens, spec: _of_all(sens, (1 - rate) * (1 - spec)),
            "The wrong flags are multiplied by the share of the others, the right ones not yet: multiply sensitivity "
            "by base_rate.",
        ),
        _mistake(
            "brackets forgotten",
            lambda rate, sens, spec: sens * sens + (1 - rate) * (1 - spec),
            "Brackets are missing: Python divides before it adds, and it divides by base_rate alone. Put all flags, "
            "the right and the wrong ones, into one pair of brackets below the line.",
        ),
        _mistake(
            "right flags, not divided",
            lambda rate, sens, spec: rate * sens,
            "That is the share of all people who are flagged rightly, a good beginning. Now divide it by the share "
            "of all people who are flagged, rightly or wrongly.",
        ),
        _mistake(
            "all flags",
            lambda rate, sens, spec: rate * sens + (1 - rate) * (1 - spec),
            "That is the share of all people who are flagged: it belongs below the line. Above it stand the right "
            "flags alone, base_rate times sensitivity.",
        ),
        _mistake(
            "share of wrong flags",
            lambda rate, sens, spec: _of_all((1 - rate) * (1 - spec), rate * sens),
            "Your result is the share of flags that are wrong. Asked is the share that is right: above the line "
            "stands base_rate times sensitivity.",
        ),
        _mistake(
            "negative predictive value",
            lambda rate, sens, spec: _of_all((1 - rate) * spec, rate * (1 - sens)),
            "Your result is the negative predictive value: how often it is right that somebody has no flag. Asked is "
            "the same for those who have one.",
        ),
        _mistake(
            "likelihood ratio",
            lambda rate, sens, spec: sens / (1 - spec),
            "That is the likelihood ratio: how many times a flag multiplies the odds. The base rate is still "
            "missing; divide the right flags by all flags.",
        ),
        Mistake(
            "per cent",
            100.0,
            "Your result is in per cent, 100 times too large. A share lies between 0 and 1.",
        ),
    ),
    hint=(
        "Right flags: base_rate * sensitivity. Wrong flags: (1 - base_rate) * (1 - specificity). The result is the "
        "right ones divided by both together; put these in brackets. A function hands over its result with return."
    ),
)
