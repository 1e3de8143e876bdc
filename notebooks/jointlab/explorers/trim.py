"""The same picture in half the text: for records, in which thousands of frames are kept."""

import re

_COMMAND = re.compile("([MLQCZz])([^MLQCZz]*)")
_LENGTH = re.compile(r"(?<=[ \"(,:-])-?\d+\.\d\d+")  # inside a tag: the words between them stay as they are
_SHORT = {"M": "M", "L": "l", "Q": "q", "C": "c"}  # a piece begins at its own place; within it, steps are kept


def trimmed(svg: str) -> str:
    """Path data as steps of whole tenths of a pixel, other lengths to tenths; no word is changed.

    Rounding never adds up along a path.
    """
    svg = re.sub(r' d="([^"]*)"', lambda found: f' d="{_steps(found[1])}"', svg)
    svg = re.sub(r"<[^>]*>", lambda tag: _LENGTH.sub(lambda found: _tenths(round(10 * float(found[0]))), tag[0]), svg)
    return re.sub(r">\s+<", "><", svg)


def _steps(path: str) -> str:
    out, x, y = [], 0, 0  # x, y: where the pen is, in tenths
    for command, numbers in _COMMAND.findall(path):
        places = [round(10 * float(number)) for number in numbers.split()]
        if command in "Zz":
            out.append("z")
        elif command == "M":
            out.append(f"M{_joined(places)}")
        else:
            out.append(_SHORT[command] + _joined([n - (y if i % 2 else x) for i, n in enumerate(places)]))
        if places:
            x, y = places[-2:]
    return "".join(out)


def _joined(tenths: list[int]) -> str:
    """Numbers without a space where a minus parts them."""
    return "".join(f"{' ' if i and n >= 0 else ''}{_tenths(n)}" for i, n in enumerate(tenths))


def _tenths(tenths: int) -> str:
    """12 is "1.2", 5 is ".5", −30 is "-3"."""
    text = f"{abs(tenths) / 10:g}".removeprefix("0") or "0"
    return f"-{text}" if tenths < 0 else text
