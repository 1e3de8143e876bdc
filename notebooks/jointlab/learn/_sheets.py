"""What the page gets of a block of this floor: a script and a style sheet each, and what they share."""

from pathlib import Path
from typing import Any

from jointlab.drawings import style
from jointlab.language import script

_HERE = Path(__file__).parent


def sheet(selector: str, file: str, card: bool = False) -> str:
    """The style sheet in `file`, after the colours of the course and, for a `card`, what every card is like."""
    common = _read("card.css").replace(".jl-card", selector) if card else ""
    return style.css_variables(selector) + common + _read(file)


def page_script(file: str, **words: Any) -> str:
    """The script in `file`, after what it says by itself (`WORDS`) and what makes an element."""
    return script(**words) + _read("node.js") + _read(file)


def _read(file: str) -> str:
    return (_HERE / file).read_text(encoding="utf-8")
