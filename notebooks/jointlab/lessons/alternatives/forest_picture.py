"""A forest plot whose rows change: on the left what was compared, in the middle intervals, on the right how sure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.text import Text

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.drawings.yours import Yours, YoursMark
from jointlab.language import _
from jointlab.lessons.alternatives.compared import Finding
from jointlab.models.evidence.intervals import standard_error
from jointlab.units import fixed, number

# px from the left: the columns; PEOPLE ends there.
RAIL, NAMES, COMPARED, EFFECTS, PEOPLE, RATED = 18, 36, 212, 700, 872, 884
PLOT = (376, 46, 686, 312)  # px: left, top, right, bottom
MOST = 14  # rows
TALLEST = 30  # px: the ground of the marked row
SIDES = (-1.0, 0.25)  # the ends of the axis, in lengths of a scale
TICKS = np.arange(-1, 0.5, 0.25)
FILLS = {"high": "full", "moderate": "full", "low": "half", "very low": "hollow", "one trial": "hollow", "": "hollow"}

CERTAINTY = {
    "high": _("high certainty"),
    "moderate": _("moderate certainty"),
    "low": _("low certainty"),
    "very low": _("very low certainty"),
}


@dataclass(frozen=True)
class Scale:
    """One scale: its `length` to the left of 0, the `unit` in words, decimals, and the difference that matters."""

    length: float
    unit: str
    decimals: int
    better: str
    band: tuple[float, float]

    def number(self, value: float) -> str:
        """A difference on this scale, in words."""
        return fixed(value, self.decimals)


def _band(name: str) -> tuple[float, float]:
    row = sources.constant(name)
    return row.low, row.high


def _band_in_spreads() -> tuple[float, float]:
    """The least change of pain that matters, counted in the widest and the narrowest spread among people."""
    least, spread = sources.value("pain_change_that_matters"), sources.constant("pain_spread")
    return least / spread.high, least / spread.low


SCALES = {
    "pain": Scale(40, "points", 1, _("less pain"), _band("pain_change_that_matters")),
    "daily life": Scale(40, "points", 1, _("daily life better"), _band("daily_change_that_matters")),
    "spreads": Scale(2, "spreads", 2, _("less pain"), _band_in_spreads()),
}


@dataclass(frozen=True)
class Forest:
    """The `rows` on the scale called `on` against one kind of comparison, and which of them is `marked`; `down`: how
    far down the list the hand is, 0 to 1."""

    on: str
    against: str
    rows: Sequence[Finding]
    marked: int
    down: float

    @property
    def scale(self) -> Scale:
        """The scale of all rows."""
        return SCALES[self.on]

    @property
    def band(self) -> tuple[float, float]:
        """From where to where lies the least change that matters to a person."""
        return self.scale.band

    @property
    def here(self) -> Finding:
        """The marked row."""
        return self.rows[self.marked]

    @property
    def certainty(self) -> str:
        """How sure the source of the marked row is."""
        return CERTAINTY.get(self.here.certainty, self.here.rated)

    @property
    def verdict(self) -> str:
        """Where the interval of the marked row lies."""
        one, least = self.here.difference, self.band[0]
        if not self.here.beyond_chance:
            return _("Chance alone could do it.")
        if -one.low < least:
            return _("More than chance, and all of it short of the band.")
        if -one.high > least:
            return _("More than chance; all of it past the band's near edge.")
        return _("More than chance; it may reach the band.")


@dataclass(frozen=True)
class Slot:
    """The words of one row."""

    treatment: Text
    compared: Text
    effect: Text
    people: Text
    rated: Text


class ForestPicture(Page):
    """Up to fourteen rows; the marked one on a pale ground, with its standard error as a thick inner bar."""

    height = 350
    description = _(
        "Forest plot of what trials of back pain found, a row for each comparison. In each row: the treatment, what "
        "it was compared with, then on a horizontal axis a mark at the difference of means with a line for its 95 % "
        "interval, then the same in numbers, how many people, and how sure the source is. A vertical line at 0 means "
        "no difference; left of it the treatment did better, by up to 40 points of 100, or 2 spreads. A pale green "
        "band shows what change matters to one person. Filled marks: high or moderate certainty; half-filled: low; "
        "hollow: very low, one trial only, or not rated. An arrowhead at the left edge: the interval goes on. One row "
        "is marked: a pale ground, an orange line, and a thick bar that reaches one standard error to either side. A "
        "handle at the left edge goes up and down the list."
    )

    def lay_out(self) -> None:
        left, top, right, bottom = PLOT
        self.ground = self.shape("panel", moves=True, zorder=1)
        self.axes = self.plot(left, top, right, bottom, xlim=SIDES, ylim=(bottom, top), yticks=[], facecolor="none")
        self.axes.set_xticks(TICKS, [""] * len(TICKS))
        self.axes.spines["left"].set_visible(False)
        self.axes.set_zorder(3)
        self.band = self.shape("green", on=self.axes, moves=True, alpha=0.2, zorder=1)
        self.axes.axvline(0, color=style.colour("ink"), lw=style.LINE["thin"], zorder=2)
        self.ticks = [self.write(self.across(tick), bottom + 15, "", ha="center", moves=True) for tick in TICKS]
        for x, words, side in (
            (NAMES, _("treatment"), "left"),
            (COMPARED, _("against"), "left"),
            (EFFECTS, _("better by"), "left"),
            (PEOPLE, _("people"), "right"),
            (RATED, _("certainty"), "left"),
        ):
            self.write(x, 30, words, colour="muted", ha=side)
        self.better = self.write(self.across(0) - 8, 30, "", colour="muted", ha="right", moves=True)
        self.write(self.across(0) + 8, 30, _("worse →"), colour="muted")
        self.matters = self.write(0, 13, "", colour="green", bold=True, ha="center", moves=True)
        self.unit = self.write((left + right) / 2, 341, "", colour="muted", ha="center", moves=True)
        self.write(NAMES, 332, _("● high, moderate   ◐ low   ○ less, or not rated"), colour="muted")
        self.page.plot([RAIL, RAIL], [top, bottom], color=style.colour("line"), lw=style.LINE["normal"])
        self._marks()
        self.slots = [self._slot() for _row in range(MOST)]

    def _marks(self) -> None:
        self.intervals = self.line(self.axes, "blue", solid_capstyle="butt", zorder=4)
        self.beyond = self.line(self.axes, "blue", ls="", marker="<", ms=9, clip_on=False, zorder=5)
        hollow = {"mfc": style.colour("paper"), "mfcalt": style.colour("paper")}
        half = {"fillstyle": "left", "mfcalt": style.colour("paper")}
        look = {"ls": "", "marker": "o", "ms": 10, "mew": style.LINE["thin"], "zorder": 6}
        self.values = {
            fill: self.line(self.axes, "blue", **look | more)
            for fill, more in {"full": {}, "half": half, "hollow": hollow}.items()
        }
        self.marked = self.line(self.axes, "vermilion", solid_capstyle="butt", zorder=4.5)
        self.error = self.line(self.axes, "vermilion", lw=7, solid_capstyle="butt", zorder=5)
        self.handle = self.line(self.page, "vermilion", ls="", marker="o", ms=11, zorder=6)
        self.yours = YoursMark(self, self.axes, at=0.5)
        self.yours.words.set_bbox({"fc": style.colour("paper"), "ec": "none", "pad": 1})  # it may stand among marks

    def _slot(self) -> Slot:
        still = {"moves": True}
        return Slot(
            self.write(NAMES, 0, "", "body", **still),
            self.write(COMPARED, 0, "", **still),
            self.write(EFFECTS, 0, "", **still),
            self.write(PEOPLE, 0, "", ha="right", **still),
            self.write(RATED, 0, "", **still),
        )

    def across(self, share: float) -> float:
        """Pixels from the left to a place of the axis."""
        left, _top, right, _bottom = PLOT
        return left + (right - left) * (share - SIDES[0]) / (SIDES[1] - SIDES[0])

    def update(self, state: Forest) -> None:
        heights = row_heights(len(state.rows))
        length = state.scale.length
        self._scale(state)
        ends = [(max(one.difference.low / length, SIDES[0]), one.difference.high / length) for one in state.rows]
        self.intervals.set_data(*_strokes(ends, heights))
        gone = [y for one, y in zip(state.rows, heights, strict=True) if one.difference.low / length < SIDES[0]]
        self.beyond.set_data([SIDES[0]] * len(gone), gone)
        for fill, line in self.values.items():
            places = [
                (one.difference.middle / length, y)
                for one, y in zip(state.rows, heights, strict=True)
                if FILLS[one.certainty] == fill
            ]
            line.set_data(*(zip(*places, strict=True) if places else ((), ())))
        for i, slot in enumerate(self.slots):
            _say(slot, state, i, heights[i] if i < len(heights) else 0.0)
        self._mark(state, ends[state.marked], heights[state.marked], row_pitch(len(state.rows)))

    def _scale(self, state: Forest) -> None:
        scale, (_left, top, _right, bottom) = state.scale, PLOT
        for tick, words in zip(TICKS, self.ticks, strict=True):
            words.set_text(number(abs(tick * scale.length)))
        self.better.set_text(f"← {scale.better}")
        self.unit.set_text(
            {"points": _("difference, points of 100"), "spreads": _("difference, in spreads")}[scale.unit]
        )
        near, far = (-end / scale.length for end in scale.band)
        self.band.set_path(outlines.path(np.array([(far, top), (near, top), (near, bottom), (far, bottom)])))
        self.matters.set(text=_("matters to one person"), x=self.across((near + far) / 2))

    def _mark(self, state: Forest, ends: tuple[float, float], y: float, pitch: float) -> None:
        half = min(pitch, TALLEST) / 2
        box = np.array([(NAMES - 8, y - half), (952, y - half), (952, y + half), (NAMES - 8, y + half)])
        self.ground.set_path(outlines.path(box))
        self.marked.set_data(ends, [y, y])
        one, length = state.here.difference, state.scale.length
        error = float(standard_error(one.low, one.high))
        self.error.set_data([max((one.middle + side * error) / length, SIDES[0]) for side in (-1, 1)], [y, y])
        self.handle.set_data([RAIL], [rail(state.down)])

    def mark_yours(self, state: Forest, yours: Yours) -> None:
        """A line where the bar ends if the learner's standard error is right: so far to the right of the mark."""
        here, length = state.here.difference.middle, state.scale.length
        value = None if yours.value is None else (here + yours.value) / length
        self.yours.set(Yours(value, yours.right))

    def grips(self, state: Forest) -> Sequence[Grip]:
        """The handle at the left edge."""
        return ((Track("row", (0.0, 1.0), [(RAIL, rail(0.0)), (RAIL, rail(1.0))]),),)


