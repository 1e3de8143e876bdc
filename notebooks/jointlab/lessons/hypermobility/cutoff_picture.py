"""Scores of two crowds as histograms, each with a line through it, and the share above every possible line."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from jointlab.drawings import style
from jointlab.drawings.picture import Picture

HIGHEST = 22  # % of a crowd with the same score, at the top of its histogram
WIDTH = 0.78  # of a bar
# Boxes in shares of the picture: left, bottom, width, height.
HISTOGRAMS = ((0.06, 0.60, 0.40, 0.315), (0.06, 0.125, 0.40, 0.315))
CURVES = (0.70, 0.125, 0.28, 0.79)


class ScoresPicture(Picture):
    """`update` takes a state with `crowds`, a pair; each has `name`, `shares` (of the scores 0 to 9), `line`, `above`.

    `above` (10,) is the share of the crowd at or above every line, and `measured` maps lines to measured shares.
    The crowds stay the same; only their lines move.
    """

    height = 470
    description = (
        "Left: two histograms of the Beighton score, 0 to 9 points, above for girls and below for boys of 14 in Perth; "
        "vertical axis: per cent of them with that score. A dashed vertical line stands before the least score that "
        "counts as hypermobile; bars from the line on are filled, those before it are pale, and a big number says how "
        "many per cent lie beyond the line. Right: the share beyond the line, in per cent, against where the line "
        "stands, 1 to 9 points; a falling curve for girls with round marks and a lower one for boys with square marks. "
        "The large filled marks at 4 and 6 points are measured, the curves are drawn through them. A ring shows where "
        "each line stands now."
    )

    def __init__(self, crowds: Any):
        self.crowds = crowds
        super().__init__()

    def build(self) -> None:
        page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, 1), ylim=(0, 1), zorder=2)
        page.set_axis_off()
        page.patch.set_visible(False)
        self.page = page
        curves = self._curves()
        self.parts = [
            self._crowd(crowd, box, colour, marker, curves)
            for crowd, box, (colour, marker) in zip(self.crowds, HISTOGRAMS, style.SERIES[:2], strict=True)
        ]
        self.parts[1]["bars"].axes.set_xlabel("Beighton score (points)")

    def _curves(self) -> Axes:
        axes = self.figure.add_axes(
            CURVES, xlim=(0.5, 9.5), ylim=(0, 100), xticks=range(1, 10), yticks=range(0, 101, 25)
        )
        axes.set_xlabel("line (points)")
        axes.set_title("Beyond the line (%)")
        note = {"ha": "right", "va": "top", "size": style.TEXT["small"], "color": style.colour("muted")}
        axes.text(9.5, 99, "large marks: measured\ncurves: toy model", linespacing=1.4, **note)
        return axes

    def _crowd(self, crowd: Any, box: tuple, name: str, marker: str, curves: Axes) -> dict[str, Any]:
        """The parts of one crowd: what stands on the stage, and what moves."""
        colour = style.colour(name)
        axes = self.figure.add_axes(box, xlim=(-0.6, 9.6), ylim=(0, HIGHEST), xticks=range(10), yticks=(0, 10, 20))
        axes.set_title(f"{crowd.name} (%)")
        axes.grid(axis="x", visible=False)
        axes.bar(range(10), 100 * crowd.shares, WIDTH, fc=style.colour("panel"), ec=colour, lw=style.LINE["thin"])
        curves.plot(range(1, 10), 100 * crowd.above[1:], color=colour, marker=marker, ms=4, lw=style.LINE["thin"])
        lines = list(crowd.measured)
        curves.plot(lines, [100 * crowd.measured[line] for line in lines], marker, color=colour, ms=11)
        x, y = lines[0] - 0.4, 100 * crowd.measured[lines[0]]
        up = crowd is self.crowds[0]
        word = crowd.name.split()[0].lower()
        curves.text(
            x + (0.95 if up else -0.1), y + (6 if up else -13), word, color=colour, ha="left" if up else "right"
        )
        big = {"color": colour, "weight": "bold", "size": 34, "va": "center"}
        middle = box[1] + 0.6 * box[3]
        said = {"size": style.TEXT["small"], "va": "center", "linespacing": 1.35}
        filled = PathPatch(Path(np.zeros((1, 2))), fc=colour, ec=colour, lw=style.LINE["thin"])
        line = {"color": style.colour("ink"), "lw": style.LINE["normal"], "ls": (0, (3, 1.6))}
        ring = {"mfc": "none", "mec": style.colour("ink"), "ms": 20, "mew": style.LINE["normal"]}
        ring |= {"clip_on": False}
        return {
            "bars": self.moving(axes.add_patch(filled)),
            "line": self.moving(axes.plot([], [], **line)[0]),
            "share": self.moving(self.page.text(box[0] + box[2] + 0.02, middle, "", **big)),
            "words": self.moving(self.page.text(box[0] + box[2] + 0.022, middle - 0.12, "", **said)),
            "ring": self.moving(curves.plot([], [], "o", zorder=4, **ring)[0]),
        }

    def update(self, state: Any) -> None:
        for crowd, part in zip(state.crowds, self.parts, strict=True):
            beyond, share = range(crowd.line, 10), 100 * crowd.above[crowd.line]
            part["bars"].set_path(Path.make_compound_path(*(_bar(x, 100 * crowd.shares[x]) for x in beyond)))
            part["line"].set_data([crowd.line - 0.5] * 2, [0, HIGHEST])
            part["share"].set_text(f"{share:.1f} %")
            points = "9 points" if crowd.line == 9 else f"{crowd.line} points or more"
            part["words"].set_text(f"hypermobile:\n{points}")
            part["ring"].set_data([crowd.line], [share])


def _bar(x: float, height: float) -> Path:
    left, right = x - WIDTH / 2, x + WIDTH / 2
    return Path([(left, 0), (left, height), (right, height), (right, 0), (left, 0)], closed=True)
