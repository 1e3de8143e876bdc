"""The room in which a drawn person stands: axes in metres with a floor, at the left of a picture and as high as it."""

from matplotlib.axes import Axes

from jointlab.drawings import style
from jointlab.drawings.picture import Picture


def scene(picture: Picture, window: tuple[float, float, float, float], floor: tuple[float, float]) -> Axes:
    """Axes that show `window` (left, right, bottom, top, in m) to scale; the floor runs from end to end of `floor`."""
    left, right, bottom, top = window
    width = (right - left) / (top - bottom) * picture.height / picture.width
    axes = picture.figure.add_axes((0.0, 0.0, width, 1.0), xlim=(left, right), ylim=(bottom, top), zorder=2)
    axes.set_axis_off()
    axes.plot(floor, [0, 0], color=style.colour("muted"), lw=style.LINE["thin"])
    return axes
