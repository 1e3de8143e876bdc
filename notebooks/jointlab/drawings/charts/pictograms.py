"""Things counted one by one: a little picture for each joint or person, marked or not, in a row for each group."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from jointlab.drawings.page import Page

LABELS, FIRST, WORDS = 24, 226, 838  # pixels from the left: labels, the first little picture, the counts
TOP, BETWEEN = 22, 26  # pixels: above the first group, between groups


@dataclass(frozen=True)
class Group:
    """`marked` of `total` things, with a `label`, a smaller line `under` it and the count in `words`.

    `icon`: where the things of this group look otherwise; as large as those of the others.
    """

    label: str
    under: str
    marked: int
    total: int
    words: str
    icon: "Icon | None" = None


@dataclass(frozen=True)
class Icon:
    """How one thing is drawn: `draw(axes, x, y, marked)` in a cell of `width` × `height` pixels around (x, y)."""

    draw: Callable[[Axes, float, float, bool], None]
    width: float
    height: float


class Counted(Page):
    """A still picture of `groups`, below each other, with at most `per_row` icons beside each other."""

    def __init__(self, groups: Sequence[Group], icon: Icon, per_row: int, colour: str, description: str):
        self.groups, self.icon, self.per_row, self.colour = groups, icon, per_row, colour
        self.heights = [-(-group.total // per_row) * icon.height for group in groups]
        self.height = int(2 * TOP + sum(self.heights) + BETWEEN * (len(groups) - 1))
        listed = " ".join(f"{group.label}, {group.under}: {group.words}." for group in groups)
        self.description = f"{description} {listed}"
        super().__init__()

    def lay_out(self) -> None:
        top = float(TOP)
        for group, height in zip(self.groups, self.heights, strict=True):
            middle = top + height / 2
            self.heading(LABELS, middle - 10, group.label)
            self.write(LABELS, middle + 13, group.under, colour="muted")
            self.write(WORDS, middle, group.words, 20, self.colour, bold=True)
            for i in range(group.total):
                row, column = divmod(i, self.per_row)
                x = FIRST + self.icon.width * (column + 0.5)
                (group.icon or self.icon).draw(self.page, x, top + self.icon.height * (row + 0.5), i < group.marked)
            top += height + BETWEEN
