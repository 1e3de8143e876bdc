"""What the learner's own line of code gives, marked in a picture beside what the model draws."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.transforms import ScaledTranslation

from jointlab.drawings.page import DASHES, Page
from jointlab.language import _

WORDS = _("your line")
_SPACE = "\N{NO-BREAK SPACE}"
_GAP = 3  # pixels between a level line and its words


@dataclass(frozen=True)
class Yours:
    """The `value` that the learner's line gives, None if it gives none; `right`: whether the line has passed."""

    value: float | None = None
    right: bool = False


class YoursMark:
    """A line across a plot at the learner's value, solid if it has passed its check, dashed if not.

    `along`: the axis to which the value belongs, "x" or "y". `at`: where its words stand on the other axis, as a share
    of the plot. A value beyond the plot is marked at its edge, with an arrow.
    """

    def __init__(self, page: Page, axes: Axes, along: str = "x", at: float = 0.92):
        self.axes, self.upright, self.at = axes, along == "x", at
        self.line = page.line(axes, "purple", "strong", zorder=8, clip_on=False)
        transform = axes.get_xaxis_transform() if self.upright else axes.get_yaxis_transform()
        self.words = page.write(
            0, 0, colour="purple", bold=True, on=axes, moves=True, transform=transform, visible=False, zorder=9
        )

    def set(self, yours: Yours, below: bool | None = None) -> None:
        """Show it; without a value, nothing. `below`: whether the words of a level line stand below it; None: on the
        side that has more room."""
        for artist in (self.line, self.words):
            artist.set_visible(yours.value is not None)
        if yours.value is None:
            return
        own, other = self.axes.get_xlim(), self.axes.get_ylim()
        if not self.upright:
            own, other = other, own
        value = min(max(yours.value, min(own)), max(own))
        places = ([value, value], list(other))
        self.line.set_data(*(places if self.upright else places[::-1]))
        self.line.set_linestyle(DASHES["solid" if yours.right else "dashed"])
        self._label(value, value - yours.value, below)

    def _label(self, value: float, missing: float, below: bool | None) -> None:
        """The words stand on the side that has more room; `missing`: how far back the value was brought."""
        place = self.axes.transAxes.inverted().transform(self.axes.transData.transform((value, value)))
        if self.upright:
            before = place[0] > 0.5
            words = f"{WORDS} →" if missing < 0 else f"← {WORDS}" if missing > 0 else WORDS
            padded = f"{words}{_SPACE}" if before else f"{_SPACE}{words}"
            self.words.set(text=padded, position=(value, self.at), ha="right" if before else "left")
        else:
            words = f"{WORDS} ↑" if missing < 0 else f"{WORDS} ↓" if missing > 0 else WORDS
            below = place[1] > 0.5 if below is None else below
            figure = self.axes.figure
            apart = ScaledTranslation(0, (-_GAP if below else _GAP) / figure.dpi, figure.dpi_scale_trans)
            self.words.set(text=words, position=(self.at, value), ha="center", va="top" if below else "bottom")
            self.words.set_transform(self.axes.get_yaxis_transform() + apart)
