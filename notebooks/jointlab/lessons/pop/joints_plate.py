"""The plate with the two joints of the course side by side, drawn to one scale and labelled."""

from matplotlib.axes import Axes

from jointlab.drawings import style
from jointlab.drawings.joints.facet import Facet
from jointlab.drawings.joints.knuckle import Knuckle
from jointlab.drawings.picture import Picture

_SCALE = 6.1  # pixels for one millimetre
_GAP = 0.5  # mm, in both joints

# Where the drawings stand: left and bottom edge in pixels, and the window in mm.
_KNUCKLE = (24, 112, (-29.0, 35.0), (-20.6, 14.4))
_FACET = (442, 18, (-33.0, 33.0), (-39.5, 27.5))


class Plate(Picture):
    """Knuckle and lumbar facet joints in section, with labels and one scale bar; nothing in it moves."""

    width = 960
    height = 460
    description = (
        "Labelled drawing of two joints in section, side by side and to the same scale, with a scale bar of 10 mm. "
        "Left: a knuckle cut lengthwise, seen from the side; the round head of the hand bone fits into the shallow "
        "hollow of the finger bone. Right: a lumbar level cut across, seen from above; behind the disc and the spinal"
        " canal lies one small curved facet joint on either side. In both joints a layer of cartilage covers each "
        "bone, a thin film of synovial fluid fills the joint space and a capsule closes it. The film is drawn half a "
        "millimetre thick so that it can be seen."
    )

    def moving(self, artist):
        """Nothing follows a state here: what could move in an explorer stands still."""
        return artist

    def build(self) -> None:
        Knuckle(self._window(*_KNUCKLE), self).set(_GAP)
        Facet(self._window(*_FACET), self).set(_GAP)
        self._page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(0, self.height), zorder=5)
        self._page.set_axis_off()
        self._page.patch.set_visible(False)
        self._label_knuckle()
        self._label_facet()
        self._scale_bar()

    def _window(self, left: float, bottom: float, x: tuple, y: tuple) -> Axes:
        """Axes in millimetres at the plate's scale."""
        size = (x[1] - x[0]) * _SCALE / self.width, (y[1] - y[0]) * _SCALE / self.height
        ax = self.figure.add_axes((left / self.width, bottom / self.height, *size), xlim=x, ylim=y)
        ax.set_axis_off()
        return ax

    def _write(self, x: float, y: float, text: str, **how) -> None:
        """Words at (`x`, `y`) in pixels."""
        how = {"color": style.colour("ink"), "fontsize": style.TEXT["small"], "va": "center"} | how
        self._page.text(x, y, text, **how)

    def _write_inside(self, window: tuple, x: float, y: float, text: str, **how) -> None:
        """Words centred at (`x`, `y`) in millimetres of the drawing in `window`."""
        self._write(*_pixels(window, (x, y)), text, ha="center", linespacing=1.1, **how)

    def _point(self, window: tuple, start: tuple, target: tuple) -> None:
        """A leader from `start` (pixels) to `target` (millimetres of the drawing in `window`)."""
        end, ink = _pixels(window, target), style.colour("ink")
        self._page.plot(*zip(start, end, strict=True), color=ink, linewidth=style.LINE["hair"])
        self._page.plot(*end, "o", color=ink, markersize=4)

    def _label_knuckle(self) -> None:
        self._write(24, 440, "Knuckle, cut lengthwise", fontsize=style.TEXT["label"], weight="bold")
        for x, text, target in (
            (140, "capsule", (-2.0, 8.3)),
            (232, "cartilage", (6.2, 3.8)),
            (345, "synovial fluid\nin the joint space", (7.8, -1.0)),
        ):
            self._write(x, 376, text, ha="center", va="bottom", linespacing=1.1)
            self._point(_KNUCKLE, (x, 373), target)
        for x, text, target in ((112, "tendons", (-14, -13.4)), (228, "palmar plate", (2.4, -9.3))):
            self._write(x, 70, text, ha="center")
            self._point(_KNUCKLE, (x, 80), target)
        self._write_inside(_KNUCKLE, -22.5, 0.9, "hand\nbone")
        self._write_inside(_KNUCKLE, 27, 0.6, "finger\nbone")
        for x, y, text, side in (
            (24, 336, "back of the hand", "left"),
            (24, 99, "palm side", "left"),
            (414, 99, "towards the fingertip →", "right"),
        ):
            self._write(x, y, text, ha=side, color=style.colour("muted"), style="italic")

    def _label_facet(self) -> None:
        self._write(446, 440, "Lumbar facet joints, cut across", fontsize=style.TEXT["label"], weight="bold")
        for y, text, target in (
            (338, "lower\nvertebra", (23.4, 4.4)),
            (290, "cartilage", (20.6, -0.4)),
            (243, "synovial\nfluid", (21.75, -3.5)),
            (197, "capsule", (24.2, -9.6)),
        ):
            self._write(862, y, text, linespacing=1.1)
            self._point(_FACET, (857, y), target)
        self._write(446, 338, "ligamentum\nflavum", linespacing=1.1)
        self._point(_FACET, (532, 330), (-10.6, 4.4))
        self._write_inside(_FACET, -11.2, -8.2, "upper\nvertebra")
        self._write_inside(_FACET, 0, 6.1, "spinal\ncanal")
        self._write_inside(_FACET, 0, 23.4, "disc")
        self._write_inside(_FACET, -18.5, -25.5, "muscle")
        self._write_inside(_FACET, 17.5, -25.5, "spinous\nprocess")
        start = _pixels(_FACET, (12.2, -25.7))
        self._point(_FACET, start, (1.2, -28.5))
        for y, text in ((412, "↑ front"), (30, "↓ back")):
            self._write(862, y, text, color=style.colour("muted"), style="italic")

    def _scale_bar(self) -> None:
        x, y = [24, 24 + 10 * _SCALE], 30
        ink = style.colour("ink")
        self._page.plot(x, [y, y], color=ink, linewidth=style.LINE["normal"], solid_capstyle="butt")
        for end in x:
            self._page.plot([end, end], [y - 5, y + 5], color=ink, linewidth=style.LINE["thin"])
        self._write(x[1] + 12, y, "10 mm, both drawings; joint spaces opened to 0.5 mm")


def _pixels(window: tuple, point: tuple) -> tuple[float, float]:
    """Where a point in millimetres of a drawing lies on the plate."""
    left, bottom, x, y = window
    return left + (point[0] - x[0]) * _SCALE, bottom + (point[1] - y[0]) * _SCALE