def rail(down: float) -> float:
    """Pixels from the top to the handle."""
    _left, top, _right, bottom = PLOT
    return top + (bottom - top) * down


def row_pitch(rows: int) -> float:
    """Pixels from row to row."""
    return (PLOT[3] - PLOT[1]) / rows


def row_heights(rows: int) -> list[float]:
    """Pixels from the top to the middle of each row."""
    return [PLOT[1] + row_pitch(rows) * (i + 0.5) for i in range(rows)]


def _strokes(ends: Sequence[tuple[float, float]], heights: Sequence[float]) -> tuple[list[float], list[float]]:
    """Separate level lines as one."""
    x = [place for low, high in ends for place in (low, high, np.nan)]
    return x, [height for y in heights for height in (y, y, np.nan)]


def _say(slot: Slot, state: Forest, i: int, y: float) -> None:
    texts = (slot.treatment, slot.compared, slot.effect, slot.people, slot.rated)
    if i >= len(state.rows):
        for text in texts:
            text.set_visible(False)
        return
    one, scale = state.rows[i], state.scale
    effect = _("{value} ({low} to {high})").format(
        value=scale.number(-one.difference.middle),
        low=scale.number(-one.difference.high),
        high=scale.number(-one.difference.low),
    )
    words = (one.treatment, one.comparison, effect, fixed(one.n) if one.n else "–", one.rated)
    for text, said in zip(texts, words, strict=True):
        text.set(text=said, y=y, visible=True)
