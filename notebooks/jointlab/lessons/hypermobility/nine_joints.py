"""Explorer: nine joints on one body; which of them score, and what does the sum mean?

Nine joints make nine controls, more than an explorer usually has: they stand in two columns, for the right and the left
side of a body that faces the reader.
How far checked: the points are a definition; the body is drawn to a body-segment table.
"""

from dataclasses import dataclass
from functools import cached_property

from jointlab.explorers.declare import Choice, Declaration, Goal, Slider
from jointlab.lessons.hypermobility.nine_joints_picture import NAMES, BeightonPicture
from jointlab.models.evidence import beighton
from jointlab.models.evidence.beighton import Measures

CENTIMETRE = 0.01  # m
SIDES = ("right", "left")  # as they stand from the reader's left to right: the person faces the reader


@dataclass(frozen=True)
class Person:
    """One set of nine measures, and the stage of life that decides the line."""

    measures: Measures
    stage_key: str

    @cached_property
    def points(self) -> dict[str, bool]:
        """Joint → whether it scores."""
        return beighton.points(self.measures)

    @property
    def score(self) -> int:
        """0 to 9."""
        return sum(self.points.values())

    @property
    def cut_off(self) -> int:
        """The line for this stage of life."""
        return beighton.cut_off(self.stage_key)

    @property
    def stage(self) -> str:
        """The stage of life in words."""
        return beighton.STAGES[self.stage_key]


def person(stage: str, palms: float, **joints: float) -> Person:
    """Angles in degrees and gaps in cm, by the names of `Measures`."""
    gaps = {name: value * CENTIMETRE for name, value in joints.items() if name.startswith("thumb")}
    return Person(Measures(**{**joints, **gaps, "palms": palms * CENTIMETRE}), stage)


def sentence(state: Person) -> str:
    """What the state shows, in words."""
    short = state.cut_off - state.score
    if short <= 0:
        verdict = "which counts as generalised joint hypermobility. That is a name for loose joints, not for an illness"
    elif short == 1:
        verdict = "one point more than this; five questions about earlier years may make up for it"
    else:
        verdict = f"{short} points more than this"
    return f"The score is {state.score} of 9{_which(state)}. The line {_for(state)} is {state.cut_off}, {verdict}."


def _for(state: Person) -> str:
    return {"child": "for children", "adult": "from puberty to 50", "older": "over 50"}[state.stage_key]


def _which(state: Person) -> str:
    """The joints that score, in words."""
    sides: dict[str, list[str]] = {}
    for joint, scored in state.points.items():
        name, _, side = joint.rpartition("_") if joint != "palms" else (joint, "", "")
        if scored:
            sides.setdefault(name, []).append(side)
    if not sides or state.score == beighton.POINTS:
        return ": no joint goes that far" if not sides else ": every joint goes that far"
    return ": " + ", ".join(_joint(name, found) for name, found in sides.items())


def _joint(name: str, sides: list[str]) -> str:
    if name == "palms":
        return NAMES[name]
    return f"both {NAMES[name]}s" if len(sides) == 2 else f"{sides[0]} {NAMES[name]}"


def between_two_lines(state: Person) -> bool:
    """Whether the same body counts over 50, but not before."""
    return beighton.cut_off("older") <= state.score < beighton.cut_off("adult")


def _pair(name: str, label: str, unit: str, low: float, high: float, default: float) -> list[Slider]:
    steps = round(high - low)
    return [Slider(f"{name}_{side}", f"{label}, {side}", "", unit, low, high, default, steps) for side in SIDES]


def _both(**values: float) -> dict[str, float]:
    """The same value on both sides."""
    return {f"{name}_{side}": value for name, value in values.items() for side in SIDES}


BEIGHTON = Declaration(
    title="Nine joints",
    controls=(
        *_pair("little_finger", "Little finger", "°", 30, 110, 70),
        *_pair("thumb", "Thumb gap", "cm", 0, 5, 2),
        *_pair("elbow", "Elbow", "°", 0, 20, 4),
        *_pair("knee", "Knee", "°", 0, 20, 3),
        Slider("palms", "Palms above floor", "", "cm", 0, 40, 15, 40),
        Choice("stage", "Stage of life", beighton.STAGES, "adult"),
    ),
    model=person,
    picture=BeightonPicture,
    sentence=sentence,
    presets={
        "Hands only": {**_both(little_finger=95, thumb=0, elbow=4, knee=3), "palms": 15},
        "One step short of everything": {**_both(little_finger=89, thumb=1, elbow=9, knee=9), "palms": 1},
        "All nine": {**_both(little_finger=95, thumb=0, elbow=12, knee=12), "palms": 0},
        "Elbows and knees": {**_both(little_finger=70, thumb=2, elbow=14, knee=13), "palms": 15},
    },
    goal=Goal("a body that counts as hypermobile over 50, but not at 30", between_two_lines),
)
