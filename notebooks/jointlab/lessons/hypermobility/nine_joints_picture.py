"""Nine joints on one body: how far each goes, which of them score, and where the line is drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from jointlab.drawings import style
from jointlab.drawings.human import closeups
from jointlab.drawings.human.front import SIDES, FrontBody
from jointlab.drawings.human.layers import Layers
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.human.upright import Upright
from jointlab.drawings.page import SPACING, Page
from jointlab.models.body.adult import adult
from jointlab.models.body.balance import hip_above_floor
from jointlab.models.body.forward_bend import palms_at
from jointlab.models.body.kinematics import turn
from jointlab.models.evidence import beighton
from jointlab.models.evidence.beighton import PALMS, Joint, Measures
from jointlab.units import amount

TILE = 140  # pixels: width of a close-up
LEFT_EDGES = {"right": (6, 150), "left": (670, 814)}  # pixels: of the two close-ups beside each other
UPPER_EDGES = (34, 232)
# Joint: column and row of its close-up, pixels for a metre, where its hinge lies in a close-up on the reader's right.
CLOSEUPS = {
    "little_finger": (0, 0, 560.0, (36, 140)),
    "thumb": (1, 0, 520.0, (66, 78)),
    "elbow": (0, 1, 190.0, (44, 100)),
    "knee": (1, 1, 165.0, (58, 100)),
}
NAMES = {
    "little_finger": "little finger",
    "thumb": "thumb",
    "elbow": "elbow",
    "knee": "knee",
    "palms": "palms to floor",
}
SCORES = {
    "little_finger": f"scores from {amount(beighton.LITTLE_FINGER, '°')}",
    "thumb": "scores touching",
    "elbow": f"scores from {amount(beighton.ELBOW, '°')}",
    "knee": f"scores from {amount(beighton.KNEE, '°')}",
    "palms": "scores if flat",
}
FRONT, BENT = (295, 8, 370, 412), (542, 272, 128, 148)  # pixels: left, top, width, height of the two whole bodies
SCORE = (298, 300)  # pixels: where the score stands
DETAIL = 0.45  # of the usual number of points: these bodies are small
DOT = 16  # pixels: mark of a point
STEP = 15  # pixels: from one point of the row below the score to the next


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

    height = 430
    description = (
        "Middle: a person who faces you, so that the right side of the body is on your left, arms held out to the "
        "sides with the palms up. Nine round marks lie on little fingers, thumbs, elbows, knees and waist; a mark is "
        "filled green where the joint scores a point, and so is its twin beside the close-up. On your left for the "
        "right side of the body, on your right for its left side, four close-ups: a little finger bent back from a "
        f"table, with a dashed line at {amount(beighton.LITTLE_FINGER, 'degrees')}; a thumb pulled towards the "
        "forearm; an elbow and a knee bent past straight, with dashed lines at 0 and at "
        f"{amount(beighton.ELBOW, 'degrees')}. Below on the right: the person bends forward with straight knees. Below "
        "on the left: the score out of 9 as a number and as a row of nine marks, with an upright line where the "
        "cut-off for the chosen age stands."
    )

    def lay_out(self) -> None:
        self.person = adult()
        self.upright = Upright(self.person, DETAIL)
        self._bodies()
        layers = Layers(self.page, self)
        self.behind = layers.union(2, "far_skin", "skin_edge")
        self.skin = layers.union(2.2, "skin", "skin_edge")
        self.ahead = layers.union(2.4, "skin", "skin_edge")
        self.badges: dict[Joint, complex] = {}
        for side in SIDES:
            middle = LEFT_EDGES[side][0] + (TILE * 2 + 4) / 2
            self.heading(middle, 20, f"person’s {side} side").set_ha("center")
            for joint in CLOSEUPS:
                self._closeup(joint, side)
        self._name(PALMS, BENT[0] + 6, BENT[1] - 36)
        self._marks()
        self._score()

    def _bodies(self) -> None:
        """The person from the front and bent forward, each on a floor."""
        self.front_axes = self._window(FRONT, -1.85 / 2, 1.85, floor=0.06)
        self.front = FrontBody(self.front_axes, self, self.person, detail=DETAIL)
        self.bent_axes = self._window(BENT, -0.42, 1.08, floor=0.03)
        self.bent = SideBody(self.bent_axes, self, detail=DETAIL)
        for axes, ends in ((self.bent_axes, [-0.40, 0.64]), (self.front_axes, [-0.34, 0.34])):
            axes.plot(ends, [0, 0], color=style.colour("muted"), lw=style.LINE["thin"])

    def _window(self, box: tuple[float, ...], start: float, width: float, floor: float) -> Axes:
        """Axes in metres in a box of pixels: `width` m wide from `start`, beginning `floor` m below the floor."""
        left, top, across, down = box
        limits = {"xlim": (start, start + width), "ylim": (-floor, width * down / across - floor)}
        axes = self.plot(left, top, left + across, top + down, zorder=1, **limits)
        axes.set_axis_off()
        return axes

    def _closeup(self, joint: str, side: str) -> None:
        """Name and guides of one close-up."""
        x, y = self._corner(joint, side)
        self._name((joint, side), x + 14, y + 14)
        to_page = self._to_page(joint, side)
        if joint == "little_finger":
            table = to_page(np.array([-0.03, 0.19]) - 0.003j)
            self.page.plot(*table.T, color=style.colour("muted"), lw=style.LINE["thin"])
            self._guide(to_page, closeups.KNUCKLE, 90, 0.078)
        if joint == "elbow":
            for angle in (0, -beighton.ELBOW):
                self._guide(to_page, 0, angle, 0.44)
        if joint == "knee":
            for angle in (-90, beighton.KNEE - 90):
                self._guide(to_page, 0, angle, 0.46)

    def _corner(self, joint: str, side: str) -> tuple[int, int]:
        column, row, *_ = CLOSEUPS[joint]
        across = column if SIDES[side] > 0 else 1 - column  # mirrored, like the body
        return LEFT_EDGES[side][across], UPPER_EDGES[row]

    def _to_page(self, joint: str, side: str) -> Callable[[NDArray | complex], NDArray]:
        """From metres around a joint's hinge to the pixels of its close-up."""
        scale, (right, down) = CLOSEUPS[joint][2:]
        x, y = self._corner(joint, side)
        hinge = x + (right if SIDES[side] > 0 else TILE - right)

        def to_page(points: NDArray | complex) -> NDArray:
            points = np.atleast_1d(points)
            return np.column_stack([hinge + SIDES[side] * scale * points.real, y + down - scale * points.imag])

        return to_page

    def _guide(self, to_page: Callable, start: complex, angle: float, length: float) -> None:
        """A dashed line from `start` at `angle` (degrees above the horizontal)."""
        ends = to_page(start + np.array([0, length]) * turn(-angle))
        self.page.plot(*ends.T, color=style.colour("muted"), ls=(0, (3, 3)), zorder=4, lw=1.2)

    def _name(self, joint: Joint, x: float, y: float) -> None:
        """Name of a close-up, what scores, and a place for its mark."""
        name, _ = joint
        self.badges[joint] = complex(x, y)
        self.write(x + 14, y, NAMES[name], bold=True)
        self.write(x + 14, y + 19, SCORES[name], colour="muted")

    def _marks(self) -> None:
        """Nine places on the body and nine beside the close-ups, with a kind of mark for scoring and for not."""
        self.places: dict[Joint, complex] = {PALMS: complex(0, 1.06 * self.person.hip_height + 0.06)}
        self.places |= {("knee", side): self.front.knee(side) for side in SIDES}
        self.marks = {scored: self._pair_of_marks(scored) for scored in (False, True)}

    def _pair_of_marks(self, scored: bool) -> tuple[Line2D, Line2D]:
        """Those on the body and those beside the close-ups."""
        colour = "green" if scored else "muted"
        fill = style.colour(colour if scored else "paper")
        look = {"marker": "o", "mfc": fill, "mew": style.LINE["normal"], "ls": "", "zorder": 8}
        return self.line(self.front_axes, colour, ms=DOT, **look), self.line(self.page, colour, ms=13, **look)

    def _score(self) -> None:
        x, y = SCORE
        self.number = self.write(x - 2, y, "", 56, "green", bold=True, va="baseline", moves=True)
        self.write(x + 42, y - 2, "of 9\npoints", "label", va="baseline", linespacing=1.1)
        self.row = y + 30
        steps = x + 5 + STEP * np.arange(beighton.POINTS)
        dots = {"marker": "o", "ms": 11, "mew": style.LINE["thin"], "ls": ""}
        self.page.plot(steps, np.full(beighton.POINTS, self.row), mfc="none", color=style.colour("muted"), **dots)
        self.filled = self.line(self.page, "green", zorder=5, **dots)
        self.cut = self.line(self.page, "vermilion", "strong", solid_capstyle="butt", zorder=6)
        self.line_words = self.write(x, self.row + 18, colour="vermilion", va="top", linespacing=SPACING, moves=True)

    def update(self, state: Person) -> None:
        measures = state.measures
        self.front.set(90.0, -measures.left.elbow, -measures.right.elbow)
        posture = palms_at(self.person, measures.palms)
        self.bent.set(self.person, posture, hip_above_floor(self.person, posture))
        self._set_closeups(measures)
        self._set_marks(state)
        x, _ = SCORE
        self.number.set_text(f"{state.score}")
        self.filled.set_data(x + 5 + STEP * np.arange(state.score), np.full(state.score, self.row))
        at = x + 5 + STEP * (state.cut_off - 1.5)
        self.cut.set_data([at, at], [self.row - 15, self.row + 15])
        self.line_words.set_text(f"line at {state.cut_off},\n{state.stage}")

    def _set_marks(self, state: Person) -> None:
        """A mark on the body and one beside each close-up, filled where the joint scores."""
        self.places |= self._on_arms(state.measures)
        for scored, (on_body, beside) in self.marks.items():
            joints = [joint for joint, scores in state.points.items() if scores is scored]
            for marks, places in ((on_body, self.places), (beside, self.badges)):
                found = np.array([places[joint] for joint in joints])
                marks.set_data(found.real, found.imag)

    def _on_arms(self, measures: Measures) -> dict[Joint, complex]:
        parts = (("little_finger", "tip"), ("thumb", "wrist"), ("elbow", "elbow"))
        return {
            (joint, name): self.front.arm_joint(part, name, 90.0, -side.elbow)
            for name, side in measures.sides.items()
            for joint, part in parts
        }

    def _set_closeups(self, measures: Measures) -> None:
        layers: tuple[list, list, list] = ([], [], [])
        for name, side in measures.sides.items():
            drawn = {
                "little_finger": closeups.little_finger(side.little_finger),
                "thumb": closeups.thumb(side.thumb),
                "elbow": ([], closeups.elbow(self.upright, side.elbow), []),
                "knee": ([], closeups.knee(self.upright, side.knee), []),
            }
            for joint, groups in drawn.items():
                to_page = self._to_page(joint, name)
                for layer, parts in zip(layers, groups, strict=True):
                    layer += [to_page(part) for part in parts]
        for union, outlines in zip((self.behind, self.skin, self.ahead), layers, strict=True):
            union.show(outlines)
