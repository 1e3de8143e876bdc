"""What a cell of a table may hold, by the type of its field. What cannot be is refused, in words."""

import math
from collections.abc import Callable
from types import UnionType
from typing import Any, Literal, NewType, Union, get_args, get_origin

Positive = NewType("Positive", float)  # above 0
NotNegative = NewType("NotNegative", float)
Share = NewType("Share", float)  # from 0 to 1
Count = NewType("Count", int)  # 1, 2, 3 …
Words = NewType("Words", str)  # that a learner reads: they may stand in another language

Flag = Literal["V", "P", "C", "A"]  # how far to trust a figure: see data/README.md
When = Literal["now", "day", "soon"]
Verdict = Literal["supported", "partly", "weak evidence", "contradicted", "no data"]
Grade = Literal["A", "B", "C", "D"]
Status = Literal["ready", "planned"]
Against = Literal["nothing", "sham", "other"]  # what a treatment was compared with
Better = Literal["lower", "higher"]  # which end of a scale is the good one
Certainty = Literal[
    "high", "moderate", "low", "very low", "one trial", ""
]  # as the source rates it; empty: it does not
Outcome = Literal["pain", "pain relief", "daily life"]


def as_field(kind: Any, cell: str) -> Any:
    """The content of a cell as a field of this type; an empty cell is None where that may be. Raises ValueError."""
    if get_origin(kind) is Literal:
        if cell not in get_args(kind):
            raise ValueError(f"{cell!r} is none of {', '.join(get_args(kind))}")
        return cell
    if get_origin(kind) in (Union, UnionType):  # of a type and None
        return as_field(get_args(kind)[0], cell) if cell else None
    return _READ[kind](cell)


def in_order(row: Any) -> None:
    """The ends of a range stand around what it is a range of. Raises ValueError."""
    figures = [getattr(row, name, None) for name in ("low", "share", "value", "high")]
    there = [figure for figure in figures if figure is not None]
    if there != sorted(there):
        raise ValueError(f"{' to '.join(f'{figure:g}' for figure in there)} is no range")


def _number(cell: str) -> float:
    try:
        number = float(cell)
    except ValueError:
        raise ValueError(f"{cell!r} is no number") from None
    if not math.isfinite(number):
        raise ValueError(f"{cell!r} is no number that can be measured")
    return number


def _whole(cell: str) -> int:
    try:
        return int(cell)
    except ValueError:
        raise ValueError(f"{cell!r} is no whole number") from None


def _such(read: Callable[[str], Any], fits: Callable[[Any], bool], words: str) -> Callable[[str], Any]:
    def checked(cell: str) -> Any:
        value = read(cell)
        if not fits(value):
            raise ValueError(f"{cell} is not {words}")
        return value

    return checked


_READ: dict[Any, Callable[[str], Any]] = {
    str: str,
    Words: str,
    int: _whole,
    float: _number,
    tuple[str, ...]: lambda cell: tuple(cell.split()),
    Positive: _such(_number, lambda number: number > 0, "above 0"),
    NotNegative: _such(_number, lambda number: number >= 0, "0 or more"),
    Share: _such(_number, lambda number: 0 <= number <= 1, "from 0 to 1"),
    Count: _such(_whole, lambda number: number >= 1, "1 or more"),
}
