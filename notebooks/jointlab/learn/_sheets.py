"""How the blocks of this floor look: a style sheet each, and one for the card that some of them lie on."""

from pathlib import Path

from jointlab.drawings import style

_HERE = Path(__file__).parent


def sheet(selector: str, file: str, card: bool = False) -> str:
    """The style sheet in `file`, after the colours of the course and, for a `card`, what every card is like."""
    common = _read("card.css").replace(".jl-card", selector) if card else ""
    return style.css_variables(selector) + common + _read(file)


def _read(file: str) -> str:
    return (_HERE / file).read_text(encoding="utf-8")
