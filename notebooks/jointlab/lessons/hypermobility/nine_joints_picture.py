"""Nine joints on one body: how far each goes, which of them score, and where the line is drawn."""

from collections.abc import Callable
from typing import Any

import numpy as np

from jointlab.drawings import style
from jointlab.drawings.human import closeups
from jointlab.drawings.human.front import SIDES, FrontBody
from jointlab.drawings.human.layers import Layers
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.human.upright import Upright
from jointlab.drawings.picture import Picture
from jointlab.models.body.adult import adult
from jointlab.models.body.balance import hip_above_floor
from jointlab.models.body.forward_bend import palms_at
from jointlab.models.body.kinematics import turn
from jointlab.models.evidence import beighton

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
    "little_finger": f"scores from {beighton.LITTLE_FINGER:.0f}°",
    "thumb": "scores touching",
    "elbow": f"scores from {beighton.ELBOW:.0f}°",
    "knee": f"scores from {beighton.KNEE:.0f}°",
    "palms": "scores if flat",
}
FRONT, BENT = (295, 8, 370, 412), (542, 272, 128, 148)  # pixels: left, top, width, height of the two whole bodies
SCORE = (298, 300)  # pixels: where the score stands
DETAIL = 0.45  # of the usual number of points: these bodies are small
DOT = 16  # pixels: mark of a point
STEP = 15  # pixels: from one point of the row below the score to the next


