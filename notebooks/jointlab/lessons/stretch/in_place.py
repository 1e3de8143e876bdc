"""The facet capsule in its place, slack and pulled: crimped fibres between two bones."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path
from numpy.typing import NDArray

from jointlab.drawings import style
from jointlab.drawings.joints import facet
from jointlab.drawings.page import Page
from jointlab.drawings.picture import StillPicture
from jointlab.drawings.shapes.outlines import path, shifted
from jointlab.language import _
from jointlab.lessons.stretch.fibres import as_long

GAPS = (facet.RESTING_GAP, 3.0)  # mm: slack; pulled open, far more than a joint would, so that it can be seen
WINDOW = ((8.0, 33.0), (-16.0, 10.2))  # mm
LAYERS = (0.25, 0.5, 0.75)  # of the capsule's thickness
_WAVES, _POINTS = 8, 121
_BOX = ((20, 52, 428, 478), (500, 52, 908, 478))  # px: left, top, right, foot of both drawings


class InPlace(StillPicture, Page):
    """Two drawings of one facet joint."""

    height = 500
    description = _(
        "Two drawings of the same facet joint of the lower back, cut across and seen from above: slack, and with "
        "the bones pulled apart far more than a joint would be. Behind the joint the capsule runs from bone to bone. "
        "The fibres drawn in it are wavy when slack and nearly straight when pulled; they are as long in both."
    )

    def lay_out(self) -> None:
        for (left, top, right, foot), gap, words in zip(_BOX, GAPS, (_("Slack"), _("Pulled")), strict=True):
            self.heading(left, 24, words)
            (x0, x1), (y0, y1) = WINDOW
            axes = self.plot(left, top, right, foot, xlim=(x0, x1), ylim=(y0, y1))
            axes.set_axis_off()
            facet.Facet(axes, self).set(gap)
            self._fibres(axes, gap)
            if gap == GAPS[0]:
                self._labels(axes)

    def _fibres(self, axes: Axes, gap: float) -> None:
        for rest, now in zip(lines(GAPS[0]), lines(gap), strict=True):
            drawn = wavy(now, slack_length(rest))
            drawn = drawn[~Path(facet.arch()).contains_points(drawn)]  # the other bone lies above
            self.shape(None, "ink", "thin", on=axes, zorder=3.05).set_path(path(drawn, closed=False))

    def _labels(self, axes: Axes) -> None:
        for place, words in (((15.0, -9.0), _("upper\nvertebra")), ((20.4, 3.6), _("lower\nvertebra"))):
            self.write(*place, words, on=axes, ha="center", zorder=8)
        for start, end, words in (
            ((27.6, -13.0), (24.6, -10.0), _("capsule\nwith fibres")),
            ((15.4, -3.4), (18.7, -0.3), _("cartilage")),
            ((26.6, 8.4), (21.2, -2.4), _("joint fluid")),
        ):
            axes.plot(*zip(start, end, strict=True), color=style.colour("ink"), lw=style.LINE["hair"], zorder=8)
            axes.plot(*end, "o", color=style.colour("ink"), ms=4, zorder=8)
            side = "left" if start[0] > end[0] else "right"
            self.write(start[0] + (0.2 if side == "left" else -0.2), start[1], words, on=axes, ha=side, zorder=8)


def lines(gap: float) -> list[NDArray]:
    """The middle lines of the fibres in the capsule, from bone to bone, (n, 2) in mm each."""
    inner, outer = (_evenly(side) for side in facet.capsule(gap))
    return [inner + layer * (outer - inner) for layer in LAYERS]


def slack_length(rest: NDArray) -> float:
    """How long a fibre is (mm) that is just taut when the joint is pulled: as long as its line is then."""
    index = int(np.argmin([np.abs(line - rest).sum() for line in lines(GAPS[0])]))
    return _length(lines(GAPS[1])[index])


def wavy(line: NDArray, length: float) -> NDArray:
    """A wave along `line` that is `length` long; the line itself where that is not longer."""
    own = _length(line)
    share = np.linspace(0, 1, len(line))
    ends = np.minimum(np.minimum(share, 1 - share) / 0.05, 1)
    return shifted(line, ends * as_long(own, max(length / own, 1.0), _WAVES) * np.sin(2 * np.pi * _WAVES * share))


def _length(line: Sequence) -> float:
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())


def _evenly(line: NDArray) -> NDArray:
    """The same line in points that are equally far apart."""
    run = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    at = np.linspace(0, run[-1], _POINTS)
    return np.column_stack([np.interp(at, run, line[:, 0]), np.interp(at, run, line[:, 1])])
