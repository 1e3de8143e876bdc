"""The exercises of the course, lesson by lesson: what is asked, the right result, and the usual mistakes."""

import math

import numpy as np

from jointlab.learn.check import Check, Mistake
from jointlab.models import dynamics, gas


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


def _syringe_inputs(rng: np.random.Generator) -> dict[str, float]:
    """Pressures in kPa and volumes in mL, as on the controls of the syringe; pulled and pushed."""
    return {
        "start_pressure": rng.uniform(60, 180),
        "start_volume": rng.uniform(2, 20),
        "volume": rng.uniform(2, 20),
    }


boyle_pressure = Check(
    name="boyle_pressure",
    asks=(
        "write pressure_after(start_pressure, start_volume, volume): the pressure in kPa of air that is closed in at "
        "start_pressure (kPa) in start_volume (mL) and then brought to volume (mL)."
    ),
    reference=gas.boyle_pressure,
    sample=_syringe_inputs,
    unit="kPa",
    mistakes=(
        Mistake(
            "volumes swapped",
            lambda start_pressure, start_volume, volume: start_pressure * volume / start_volume,
            "The two volumes have changed places: more space means less pressure, so the new volume stands below the "
            "line and start_volume above it.",
        ),
        Mistake(
            "start volume forgotten",
            lambda start_pressure, start_volume, volume: start_pressure / volume,
            "You divide by the new volume, and that is right. Now multiply by start_volume: it says how much air was "
            "closed in.",
        ),
        Mistake(
            "new volume forgotten",
            lambda start_pressure, start_volume, volume: start_pressure * start_volume,
            "Pressure times volume at the start is right, and it stays the same. Now divide it by the new volume.",
        ),
        Mistake(
            "subtracted, not divided",
            lambda start_pressure, start_volume, volume: start_pressure * start_volume - volume,
            "The new volume is subtracted where it should divide: twice the space means half the pressure. In Python "
            "the sign for dividing is /.",
        ),
        Mistake(
            "same fall for every millilitre",
            lambda start_pressure, start_volume, volume: start_pressure - (volume - start_volume),
            "You let the pressure fall by one kilopascal for every millilitre. It goes by shares, not by steps: "
            "multiply by the start volume and divide by the new one.",
        ),
        Mistake(
            "pressure unchanged",
            lambda start_pressure, start_volume, volume: start_pressure,
            "Your result is the pressure at the start. The same air gets another space, so its pressure changes: "
            "multiply by start_volume and divide by volume.",
        ),
        Mistake(
            "multiplied by both volumes",
            lambda start_pressure, start_volume, volume: start_pressure * start_volume * volume,
            "Multiplying by start_volume is right; by the new volume you divide, because more space means less "
            "pressure.",
        ),
        Mistake(
            "divided by both volumes",
            lambda start_pressure, start_volume, volume: start_pressure / start_volume / volume,
            "Dividing by the new volume is right; by start_volume you multiply. In Python a / b * c divides by b "
            "alone, and a / (b * c) by both.",
        ),
        Mistake(
            "pascals, or one volume in litres",
            1e3,
            "Your result is a thousand times too large: either it is in pascals, where kilopascals are asked, or one "
            "of the two volumes was turned into litres. Leave both as they come: only their ratio counts.",
        ),
        Mistake(
            "pressure divided by 1000, or one volume in litres",
            1e-3,
            "Your result is a thousand times too small: either the pressure, which comes in kilopascals already, was "
            "divided by 1000, or one of the two volumes was turned into litres. Leave both as they come: only their "
            "ratio counts.",
        ),
    ),
    hint=(
        "Pressure times volume is the same before and after. So multiply start_pressure by start_volume and divide by"
        " volume. In Python the signs are * and /, and a function hands over its result with return."
    ),
)

BY_LESSON: dict[str, tuple[Check, ...]] = {"00": (boyle_pressure,), "03": (collapse_time,)}