class BeightonPicture(Picture):
    """`update` takes a state with `measures` (models.evidence.beighton.Measures), `points` (joint → whether it scores),
    `score`, `cut_off` and `stage` (words)."""

    height = 430
    description = (
        "Middle: a person who faces you, so that the right side of the body is on your left, arms held out to the "
        "sides with the palms up. Nine round marks lie on little fingers, thumbs, elbows, knees and waist; a mark is "
        "filled green where the joint scores a point, and so is its twin beside the close-up. On your left for the "
        "right side of the body, on your right for its left side, four close-ups: a little finger bent back from a "
        "table, with a dashed line at 90 degrees; a thumb pulled towards the forearm; an elbow and a knee bent past "
        "straight, with dashed lines at 0 and at 10 degrees. Below on the right: the person bends forward with "
        "straight knees. Below on the left: the score out of 9 as a number and as a row of nine marks, with an upright "
        "line where the cut-off for the chosen age stands."
    )

    def build(self) -> None:
        self.person = adult()
        self.upright = Upright(self.person, DETAIL)
        page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0), zorder=2)
        page.set_axis_off()
        page.patch.set_visible(False)
        self.page = page
        self.front_axes = self._window(FRONT, width=1.85, floor=0.06)
        self.front = FrontBody(self.front_axes, self, self.person, detail=DETAIL)
        self.bent_axes = self._window(BENT, width=1.08, floor=0.03, left=-0.42)
        self.bent = SideBody(self.bent_axes, self, detail=DETAIL)
        floor = {"color": style.colour("muted"), "lw": style.LINE["thin"]}
        self.bent_axes.plot([-0.40, 0.64], [0, 0], **floor)
        self.front_axes.plot([-0.34, 0.34], [0, 0], **floor)
        layers = Layers(page, self)
        self.behind = layers.union(2, "far_skin", "skin_edge")
        self.skin = layers.union(2.2, "skin", "skin_edge")
        self.ahead = layers.union(2.4, "skin", "skin_edge")
        self.badges: dict[str, complex] = {}
        for side in SIDES:
            x = LEFT_EDGES[side][0] + (TILE * 2 + 4) / 2
            page.text(x, 20, f"person’s {side} side", ha="center", va="center", weight="bold", size=style.TEXT["label"])
            for joint in CLOSEUPS:
                self._closeup(joint, side)
        self._palms()
        self._marks()
        self._score()

    def _window(self, box: tuple, width: float, floor: float, left: float | None = None) -> Any:
        """Axes in metres in a box of pixels: `width` m wide, beginning `floor` m below the floor."""
        x, y, across, down = box
        place = (x / self.width, 1 - (y + down) / self.height, across / self.width, down / self.height)
        axes = self.figure.add_axes(place, zorder=1)
        start = -width / 2 if left is None else left
        axes.set(xlim=(start, start + width), ylim=(-floor, width * down / across - floor))
        axes.set_axis_off()
        return axes

    def _closeup(self, joint: str, side: str) -> None:
        """Name and guides of one close-up."""
        x, y = self._corner(joint, side)
        self._heading(f"{joint}_{side}", x + 14, y + 14, NAMES[joint], SCORES[joint])
        to_page = self._to_page(joint, side)
        if joint == "little_finger":
            table = to_page(np.array([-0.03, 0.19]) - 0.003j)
            self._line(table, "muted")
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

    def _to_page(self, joint: str, side: str) -> Callable[[Any], np.ndarray]:
        """From metres around a joint's hinge to the pixels of its close-up."""
        scale, (right, down) = CLOSEUPS[joint][2:]
        x, y = self._corner(joint, side)
        hinge = x + (right if SIDES[side] > 0 else TILE - right)

        def to_page(points: Any) -> np.ndarray:
            points = np.atleast_1d(points)
            return np.column_stack([hinge + SIDES[side] * scale * points.real, y + down - scale * points.imag])

        return to_page

    def _line(self, points: np.ndarray, colour: str, **how: Any) -> None:
        self.page.plot(*points.T, **{"color": style.colour(colour), "lw": style.LINE["thin"], **how})

    def _guide(self, to_page: Callable, start: complex, angle: float, length: float) -> None:
        """A dashed line from `start` at `angle` (degrees above the horizontal)."""
        self._line(to_page(start + np.array([0, length]) * turn(-angle)), "muted", ls=(0, (3, 3)), zorder=4, lw=1.2)

    def _palms(self) -> None:
        self._heading("palms", BENT[0] + 6, BENT[1] - 36, NAMES["palms"], SCORES["palms"])

    def _heading(self, joint: str, x: float, y: float, name: str, scores: str) -> None:
        """Name of a close-up, what scores, and a place for its mark."""
        self.badges[joint] = complex(x, y)
        self.page.text(x + 14, y, name, va="center", weight="bold", size=style.TEXT["small"])
        self.page.text(x + 14, y + 19, scores, va="center", size=style.TEXT["small"], color=style.colour("muted"))

    def _marks(self) -> None:
        """Nine places on the body and nine beside the close-ups, with a kind of mark for scoring and for not."""
        self.places = {"palms": complex(0, 1.06 * self.person.hip_height + 0.06)}
        self.places |= {f"knee_{side}": self.front.knee(side) for side in SIDES}
        shape = {"marker": "o", "mew": style.LINE["normal"], "ls": "", "zorder": 8}
        self.marks = {}
        for scored in (False, True):
            edge = style.colour("green" if scored else "muted")
            look = {"mfc": edge if scored else style.colour("paper"), "mec": edge, **shape}
            drawn = [axes.plot([], [], ms=size, **look)[0] for axes, size in ((self.front_axes, DOT), (self.page, 13))]
            self.marks[scored] = [self.moving(marks) for marks in drawn]

    def _score(self) -> None:
        x, y = SCORE
        big = {"size": 56, "weight": "bold", "va": "baseline", "color": style.colour("green")}
        self.number = self.moving(self.page.text(x - 2, y, "", **big))
        self.page.text(x + 42, y - 20, "of 9", va="baseline", size=style.TEXT["label"])
        self.page.text(x + 42, y - 2, "points", va="baseline", size=style.TEXT["label"])
        row = {"mew": style.LINE["thin"], "ms": 11, "ls": ""}
        self.row = y + 30
        steps = x + 5 + STEP * np.arange(beighton.POINTS)
        self.page.plot(steps, np.full(beighton.POINTS, self.row), "o", mfc="none", mec=style.colour("muted"), **row)
        filled = {"mfc": style.colour("green"), "mec": style.colour("green"), "zorder": 5}
        self.filled = self.moving(self.page.plot([], [], "o", **filled, **row)[0])
        line = {"color": style.colour("vermilion"), "lw": style.LINE["strong"], "zorder": 6}
        self.cut = self.moving(self.page.plot([], [], solid_capstyle="butt", **line)[0])
        words = {"size": style.TEXT["small"], "va": "top", "linespacing": 1.35, "color": style.colour("vermilion")}
        self.line_words = self.moving(self.page.text(x, self.row + 18, "", **words))

    def update(self, state: Any) -> None:
        measures = state.measures
        self.front.set(90.0, -measures.elbow_left, -measures.elbow_right)
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

    def _set_marks(self, state: Any) -> None:
        """A mark on the body and one beside each close-up, filled where the joint scores."""
        self.places |= self._on_arms(state.measures)
        for scored, (on_body, beside) in self.marks.items():
            joints = [joint for joint, scores in state.points.items() if scores is scored]
            for marks, places in ((on_body, self.places), (beside, self.badges)):
                found = np.array([places[joint] for joint in joints])
                marks.set_data(found.real, found.imag)

    def _on_arms(self, measures: beighton.Measures) -> dict[str, complex]:
        places = {}
        for side in SIDES:
            elbow = -getattr(measures, f"elbow_{side}")
            for joint, part in (("little_finger", "tip"), ("thumb", "wrist"), ("elbow", "elbow")):
                places[f"{joint}_{side}"] = self.front.arm_joint(part, side, 90.0, elbow)
        return places

    def _set_closeups(self, measures: beighton.Measures) -> None:
        layers: tuple[list, list, list] = ([], [], [])
        for side in SIDES:
            drawn = {
                "little_finger": closeups.little_finger(getattr(measures, f"little_finger_{side}")),
                "thumb": closeups.thumb(getattr(measures, f"thumb_{side}")),
                "elbow": ([], closeups.elbow(self.upright, getattr(measures, f"elbow_{side}")), []),
                "knee": ([], closeups.knee(self.upright, getattr(measures, f"knee_{side}")), []),
            }
            for joint, groups in drawn.items():
                to_page = self._to_page(joint, side)
                for layer, parts in zip(layers, groups, strict=True):
                    layer += [to_page(part) for part in parts]
        for union, outlines in zip((self.behind, self.skin, self.ahead), layers, strict=True):
            union.show(outlines)
