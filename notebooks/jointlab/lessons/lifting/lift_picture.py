"""One lift with its six distances: a person at its start, the same person, pale, at its end; and what each costs."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from jointlab.drawings import style
from jointlab.drawings.human.scene import scene
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.picture import Picture
from jointlab.lessons.lifting.from_above import FromAbove

WINDOW = (-0.86, 2.44, -0.24, 2.10)  # m: left, right, bottom, top of the drawn space
END = 1.68  # m: where the ankles stand at the end of the lift
TRAVEL = 1.05  # m: where the way up or down is measured
BESIDE = 0.21  # m from the hands to where their height is measured
BOX = (0.20, 0.22, 0.14)  # m: depth, height, and how far the hands hold it above its bottom
STAND = (0.012, 0.10, 0.15)  # m: half a board's thickness, how far it reaches before and behind the hands
RULER = -0.10  # m: height at which horizontal distances are measured, below the floor
TICK = 0.022  # m: half the length of a ruler's end
COLOURS = {"start": "blue", "end": "green"}
NAMES = {"HM": "far in front", "VM": "height", "DM": "way up, down", "AM": "twist", "FM": "how often", "CM": "grip"}
USUAL = "One lift a minute, up to an hour; fair grip.\nSet down with care, straight ahead, near."
LEFT = 668  # pixels: left edge of the words on the right
FOG = 0.5  # how much of the person at the end is veiled
VALUES, MOST = 1.07, 1.40  # where the numbers and the word beside the worst stand, in lengths of the longest bar


class LiftPicture(Picture):
    """`update` takes a state with `body`, `start` and `end` (each with `posture`, `hip`, `hands`, `reached` and
    `limit`, a models.body.niosh.Limit), `travel` (m), `twist` (degrees), `allowed` (kg), `decides` ("start" or "end"),
    `worst` (two letters), `index` and `load` (kg). Places are forward + i·up from the ankles, in m."""

    height = 462
    description = (
        "Left: a person seen from the side, with a box in the hands, where a lift starts; to the right, paler, the "
        "same person where the lift ends, with the box on a shelf. Lines with letters measure the lift in centimetres: "
        "H, from the ankles forward to the hands, below the floor; V, from the floor up to the hands; D, from the "
        "height of the hands at the start to that at the end. Above on the left, the start seen from above: A is the "
        "angle between straight ahead and the box. Right: the recommended weight limit in kilograms, and a bar chart "
        "of the six multipliers from 0 to 1, horizontal axis without unit: two bars for each, blue for the start and "
        "green for the end; the word most stands beside the one that costs most where the lower limit is."
    )

    def build(self) -> None:
        self._shown: dict[str, Any] = {}  # the posture drawn at each end
        self._scene()
        self._rulers()
        self._answer()
        self._bars()
        self.above = FromAbove(self.figure, self, (4, 6, 136, 136))

    # ---------------------------------------------------------------- left: the lift

    def _scene(self) -> None:
        left, right, *_ = WINDOW
        self.scene = room = scene(self, WINDOW, floor=(left + 0.3, right - 0.03))
        self.boxes = {"end": _Box(room, self, 1.15)}
        self.people = {"end": SideBody(room, self, zorder=1, detail=0.5)}
        fog = Rectangle((END - 0.60, 0.005), 1.32, 2.1, fc=style.colour("paper"), ec="none", alpha=FOG, zorder=1.9)
        self.moving(room.add_patch(fog))
        self.boxes["start"] = _Box(room, self, 2.15)
        self.people["start"] = SideBody(room, self, zorder=2, detail=0.6)
        note = {"size": style.TEXT["small"], "color": style.colour("vermilion"), "weight": "bold", "ha": "right"}
        self.missed = self.moving(room.text(0, 0, "out of reach", va="bottom", zorder=9, **note))

    def _rulers(self) -> None:
        thin = {"color": style.colour("muted"), "lw": style.LINE["hair"], "ls": (0, (2, 3)), "zorder": 1.95}
        self.levels = self.moving(self.scene.plot([], [], **thin)[0])
        self.rulers = {name: _Rulers(self.scene, self, colour) for name, colour in {**COLOURS, "way": "ink"}.items()}
        for name, x in (("start", 0.0), ("end", END)):
            words = {"size": style.TEXT["small"], "weight": "bold", "color": style.colour(COLOURS[name])}
            self.scene.text(x - 0.07, RULER, name, ha="right", va="center", **words)

    # ---------------------------------------------------------------- right: the limit and its six factors

    def _answer(self) -> None:
        page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0), zorder=3)
        page.set_axis_off()
        page.patch.set_visible(False)
        small = {"size": style.TEXT["small"], "va": "baseline"}
        page.text(LEFT, 26, "Recommended weight limit", weight="bold", size=style.TEXT["label"], va="baseline")
        self.limit = self.moving(page.text(LEFT, 68, "", size=30, weight="bold", va="baseline"))
        self.limits = {
            name: self.moving(page.text(812, y, "", color=style.colour(COLOURS[name]), **small))
            for name, y in (("start", 49), ("end", 68))
        }
        self.index = self.moving(page.text(LEFT, 94, "", **small))
        page.text(LEFT, 450, USUAL, color=style.colour("muted"), linespacing=1.35, va="bottom", size=small["size"])

    def _bars(self) -> None:
        bottom, top = 76, 112  # pixels from below and from above
        place = (776 / self.width, bottom / self.height, 102 / self.width, (self.height - bottom - top) / self.height)
        axes = self.figure.add_axes(place, xlim=(0, 1), ylim=(len(NAMES) - 0.45, -0.5), zorder=2)
        axes.set(yticks=[], xticks=[0, 0.5, 1], xticklabels=["0", "0.5", "1"])
        axes.spines["left"].set_visible(False)
        small = {"size": style.TEXT["small"], "va": "center"}
        for y, (letters, words) in enumerate(NAMES.items()):
            axes.text(-0.07, y - 0.19, letters, ha="right", weight="bold", **small)
            axes.text(-0.07, y + 0.2, words, ha="right", **small)
        bar = {"lw": 11, "solid_capstyle": "butt", "clip_on": False}
        self.shares = {
            name: self.moving(axes.plot([], [], color=style.colour(colour), **bar)[0])
            for name, colour in COLOURS.items()
        }
        self.values = [self.moving(axes.text(VALUES, y, "", linespacing=1.32, **small)) for y in range(len(NAMES))]
        self.most = self.moving(axes.text(MOST, 0, "most", color=style.colour("vermilion"), weight="bold", **small))

    # ---------------------------------------------------------------- one state

    def update(self, state: Any) -> None:
        for name, x in (("start", 0.0), ("end", END)):
            pose = getattr(state, name)
            if pose.posture is not self._shown.get(name):  # most controls move one end only
                self.people[name].set(state.body, pose.posture, x + pose.hip, grip=True)
                self.boxes[name].set(x + pose.hands)
                self._shown[name] = pose.posture
        self.above.set(state.twist)
        self._measure(state.start.hands, state.end.hands, state.travel)
        self.missed.set_visible(not state.start.reached)
        over = min(state.start.hands.imag + 0.36, WINDOW[3] - 0.1)
        self.missed.set_position((state.start.hands.real + 0.30, over))
        self._say(state)
        self._draw_bars(state)

    def _measure(self, start: complex, end: complex, travel: float) -> None:
        places = {"start": (0.0, start), "end": (END, end)}
        for name, (x, hands) in places.items():
            beside = x + hands.real + BESIDE
            self.rulers[name].set(
                ("H", x + 1j * RULER, x + hands.real + 1j * RULER, hands.real),
                ("V", beside, beside + 1j * hands.imag, hands.imag),
            )
        self.rulers["way"].set(("D", TRAVEL + 1j * start.imag, TRAVEL + 1j * end.imag, travel))
        levels = [start, TRAVEL + 1j * start.imag, np.nan, TRAVEL + 1j * end.imag, END + end + BESIDE]
        plumb = [np.nan, start, start.real + 1j * RULER, np.nan, END + end, END + end.real + 1j * RULER]
        _draw(self.levels, [*levels, *plumb])

    def _say(self, state: Any) -> None:
        self.limit.set_text(f"{state.allowed:.1f} kg")
        index = f"{state.index:.2f}" if np.isfinite(state.index) else "none"
        self.index.set_text(f"Lifting index of this box, {state.load:g} kg: {index}")
        for name, words in self.limits.items():
            decides = name == state.decides
            words.set_text(f"{name}: {getattr(state, name).limit.weight:.1f} kg{' ◂' if decides else ''}")
            words.set_fontweight("bold" if decides else "normal")

    def _draw_bars(self, state: Any) -> None:
        ends = {name: getattr(state, name).limit.multipliers for name in COLOURS}
        rows = {"start": -0.19, "end": 0.19}
        for name, multipliers in ends.items():
            bars: list[complex] = []
            for y, letters in enumerate(NAMES):
                row = 1j * (y + rows[name])
                bars += [row, multipliers[letters] + row, np.nan]
            _draw(self.shares[name], bars)
        for letters, words in zip(NAMES, self.values, strict=True):
            words.set_text("\n".join(f"{multipliers[letters]:.2f}" for multipliers in ends.values()))
        self.most.set_position((MOST, list(NAMES).index(state.worst) + rows[state.decides]))


class _Rulers:
    """Distances of one colour, each between two ticks, with its letter and its value in cm."""

    def __init__(self, axes: Axes, picture: Picture, colour: str):
        self._axes, self._picture, self._colour = axes, picture, style.colour(colour)
        self._line = picture.moving(axes.plot([], [], color=self._colour, lw=style.LINE["thin"], zorder=8)[0])
        self.words: dict[str, Any] = {}

    def set(self, *distances: tuple[str, complex, complex, float]) -> None:
        """Lie between pairs of places: letter, start and stop (m, forward + i·up), length in m."""
        points: list[complex] = []
        for letter, start, stop, length in distances:
            upright = start.real == stop.real
            across = TICK if upright else 1j * TICK
            points += [start - across, start + across, np.nan, start, stop, np.nan, stop - across, stop + across]
            points.append(np.nan)
            words = self.words.get(letter) or self._new(letter, upright)
            words.set_text(f"{letter} {100 * length:.0f} cm")
            if upright:
                words.set_position((start.real + 0.03, max((start.imag + stop.imag) / 2, 0.17)))
            else:
                words.set_position((stop.real + 0.04, stop.imag))
        _draw(self._line, points)

    def _new(self, letter: str, upright: bool) -> Any:
        look = {"size": style.TEXT["small"], "weight": "bold", "color": self._colour, "zorder": 9, "va": "center"}
        if upright:  # such words may lie across a dotted line: they hide it
            look |= {"rotation": 90, "bbox": {"fc": style.colour("paper"), "ec": "none", "pad": 0.5}}
        words = self._axes.text(0, 0, "", **look)
        self.words[letter] = self._picture.moving(words)
        return words


class _Box:
    """A box held in the middle, and what it stands on."""

    def __init__(self, axes: Axes, picture: Picture, zorder: float):
        edge = {"ec": style.colour("fluid_edge"), "lw": style.LINE["thin"]}
        box = Rectangle((0, 0), *BOX[:2], fc=style.colour("fluid"), zorder=zorder, **edge)
        self._box = picture.moving(axes.add_patch(box))
        wood = {"color": style.colour("bone_edge"), "lw": style.LINE["strong"], "solid_capstyle": "butt"}
        self._stand = picture.moving(axes.plot([], [], zorder=zorder - 0.05, **wood)[0])

    def set(self, hands: complex) -> None:
        """Put the box where these hands hold it; it never sinks into the floor."""
        depth, _, above = BOX
        thick, before, behind = STAND
        bottom = max(hands.imag - above, 0.0)
        self._box.set_xy((hands.real - depth / 2, bottom))
        board = hands.real + 1j * (bottom - thick)
        _draw(self._stand, [board - before, board + behind, board.real + behind])
        self._stand.set_visible(bottom > 2 * thick)


def _draw(line: Any, points: Sequence[complex]) -> None:
    """Lay a line through places; it is lifted where there is NaN."""
    places = np.array(points, dtype=complex)
    line.set_data(places.real, np.where(np.isnan(places.real), np.nan, places.imag))
