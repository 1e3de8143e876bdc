"""Lesson 00: the pressure of air that is closed in."""

import numpy as np

from jointlab.learn.check import Check, Mistake
from jointlab.models import gas


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
