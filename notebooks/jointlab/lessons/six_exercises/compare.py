"""Explorer: when two exercises can be told apart, by how active a muscle is, and by how active for each newton.

Two exercises that one study measured in the same way (Callaghan et al. 1998): lifting a leg on all fours, and the
bird-dog. The learner may measure more people, or know the load better, than anybody has.

How far checked: activities *measured*; the interval of a mean and the compression are *textbook models*, and how many
people or how good a model one would need is a thought experiment with today's means and spreads.
"""

from dataclasses import dataclass, replace
from functools import cache

from jointlab import sources
from jointlab.explorers.declare import Choice, Declaration, Goal, Slider
from jointlab.lessons.six_exercises.compare_picture import Compared, ComparePicture, Side
from jointlab.lessons.six_exercises.poses import POSES
from jointlab.models.body.adult import adult
from jointlab.models.body.contact import Contact
from jointlab.models.body.lumbar_load import spine_load
from jointlab.models.body.settle import settle
from jointlab.models.evidence.challenge import Challenge, activity, compare
from jointlab.models.interval import Interval
from jointlab.units import fixed, percent

# Muscle and side: its rows of exercise_emg.csv in the leg lift and in the bird-dog.
ROWS = {
    "oblique_near": ("callaghan_eo_near", "callaghan_eo_bird_near"),
    "oblique_far": ("callaghan_eo_far", "callaghan_eo_bird_far"),
    "rectus_near": ("callaghan_ra_near", "callaghan_ra_bird_near"),
    "rectus_far": ("callaghan_ra_far", "callaghan_ra_bird_far"),
}
MUSCLES = {
    "oblique_near": "External oblique, leg's side",
    "oblique_far": "External oblique, other side",
    "rectus_near": "Rectus abdominis, leg's side",
    "rectus_far": "Rectus abdominis, other side",
}
PEOPLE = (3, 200)


def compared(muscle: str, people: float, unknown: float) -> Compared:
    """Both exercises by one of ROWS, had so many `people` been measured, and were only the share `unknown` (0…1) of the
    doubt about the load left. Raises Impossible."""
    rows = [replace(sources.muscle_activity(name), n=round(people)) for name in ROWS[muscle]]
    active = [activity(row) for row in rows]
    loads = [_narrowed(load, unknown) for load in _loads()]
    ratios = [_per_newton(one, load) for one, load in zip(active, loads, strict=True)]
    sides = tuple(map(Side, ("leg lift", "bird-dog"), (one.band for one in active), loads, ratios))
    return Compared(
        MUSCLES[muscle], round(people), unknown, sides, compare(*active),
        compare(*ratios) if all(ratios) else "void",
    )  # fmt: skip
