"""Nine joints on one body: how far each goes, which of them score, and where the line is drawn."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from matplotlib.axes import Axes
from matplotlib.text import Text
from numpy.typing import NDArray

from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.human import closeups
from jointlab.drawings.human.front import SIDES, FrontBody
from jointlab.drawings.human.layers import closed
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.page import SPACING, Page
from jointlab.drawings.shapes import outlines
from jointlab.language import _
from jointlab.lessons.hypermobility.close_views import DETAIL, TABLE, VIEWS, grip, guides, moving, on_page
from jointlab.models.body.adult import adult
from jointlab.models.body.balance import hip_above_floor
from jointlab.models.body.forward_bend import palms_at
from jointlab.models.body.kinematics import arm_points, trunk_points
from jointlab.models.evidence import beighton
from jointlab.models.evidence.beighton import PALMS, Joint, Measures
from jointlab.units import amount

LABELS = {  # followed by what is measured
    "little_finger": _("little finger"),
    "thumb": _("thumb"),
    "elbow": _("elbow"),
    "knee": _("knee"),
    "palms": _("palms"),
}
UNITS = {"little_finger": "°", "thumb": "cm", "elbow": "°", "knee": "°", "palms": "cm"}
SCORES = {
    "little_finger": _("scores from {angle}").format(angle=amount(beighton.LITTLE_FINGER, "°")),
    "thumb": _("scores touching"),
    "elbow": _("scores from {angle}").format(angle=amount(beighton.ELBOW, "°")),
    "knee": _("scores from {angle}").format(angle=amount(beighton.KNEE, "°")),
    "palms": _("scores flat on floor"),
}
JOINTS: list[Joint] = [*((name, side) for name in VIEWS for side in SIDES), PALMS]
FLOOR = 338  # pixels from the top
FRONT, BENT = (309, 20, 651, 180.0), (515, 180, 655, 130.0)  # left, top, right in pixels, pixels for a metre
HEADING = 330  # pixels: of a side, from the middle of the page
# Pixels: the mark beside a name.
NAME_AT = {
    "little_finger": {"right": (184, 44), "left": (664, 44)},
    "thumb": {"right": (12, 44), "left": (834, 44)},
    "elbow": {"right": (184, 206), "left": (664, 206)},
    "knee": {"right": (12, 206), "left": (834, 206)},
    "palms": {"": (524, 142)},
}
BADGE = 13  # pixels from a mark to the name beside it
SCORE = (314, 212)  # pixels: where the score stands
MARK, SMALL, STEP = 13, 9, 13  # pixels: marks, those of the score, and from one of these to the next
HEIGHTS = np.linspace(0, 0.5, 21)  # m: of the palms, on the way of a hand


@dataclass(frozen=True)
class Person:
    """One set of nine `measures`, and the stage of life (a key of `beighton.STAGES`) that decides the line."""

    measures: Measures
    stage_key: str

    @cached_property
    def points(self) -> dict[Joint, bool]:
        """Whether each joint scores."""
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


class NineJointsPicture(Page):
    """The whole person with nine marks, a close-up of each joint, and the score."""

    height = 350
    description = _(
        "Middle: a person who faces you, so that the right side of the body is on your left, arms held out to the "
        "sides with the palms up. Nine square marks lie on little fingers, thumbs, elbows, knees and waist; a mark is "
        "filled green where the joint scores a point, and so is its twin beside the close-up, where the joint's name "
        "and its angle or gap stand. On your left for the right side of the body, on your right for its left side, "
        "four close-ups: a little finger bent back from a table, with a dashed line at "
        "{little_finger}; a thumb pulled towards the forearm; an elbow and a knee bent "
        "past straight, with dashed lines at 0 and at {elbow}. Below on the right: the "
        "person bends forward with straight knees. Below on the left: the score out of 9 as a number and as a row of "
        "nine marks, with an upright line where the cut-off for the chosen age stands."
    ).format(little_finger=amount(beighton.LITTLE_FINGER, "degrees"), elbow=amount(beighton.ELBOW, "degrees"))

    def lay_out(self) -> None:
        self.person = adult()
        self._bodies()
        self._still_hands()
        self.limbs = self.shape("skin", "skin_edge", moves=True)
        self._marks()
        for side, words in {"right": _("person’s right side"), "left": _("person’s left side")}.items():
            self.heading(self.width / 2 + SIDES[side] * HEADING, 16, words).set_ha("center")
            for joint in VIEWS:
                for ends in guides((joint, side)):
                    self.above(self.page.plot(*ends.T, color=style.colour("muted"), ls=(0, (3, 3)), lw=1.2)[0])
        self.names = {joint: self._name(joint) for joint in JOINTS}
        self._score()
        self._grips = [grip(joint) for joint in JOINTS if joint != PALMS] + [(self._hands(),)]

    def _bodies(self) -> None:
        """The person from the front and bent forward, each on a floor."""
        self.front_axes = self._window(FRONT, -0.95)
        self.front = FrontBody(self.front_axes, self, self.person, detail=DETAIL)
        self.bent_axes = self._window(BENT, -0.36)
        self.bent = SideBody(self.bent_axes, self, detail=DETAIL)
        for axes, ends in ((self.bent_axes, [-0.34, 0.56]), (self.front_axes, [-0.26, 0.26])):
            axes.plot(ends, [0, 0], color=style.colour("muted"), lw=style.LINE["thin"])

    def _window(self, window: tuple[float, ...], start: float) -> Axes:
        """Axes in metres that begin `start` m from the middle of the feet; `window`: left, top, right, pixels per m."""
        left, top, right, scale = window
        low = (FLOOR - self.height) / scale
        limits = {"xlim": (start, start + (right - left) / scale), "ylim": (low, low + (self.height - top) / scale)}
        axes = self.plot(left, top, right, self.height, zorder=1, **limits)
        axes.set_axis_off()
        return axes

    def _still_hands(self) -> None:
        """What does not move in the close-ups: hands on tables, and hands whose thumb is pulled."""
        fingers, palm = closeups.hand_on_table()
        for side in SIDES:
            hand, thumb = ("little_finger", side), ("thumb", side)
            self.page.plot(*on_page(hand, TABLE).T, color=style.colour("muted"), lw=style.LINE["thin"])
            for joint, skin, outline in (
                (hand, "far_skin", fingers),
                (hand, "skin", palm),
                (thumb, "skin", closeups.hand_bent_down()),
            ):
                self.shape(skin, "skin_edge").set_path(outlines.path(on_page(joint, outline)))

    def _name(self, joint: Joint) -> Text:
        """What scores, and above it a place for the name of a joint with what is measured there."""
        place = self.badges[joint]
        x = place.real + BADGE
        self.write(x, place.imag + 18, SCORES[joint[0]], colour="muted")
        return self.write(x, place.imag, bold=True, moves=True)

    def _marks(self) -> None:
        """Nine places on the body and nine beside the close-ups, with a kind of mark for scoring and for not."""
        self.badges: dict[Joint, complex] = {
            (name, side): complex(*place) for name, pair in NAME_AT.items() for side, place in pair.items()
        }
        places = {PALMS: complex(0, 1.06 * self.person.hip_height + 0.06)}
        self.places = places | {("knee", side): self.front.knee(side) for side in SIDES}
        self.marks = {
            False: self.shape("paper", "muted", "normal", moves=True, zorder=8),
            True: self.shape("green", "green", "normal", moves=True, zorder=8),
        }

    def _score(self) -> None:
        x, y = SCORE
        self.number = self.write(x - 2, y, "", 56, "green", bold=True, va="baseline", moves=True)
        self.write(x + 42, y - 2, _("of 9\npoints"), "label", va="baseline", linespacing=1.1)
        self.row = complex(x + 5, y + 26) + STEP * np.arange(beighton.POINTS)
        self.shape("paper", "muted").set_path(outlines.path(*_squares(self.row, SMALL)))
        self.filled = self.shape("green", "green", moves=True)
        self.cut = self.line(self.page, "vermilion", "strong", solid_capstyle="butt", zorder=6)
        self.line_words = self.write(x, y + 44, colour="vermilion", va="top", linespacing=SPACING, moves=True)

    def _hands(self) -> Track:
        """The way of the bent person's hands."""
        postures = [palms_at(self.person, height) for height in HEIGHTS]
        hands = [arm_points(self.person, trunk_points(self.person, at), at.arm) for at in postures]
        hips = [hip_above_floor(self.person, at) for at in postures]
        places = np.array([hip + (hand.wrist + hand.tip) / 2 for hip, hand in zip(hips, hands, strict=True)])
        return Track("palms", HEIGHTS, self.pixels(self.bent_axes, places.real, places.imag))

    def grips(self, state: Person) -> list[Grip]:
        """Every joint, where it is drawn."""
        return self._grips

    def update(self, state: Person) -> None:
        measures = state.measures
        self.front.set(90.0, -measures.left.elbow, -measures.right.elbow)
        posture = palms_at(self.person, measures.palms)
        self.bent.set(self.person, posture, hip_above_floor(self.person, posture), hands="flat")
        self.limbs.set_path(closed([moving(joint, measured(measures, joint)) for joint in JOINTS if joint != PALMS]))
        for joint, words in self.names.items():
            words.set_text(f"{LABELS[joint[0]]} {amount(measured(measures, joint), UNITS[joint[0]])}")
        self._set_marks(state)
        self._set_score(state)

    def _set_marks(self, state: Person) -> None:
        """A mark on the body and one beside each close-up, filled where the joint scores."""
        self.places |= self._on_arms(state.measures)
        on_body = self.pixels(self.front_axes, *np.array([[at.real, at.imag] for at in self.places.values()]).T)
        middles = dict(zip(self.places, on_body @ [1, 1j], strict=True))
        for scored, marks in self.marks.items():
            joints = [joint for joint, scores in state.points.items() if scores is scored]
            found = np.array([place[joint] for place in (middles, self.badges) for joint in joints])
            marks.set_path(outlines.path(*_squares(found, MARK)))

    def _set_score(self, state: Person) -> None:
        self.number.set_text(f"{state.score}")
        self.filled.set_path(outlines.path(*_squares(self.row[: state.score], SMALL)))
        at = self.row[0] + STEP * (state.cut_off - 1.5)
        self.cut.set_data([at.real] * 2, [at.imag - 13, at.imag + 13])
        self.line_words.set_text(_("line at {cut_off},\n{stage}").format(cut_off=state.cut_off, stage=state.stage))

    def _on_arms(self, measures: Measures) -> dict[Joint, complex]:
        parts = (("little_finger", "tip"), ("thumb", "wrist"), ("elbow", "elbow"))
        return {
            (joint, name): self.front.arm_joint(part, name, 90.0, -side.elbow)
            for name, side in measures.sides.items()
            for joint, part in parts
        }


def measured(measures: Measures, joint: Joint) -> float:
    """The angle (degrees) or the gap (m) at a joint."""
    name, side = joint
    return measures.palms if joint == PALMS else getattr(measures.sides[side], name)


def _squares(middles: NDArray, size: float) -> list[NDArray]:
    """Squares around places x + i·y, `size` pixels wide."""
    half = size / 2
    return [outlines.box(at.real - half, at.imag - half, at.real + half, at.imag + half) for at in middles]
