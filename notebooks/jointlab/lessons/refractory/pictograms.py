"""Things counted one by one: a little picture for each joint or person, marked or not, in a row for each group."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle, Ellipse, FancyBboxPatch, Polygon

from jointlab.drawings import style
from jointlab.drawings.page import Page
from jointlab.drawings.shapes.outlines import smooth

LABELS, FIRST, WORDS = 24, 226, 838  # pixels from the left: labels, the first little picture, the counts
TOP, BETWEEN = 22, 26  # pixels: above the first group, between groups


@dataclass(frozen=True)
class Group:
    """`marked` of `total` things, with a `label`, a smaller line `under` it and the count in `words`."""

    label: str
    under: str
    marked: int
    total: int
    words: str


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
                self.icon.draw(self.page, x, top + self.icon.height * (row + 0.5), i < group.marked)
            top += height + BETWEEN


def _joint(page: Axes, x: float, y: float, marked: bool) -> None:
    """Two ends of bone with fluid between them; gas in the fluid if it is marked."""
    gap = 7  # pixels: from the middle of the joint to the bone
    fluid = {"boxstyle": "round,pad=0,rounding_size=5", "fc": style.colour("fluid"), "lw": 0}
    page.add_patch(FancyBboxPatch((x - 11, y - gap - 4), 22, 2 * gap + 8, **fluid))
    end = np.array([(-7, 24), (-7, 14), (-10, 6), (-7, 0), (0, -1), (7, 0), (10, 6), (7, 14), (7, 24)])
    bone = {"fc": style.colour("bone"), "ec": style.colour("bone_edge"), "lw": style.LINE["hair"]}
    for side in (-1, 1):
        outline = smooth(end * [1, side] + [x, y + side * gap], count=40)
        page.add_patch(Polygon(outline, closed=False, **bone))
    if marked:
        page.add_patch(Ellipse((x, y), 17, 9, fc=style.colour("blue"), ec=style.colour("paper"), lw=1.5))


def _person(page: Axes, x: float, y: float, marked: bool) -> None:
    """Head and shoulders, filled if marked."""
    fill = style.colour("green") if marked else style.colour("paper")
    how = {"fc": fill, "ec": style.colour("green") if marked else style.colour("muted"), "lw": style.LINE["thin"]}
    page.add_patch(FancyBboxPatch((x - 7, y), 14, 13, boxstyle="round,pad=0,rounding_size=5", **how))
    page.add_patch(Circle((x, y - 6.5), 5, **how))


JOINT = Icon(_joint, 33, 66)
PERSON = Icon(_person, 24, 36)
