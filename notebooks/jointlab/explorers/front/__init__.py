"""What the page gets: the JavaScript of all parts as one text, and the style."""

from pathlib import Path

from jointlab.drawings import style

_HERE = Path(__file__).parent
PARTS = ("controls", "ahead", "grips", "wide", "play", "hear", "explorer")


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


# As text, not as a path: a path is watched for changes, and what watches it keeps every widget alive.
SCRIPT = "\n".join(_read(f"{part}.js") for part in PARTS)
RECORDED = _read("recorded.js")  # only for a page without Python
STYLE = style.css_variables(".jl-explorer") + _read("explorer.css")
