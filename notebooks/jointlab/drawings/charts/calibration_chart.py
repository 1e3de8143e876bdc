"""How sure somebody was, and how often they were right: one mark for each level of confidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from jointlab.drawings import style
from jointlab.drawings.page import DASHES, Page
from jointlab.language import _
from jointlab.units import percent

LEAST = 0.5  # as likely as not: nobody who may choose is less sure
_ROOM = 0.04  # around the axes, so that marks at their ends are whole


@dataclass(frozen=True)
class Said:
    """So sure (`confidence`, a share) was said `count` times, and `right` so many times."""

    confidence: float
    right: int
    count: int

    @property
    def share(self) -> float:
        """Of what was said so, how much was right."""
        return self.right / self.count


class CalibrationChart(Page):
    """A mark for each level, larger where more was said; a dashed line where both are the same."""

    width, height = 620, 344

    def __init__(self, levels: Sequence[Said]):
        self.levels = levels
        each = _("{sure} sure, right {right} of {count} times")
        told = "; ".join(each.format(sure=percent(one.confidence), right=one.right, count=one.count) for one in levels)
        chart = _(
            "Chart of marks. Across: how sure you were, 50 % to 100 %. Up: how often you were right, 0 % to 100 %. A "
            "dashed line where both are the same."
        )
        self.description = f"{chart} {told or _('No marks yet')}."
        super().__init__()

    def lay_out(self) -> None:
        ends = {"xlim": (LEAST - _ROOM, 1 + _ROOM), "ylim": (-2 * _ROOM, 1 + 2 * _ROOM)}
        across = {share: percent(share) for share in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)}
        up = {share: percent(share) for share in (0.0, 0.25, 0.5, 0.75, 1.0)}
        axes = self.plot(76, 34, 600, 284, xticks=across, yticks=up, **ends)
        axes.set_xlabel(_("how sure you were"))
        self.heading(16, 16, _("How often right"))
        axes.plot([LEAST, 1], [LEAST, 1], color=style.colour("muted"), lw=style.LINE["normal"], ls=DASHES["dashed"])
        self.write(600, 16, _("above the dashed line: you knew more than you thought"), colour="muted", ha="right")
        for one in self.levels:
            axes.plot(
                one.confidence, one.share, "o", color=style.colour("blue"), ms=9 + 3 * min(one.count, 6), zorder=5
            )
            below = -0.1 if one.share > 0.3 else 0.1
            self.write(
                one.confidence,
                one.share + below,
                _("{count} of {all}").format(count=one.right, all=one.count),
                on=axes,
                bold=True,
                ha="center",
            )
