"""Whether the words of a picture can be read: large enough, inside it, clear of each other."""

import itertools
import math
import re
from collections.abc import Sequence

from matplotlib.text import Text
from matplotlib.transforms import Bbox
from tests.pictures import extents

from jointlab.drawings import style
from jointlab.drawings.picture import Picture

TOUCH = 1  # pixel by which two boxes may overlap: letters do not fill theirs
RING = 13.3  # pixels: radius of the ring that stands at a grip, with the halo around it


def unreadable(picture: Picture, own: dict[Text, Bbox], beside: dict[Text, Bbox]) -> list[str]:
    """What of the words `own` is too small, cut off, or covers another of them or one of those `beside`."""
    faults = []
    for text, box in own.items():
        said = text.get_text()
        if text.get_size() < style.TEXT["small"]:
            faults.append(f"too small: {said}")
        if min(box.x0, box.y0) < 0 or box.x1 > picture.width or box.y1 > picture.height:
            faults.append(f"cut off: {said}")
    for (one, a), (other, b) in itertools.chain(
        itertools.combinations(own.items(), 2), itertools.product(own.items(), beside.items())
    ):
        if a.padded(-TOUCH).overlaps(b):
            faults.append(f"on top of each other: {one.get_text()} / {other.get_text()}")
    return faults


def of_the_stage(picture: Picture) -> tuple[dict[Text, Bbox], dict[Text, Bbox]]:
    """The boxes of words that stand still: those at ticks, which may touch in the corner of two axes, and others."""
    boxes = extents.boxes(picture, [artist for _, artist in extents.standing(picture)])
    at_ticks = extents.tick_words(picture)
    ticks = {text: box for text, box in boxes.items() if text in at_ticks}
    return ticks, {text: box for text, box in boxes.items() if text not in at_ticks}


def unreadable_in(picture: Picture) -> list[str]:
    """What cannot be read in a picture as it stands."""
    ticks, others = of_the_stage(picture)
    return unreadable(picture, others | extents.boxes(picture, picture.movers), ticks)


def under_a_ring(picture: Picture, places: dict[str, Sequence[float]]) -> list[str]:
    """Which numbers of a picture lie under the ring of a grip that stands at one of `places` (pixels), and whose."""
    renderer = picture.figure.canvas.get_renderer()
    words = [text for text in picture.figure.findobj(Text) if text.get_visible() and re.search(r"\d", text.get_text())]
    faults = []
    for text in words:
        box = text.get_window_extent(renderer)
        for control, (x, y) in places.items():
            up = picture.height - y  # a window counts from below
            away = math.hypot(max(box.x0 - x, 0, x - box.x1), max(box.y0 - up, 0, up - box.y1))
            if away < RING:
                faults.append(f"under the ring of {control}: {text.get_text()}")
    return faults
