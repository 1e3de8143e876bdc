"""A picture as still HTML: what a page shows that has no kernel, and what a printed page shows.

The words go into `alt`, so a screen reader finds them in JupyterLab, in exported pages and on the web: a plain
`image/png` output has none there. Sanitised (untrusted) notebooks keep this form of picture too.
"""

import base64
import html
import io
from functools import cached_property

from PIL import Image

from jointlab.drawings import style
from jointlab.drawings.picture import Picture
from jointlab.language import _, tag

# JupyterLab writes "Error displaying widget: model not found" where a saved widget has no kernel: say what helps.
# What is only made small is still read aloud; what is not visible is not, and its ::after may be visible all the same.
_LOST = ".jp-OutputArea-output.jupyter-widgets:not(:has(*))"
_WAKE = _("Asleep. To wake the controls, choose Run → Run All Cells.").replace("'", "\\'")
ASLEEP = (
    f"<style>{_LOST}{{font-size:0;visibility:hidden}}{_LOST}::after{{font-size:14px;visibility:visible;"
    f"content:'{_WAKE}'}}</style>"
)
# A picture is not made so narrow that its smallest words are lower than LEAST pixels: it lies in a frame that scrolls.
LEAST = 11
_PAPER = "<style>@media print{.jl-still>div{overflow:visible!important}.jl-still img{min-width:0!important}}</style>"


class Still:
    """A picture, ready to be the last line of a cell; it shows the state in which it is first shown.

    `caption` stands below it. `stands_in`: it shows where an explorer cannot live, and brings words for the controls
    that sleep there. `folded`: words of the line that opens it, where it would answer a question too soon; "" for a
    picture in sight. `mark`: the id of all of it, "" for none.
    `picture` is kept, so that what it shows can be looked at again.
    """

    def __init__(self, picture: Picture, caption: str = "", stands_in: bool = False, folded: str = "", mark: str = ""):
        self.alt = picture.description
        self.picture = picture
        self.caption = caption
        self.folded = folded
        self.mark = mark
        self._style = _PAPER + (ASLEEP if stands_in else "")

    @cached_property
    def _png(self) -> bytes:
        return small(self.picture.png())

    def __repr__(self) -> str:
        return f"{self.alt} {self.caption}".strip()

    def _repr_html_(self) -> str:
        mark = (f' id="{html.escape(self.mark)}"' if self.mark else "") + tag()
        if self.folded:
            return (
                f"<details{mark}><summary>{html.escape(self.folded)}</summary>{self._figure()}</details>{self._style}"
            )
        return self._figure(mark) + self._style

    def _figure(self, mark: str = "") -> str:
        caption = f"<figcaption>{html.escape(self.caption)}</figcaption>" if self.caption else ""
        return (
            f'<figure class="jl-still"{mark} style="margin:4px 0;max-width:{self.picture.width}px">'
            f'<div role="group" aria-label="{_("Picture, in a frame that scrolls sideways")}" tabindex="0" '
            f'data-lm-suppress-shortcuts="true" style="overflow-x:auto">{self._image()}</div>'
            f"{caption}</figure>"
        )

    def _image(self) -> str:
        width = self.picture.width
        least = round(width * LEAST / style.TEXT["small"])
        return (
            f'<img alt="{html.escape(self.alt)}" style="width:100%;min-width:{least}px;border-radius:12px" '
            f'width="{width}" src="data:image/png;base64,{base64.b64encode(self._png).decode()}">'
        )


def small(png: bytes) -> bytes:
    """The same PNG with a palette of 256 colours: flat drawings lose nothing and shrink to a third."""
    data = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(256, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
    return data.getvalue()
