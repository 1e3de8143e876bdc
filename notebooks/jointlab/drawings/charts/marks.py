"""What stands on the axis of a chart: values, intervals, bars, findings in words, all drawn by the same rules."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.text import Text

from jointlab.drawings import style
from jointlab.drawings.page import Page

SIZE, HEAD, BAR = 10, 9, 17  # px: a mark, the head of an arrow, how thick a bar is
ONWARDS = 36  # px: the arrow of a lower bound
CLEAR = 8  # px between a mark and its words
OVER = 14  # px from the middle of a row to words over it
FILLS = ("full", "half", "hollow")

Series = tuple[str, str]  # what tells sets of data apart: a colour of the palette and a marker


@dataclass(frozen=True)
class Mark:
    """One finding: a `value`, its interval from `low` to `high`, its `words`; any of them may be missing.

    `value` may be several places at once, which are see-through. `more`: it is a lower bound, and an arrow says so.
    `bar`: it is a bar from zero. `fill`: one of FILLS, such as hollow where nothing was found, or where of a bar no
    spread is known. `words` stand beside the mark, or `over` it. Words without a value stand at the line of no
    difference: across it, or at the side to which the finding `leans` (−1 or 1). `series`: where the mark has a look
    of its own.
    """

    value: float | Sequence[float] | None = None
    low: float | None = None
    high: float | None = None
    words: str = ""
    series: Series | None = None
    fill: str = "full"
    more: bool = False
    bar: bool = False
    over: bool = False
    leans: int = 0


def put(page: Page, axes: Axes, mark: Mark, y: float, series: Series, null: float | None = None) -> None:
    """Draw `mark` at the height `y` of `axes`; no words beside it cross the line of no difference, `null`."""
    series = mark.series or series
    if mark.value is None:
        _finding(page, axes, mark, y, series[0], axes.get_xlim()[0] if null is None else null)
        return
    places = np.atleast_1d(mark.value)
    if mark.bar:
        height = abs(BAR / axes.bbox.height * np.ptp(axes.get_ylim()))
        hollow = {"fc": "none", "ec": style.colour(series[0]), "lw": style.LINE["thin"]}
        axes.barh(y, mark.value, height, **hollow if mark.fill == "hollow" else {"color": style.colour(series[0])})
    if mark.low is not None and mark.high is not None:
        _interval(axes, mark, y, series[0])
    if mark.more:
        _onwards(axes, places[0], y, series[0])
    if not mark.bar:
        _points(axes, places, y, series, mark.fill)
    if mark.words and mark.over:
        page.write((places.min() + places.max()) / 2, y - OVER, mark.words, on=axes, ha="center", va="bottom")
    elif mark.words:
        _beside(page, axes, mark, y, null)


def _points(axes: Axes, places: np.ndarray, y: float, series: Series, fill: str) -> None:
    colour, paper = style.colour(series[0]), style.colour("paper")
    look = {"color": colour, "mec": colour, "mfc": paper if fill == "hollow" else colour, "mfcalt": paper}
    look |= {"fillstyle": "left" if fill == "half" else "full", "ms": SIZE, "mew": style.LINE["thin"]}
    many = {"alpha": 0.7, "mew": 0} if len(places) > 1 else {}
    axes.plot(places, np.full(len(places), y), series[1], clip_on=False, **look | many)


def _interval(axes: Axes, mark: Mark, y: float, colour: str) -> None:
    """A line; where it leaves the axis, the head of an arrow. On a bar it is thin, dark and has ends."""
    first, last = axes.get_xlim()
    ends = max(mark.low, first), min(mark.high, last)
    if mark.bar:
        axes.plot(ends, [y, y], color=style.colour("ink"), lw=style.LINE["thin"], marker="|", ms=10, mew=1.5)
    else:
        axes.plot(ends, [y, y], color=style.colour(colour), solid_capstyle="butt")
    for end, beyond, head in ((first, mark.low < first, "<"), (last, mark.high > last, ">")):
        if beyond:
            axes.plot([end], [y], head, color=style.colour(colour), ms=HEAD, clip_on=False)


def _onwards(axes: Axes, value: float, y: float, colour: str) -> None:
    tip = _place(axes, _pixel(axes, value) + ONWARDS)
    axes.plot([value, tip], [y, y], color=style.colour(colour), solid_capstyle="butt")
    axes.plot([tip], [y], ">", color=style.colour(colour), ms=HEAD)


def _beside(page: Page, axes: Axes, mark: Mark, y: float, null: float | None) -> Text:
    """Words to the right; to the left if on the right they would leave the axis or cross the line of no difference."""
    ends = np.concatenate([np.atleast_1d(mark.value), [end for end in (mark.low, mark.high) if end is not None]])
    least, most = _pixel(axes, ends.min()), _pixel(axes, ends.max()) + (ONWARDS if mark.more else 0)
    away = CLEAR + (0 if mark.bar else SIZE / 2)
    text = page.write(_place(axes, most + away), y, mark.words, on=axes)
    right = text.get_window_extent().x1
    if right > axes.bbox.x1 or (null is not None and most < _pixel(axes, null) < right):
        text.set(x=_place(axes, least - away), ha="right")
    return text


def _finding(page: Page, axes: Axes, mark: Mark, y: float, colour: str, at: float) -> None:
    words, side = {-1: (f"{mark.words} ", "right"), 0: (mark.words, "center"), 1: (f" {mark.words}", "left")}[
        mark.leans
    ]
    ground = {"fc": style.colour("paper"), "ec": "none", "pad": 3} if mark.leans == 0 else None
    page.write(at, y, words, "body", colour, bold=True, on=axes, ha=side, bbox=ground)


def _pixel(axes: Axes, x: float) -> float:
    """Pixels from the left of the picture to a place on the axis."""
    return axes.transData.transform((x, 0))[0]


def _place(axes: Axes, pixel: float) -> float:
    """The place on the axis so many pixels from the left of the picture."""
    return axes.transData.inverted().transform((pixel, 0))[0]
