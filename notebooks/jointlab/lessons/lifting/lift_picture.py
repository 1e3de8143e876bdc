"""One lift with its six distances: a person at its start, the same person, pale, at its end; and what each costs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.human.scene import scene
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.page import Page
from jointlab.drawings.shapes.outlines import box, path
from jointlab.language import _
from jointlab.lessons.lifting.from_above import FromAbove
from jointlab.models.body.kinematics import Posture
from jointlab.models.body.niosh import Assessment, Limit
from jointlab.models.body.segments import Body
from jointlab.units import amount, fixed, fixed_amount

WINDOW = (-1.00, 2.34, -0.17, 2.07)  # m: left, right, bottom, top of the drawn space
END = 1.68  # m: where the ankles stand at the end of the lift
PLACES = {"start": 0.0, "end": END}
ENDS = {"start": _("start"), "end": _("end")}
TRAVEL = 1.05  # m: where the way up or down is measured
HELD = 0.07  # m: where a hand takes hold of a box, in front of the hands that hold it
REACHES, HEIGHTS = np.array([0.20, 0.70]), np.array([0.05, 1.85])  # m: the ways of a box
BESIDE = 0.21  # m from the hands to where their height is measured
BOX = (0.20, 0.22, 0.14)  # m: depth, height, and how far the hands hold it above its bottom
STAND = (0.012, 0.10, 0.15)  # m: half a board's thickness, how far it reaches before and behind the hands
RULER = -0.10  # m: height at which horizontal distances are measured, below the floor
TICK = 0.022  # m: half the length of a ruler's end
COLOURS = {"start": "blue", "end": "green"}
NAMES = {
    "HM": _("far in front"),
    "VM": _("height"),
    "DM": _("way up, down"),
    "AM": _("twist"),
    "FM": _("how often"),
    "CM": _("grip"),
}
ROWS = {"start": -0.19, "end": 0.19}  # where the bar of an end lies, from the middle of both
LOWEST_WORD = 0.22  # m above the floor: the middle of upright words stands no lower
OVER_HEAD = 0.60  # m: the head of a person who stretches for a low box stays below
USUAL = _("One lift a minute,\nup to an hour;\nfair grip. Set down\nwith care, straight\nahead, near.")
BARS, ANSWER = (620, 720), 816  # pixels: both ends of the longest bar; left edge of the words beside the bars
THICK = 0.12  # half of a bar's height, in rows
FOG = 0.5  # how much of the person at the end is veiled
VALUES, MOST = 1.07, 1.43  # where the numbers and the word beside the worst stand, in lengths of the longest bar


@dataclass(frozen=True, eq=False)
class Pose:
    """One end of a lift: `hip` and `hands` are forward + i·up from the ankles, in m; `reached`: hands hold the box."""

    posture: Posture
    hip: complex
    hands: complex
    reached: bool
    limit: Limit


@dataclass(frozen=True, eq=False)
class Lift:
    """One lift by `body`, with a `twist` (degrees) at its start, as the lifting equation judges it."""

    body: Body
    start: Pose
    end: Pose
    twist: float
    judged: Assessment

    @property
    def ends(self) -> dict[str, Pose]:
        """Both, by name."""
        return {"start": self.start, "end": self.end}

    @property
    def travel(self) -> float:
        """m up or down."""
        return abs(self.end.hands.imag - self.start.hands.imag)

    @property
    def decides(self) -> str:
        """The end with the lower limit."""
        return "end" if self.end.limit.weight < self.start.limit.weight else "start"

    @property
    def worst(self) -> str:
        """The multiplier that costs most, where the limit is decided."""
        multipliers = self.ends[self.decides].limit.multipliers
        return min(multipliers, key=multipliers.get)


class LiftPicture(Page):
    """The lift with its rulers, the limit, and a bar for each multiplier."""

    height = 340
    description = _(
        "Left: a person seen from the side, with a box in the hands, where a lift starts; to the right, paler, the "
        "same person where the lift ends, with the box on a shelf. Lines with letters measure the lift in centimetres: "
        "H, from the ankles forward to the hands, below the floor; V, from the floor up to the hands; D, from the "
        "height of the hands at the start to that at the end. Above on the left, the start seen from above: A is the "
        "angle between straight ahead and the box. In the middle: a bar chart of the six multipliers from 0 to 1, "
        "horizontal axis without unit: two bars for each, a full blue one for the start and a hollow green one for the "
        "end; the word most stands beside the one that costs most where the lower limit is. Right: the recommended "
        "weight limit in kilograms, also for start and end, and the lifting index of the box."
    )

    def lay_out(self) -> None:
        self._shown: dict[str, Posture] = {}  # the posture drawn at each end
        self._scene()
        self._measures()
        self._answer()
        self._bars()
        self.from_above = FromAbove(self, (2, 2, 122, 122))

    # ---------------------------------------------------------------- left: the lift

    def _scene(self) -> None:
        left, right, *_heights = WINDOW
        self.scene = room = scene(self, WINDOW, floor=(left + 0.3, right - 0.03))
        self.boxes = {"end": _Box(self, room, 1.15)}
        self.people = {"end": SideBody(room, self, zorder=1, detail=0.45)}
        fog = Rectangle((END - 0.60, 0.005), 1.32, 2.1, fc=style.colour("paper"), ec="none", alpha=FOG, zorder=1.9)
        self.moving(room.add_patch(fog))
        self.boxes["start"] = _Box(self, room, 2.15)
        self.people["start"] = SideBody(room, self, zorder=2, detail=0.5)
        note = {"on": room, "moves": True, "ha": "right", "va": "bottom", "zorder": 9}
        self.missed = self.write(0, 0, _("out of reach"), colour="vermilion", bold=True, **note)

    def _measures(self) -> None:
        room = self.scene
        self.levels = self.line(room, "muted", "hair", "dotted", zorder=1.95)
        self.rulers = {name: _Rulers(self, room, look, "HV") for name, look in COLOURS.items()}
        self.rulers["way"] = _Rulers(self, room, "ink", "D")
        for name, x in PLACES.items():
            self.write(x - 0.07, RULER, ENDS[name], colour=COLOURS[name], bold=True, on=room, ha="right")

    # ---------------------------------------------------------------- right: the limit and its six factors

    def _answer(self) -> None:
        line = {"va": "baseline", "moves": True}
        self.write(ANSWER, 25, _("Recommended\nweight limit"), "body", bold=True, linespacing=1.2)
        self.limit = self.moving(self.page.text(ANSWER, 78, "", size=style.TEXT["display"], weight="bold"))
        rows = {"start": 102, "end": 122}
        self.limits = {name: self.write(ANSWER, y, colour=COLOURS[name], **line) for name, y in rows.items()}
        for y, words in ((154, _("Lifting index")), (172, _("of this box,"))):
            self.write(ANSWER, y, words, va="baseline")
        self.index = self.write(ANSWER, 190, **line)
        self.write(ANSWER, 332, USUAL, colour="muted", va="bottom")

    def _bars(self) -> None:
        ticks = {0: "0", 0.5: "0.5", 1: "1"}
        axes = self.plot(BARS[0], 34, BARS[1], 312, xlim=(0, 1), ylim=(5.55, -0.5), yticks=[], xticks=ticks)
        axes.spines["left"].set_visible(False)
        for y, (letters, words) in enumerate(NAMES.items()):
            self.write(-0.08, y - 0.19, letters, bold=True, on=axes, ha="right")
            self.write(-0.08, y + 0.2, words, on=axes, ha="right")
        fills = {"start": COLOURS["start"], "end": "paper"}  # full and hollow: colour does not speak alone
        self.shares = {
            name: self.shape(fill, COLOURS[name], on=axes, moves=True, clip_on=False, zorder=3)
            for name, fill in fills.items()
        }
        self.write(BARS[0] - 8, 16, _("multiplier"), bold=True, ha="right")
        for name, x in zip(fills, (BARS[0], BARS[0] + 68), strict=True):
            self.shape(fills[name], COLOURS[name]).set_path(path(box(x, 10.5, x + 18, 21.5)))
            self.write(x + 24, 16, ENDS[name], colour=COLOURS[name], bold=True)
        self.values = [self.write(VALUES, y, on=axes, moves=True) for y in range(len(NAMES))]
        self.most = self.write(MOST, 0, _("most"), colour="vermilion", bold=True, on=axes, moves=True)

    # ---------------------------------------------------------------- one state

    def grips(self, state: Lift) -> Sequence[Grip]:
        """The box where it starts, to and fro and up and down; where it ends, up and down; and seen from above."""
        start, end = state.start.hands, END + state.end.hands
        return [
            (
                Track("horizontal", REACHES, self.pixels(self.scene, REACHES + HELD, start.imag)),
                Track("start", HEIGHTS, self.pixels(self.scene, start.real + HELD, HEIGHTS)),
            ),
            (Track("end", HEIGHTS, self.pixels(self.scene, end.real + HELD, HEIGHTS)),),
            (self.from_above.way("twist"),),
        ]

    def update(self, state: Lift) -> None:
        for name, pose in state.ends.items():
            if pose.posture is not self._shown.get(name):  # most controls move one end only
                self.people[name].set(state.body, pose.posture, PLACES[name] + pose.hip, "closed")
                self.boxes[name].set(PLACES[name] + pose.hands)
                self._shown[name] = pose.posture
        self.from_above.set(state.twist)
        self._measure(state)
        hands = state.start.hands
        over = np.clip(hands.imag + 0.36, OVER_HEAD, WINDOW[3] - 0.1)
        self.missed.set(position=(hands.real + 0.30, over), visible=not state.start.reached)
        self._say(state)
        self._draw_bars(state)

    def _measure(self, state: Lift) -> None:
        for name, pose in state.ends.items():
            ankles, hands = PLACES[name], pose.hands
            beside, below = ankles + hands.real + BESIDE, ankles + 1j * RULER
            self.rulers[name].set(
                H=(below, below + hands.real, hands.real),
                V=(beside, beside + 1j * hands.imag, hands.imag),
            )
        start, end = state.start.hands, END + state.end.hands
        lower, upper = TRAVEL + 1j * start.imag, TRAVEL + 1j * end.imag
        self.rulers["way"].set(D=(lower, upper, state.travel))
        across = [start, lower, np.nan, upper, end + BESIDE, np.nan]
        _draw(self.levels, [*across, start, start.real + 1j * RULER, np.nan, end, end.real + 1j * RULER])

    def _say(self, state: Lift) -> None:
        self.limit.set_text(fixed_amount(state.judged.limit, "kg", 1))
        index = fixed(state.judged.index, 2) if np.isfinite(state.judged.index) else _("none")
        self.index.set_text(f"{amount(state.judged.load, 'kg')}: {index}")
        for name, pose in state.ends.items():
            decides = name == state.decides
            words = f"{ENDS[name]}: {fixed_amount(pose.limit.weight, 'kg', 1)}{' ◂' if decides else ''}"
            self.limits[name].set(text=words, fontweight="bold" if decides else "normal")

    def _draw_bars(self, state: Lift) -> None:
        judged = {name: pose.limit.multipliers for name, pose in state.ends.items()}
        for name, multipliers in judged.items():
            middles = [y + ROWS[name] for y in range(len(NAMES))]
            ends = [multipliers[letters] for letters in NAMES]
            bars = [box(0, y - THICK, end, y + THICK) for y, end in zip(middles, ends, strict=True)]
            self.shares[name].set_path(path(*bars))
        for letters, words in zip(NAMES, self.values, strict=True):
            words.set_text("\n".join(fixed(multipliers[letters], 2) for multipliers in judged.values()))
        self.most.set_y(list(NAMES).index(state.worst) + ROWS[state.decides])


class _Rulers:
    """Distances of one colour, each between two ticks, with its letter and its value in cm. H lies, others stand."""

    def __init__(self, page: Page, axes: Axes, colour: str, letters: str):
        self._line = page.line(axes, colour, "thin", zorder=8)
        look = {"colour": colour, "bold": True, "on": axes, "moves": True, "zorder": 9}
        # Upright words may lie across a dotted line: they hide it.
        upright = {"rotation": 90, "bbox": {"fc": style.colour("paper"), "ec": "none", "pad": 0.5}}
        self.words = {letter: page.write(0, 0, **look, **({} if letter == "H" else upright)) for letter in letters}

    def set(self, **distances: tuple[complex, complex, float]) -> None:
        """Lie between two places for each letter: start and stop (m, forward + i·up), and the length in m."""
        points: list[complex] = []
        for letter, (start, stop, length) in distances.items():
            across, place = 1j * TICK, (stop.real + 0.04, stop.imag)
            if letter != "H":
                across, place = TICK, (start.real + 0.03, max((start.imag + stop.imag) / 2, LOWEST_WORD))
            points += [start - across, start + across, np.nan, start, stop, np.nan, stop - across, stop + across]
            points.append(np.nan)
            self.words[letter].set(text=f"{letter} {amount(length, 'cm')}", position=place)
        _draw(self._line, points)


class _Box:
    """A box held in the middle, and what it stands on."""

    def __init__(self, page: Page, axes: Axes, zorder: float):
        edge = {"ec": style.colour("fluid_edge"), "lw": style.LINE["thin"]}
        box = Rectangle((0, 0), *BOX[:2], fc=style.colour("fluid"), zorder=zorder, **edge)
        self._box = page.moving(axes.add_patch(box))
        self._stand = page.line(axes, "bone_edge", "strong", solid_capstyle="butt", zorder=zorder - 0.05)

    def set(self, hands: complex) -> None:
        """Put the box where these hands hold it; it never sinks into the floor."""
        depth, _height, above = BOX
        thick, before, behind = STAND
        bottom = max(hands.imag - above, 0.0)
        self._box.set_xy((hands.real - depth / 2, bottom))
        board = hands.real + 1j * (bottom - thick)
        _draw(self._stand, [board - before, board + behind, board.real + behind])
        self._stand.set_visible(bottom > 2 * thick)


def _draw(line: Line2D, points: Sequence[complex]) -> None:
    """Lay a line through places; it is lifted where there is NaN."""
    line.set_data(np.real(points), np.imag(points))
