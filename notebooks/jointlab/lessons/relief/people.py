"""People counted one by one: one of them, filled or not."""

from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyBboxPatch

from jointlab.drawings import style
from jointlab.drawings.charts.pictograms import Icon


def _person(page: Axes, x: float, y: float, marked: bool) -> None:
    """Head and shoulders, filled if marked."""
    fill = style.colour("green") if marked else style.colour("paper")
    how = {"fc": fill, "ec": style.colour("green") if marked else style.colour("muted"), "lw": style.LINE["thin"]}
    page.add_patch(FancyBboxPatch((x - 7, y), 14, 13, boxstyle="round,pad=0,rounding_size=5", **how))
    page.add_patch(Circle((x, y - 6.5), 5, **how))


PERSON = Icon(_person, 24, 36)
