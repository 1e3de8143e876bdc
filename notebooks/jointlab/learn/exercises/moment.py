"""Lesson 09: how hard the back muscles must pull, from a balance of moments."""

import numpy as np

from jointlab.learn.check import Check, Mistake
from jointlab.models.spine_load import muscle_force

_G = 9.81


def _bend_inputs(rng: np.random.Generator) -> dict[str, float]:
    """People of all sizes who hold light and heavy loads, near and far; the lever arm of the muscles differs, too."""
    return {
        "trunk_mass": rng.uniform(20, 60),
        "trunk_arm": rng.uniform(0.05, 0.35),
        "load": rng.uniform(2, 30),
        "load_arm": rng.uniform(0.2, 0.8),
        "muscle_arm": rng.uniform(0.04, 0.07),
    }


def _both(trunk_mass: float, trunk_arm: float, load: float, load_arm: float) -> float:
    return _G * (trunk_mass * trunk_arm + load * load_arm)


back_muscles = Check(
    name="back_muscles",
    asks=(
        "write muscle_force(trunk_mass, trunk_arm, load, load_arm, muscle_arm): the force in newtons with which the "
        "back muscles hold a trunk and a load. Masses are in kg, lever arms in m; each kilogram weighs 9.81 N."
    ),
    reference=muscle_force,
    sample=_bend_inputs,
    unit="N",
    mistakes=(
        Mistake(
            "g forgotten",
            1 / _G,
            "The balance is right, but in kilograms: a kilogram weighs 9.81 N. Multiply by 9.81.",
        ),
        Mistake(
            "g twice",
            _G,
            "The balance is right, but 9.81 comes in twice: once turns kilograms into newtons, and that is enough.",
        ),
        Mistake(
            "muscle arm in cm, or trunk and load arms taken for cm",
            1e-2,
            "Your result is a hundred times too small: either muscle_arm was turned into centimetres, or the other two "
            "lever arms were divided by 100. All three come in metres; use them as they are.",
        ),
        Mistake(
            "trunk and load arms in cm, or muscle arm taken for cm",
            1e2,
            "Your result is a hundred times too large: either the lever arms of trunk and load were turned into "
            "centimetres, or muscle_arm was divided by 100. All three come in metres; use them as they are.",
        ),
        Mistake(
            "trunk forgotten",
            lambda trunk_mass, trunk_arm, load, load_arm, muscle_arm: _G * load * load_arm / muscle_arm,
            "You hold the load, and that part is right. The trunk leans, too: add its moment, trunk_mass · trunk_arm.",
        ),
        Mistake(
            "load forgotten",
            lambda trunk_mass, trunk_arm, load, load_arm, muscle_arm: _G * trunk_mass * trunk_arm / muscle_arm,
            "You hold the trunk, and that part is right. Now add the load: load · load_arm.",
        ),
        Mistake(
            "g on one side only: trunk",
            lambda trunk_mass, trunk_arm, load, load_arm, muscle_arm: (
                (_G * trunk_mass * trunk_arm + load * load_arm) / muscle_arm
            ),
            "Only the trunk is weighed in newtons: the load is multiplied by 9.81, too. Brackets around the sum do it "
            "for both.",
        ),
        Mistake(
            "g on one side only: load",
            lambda trunk_mass, trunk_arm, load, load_arm, muscle_arm: (
                (trunk_mass * trunk_arm + _G * load * load_arm) / muscle_arm
            ),
            "Only the load is weighed in newtons: the trunk is multiplied by 9.81, too. Brackets around the sum do it "
            "for both.",
        ),
        Mistake(
            "only the load divided",
            lambda trunk_mass, trunk_arm, load, load_arm, muscle_arm: (
                _G * (trunk_mass * trunk_arm + load * load_arm / muscle_arm)
            ),
            "Only the load is divided by muscle_arm: / comes before +. Put brackets around the sum of both moments, "
            "then divide.",
        ),
        Mistake(
            "multiplied by the muscle arm",
            lambda trunk_mass, trunk_arm, load, load_arm, muscle_arm: (
                _both(trunk_mass, trunk_arm, load, load_arm) * muscle_arm
            ),
            "The moment is right, but the muscles' lever arm divides: force times lever arm is the moment, so a short "
            "arm means a large force.",
        ),
        Mistake(
            "not divided by the muscle arm",
            lambda trunk_mass, trunk_arm, load, load_arm, muscle_arm: _both(trunk_mass, trunk_arm, load, load_arm),
            "That is the moment, in newton metres, and it is right. The muscles hold it with their own lever arm: "
            "divide by muscle_arm.",
        ),
        Mistake(
            "moments subtracted",
            lambda trunk_mass, trunk_arm, load, load_arm, muscle_arm: (
                _G * (trunk_mass * trunk_arm - load * load_arm) / muscle_arm
            ),
            "You subtract the load's moment from the trunk's. Both turn the trunk forward, so they add up.",
        ),
        Mistake(
            "moments subtracted the other way",
            lambda trunk_mass, trunk_arm, load, load_arm, muscle_arm: (
                _G * (load * load_arm - trunk_mass * trunk_arm) / muscle_arm
            ),
            "You subtract the trunk's moment from the load's. Both turn the trunk forward, so they add up.",
        ),
        Mistake(
            "lever arms forgotten",
            lambda trunk_mass, trunk_arm, load, load_arm, muscle_arm: _G * (trunk_mass + load),
            "That is the weight of trunk and load. How far in front of the disc they are makes the moment: multiply "
            "each by its own lever arm, then divide by that of the muscles.",
        ),
        Mistake(
            "weights and arms added apart",
            lambda trunk_mass, trunk_arm, load, load_arm, muscle_arm: (
                _G * (trunk_mass + load) * (trunk_arm + load_arm) / muscle_arm
            ),
            "You add the masses, add the lever arms, and multiply the sums. Each weight has its own lever arm: "
            "multiply first, then add.",
        ),
        Mistake(
            "lever arms swapped",
            lambda trunk_mass, trunk_arm, load, load_arm, muscle_arm: (
                _G * (trunk_mass * load_arm + load * trunk_arm) / muscle_arm
            ),
            "The lever arms have changed places: trunk_mass goes with trunk_arm, load with load_arm.",
        ),
        Mistake(
            "one lever arm for all",
            lambda trunk_mass, trunk_arm, load, load_arm, muscle_arm: _G * (trunk_mass + load) * trunk_arm / muscle_arm,
            "You let the load act where the trunk's weight acts. It has a lever arm of its own: load · load_arm.",
        ),
    ),
    hint=(
        "What turns the trunk forward must equal what holds it. Each weight is 9.81 times a mass, and turns with its "
        "own lever arm: 9.81 · (trunk_mass · trunk_arm + load · load_arm). The muscles hold with force times "
        "muscle_arm, so divide that sum by muscle_arm. In Python the signs are * and /, and brackets go around a sum."
    ),
)
