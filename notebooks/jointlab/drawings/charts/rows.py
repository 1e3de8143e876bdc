"""The frame of a chart that has one labelled row for each thing compared."""

from collections.abc import Iterable

from matplotlib.axes import Axes
from matplotlib.figure import Figure


def row_axes(figure: Figure, box: tuple[float, float, float, float], labels: Iterable[str], gap: float = 0.02) -> Axes:
    """Axes in `box` (shares of the figure: left, bottom, width, height) with a row for each label, from top to bottom.

    Row i is centred at y = i and is 1 high. The labels stand to the left, `gap` of the width away.
    """
    labels = list(labels)
    axes = figure.add_axes(box, ylim=(len(labels) - 0.5, -0.5), yticks=[])
    axes.spines["left"].set_visible(False)
    for y, label in enumerate(labels):
        axes.text(-gap, y, label, transform=axes.get_yaxis_transform(), ha="right", va="center")
    return axes
