"""Lesson 04: how long diffusion takes, as a scale."""

import math

import numpy as np

from jointlab.learn.check import Check, Mistake
from jointlab.models import dissolution


def _inputs(rng: np.random.Generator) -> dict[str, float]:
    """Distances from 10 µm to 10 mm and diffusivities around those of gases in water; they are not measurements."""
    return {"distance": 10 ** rng.uniform(-5, -2), "diffusivity": 10 ** rng.uniform(-9.5, -8)}


diffusion_time = Check(
    name="diffusion_time",
    asks=(
        "write diffusion_time(distance, diffusivity): how many seconds diffusion takes, as a scale. The distance is in "
        "metres, the diffusivity in square metres per second."
    ),
    reference=dissolution.diffusion_time,
    sample=_inputs,
    unit="s",
    mistakes=(
        Mistake(
            "distance not squared",
            lambda distance, diffusivity: distance / diffusivity,
            "The square is missing: metres divided by square metres per second are not seconds. Write distance**2, or "
            "distance * distance.",
        ),
        Mistake(
            "doubled, not squared",
            lambda distance, diffusivity: distance * 2 / diffusivity,
            "distance * 2 doubles; squaring is distance**2, with two stars.",
        ),
        Mistake(
            "upside down",
            lambda distance, diffusivity: diffusivity / distance**2,
            "The fraction stands upside down: a longer way takes more time, so the distance stands above the line; "
            "what spreads faster takes less, so the diffusivity stands below.",
        ),
        Mistake(
            "upside down and not squared",
            lambda distance, diffusivity: diffusivity / distance,
            "That is a speed, in metres per second. A time has the distance above the line, squared, and the "
            "diffusivity below.",
        ),
        Mistake(
            "multiplied",
            lambda distance, diffusivity: distance**2 * diffusivity,
            "The square is right. Now divide by the diffusivity: what spreads faster takes less time.",
        ),
        Mistake(
            "multiplied and not squared",
            lambda distance, diffusivity: distance * diffusivity,
            "Two things are still missing: the distance belongs squared, and the diffusivity below the line.",
        ),
        Mistake(
            "reach for time",
            lambda distance, diffusivity: math.sqrt(distance * diffusivity),
            "A root of a product like this gives a distance from a time. Here it goes the other way: square the "
            "distance and divide by the diffusivity.",
        ),
        Mistake(
            "diffusivity squared, too",
            lambda distance, diffusivity: (distance / diffusivity) ** 2,
            "Only the distance is squared. In Python distance**2 / diffusivity does that; your brackets put the "
            "diffusivity under the square as well.",
        ),
        Mistake(
            "cubed",
            lambda distance, diffusivity: distance**3 / diffusivity,
            "One power too many: distance to the power 3 is a volume. The time goes with the square.",
        ),
        Mistake(
            "minutes",
            1 / 60,
            "Your result is in minutes; seconds are asked: leave out the 60.",
        ),
        Mistake(
            "hours",
            1 / 3600,
            "Your result is in hours; seconds are asked: leave out the 3600.",
        ),
        Mistake(
            "diameter for radius",
            4.0,
            "Your result is four times too long: the distance seems to be doubled before it is squared. Use it as it "
            "comes.",
        ),
        Mistake(
            "distance halved",
            0.25,
            "Your result is a quarter of the right one: the distance seems to be halved before it is squared. Use it "
            "as it comes.",
        ),
        Mistake(
            "half the scale",
            0.5,
            "You found half of it. Books differ in the number in front (½, ⅙ or none), because this is a scale and not "
            "an exact time. Here there is no number in front.",
        ),
        Mistake(
            "a sixth of the scale",
            1 / 6,
            "You found a sixth of it. Books differ in the number in front (½, ⅙ or none), because this is a scale and "
            "not an exact time. Here there is no number in front.",
        ),
        Mistake(
            "distance in mm",
            1e6,
            "Your result is a million times too long: the distance, which comes in metres, was turned into "
            "millimetres, and then squared. Use it as it comes.",
        ),
        Mistake(
            "distance taken for mm",
            1e-6,
            "Your result is a million times too short: the distance comes in metres already, so nothing needs to be "
            "divided by 1000.",
        ),
        Mistake(
            "milliseconds",
            1e3,
            "Your result is a thousand times too long: it seems to be in milliseconds. Seconds are asked.",
        ),
    ),
    hint=(
        "Which of the two makes it slower, and which faster? The time is distance², divided by diffusivity. In Python "
        "a square is **2, and a function hands over its result with return."
    ),
)
