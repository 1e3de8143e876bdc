"""Scores of two crowds as histograms, each with a line through it, and the share above every possible line."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import SPACING, Page
from jointlab.drawings.shapes import outlines
from jointlab.language import _, ngettext
from jointlab.models.evidence.beighton import POINTS, at_or_above, score_distribution
from jointlab.units import percent, read_in

HIGHEST = 24  # % of a crowd with the same score, at the top of its histogram
GRIP = 21.8  # % at which a hand takes hold of a line: above all bars
WIDTH = 0.78  # of a bar
LEFT, RIGHT, TOPS, TALL = 46, 456, (34, 205), 122  # pixels: left and right of both histograms, their tops, their height
CURVES = (696, 944)  # pixels: left and right of the curves
LINE_ENDS = (0.5, 9.5)  # points: the ends of their axis
RING = 20  # pixels: the ring around the place of a line among the curves; words at ticks keep clear of it
SCORES, LINES = np.arange(POINTS + 1), np.arange(1, POINTS + 1)
# The lines at which the shares of the Perth cohort are published: rows of data/prevalence.csv.
PERTH_GIRLS = {4: "perth_girls_4", 6: "perth_girls_6"}
PERTH_BOYS = {4: "perth_boys_4", 6: "perth_boys_6"}
FIRST_LINE, NEXT_LINE = PERTH_GIRLS


@dataclass(frozen=True, eq=False)
class Crowd:
    """People with a `name`, the `shares` of them with 0 to 9 points, those that were `measured` beyond some lines, and
    the `line` from which they count.
    """

    name: str
    shares: NDArray
    measured: Mapping[int, float]
    line: int = FIRST_LINE

    @property
    def above(self) -> NDArray:
        """The share (10,) at or above every line from 0 to 9."""
        return at_or_above(self.shares, SCORES)

    @property
    def share(self) -> float:
        """The share at or above the line."""
        return float(self.above[self.line])


@dataclass(frozen=True)
class Lines:
    """Girls and boys, each with their line."""

    crowds: tuple[Crowd, Crowd]


def _perth(name: str, rows: Mapping[int, str]) -> Crowd:
    measured = {line: sources.prevalence(row).share for line, row in rows.items()}
    return Crowd(name, score_distribution(*measured.values()), measured)


GIRLS, BOYS = _perth(_("Girls of 14"), PERTH_GIRLS), _perth(_("Boys of 14"), PERTH_BOYS)


class CutoffPicture(Page):
    """The histograms of girls and boys, who stay the same while their lines move, and all that lies beyond a line."""

    height = 380
    description = _(
        "Left: two histograms of the Beighton score, 0 to 9 points, above for girls and below for boys of 14 in Perth; "
        "vertical axis: per cent of them with that score. A dashed vertical line stands before the least score that "
        "counts as hypermobile; bars from the line on are filled, those before it are pale, and a big number says how "
        "many per cent lie beyond the line. Right: the share beyond the line, in per cent, against where the line "
        "stands, 1 to 9 points; a falling curve for girls with round marks and a lower one for boys with square marks. "
        "The large filled marks at {first_line} and {next_line} points are measured, the curves are drawn through "
        "them. A ring shows where each line stands now."
    ).format(first_line=FIRST_LINE, next_line=NEXT_LINE)

    def lay_out(self) -> None:
        limits = {"xlim": LINE_ENDS, "ylim": (0, 100), "xticks": LINES, "yticks": range(0, 101, 25)}
        left, right = CURVES
        curves = self.plot(left, TOPS[0], right, TOPS[1] + TALL, **limits)
        curves.set_title(_("Beyond the line (%)"))
        curves.set_xlabel(_("line (points)"))
        words, corner = _("large marks: measured\ncurves: toy model"), {"ha": "right", "va": "top"}
        self.write(9.5, 99, words, colour="muted", on=curves, **corner)
        # Whatever tells of scores or shares is declared to move, though it stands still: it answers a prediction, and
        # the stage stands in sight before that is made.
        beside = {"on": curves, "va": "baseline", "moves": True}
        self.write(4.55, 66.6, _("girls"), "body", "blue", **beside)
        self.write(3.5, 23.7, _("boys"), "body", "vermilion", ha="right", **beside)
        for crowd, (colour, marker) in zip((GIRLS, BOYS), style.SERIES, strict=False):
            self._curve(crowd, curves, colour, marker)
        self.parts = [
            self._histogram(crowd, top, colour, curves)
            for crowd, top, (colour, _marker) in zip((GIRLS, BOYS), TOPS, style.SERIES, strict=False)
        ]
        lower = self.parts[1]["bars"].axes
        lower.set_xlabel(_("Beighton score (points)"))
        for axes in (lower, curves):
            axes.tick_params(axis="x", pad=RING / 2)

    def _curve(self, crowd: Crowd, curves: Axes, colour: str, marker: str) -> None:
        """The share beyond every line, and where it was measured."""
        shade, measured = style.colour(colour), list(crowd.measured.values())
        above = read_in(crowd.above[LINES], "%")
        self.moving(curves.plot(LINES, above, color=shade, marker=marker, ms=4, lw=style.LINE["thin"])[0])
        large = curves.plot(list(crowd.measured), read_in(np.array(measured), "%"), marker, color=shade, ms=11)
        self.moving(large[0])

    def _histogram(self, crowd: Crowd, top: float, colour: str, curves: Axes) -> dict[str, Artist]:
        """How many have which score; returned is what moves."""
        limits = {"xlim": (-0.6, 9.6), "ylim": (0, HIGHEST)}
        axes = self.plot(LEFT, top, RIGHT, top + TALL, xticks=SCORES, yticks=(0, 10, 20), **limits)
        axes.set_title(f"{crowd.name} (%)")
        axes.grid(axis="x", visible=False)
        everybody = self.shape("panel", colour, on=axes, moves=True)
        everybody.set_path(outlines.path(*map(_bar, SCORES, read_in(crowd.shares, "%"))))
        middle = top + 0.4 * TALL
        ring = {"marker": "o", "ms": RING, "mfc": "none", "mew": style.LINE["normal"]}
        return {
            "bars": self.shape(colour, colour, on=axes, moves=True),
            "line": self.line(axes, "ink", dash="dashed"),
            "share": self.write(RIGHT + 20, middle, "", 34, colour, bold=True, moves=True),
            "words": self.write(RIGHT + 22, middle + 48, linespacing=SPACING, moves=True),
            "ring": self.line(curves, "ink", ls="", clip_on=False, zorder=4, **ring),
        }

    def update(self, state: Lines) -> None:
        for crowd, part in zip(state.crowds, self.parts, strict=True):
            share = read_in(crowd.shares, "%")
            part["bars"].set_path(outlines.path(*(_bar(score, share[score]) for score in SCORES[crowd.line :])))
            part["line"].set_data([crowd.line - 0.5] * 2, [0, HIGHEST])
            part["share"].set_text(percent(crowd.share, 1))
            part["words"].set_text(_("hypermobile:\n{line}").format(line=_from(crowd.line)))
            part["ring"].set_data([crowd.line], [read_in(crowd.share, "%")])

    def grips(self, state: Lines) -> list[Grip]:
        """Both lines, each along the scores."""
        names = ("girls", "boys")
        return [
            (Track(name, LINES, self.pixels(part["line"].axes, LINES - 0.5, GRIP)),)
            for name, part in zip(names, self.parts, strict=True)
        ]


def _from(line: int) -> str:
    """The scores that count, in words."""
    if line == POINTS:
        return _("{count} points").format(count=line)
    return ngettext("{count} point or more", "{count} points or more", line).format(count=line)


def _bar(score: float, height: float) -> NDArray:
    left, right = score - WIDTH / 2, score + WIDTH / 2
    return np.array([(left, 0), (left, height), (right, height), (right, 0)])
