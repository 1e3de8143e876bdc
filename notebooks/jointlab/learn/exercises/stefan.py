"""Lesson 01: the metres in Stefan's law, and the law itself."""

import math
from collections.abc import Callable

import numpy as np

from jointlab.learn.check import Check, Mistake
from jointlab.models import film

Formula = Callable[[float, float, float, float], float]


def _powers(rng: np.random.Generator) -> dict[str, int]:
    return {"power": int(rng.integers(0, 10))}


def _miscounted(name: str, offset: int, sentence: str) -> Mistake:
    """A count of metres that is `power` and a wrong whole number."""

    def wrong(power: int) -> int:
        return power + offset

    return Mistake(name, wrong, sentence)


metres_left = Check(
    name="metres_left",
    asks=(
        "write metres_left(power): the power of the metre that is left beside the newton, when the radius stands in "
        "the law with this power. The number may be negative."
    ),
    reference=lambda power: power - 4,
    sample=_powers,
    mistakes=(
        _miscounted(
            "only the radius counted",
            0,
            "So far only the radius is counted. The viscosity brings two metres below the line, the speed one above "
            "it, the gap three below: add −2 + 1 − 3.",
        ),
        _miscounted(
            "pascal taken for newton, or gap counted once",
            -2,
            "Two metres are missing below the line. Either those of the viscosity: a pascal is a newton per square "
            "metre, which brings −2. Or two of the gap: it stands there with the power three, which brings −3.",
        ),
        _miscounted(
            "speed forgotten",
            -5,
            "The metre of the speed is missing: m/s brings one more above the line, +1.",
        ),
        _miscounted(
            "gap above the line",
            2,
            "The gap stands below the line: its three metres count as −3, not as +3.",
        ),
        _miscounted(
            "gap forgotten",
            -1,
            "The gap is missing: it stands below the line with the power three and brings −3.",
        ),
        Mistake(
            "metres turned over",
            lambda power: 4 - power,
            "All metres are there, but turned over: what stands above the line counts as plus, what stands below it "
            "as minus. The radius stands above.",
        ),
    ),
    hint=(
        "Add the powers of the metre, one after the other: power for the radius, −2 for the viscosity (Pa s is "
        "N s/m²), +1 for the speed, −3 for the gap. So: return power - 2 + 1 - 3."
    ),
)


def _film_inputs(rng: np.random.Generator) -> dict[str, float]:
    """Films thick and thin, small and large; no input is near 1, where powers look alike."""
    return {
        "viscosity": 10 ** rng.uniform(-2.5, -0.5),
        "speed": 10 ** rng.uniform(-3.5, -1),
        "radius": rng.uniform(3e-3, 9e-3),
        "gap": 10 ** rng.uniform(-5, -3.7),
    }


def _stefan(viscosity: float, speed: float, radius: float, gap: float) -> float:
    return float(film.stefan_pull(radius, gap, speed, viscosity))


def _mistake(name: str, formula: Formula, sentence: str) -> Mistake:
    """A mistake whose `formula` takes viscosity, speed, radius and gap in this order."""

    def wrong(viscosity: float, speed: float, radius: float, gap: float) -> float:
        return formula(viscosity, speed, radius, gap)

    return Mistake(name, wrong, sentence)


film_pull = Check(
    name="film_pull",
    asks=(
        "write film_pull(viscosity, speed, radius, gap): the force in newtons with which a film between two discs "
        "resists. All inputs are in SI units: Pa s, m/s, m, m."
    ),
    reference=_stefan,
    sample=_film_inputs,
    unit="N",
    mistakes=(
        _mistake(
            "the misprint: radius squared",
            lambda mu, v, a, h: _stefan(mu, v, a, h) / a**2,
            "That is the misprinted law: the radius stands there with the power two. Your count of the metres says "
            "which power makes it a force.",
        ),
        _mistake(
            "radius with the power three",
            lambda mu, v, a, h: _stefan(mu, v, a, h) / a,
            "The radius stands there with the power three. Count the metres once more: which power makes it a force?",
        ),
        _mistake(
            "gap squared",
            lambda mu, v, a, h: _stefan(mu, v, a, h) * h,
            "The gap stands below the line with the power two; it belongs there with the power three.",
        ),
        _mistake(
            "gap without a power",
            lambda mu, v, a, h: _stefan(mu, v, a, h) * h**2,
            "The gap stands below the line without a power; it belongs there with the power three: gap**3.",
        ),
        _mistake(
            "brackets forgotten",
            lambda mu, v, a, h: _stefan(mu, v, a, h) * h**6,
            "Brackets are missing below the line: Python works from left to right, so it divides by 2 and then "
            "multiplies by gap**3. Write … / (2 * gap**3).",
        ),
        _mistake(
            "gap above the line",
            lambda mu, v, a, h: 4 * _stefan(mu, v, a, h) * h**6,
            "The gap has come above the line: a thin film must resist more, so divide by 2 * gap**3.",
        ),
        _mistake(
            "pressure in the middle",
            lambda mu, v, a, h: 3 * mu * v * a**2 / h**3,
            "That is how far the pressure falls in the middle of the film, in pascals. The force is half of that, "
            "times the area of the disc.",
        ),
        _mistake(
            "power taken for a product",
            lambda mu, v, a, h: 3 * math.pi * mu * v * (a * 4) / (2 * (h * 3)),
            "A power is written with two stars: radius**4 is radius times itself four times, radius * 4 is four "
            "times the radius.",
        ),
        Mistake(
            "diameter for radius",
            16.0,
            "Your result is 16 times too large, two to the power four: the input is the radius already, nothing needs "
            "to be doubled.",
        ),
        Mistake(
            "radius halved",
            1 / 16,
            "Your result is a sixteenth of the right one, a half to the power four: the input is the radius, not the "
            "diameter, so nothing is halved.",
        ),
        Mistake(
            "3 and π and 2 forgotten",
            2 / (3 * math.pi),
            "Viscosity, speed, radius and gap are right. Now the number in front: 3 · π / 2.",
        ),
        Mistake(
            "2 above the line",
            4.0,
            "Your result is four times too large: the 2 belongs below the line, together with the gap. Put both "
            "into one pair of brackets.",
        ),
        Mistake(
            "radius and gap in millimetres, or speed in millimetres a second",
            1e3,
            "Your result is a thousand times too large: either radius and gap were turned into millimetres, or the "
            "speed into millimetres a second. All come in metres; use them as they are.",
        ),
        Mistake(
            "all in millimetres",
            1e6,
            "Your result is a million times too large: radius, gap and speed were turned into millimetres. They come "
            "in metres; use them as they are.",
        ),
        Mistake(
            "radius in millimetres",
            1e12,
            "Your result is 10 to the power 12 times too large: the radius was turned into millimetres. It comes in "
            "metres; use it as it is.",
        ),
        Mistake(
            "gap in millimetres",
            1e-9,
            "Your result is a thousand million times too small: the gap was turned into millimetres. It comes in "
            "metres; use it as it is.",
        ),
    ),
    hint=(
        "Above the line stand 3, π, viscosity, radius to the power four and speed, below it 2 and gap to the power "
        "three. In Python: 3 * pi * viscosity * radius**4 * speed / (2 * gap**3). A function hands over its result "
        "with return."
    ),
)
