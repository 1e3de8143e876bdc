"""Explorer: nine joints on one body; which of them score, and what does the sum mean?

Nine joints make nine controls, more than an explorer usually has: they share one place, and each can be taken hold of
in the picture, on a body that faces the reader.
How far checked: the points are a definition; the body is drawn to a body-segment table.
"""

from typing import Any

from jointlab.explorers.declare import Choice, Declaration, Goal, Slider
from jointlab.language import _, ngettext
from jointlab.lessons.hypermobility.nine_joints_picture import NineJointsPicture, Person
from jointlab.models.evidence import beighton
from jointlab.models.evidence.beighton import Measures, Side

SIDES = ("right", "left")  # as they stand from the reader's left to right: the person faces the reader
LINE_OF = {
    "child": _("The line for people who still grow is {line}: {verdict}."),
    "adult": _("The line for people fully grown, up to 50, is {line}: {verdict}."),
    "older": _("The line for people over 50 is {line}: {verdict}."),
}
# What scores: a joint, its side or both sides, and the words for it.
SCORING = {
    "little_finger": {
        "right": _("right little finger"),
        "left": _("left little finger"),
        "both": _("both little fingers"),
    },
    "thumb": {"right": _("right thumb"), "left": _("left thumb"), "both": _("both thumbs")},
    "elbow": {"right": _("right elbow"), "left": _("left elbow"), "both": _("both elbows")},
    "knee": {"right": _("right knee"), "left": _("left knee"), "both": _("both knees")},
    "palms": {"": _("palms to floor")},
}
GROUP = _("Joint")  # nine joints share one place among the controls


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
    score = _("The score is {score} of 9: {joints}.").format(score=state.score, joints=_which(state))
    return f"{score} {LINE_OF[state.stage_key].format(line=state.cut_off, verdict=_verdict(state))}"


def _verdict(state: Person) -> str:
    """How far the score is from the line, and what it means to be beyond."""
    short = state.cut_off - state.score
    if short <= 0:
        return _("this counts as generalised hypermobility, a name for many loose joints and not for an illness")
    if short == 1 and state.stage_key != "child":
        return _("1 point is missing, and answers about earlier years may make up for it")
    return ngettext("{count} point is missing", "{count} points are missing", short).format(count=short)


def _which(state: Person) -> str:
    """The joints that score, in words."""
    if state.score == 0:
        return _("no joint goes that far")
    if state.score == beighton.POINTS:
        return _("every joint goes that far")
    found = {name: [side for (joint, side), yes in state.points.items() if yes and joint == name] for name in SCORING}
    return ", ".join(SCORING[name][sides[0] if len(sides) == 1 else "both"] for name, sides in found.items() if sides)


def between_two_lines_on_one_side(state: Person) -> bool:
    """Whether the same body counts over 50, but not before, and is loose on one side only."""
    sides = {side for (_joint, side), scores in state.points.items() if scores}
    return beighton.cut_off("older") <= state.score < beighton.cut_off("adult") and len(sides) == 1


def _pair(name: str, labels: tuple[str, str], unit: str, low: float, high: float, default: float) -> list[Slider]:
    rest = (unit, low, high, default, round(high - low))
    return [
        Slider(f"{name}_{side}", label, "", *rest, group=GROUP) for side, label in zip(SIDES, labels, strict=True)
    ]


def _both(**values: Any) -> dict[str, Any]:
    """The same on both sides."""
    return {f"{name}_{side}": value for name, value in values.items() for side in SIDES}


BEIGHTON = Declaration(
    title=_("Nine joints"),
    controls=(
        *_pair("little_finger", (_("Little finger, right"), _("Little finger, left")), "°", 30, 110, 70),
        *_pair("thumb", (_("Thumb gap, right"), _("Thumb gap, left")), "cm", 0, 5, 2),
        *_pair("elbow", (_("Elbow, right"), _("Elbow, left")), "°", 0, 20, 4),
        *_pair("knee", (_("Knee, right"), _("Knee, left")), "°", 0, 20, 3),
        Slider("palms", _("Palms above floor"), "", "cm", 0, 40, 15, 40, group=GROUP),
        Choice("stage", _("Stage of life"), beighton.STAGES, "adult"),
    ),
    model=person,
    picture=NineJointsPicture,
    sentence=sentence,
    presets={
        _("Hands only"): _both(little_finger=95, thumb=0, elbow=4, knee=3) | {"palms": 15},
        _("One step short of everything"): _both(little_finger=89, thumb=1, elbow=9, knee=9) | {"palms": 1},
        _("All nine"): _both(little_finger=95, thumb=0, elbow=12, knee=12) | {"palms": 0},
        _("Elbows and knees"): _both(little_finger=70, thumb=2, elbow=14, knee=13) | {"palms": 15},
    },
    goal=Goal(
        _("a body that counts over 50, but not at 30, and has all its points on one side"),
        between_two_lines_on_one_side,
    ),
    # Ten controls: of each joint, one position that scores and one that does not.
    recorded=_both(little_finger=(70, 95), thumb=(0, 2), elbow=(4, 12), knee=(3, 12)) | {"palms": (0, 15)},
)
