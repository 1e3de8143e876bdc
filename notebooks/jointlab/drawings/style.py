"""The visual language of the course: one palette, one type size ladder, one set of line weights.

Every picture, plot or anatomy, is drawn with these names, so that it looks like the others and follows the
reader's light or dark theme. The colours of data (`blue`, `vermilion`, `green`, `amber`, `purple`) are
in the spirit of Okabe and Ito's set, chosen to reach 3:1 on
paper and to stay apart for colour-blind eyes (both are tested). Colour never
speaks alone: lines also differ in dash or carry their name beside them.

Sizes are in CSS pixels: figures are made at 72 dots per inch, where one point is one pixel.
"""

import re
import threading
from contextlib import contextmanager

import matplotlib
from matplotlib.figure import Figure

# name: (on light paper, on dark paper). A light value must be unique: it is how a colour is found again in SVG.
COLOURS = {
    "paper": ("#fffefb", "#14191f"),
    "panel": ("#f4f2ec", "#1d242c"),
    "ink": ("#1c2733", "#e9eef3"),
    "muted": ("#566370", "#a9b5c1"),
    "line": ("#c9ced4", "#46525e"),
    "grid": ("#e4e6e8", "#2b343d"),
    "blue": ("#0068a8", "#4aa3e8"),
    "vermilion": ("#b84500", "#f0743a"),
    "green": ("#007a5a", "#2fbf95"),
    "amber": ("#b08500", "#ffd75e"),
    "purple": ("#8a2a6a", "#f0a8d8"),
    "gas": ("#d6ecf8", "#2f5a75"),
    "gas_edge": ("#2f7fb0", "#86cdf5"),
    "bone": ("#efe3cb", "#6f6550"),
    "bone_inner": ("#f7efe0", "#857a63"),
    "bone_edge": ("#9c8660", "#c9b58e"),
    "cartilage": ("#a9cfd6", "#3f7480"),
    "cartilage_edge": ("#4f8a96", "#8fc7d2"),
    "fluid": ("#f6dd8e", "#8a7431"),
    "fluid_edge": ("#a88318", "#dcc172"),
    "capsule": ("#d48c76", "#a3604c"),
    "capsule_edge": ("#97503b", "#e0a48f"),
    "muscle": ("#a3333d", "#f08a86"),
    "skin": ("#f3d8c6", "#4d3d34"),
    "skin_edge": ("#b98d73", "#b08d79"),
    "soft": ("#f8e9de", "#3a302b"),
    "far_skin": ("#e8cdbb", "#3f322b"),
    "cloth": ("#cfdde2", "#33424b"),
    "far_cloth": ("#bccdd4", "#2c3a42"),
    "cloth_edge": ("#7d97a3", "#8aa5b3"),
    "hair": ("#7b6a5c", "#9a8878"),
}

TEXT = {"small": 13, "body": 15, "label": 16, "title": 19, "display": 30}
LINE = {"hair": 1.0, "thin": 1.5, "normal": 2.4, "strong": 3.6}
# What tells several sets of data apart in one chart: colour and shape together.
SERIES = (("blue", "o"), ("vermilion", "s"), ("green", "D"), ("purple", "^"))

_RC = {
    "figure.dpi": 72,
    "savefig.dpi": 72,
    "figure.facecolor": COLOURS["paper"][0],
    "savefig.facecolor": COLOURS["paper"][0],
    "axes.facecolor": COLOURS["paper"][0],
    "axes.edgecolor": COLOURS["muted"][0],
    "axes.labelcolor": COLOURS["ink"][0],
    "axes.linewidth": LINE["hair"],
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.titlesize": TEXT["label"],
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.titlecolor": COLOURS["ink"][0],
    "axes.titlepad": 10,
    "axes.labelsize": TEXT["body"],
    "axes.unicode_minus": True,
    "grid.color": COLOURS["grid"][0],
    "grid.linewidth": LINE["hair"],
    "xtick.color": COLOURS["muted"][0],
    "ytick.color": COLOURS["muted"][0],
    "xtick.labelcolor": COLOURS["ink"][0],
    "ytick.labelcolor": COLOURS["ink"][0],
    "xtick.labelsize": TEXT["small"],
    "ytick.labelsize": TEXT["small"],
    "text.color": COLOURS["ink"][0],
    "font.family": "DejaVu Sans",  # shipped with matplotlib: the same picture on every machine
    "font.size": TEXT["body"],
    "lines.linewidth": LINE["normal"],
    "lines.solid_capstyle": "round",
    "patch.linewidth": LINE["thin"],
    "legend.frameon": False,
    "legend.fontsize": TEXT["small"],
    "path.simplify_threshold": 0.2,
    "svg.fonttype": "none",  # text stays text: sharp, small and readable by machines
    "svg.hashsalt": "jointlab",  # the same picture gives the same file
}


def _complete() -> dict:
    """Every setting that matplotlib knows, as the course wants it: nothing is left of a learner's own."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_RC)
        settings = dict(dict.items(matplotlib.rcParams))
    return {name: value for name, value in settings.items() if name not in ("backend", "interactive")}


_SETTINGS = _complete()
# Matplotlib's settings belong to the whole process, and a kernel may answer the page while a cell draws.
_ONE_AT_A_TIME = threading.RLock()


def colour(name: str) -> str:
    """The light-theme hex code of a palette colour; in SVG it follows the theme (see `themed`)."""
    return COLOURS[name][0]


@contextmanager
def applied():
    """Matplotlib with the course's style, whatever was set before; for building, following a state and rendering.

    One thread at a time. The settings are exchanged as they are: `rc_context` checks every one of them, twice a frame.
    """
    with _ONE_AT_A_TIME:
        before = dict(dict.items(matplotlib.rcParams))
        dict.update(matplotlib.rcParams, _SETTINGS)
        try:
            yield
        finally:
            dict.update(matplotlib.rcParams, before)


def new_figure(width: float, height: float) -> Figure:
    """An empty figure of `width` × `height` pixels."""
    return Figure(figsize=(width / 72, height / 72), dpi=72)


def css_variables(selector: str) -> str:
    """CSS that defines every palette colour below `selector`, for light and dark pages."""
    light = "".join(f"--jl-{name}:{pair[0]};" for name, pair in COLOURS.items())
    dark = "".join(f"--jl-{name}:{pair[1]};" for name, pair in COLOURS.items())
    # JupyterLab, VS Code and Colab each mark a dark page in their own way.
    vscode = "body:is(.vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light))"
    pages = ('body[data-jp-theme-light="false"]', vscode, 'html[theme="dark"]')
    dark_selector = ",".join(f"{page} {selector}" for page in pages)
    return f"{selector}{{{light}}}\n{dark_selector}{{{dark}}}\n"


def css_variables_of_the_reader() -> str:
    """The same for a page of its own: dark where the reader's own pages are dark, and light on paper."""
    light, dark = ("".join(f"--jl-{name}:{pair[i]};" for name, pair in COLOURS.items()) for i in (0, 1))
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme: dark){{:root{{{dark}}}}}\n"


_NAME_OF = {pair[0]: name for name, pair in COLOURS.items()}


def themed(svg: str) -> str:
    """Replace the palette's hex codes in an SVG by CSS variables, so that the page's theme colours it."""

    def variable(match: re.Match) -> str:
        name = _NAME_OF.get(match[0])
        return f"var(--jl-{name},{match[0]})" if name else match[0]

    return re.sub(r"#[0-9a-f]{6}\b", variable, svg)
