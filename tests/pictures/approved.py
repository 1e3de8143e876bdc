"""The approved layout of every picture, one small file each; `write` makes them anew, a person reads the difference.

A state holds only what differs from the default, so that a file says how a picture moves.
"""

import json
from pathlib import Path

from tests.pictures import extents, gallery
from tests.pictures.extents import Entry

FOLDER = Path(__file__).parent / "approved"
Layouts = dict[str, dict[str, Entry | None]]


def of_still(name: str) -> Layouts:
    """The one layout of a still."""
    picture = gallery.still(name)
    artists = [*extents.standing(picture), *extents.following(picture)]
    return {"still": extents.layout(picture, artists)}


def of_explorer(name: str) -> Layouts:
    """The stage of an explorer, its default, and what differs from that in each other state."""
    declaration = gallery.quick(name)
    picture = gallery.picture(name)
    layouts: Layouts = {"stage": extents.layout(picture, extents.standing(picture))}
    for state, values in gallery.looked_at(declaration):
        picture.update(declaration.state(**values))
        now = extents.layout(picture, extents.following(picture))
        default = layouts.get("default", {})
        gone = {artist: None for artist in default if artist not in now}
        layouts[state] = {artist: entry for artist, entry in now.items() if entry != default.get(artist)} | gone
    return layouts


def every() -> dict[str, Layouts]:
    """Name of the picture → its layouts as they are now."""
    explorers = {name: of_explorer(name) for name in gallery.explorers()}
    return explorers | {name: of_still(name) for name in gallery.stills()}


def read(name: str) -> Layouts:
    """The approved layouts of a picture."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def whole(layouts: Layouts, state: str) -> dict[str, Entry]:
    """The layout of a state with what it has from the default."""
    entries = layouts.get("default", {}) | layouts[state] if state != "stage" else layouts[state]
    return {artist: entry for artist, entry in entries.items() if entry is not None}


def differences(approved: Layouts, now: Layouts) -> dict[str, list[str]]:
    """State → what has changed in it, for the states in which something has."""
    changed = {state: ["this state was not there"] for state in now.keys() - approved.keys()}
    changed |= {state: ["this state is gone"] for state in approved.keys() - now.keys()}
    for state in approved.keys() & now.keys():
        changed[state] = extents.differences(whole(approved, state), whole(now, state))
    return {state: said for state, said in changed.items() if said}


def write() -> None:
    """Approve all pictures as they are now; a file whose picture has not changed stays as it is."""
    FOLDER.mkdir(exist_ok=True)
    pictures = every()
    for path in FOLDER.glob("*.json"):
        if path.stem not in pictures:
            path.unlink()
    for name, layouts in pictures.items():
        path = FOLDER / f"{name}.json"
        if not path.exists() or differences(read(name), layouts):
            path.write_text(_one_line_each(layouts), encoding="utf-8")
            print(f"approved anew: {name}")


def _one_line_each(layouts: Layouts) -> str:
    """JSON with one artist a line, so that a difference shows what has moved."""

    def text(value) -> str:
        return json.dumps(value, ensure_ascii=False)

    states = (
        f" {text(state)}: {{\n"
        + ",\n".join(f"  {text(artist)}: {text(entry)}" for artist, entry in layout.items())
        + "\n }"
        if layout
        else f" {text(state)}: {{}}"
        for state, layout in layouts.items()
    )
    return "{\n" + ",\n".join(states) + "\n}\n"
