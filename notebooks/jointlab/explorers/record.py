"""A record of an explorer: what it shows over a grid of all its controls, so that it plays where no Python is.

A record is plain data: {"spec", "first", "frames", "heard", "chunk", "beside", "sounds"}. `spec` is that of the live
explorer, in which every slider has got the `positions` that are recorded, with the `longest` of all sentences; `frames`
are all states, the last control running fastest, then those `beside` the grid to which a button leads; `chunk` of them
to a piece of gzip in base64, one JSON list [marks, sentence, goal, grips, error] a line; in the same way `heard` is
what of each state can be heard (see hear.py), if anything can. What is not looked at is never unpacked.
`front/recorded.js` answers the page side of an explorer from it.
"""

import base64
import gzip
import itertools
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jointlab.drawings.picture import Picture
from jointlab.explorers import frame as frames
from jointlab.explorers import hear
from jointlab.explorers.declare import Choice, Declaration, Slider
from jointlab.explorers.trim import trimmed
from jointlab.models.require import Impossible

MOST = 2000  # frames of one explorer
CHUNK = 48  # frames packed together
PLAYED = 12  # positions a second, of a slider that plays


def record(declaration: Declaration, most: int = MOST) -> dict[str, Any]:
    """The record of one explorer, of at most `most` frames if its fixed positions allow."""
    picture = declaration.picture()
    grid = positions(declaration, most)
    spec = frames.spec(declaration, picture) | {"still": "", "ahead": False}
    spec |= {layer: trimmed(spec[layer]) for layer in ("stage", "top")}
    for control in spec["controls"]:
        if control["kind"] == "slider":
            control |= {"positions": grid[control["name"]], "steps": len(grid[control["name"]]) - 1}
    states = [dict(zip(grid, values, strict=True)) for values in itertools.product(*grid.values())]
    opened = [spec["defaults"], *spec["presets"].values()]  # where Reset and the buttons lead
    beside = [values for values in opened if values not in states]
    states += beside
    seen, heard = zip(*(lines(declaration, picture, values) for values in states), strict=True)
    spec["longest"] = max((told for text in seen for told in _told(text)), key=len)
    return {
        "spec": spec,
        "first": seen[states.index(declaration.defaults)],
        "frames": _chunks(seen),
        "heard": _chunks(heard) if declaration.hear else [],
        "chunk": CHUNK,
        "beside": beside,
        "sounds": _sounds(declaration, opened, states),
    }


def opening(recorded: dict[str, Any]) -> dict[str, Any]:
    """All but the pictures of a record: what keeps its place on a page, and is used until the rest has come."""
    _marks, *words = json.loads(recorded["first"])
    return {
        "spec": recorded["spec"] | {"stage": "", "top": ""},
        "first": _json(["", *words]),
    }


def save(recorded: dict[str, Any], path: Path) -> None:
    """Write a record as JSON that may also stand inside a <script> of a page."""
    path.write_text(json.dumps(recorded, separators=(",", ":")).replace("</", "<\\/"), encoding="utf-8")


def positions(declaration: Declaration, most: int = MOST) -> dict[str, list]:
    """Control → the positions that are recorded, in the learner's units.

    Those that the declaration names for it; else both ends, default, every preset's value and, of a slider that plays,
    as many as it needs to move; then again and again the middle of the widest gap of all, as long as the product of all
    counts stays within `most`. Raises ValueError if there are too many before a single gap is closed.
    """
    grid = {control.name: _fixed(declaration, control) for control in declaration.controls}
    if math.prod(map(len, grid.values())) > MOST:
        raise ValueError(f"“{declaration.title}” has too many positions for a record: name some in `recorded`.")
    free = [c for c in declaration.controls if isinstance(c, Slider) and c.name not in declaration.recorded]
    while free:
        control, middle = max(((c, *_widest_gap(c, grid[c.name])) for c in free), key=lambda found: found[1])[::2]
        fits = math.prod(len(where) + (name == control.name) for name, where in grid.items()) <= most
        if fits and middle not in grid[control.name]:
            grid[control.name] = sorted([*grid[control.name], middle])
        else:
            free.remove(control)
    return grid


def _fixed(declaration: Declaration, control: Slider | Choice) -> list:
    """Positions that must not be missing, in order."""
    if isinstance(control, Choice):
        return list(control.options)
    if control.name in declaration.recorded:
        return list(declaration.recorded[control.name])
    presets = (values[control.name] for values in declaration.presets.values() if control.name in values)
    played = control.positions(1 + round(PLAYED * control.plays)) if control.plays else ()
    return sorted({control.low, control.high, control.default, *presets, *played})


def lines(declaration: Declaration, picture: Picture, values: dict[str, Any]) -> tuple[str, str]:
    """One state as it is kept: what is seen, [marks, sentence, goal, grips, error], and what is heard; a state that the
    model refuses keeps its reason."""
    try:
        state, shown = frames.frame(declaration, picture, values)
        seen = [trimmed(shown["marks"]), *(shown[part] for part in ("sentence", "goal", "grips", "error"))]
        heard = hear.told(declaration.hear(state)) if declaration.hear else None
    except Impossible as error:
        seen, heard = ["", "", False, [], frames.refused(error)], None
    return _json(seen), _json(heard)


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _chunks(lines: Sequence[str]) -> list[str]:
    return [_packed("\n".join(lines[i : i + CHUNK]).encode()) for i in range(0, len(lines), CHUNK)]


def _told(text: str) -> tuple[str, str]:
    """The sentence of one kept frame, and what is said in its place where the model says no."""
    _marks, sentence, _goal, _grips, error = json.loads(text)
    return sentence, error


def _widest_gap(control: Slider, where: list[float]) -> tuple[float, float]:
    """The widest gap between two positions, as a share of the track, and the slider's position in its middle."""
    shares = [control.share(value) for value in where]
    gap, start = max((after - before, before) for before, after in itertools.pairwise(shares))
    return gap, control.position(round((start + gap / 2) * control.steps))


def _sounds(declaration: Declaration, opened: list[dict], states: list[dict]) -> dict[int, list[str]]:
    """Number of the state → one packed WAV file for each sound, for the default and the presets."""
    if not declaration.sounds:
        return {}
    kept = {}
    for values in opened:
        state = declaration.at(values)
        kept[states.index(values)] = [_packed(frames.wav(sound, state)) for sound in declaration.sounds]
    return kept


def _packed(data: bytes) -> str:
    return base64.b64encode(gzip.compress(data, 9, mtime=0)).decode()
