"""The plate with the two joints of the course side by side, drawn to one scale and labelled."""

from jointlab.drawings import style
from jointlab.drawings.facet import Facet
from jointlab.drawings.knuckle import Knuckle
from jointlab.drawings.picture import Picture

_SCALE = 6.1  # pixels for one millimetre
_GAP = 0.5  # mm, in both joints

# Where the drawings stand: left and bottom edge in pixels, and the window in mm.
_KNUCKLE = (24, 96, (-29.0, 35.0), (-20.6, 14.4))
_FACET = (482, 22, (-33.0, 33.0), (-39.5, 27.5))


class Plate(Picture):
    """Knuckle and lumbar facet joints in section, with labels and one scale bar; nothing in it moves."""

    width = 960
    height = 460
    description = (
        "Labelled drawing of two joints in section, side by side and to the same scale, with a scale bar of 10 mm. "
        "Left: a knuckle cut lengthwise, seen from the side; the round head of the hand bone fits into the shallow "
        "hollow of the finger bone. Right: a lumbar level cut across, seen from above; behind the disc and the spinal "
        "canal lies one small curved facet joint on either side. In both joints a layer of cartilage covers each bone, "
        "a thin film of synovial fluid fills the joint space and a capsule closes it. The film is drawn half a "
        "millimetre thick so that it can be seen."
    )

    def moving(self, artist):
        return artist

    def update(self, state=None) -> None:
        """Nothing to do: the plate has one state."""

    def build(self) -> None:
        Knuckle(self._window(*_KNUCKLE), self).set(_GAP)
        Facet(self._window(*_FACET), self).set(_GAP)
        self._page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(0, self.height), zorder=5)
        self._page.set_axis_off()
        self._page.patch.set_visible(False)
        self._headings()
        self._knuckle_labels()
        self._facet_labels()
        self._scale_bar()

    def _window(self, left: float, bottom: float, x: tuple, y: tuple):
        """Axes in millimetres at the plate's scale."""
        size = (x[1] - x[0]) * _SCALE / self.width, (y[1] - y[0]) * _SCALE / self.height
        ax = self.figure.add_axes((left / self.width, bottom / self.height, *size), xlim=x, ylim=y)
        ax.set_axis_off()
        return ax

    def _write(self, x: float, y: float, text: str, colour: str = "ink", size: str = "small", **how) -> None:
        how = {"ha": "left", "va": "center"} | how
        self._page.text(x, y, text, color=style.colour(colour), fontsize=style.TEXT[size], **how)

    def _label(self, where: tuple, text: str, window: tuple, *targets: tuple, **how) -> None:
        """Words at `where` (pixels) and a line to each of `targets` (mm of the drawing in `window`)."""
        left, bottom, x, y = window
        start = how.pop("start", where)
        for target in targets:
            end = left + (target[0] - x[0]) * _SCALE, bottom + (target[1] - y[0]) * _SCALE
            ink = style.colour("ink")
            self._page.plot(*zip(start, end, strict=True), color=ink, linewidth=style.LINE["hair"], solid_capstyle="butt")
            self._page.plot(*end, "o", color=ink, markersize=4)
        self._write(*where, text, **how)

    def _headings(self) -> None:
        self._write(24, 440, "Knuckle, cut lengthwise", size="label", weight="bold")
        self._write(482, 440, "Lumbar facet joints, cut across", size="label", weight="bold")

    def _knuckle_labels(self) -> None:
        def label(x, y, text, target, start):
            self._label((x, y), text, _KNUCKLE, target, start=start)

        label(24, 392, "capsule", (-2.5, 8.1), (84, 386))
        label(118, 392, "cartilage", (6.3, 3.6), (170, 384))
        label(210, 392, "synovial fluid in the joint space", (7.85, -1.2), (260, 384))
        label(24, 70, "hand bone", (-10, -1.2), (70, 80))
        label(140, 70, "palmar plate", (3, -9.2), (185, 80))
        label(270, 70, "finger bone", (20, -1), (310, 80))

    def _facet_labels(self) -> None:
        pass

    def _scale_bar(self) -> None:
        pass
