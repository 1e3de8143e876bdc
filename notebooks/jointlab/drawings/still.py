"""A picture as still HTML: what a page shows that has no kernel, and what a printed page shows.

The words go into `alt`, so a screen reader finds them in JupyterLab, in exported pages and on the web: a plain
`image/png` output has none there. Sanitised (untrusted) notebooks keep this form of picture too.
"""

import base64
import html
import io

from PIL import Image

from jointlab.drawings.picture import Picture

# JupyterLab writes "Error displaying widget: model not found" where a saved widget has no kernel: say what helps.
ASLEEP = (
    "<style>.jp-OutputArea-output.jupyter-widgets:not(:has(*)){font-size:0}.jp-OutputArea-output.jupyter-widgets:not(:has(*))::after{font-size:14px;content:'Asleep."
    " To wake the controls, choose Run → Run All Cells.'}</style>"
)


class Still:
    """A picture in its present state, ready to be the last line of a cell.

    `caption` stands below it. `stands_in`: it shows where an explorer cannot live, so its words tell the state too.
    `mark` is its id in the page. `picture` is kept, so that what it shows can be looked at again.
    """

    def __init__(self, picture: Picture, caption: str = "", stands_in: bool = False, mark: str = ""):
        self.alt = f"{picture.description} {caption}".strip() if stands_in else picture.description
        self.picture = picture
        self.caption = caption
        self._style = ASLEEP if stands_in else ""
        self._mark = f' id="{mark}"' if mark else ""
        self._png = _small(picture.png())

    def __repr__(self) -> str:
        return f"{self.alt} {self.caption}".strip()

    def _repr_html_(self) -> str:
        source = base64.b64encode(self._png).decode()
        caption = f"<figcaption>{html.escape(self.caption)}</figcaption>" if self.caption else ""
        return (
            f'<figure{self._mark} class="jl-still" style="margin:4px 0;max-width:{self.picture.width}px">'
            f'<img alt="{html.escape(self.alt)}" style="width:100%;border-radius:12px" '
            f'width="{self.picture.width}" src="data:image/png;base64,{source}">{caption}</figure>{self._style}'
        )


def _small(png: bytes) -> bytes:
    """The same PNG with a palette of 256 colours: flat drawings lose nothing and shrink to a third."""
    data = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(256, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
    return data.getvalue()
