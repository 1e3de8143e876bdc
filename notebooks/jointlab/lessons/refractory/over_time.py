"""Effects over time: above, their sizes with intervals; below, which study found a difference, and when."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from matplotlib.axes import Axes

from jointlab.drawings import style
from jointlab.drawings.picture import Picture

LEFT, RIGHT = 300, 930  # pixels: the two plots
HEAD, SIZES, BETWEEN, ROW, FOOT = 50, 200, 20, 58, 62  # pixels


APART = 0.45  # minutes: so far to either side of their moment two effects are drawn
FOUND = {"yes": "a difference", "some": "a difference in some", "no": "no difference found"}


@dataclass(frozen=True)
class Effect:
    """A size with its interval, at a moment (minutes)."""

    minute: float
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Study:
    """A row: its `label`, a smaller line `under` it, and `marks`: minute → one of FOUND. `words` stand above marks."""

    label: str
    under: str
    marks: dict[float, str]
    words: dict[float, str] = field(default_factory=dict)


class OverTime(Picture):
    """A still chart; `effects`, two at each moment, belong to the first of the `studies`.

    `axis`: the name of the sizes and their ends; `levels`: name → size that bears it; `note` stands beside the sizes.
    """

    def __init__(
        self,
        effects: Sequence[Effect],
        studies: Sequence[Study],
        axis: tuple[str, float, float],
        levels: dict[str, float],
        last: float,
        note: str,
        description: str,
    ):
        self.effects, self.studies, self.axis, self.levels = effects, studies, axis, levels
        self.last, self.note = last, note
        self.height = HEAD + SIZES + BETWEEN + ROW * len(studies) + FOOT
        listed = " ".join(_in_words(study) for study in studies)
        sizes = "; ".join(f"{e.minute:g} minutes: {e.value:g} ({e.low:g} to {e.high:g})" for e in effects)
        self.description = f"{description} Horizontal axis: minutes, 0 to {last:g}. Sizes – {sizes}. {listed}"
        super().__init__()

    def build(self) -> None:
        page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0))
        page.set_axis_off()
        self._sizes(page)
        self._studies(page)

    def _axes(self, top: float, height: float, **limits) -> Axes:
        box = (LEFT / self.width, 1 - (top + height) / self.height, (RIGHT - LEFT) / self.width, height / self.height)
        return self.figure.add_axes(box, xlim=(-1.5, self.last + 1.5), **limits)

    def _sizes(self, page: Axes) -> None:
        label, low, high = self.axis
        axes = self._axes(HEAD, SIZES, ylim=(low, high))
        axes.tick_params(labelbottom=False)
        page.text(24, 26, label, weight="bold", size=style.TEXT["label"], va="center")
        axes.axhline(0, color=style.colour("ink"), lw=style.LINE["thin"])
        muted = {"va": "center", "color": style.colour("muted")}
        axes.set_yticks(range(round(high) + 1))
        axes.grid(axis="y", visible=False)
        for name, value in self.levels.items():
            axes.axhline(value, color=style.colour("grid"), lw=style.LINE["hair"], zorder=1)
            up = value + 0.045 * (high - low)
            axes.text(self.last + 1, up, f"{name} {value:g}", ha="right", size=style.TEXT["small"], **muted)
        axes.text(self.last + 1, 0.82 * high, self.note, ha="right", linespacing=1.4, **muted)
        colour, marker = style.colour(style.SERIES[0][0]), style.SERIES[0][1]
        for i, effect in enumerate(self.effects):
            x = effect.minute + (APART if i % 2 else -APART)
            axes.plot([x, x], [effect.low, effect.high], color=colour, lw=style.LINE["normal"])
            axes.plot([x], [effect.value], marker, color=colour, ms=10)

    def _studies(self, page: Axes) -> None:
        top = HEAD + SIZES + BETWEEN
        axes = self._axes(top, ROW * len(self.studies), ylim=(len(self.studies) - 0.5, -0.5), yticks=[])
        axes.set_xlabel("minutes after the thrust")
        axes.spines["left"].set_visible(False)
        for y, (study, (name, marker)) in enumerate(zip(self.studies, style.SERIES, strict=False)):
            colour, middle = style.colour(name), top + ROW * (y + 0.5)
            page.text(24, middle - 10, study.label, weight="bold", va="center", color=colour)
            page.text(24, middle + 12, study.under, va="center", size=style.TEXT["small"])
            axes.plot(list(study.marks), [y] * len(study.marks), color=colour, lw=style.LINE["hair"])
            for minute, found in study.marks.items():
                how = {"fillstyle": "left", "mfc": colour, "mfcalt": style.colour("paper")}
                if found != "some":
                    how = {"mfc": colour if found == "yes" else style.colour("paper")}
                axes.plot([minute], [y], marker, ms=12, mec=colour, mew=style.LINE["normal"], **how)
            for minute, words in study.words.items():
                axes.text(minute, y - 0.36, words, ha="center", va="center", size=style.TEXT["small"])


def _in_words(study: Study) -> str:
    said = "; ".join(f"{minute:g} minutes: {FOUND[found]}" for minute, found in study.marks.items())
    return f"{study.label} ({study.under}) – {said}."
