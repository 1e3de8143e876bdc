"""A picture: a matplotlib figure drawn once, in which some artists follow a state.

Redrawing a whole figure takes matplotlib a tenth of a second: too slow to follow a hand on a slider. So a
picture has three layers. The *stage* holds all that stands still and is drawn once; a *frame* holds only the moving
artists, drawn by matplotlib's own SVG renderer in 2–3 ms; the *top* holds what stands still above them, such as words
over an area that moves. All have the same size and lie on top of each other.
"""

import io
import re
from collections.abc import Sequence
from typing import Any, ClassVar

import numpy as np
from matplotlib import _path
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG, RendererSVG
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.ticker import ScalarFormatter
from numpy.typing import ArrayLike, NDArray

from jointlab.drawings import style
from jointlab.drawings.grip import Grip
from jointlab.units import spelled

_TOP = 100  # zorder: above whatever a picture gives its own artists
_DECIMALS = 2  # of a pixel, in the layers that travel: what is finer is not seen


class Picture:
    """Base of every picture. A subclass states its size and words and fills in `build`, and `update` if it moves.

    `width`, `height`: size in pixels. `description`: what the picture shows, in words, whatever the state:
    kind of picture, axes with units, what the marks mean.
    """

    width = 960
    height = 480
    description = ""

    def __init__(self):
        self._moving: list[Artist] = []
        self._above: list[Artist] = []
        with style.applied():
            self.figure = style.new_figure(self.width, self.height)
            FigureCanvasAgg(self.figure)
            self.build()
            for axes in self.figure.axes:
                axes.apply_aspect()  # equal scales take effect only when a whole figure is drawn: do it now
                _spell_ticks(axes)

    def build(self) -> None:
        """Make the axes and all artists; hand those that follow the state to `self.moving`."""
        raise NotImplementedError

    def update(self, state: Any) -> None:
        """Set the moving artists to `state` (what a model returned). A still picture has none."""

    def grips(self, state: Any) -> Sequence[Grip]:
        """What a hand can take hold of at `state`; none, unless a picture says otherwise."""
        return ()

    def pixels(self, axes: Axes, x: ArrayLike, y: ArrayLike) -> NDArray:
        """Points of a plot in pixels from the top left of the picture, as rows (x, y)."""
        places = axes.transData.transform(np.column_stack(np.broadcast_arrays(x, y)))
        return places * (1, -1) + (0, self.height)

    def moving(self, artist: Artist) -> Artist:
        """Declare that `artist` follows the state; it is drawn above what stands still on the stage."""
        self._moving.append(artist)
        return artist

    def above(self, artist: Artist) -> Artist:
        """Declare that `artist` stands still above all that moves."""
        artist.set_zorder(_TOP)
        self._above.append(artist)
        return artist

    @property
    def movers(self) -> tuple[Artist, ...]:
        """The artists that follow the state, in the order in which they were declared."""
        return tuple(self._moving)

    def stage_svg(self) -> str:
        """The standing layer, as one `<svg>` element that follows the page's theme."""
        hidden = [artist for artist in (*self._moving, *self._above) if artist.get_visible()]
        for artist in hidden:
            artist.set_visible(False)
        text = io.StringIO()
        with style.applied():
            FigureCanvasSVG(self.figure).print_svg(text)
            FigureCanvasAgg(self.figure)
        for artist in hidden:
            artist.set_visible(True)
        return _inline(text.getvalue(), prefix="stage")

    def frame_svg(self) -> str:
        """The moving layer for the present state, as one `<svg>` element of the stage's size."""
        return self._layer(self._moving, prefix="frame")

    def mark_yours(self, state: Any, yours: Any) -> None:
        """Mark what the learner's own line gives at `state` (`drawings.yours`); nothing, unless a picture says so."""

    def frame_at(self, state: Any, yours: Any = None) -> str:
        """The picture set to `state`, and its moving layer, in one go; with what the learner's own line gives."""
        with style.applied():
            self.update(state)
            if yours is not None:
                self.mark_yours(state, yours)
            return self.frame_svg()

    def top_svg(self) -> str:
        """What stands still above the moving layer, as one `<svg>` element; "" if there is nothing."""
        return self._layer(self._above, prefix="top") if self._above else ""

    def _layer(self, artists: list[Artist], prefix: str) -> str:
        text = io.StringIO()
        with style.applied():
            renderer = _Renderer(self.width, self.height, text, image_dpi=72)
            for artist in sorted(artists, key=Artist.get_zorder):
                artist.draw(renderer)
            renderer.finalize()
        return _inline(text.getvalue(), prefix)

    def png(self, scale: float = 2) -> bytes:
        """All layers as one PNG, `scale` times the size in pixels: the still picture of a page without a kernel."""
        data = io.BytesIO()
        with style.applied():
            self.figure.savefig(data, format="png", dpi=72 * scale)
            self._forget_pixels()
        return data.getvalue()

    def _forget_pixels(self) -> None:
        """Matplotlib would keep the bitmap (6 MB) as long as the picture: the canvas does, and every text does."""
        FigureCanvasAgg(self.figure)
        for text in self.figure.findobj(Text):
            text._renderer = None  # it asks for another one when it needs it


class StillPicture(Picture):
    """A picture that never moves: parts that could follow a state stand still in it."""

    def moving(self, artist: Artist) -> Artist:
        """`artist` as it is: nothing follows a state here."""
        return artist


class _Renderer(RendererSVG):
    """Matplotlib's SVG renderer, for layers that travel: it writes coordinates with few decimals, and measures the same
    words in the same type only once, since most words stay."""

    _measured: ClassVar[dict] = {}

    def get_text_width_height_descent(self, s: str, prop: FontProperties, ismath: Any) -> tuple[float, float, float]:
        key = (s, prop.get_size_in_points(), prop.get_weight(), prop.get_style(), ismath)
        if key not in self._measured:
            if len(self._measured) > 4000:  # words with numbers in them never end
                self._measured.clear()
            self._measured[key] = super().get_text_width_height_descent(s, prop, ismath)
        return self._measured[key]

    def _convert_path(self, path: Path, transform=None, clip=None, simplify=None, sketch=None) -> str:
        box = (0.0, 0.0, self.width, self.height) if clip else None
        commands = [b"M", b"L", b"Q", b"C", b"z"]
        written = _path.convert_to_string(path, transform, box, simplify, sketch, _DECIMALS, commands, False)
        return written.decode("ascii")


class _Spelled(ScalarFormatter):
    """Numbers beside an axis as the learner's language writes them."""

    def __call__(self, x: float, pos: int | None = None) -> str:
        return spelled(super().__call__(x, pos))


def _spell_ticks(axes: Axes) -> None:
    for axis in (axes.xaxis, axes.yaxis):
        if type(axis.get_major_formatter()) is ScalarFormatter:
            axis.set_major_formatter(_Spelled())


def _inline(svg: str, prefix: str) -> str:
    """Cut a matplotlib SVG file down to what may stand inside a page.

    Header, date and the style rule for `*` go (inside a page that rule would reach everything); ids get a prefix,
    because the layers stand in the same page.
    """
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>|<style.*?</style>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'(<svg[^>]*?) width="[^"]*" height="[^"]*"', r"\1", svg, count=1)
    # Plain replacements: a regular expression takes milliseconds on a long path.
    for mark in (' id="', "url(#", 'xlink:href="#'):
        svg = svg.replace(mark, f"{mark}{prefix}-")
    return style.themed(svg.replace("'DejaVu Sans'", "var(--jl-font)").replace("\n", " "))
