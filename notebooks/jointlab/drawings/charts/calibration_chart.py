"""How sure somebody was, and how often they were right: the chart on which a page marks each level of confidence."""

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


@dataclass(frozen=True)
class Whose:
    """Whose predictions they are, in words: what stands `across` the axis, what lies `above` the dashed line, and what
    a listener is `told` of both axes."""

    across: str
    above: str
    told: str


YOURS = Whose(
    _("how sure you were"),
    _("above the dashed line: you knew more than you thought"),
    _("Across: how sure you were, 50 % to 100 %. Up: how often you were right, 0 % to 100 %."),
)
OF_A_CLASS = Whose(
    _("how sure the learners were"),
    _("above the dashed line: they knew more than they thought"),
    _("Across: how sure the learners were, 50 % to 100 %. Up: how often they were right, 0 % to 100 %."),
)


class CalibrationChart(Page):
    """Axes and a dashed line where both are the same; `across` and `up` tell where on the page a share lies."""

    width, height = 620, 344

    def __init__(self, whose: Whose = YOURS):
        self.whose = whose
        self.description = _("Chart of marks. {axes} A dashed line where both are the same.").format(axes=whose.told)
        super().__init__()

    @property
    def across(self) -> list[list[float]]:
        """How sure, at both ends of the axis: [share, pixels from the left]."""
        return [[share, float(self.pixels(self.axes, share, 0)[0, 0])] for share in (LEAST, 1.0)]

    @property
    def up(self) -> list[list[float]]:
        """How often right, at both ends of the axis: [share, pixels from the top]."""
        return [[share, float(self.pixels(self.axes, LEAST, share)[0, 1])] for share in (0.0, 1.0)]

    def lay_out(self) -> None:
        ends = {"xlim": (LEAST - _ROOM, 1 + _ROOM), "ylim": (-2 * _ROOM, 1 + 2 * _ROOM)}
        across = {share: percent(share) for share in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)}
        up = {share: percent(share) for share in (0.0, 0.25, 0.5, 0.75, 1.0)}
        self.axes = self.plot(76, 34, 600, 284, xticks=across, yticks=up, **ends)
        self.axes.set_xlabel(self.whose.across)
        self.heading(16, 16, _("How often right"))
        self.axes.plot(
            [LEAST, 1], [LEAST, 1], color=style.colour("muted"), lw=style.LINE["normal"], ls=DASHES["dashed"]
        )
        self.write(600, 16, self.whose.above, colour="muted", ha="right")
