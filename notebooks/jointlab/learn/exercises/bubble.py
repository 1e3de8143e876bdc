"""Lesson 03: how long an empty bubble takes to collapse."""

import math

import numpy as np

from jointlab.learn.check import Check, Mistake
from jointlab.models import dynamics


def _bubble_inputs(rng: np.random.Generator) -> dict[str, float]:
    """Wide ranges, to tell formulas apart; they are not measurements."""
    return {
        "radius": 10 ** rng.uniform(-4.3, -2.7),
        "density": rng.uniform(700, 1500),
        "pressure_difference": 10 ** rng.uniform(4.3, 5.7),
    }


_RAYLEIGH = float(dynamics.rayleigh_collapse_time(1.0, 1.0, 1.0))  # the number in front: 0.9147


def _swapped(radius: float, density: float, pressure_difference: float) -> float:
    return _RAYLEIGH * radius * math.sqrt(pressure_difference / density)


def _no_root(radius: float, density: float, pressure_difference: float) -> float:
    return _RAYLEIGH * radius * density / pressure_difference


collapse_time = Check(
    name="collapse_time",
    asks=(
        "write collapse_time(radius, density, pressure_difference): how many seconds an empty bubble needs to "
        "collapse. All inputs are in SI units: m, kg/m³, Pa."
    ),
    reference=dynamics.rayleigh_collapse_time,
    sample=_bubble_inputs,
    unit="s",
    mistakes=(
        Mistake(
            "forgot the factor",
            1 / _RAYLEIGH,
            "The radius and the root are right. Now put Rayleigh's number, 0.9147, in front.",
        ),
        Mistake(
            "density and pressure swapped",
            _swapped,
            "Density and pressure difference have changed places under the root: heavy liquid is slow, so the density"
            " stands on top; a strong push is quick, so the pressure stands below.",
        ),
        Mistake(
            "square root forgotten",
            _no_root,
            "The square root is missing: density divided by pressure is a time over a length, squared. Write sqrt(…) "
            "around the fraction.",
        ),
        Mistake(
            "milliseconds, or radius in mm",
            1e3,
            "Your result is a thousand times too long: either it is in milliseconds, where seconds are asked, or the "
            "radius, which comes in metres, was turned into millimetres.",
        ),
        Mistake(
            "radius taken for mm",
            1e-3,
            "Your result is a thousand times too short: the radius comes in metres already, so nothing needs to be "
            "divided by 1000.",
        ),
        Mistake(
            "pressure in kPa",
            math.sqrt(1e3),
            "Your result is √1000 = 31.6 times too long: the pressure difference comes in pascals and belongs into "
            "the formula as it is, not in kilopascals.",
        ),
        Mistake(
            "pressure taken for kPa",
            1 / math.sqrt(1e3),
            "Your result is √1000 = 31.6 times too short: the pressure difference comes in pascals already, so "
            "nothing needs to be multiplied by 1000. (The same happens with the density in g/cm³.)",
        ),
        Mistake(
            "whole period, or diameter for radius",
            2.0,
            "Your result is twice too long: either it is the time to grow and to collapse, where only the collapse is"
            " asked, or the diameter stands where the radius belongs.",
        ),
        Mistake(
            "radius halved",
            0.5,
            "Your result is half as long as it should be: the input is the radius already, so nothing is halved.",
        ),
    ),
    hint=(
        "Three things decide: the way to go (radius), how heavy the liquid is (density), how hard it is pushed "
        "(pressure_difference). The time is 0.9147 · radius · √(density / pressure_difference); in Python a root is "
        "sqrt(…), and a function hands over its result with return."
    ),
)
