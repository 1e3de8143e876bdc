"""Effects over time: above, their sizes with intervals; below, which study found a difference, and when."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jointlab.drawings import style
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import MARGIN, Layout, Row, RowChart, Scale, every
from jointlab.language import _
from jointlab.units import number

HEAD, SIZES, BETWEEN = 50, 200, 12  # px: the upper plot, and what is above and below it
APART = 0.45  # minutes: so far to either side of their moment two effects are drawn
FOUND = {"full": _("a difference"), "half": _("a difference in some"), "hollow": _("no difference found")}


def study(label: str, under: str, found: Mapping[float, str], words: Mapping[float, str] | None = None) -> Row:
    """A row: what a study `found`, minute → one of FOUND, and `words` above its marks."""
    words = words or {}
    marks = [Mark(minute, words=words.get(minute, ""), over=True, fill=fill) for minute, fill in found.items()]
    each = _("minute {minute}: {found}")
    spoken = ", ".join(each.format(minute=number(minute), found=FOUND[fill]) for minute, fill in found.items())
    return Row(label, marks, under=under, band=(min(found), max(found)), spoken=spoken)


class OverTime(RowChart):
    """A still chart; `effects`, two at each moment (minutes), belong to the first of the `studies`.

    `axis`: the name of the sizes and their ends; `levels`: name → size that bears it; `note` stands beside the sizes.
    """

    above_plot = HEAD + SIZES + BETWEEN

    def __init__(
        self,
        effects: Sequence[tuple[float, Mark]],
        studies: Sequence[Row],
        axis: tuple[str, float, float],
        levels: Mapping[str, float],
        last: float,
        note: str,
        description: str,
    ):
        self.effects, self.sizes, self.levels, self.note = effects, axis, levels, note
        spoken = _("minutes, 0 to {last}").format(last=number(last))
        scale = Scale(-1.5, last + 1.5, every(10, 0, int(last)), _("minutes after the thrust"), spoken=spoken)
        each = _("{time} minutes: {size} ({low} to {high})")
        said = (
            each.format(time=number(t), size=number(e.value), low=number(e.low), high=number(e.high))
            for t, e in effects
        )
        description = f"{description} {_('Sizes – {sizes}.').format(sizes='; '.join(said))}"
        rows = [replace(row, series=series) for row, series in zip(studies, style.SERIES, strict=False)]
        super().__init__({"": rows}, scale, description, Layout(left=300, right=930, pitch=58))

    def lay_out(self) -> None:
        super().lay_out()
        label, low, high = self.sizes
        self.heading(MARGIN, 26, label)
        limits = {"xlim": self.axes.get_xlim(), "xticks": self.axes.get_xticks(), "ylim": (low, high)}
        limits["yticks"] = every(1, 0, int(high))
        axes = self.plot(self.layout.left, HEAD, self.layout.right, HEAD + SIZES, **limits)
        axes.tick_params(labelbottom=False)
        axes.grid(axis="y", visible=False)
        self.level(axes, 0, dash="solid")
        beside = {"colour": "muted", "on": axes, "ha": "right"}
        right = self.scale.high - 0.5
        for name, value in self.levels.items():
            self.level(axes, value, "line", "hair", "solid").set_zorder(1)
            self.write(right, value + 0.045 * (high - low), f"{name} {number(value)}", **beside)
        self.write(right, 0.82 * high, self.note, "body", **beside)
        name, marker = style.SERIES[0]
        for i, (minute, effect) in enumerate(self.effects):
            x = minute + (APART if i % 2 else -APART)
            axes.plot([x, x], [effect.low, effect.high], color=style.colour(name))
            axes.plot([x], [effect.value], marker, color=style.colour(name), ms=10)
