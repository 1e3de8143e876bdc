"""Explorer: nine joints on one body; which of them score, and what does the sum mean?

Nine joints make nine controls, more than an explorer usually has: they share one place, and each can be taken hold of
in the picture, on a body that faces the reader.
How far checked: the points are a definition; the body is drawn to a body-segment table.
"""

from typing import Any

from jointlab.explorers.declare import Choice, Declaration, Goal, Slider
from jointlab.lessons.hypermobility.nine_joints_picture import NAMES, NineJointsPicture, Person
from jointlab.models.evidence import beighton
from jointlab.models.evidence.beighton import Measures, Side

SIDES = ("right", "left")  # as they stand from the reader's left to right: the person faces the reader
STAGE_OF = {"child": "who still grow", "adult": "fully grown, up to 50,", "older": "over 50"}
GROUP = "Joint"  # nine joints share one place among the controls


# fmt: off
def person(
    little_finger_right: float, little_finger_left: float, thumb_right: float, thumb_left: float,
    elbow_right: float, elbow_left: float, knee_right: float, knee_left: float, palms: float, stage: str,
) -> Person:
    # fmt: on
    """Angles in degrees and gaps in m, and a key of `beighton.STAGES`."""
    right = Side(little_finger_right, thumb_right, elbow_right, knee_right)
    left = Side(little_finger_left, thumb_left, elbow_left, knee_left)
    return Person(Measures(left, right, palms), stage)


def sentence(state: Person) -> str:
    """What the state shows, in words."""
    line = f"The line for people {STAGE_OF[state.stage_key]} is {state.cut_off}"
    return f"The score is {state.score} of 9: {_which(state)}. {line}: {_verdict(state)}."


def _verdict(state: Person) -> str:
    """How far the score is from the line, and what it means to be beyond."""
    short = state.cut_off - state.score
    if short <= 0:
        return "this counts as generalised hypermobility, a name for many loose joints and not for an illness"
    if short > 1:
        return f"{short} points are missing"
    made_up = "" if state.stage_key == "child" else ", and answers about earlier years may make up for it"
    return f"1 point is missing{made_up}"


def _which(state: Person) -> str:
    """The joints that score, in words."""
    if state.score == 0:
        return "no joint goes that far"
    if state.score == beighton.POINTS:
        return "every joint goes that far"
    found = {name: [side for (joint, side), yes in state.points.items() if yes and joint == name] for name in NAMES}
    return ", ".join(_joint(name, sides) for name, sides in found.items() if sides)


def _joint(name: str, sides: list[str]) -> str:
    return f"both {NAMES[name]}s" if len(sides) == 2 else f"{sides[0]} {NAMES[name]}".strip()


def between_two_lines_on_one_side(state: Person) -> bool:
    """Whether the same body counts over 50, but not before, and is loose on one side only."""
    sides = {side for (_, side), scores in state.points.items() if scores}
    return beighton.cut_off("older") <= state.score < beighton.cut_off("adult") and len(sides) == 1


def _pair(name: str, label: str, unit: str, low: float, high: float, default: float) -> list[Slider]:
    rest = (unit, low, high, default, round(high - low))
    return [Slider(f"{name}_{side}", f"{label}, {side}", "", *rest, group=GROUP) for side in SIDES]


def _both(**values: Any) -> dict[str, Any]:
    """The same on both sides."""
    return {f"{name}_{side}": value for name, value in values.items() for side in SIDES}


BEIGHTON = Declaration(
    title="Nine joints",
    controls=(
        *_pair("little_finger", "Little finger", "°", 30, 110, 70),
        *_pair("thumb", "Thumb gap", "cm", 0, 5, 2),
        *_pair("elbow", "Elbow", "°", 0, 20, 4),
        *_pair("knee", "Knee", "°", 0, 20, 3),
        Slider("palms", "Palms above floor", "", "cm", 0, 40, 15, 40, group=GROUP),
        Choice("stage", "Stage of life", beighton.STAGES, "adult"),
    ),
    model=person,
    picture=NineJointsPicture,
    sentence=sentence,
    presets={
        "Hands only": _both(little_finger=95, thumb=0, elbow=4, knee=3) | {"palms": 15},
        "One step short of everything": _both(little_finger=89, thumb=1, elbow=9, knee=9) | {"palms": 1},
        "All nine": _both(little_finger=95, thumb=0, elbow=12, knee=12) | {"palms": 0},
        "Elbows and knees": _both(little_finger=70, thumb=2, elbow=14, knee=13) | {"palms": 15},
    },
    goal=Goal(
        "a body that counts over 50, but not at 30, and has all its points on one side", between_two_lines_on_one_side
    ),
    # Ten controls: of each joint, one position that scores and one that does not.
    recorded=_both(little_finger=(70, 95), thumb=(0, 2), elbow=(4, 12), knee=(3, 12)) | {"palms": (0, 15)},
)
