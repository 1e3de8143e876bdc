"""Setting aside a file that cannot be used: renamed, byte for byte, and never by two programs at once."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

COMPANIONS = ("-journal", "-wal", "-shm", "")  # what SQLite may keep beside a file, and the file
_ROOM = 40  # letters of a name that are kept, so that a longer one is still a name


def rename(path: Path) -> Path:
    """Give the file, and what SQLite keeps beside it, a dated name that is free. Call it inside `alone`."""
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    tail = ""
    while (new := path.with_name(f"{path.stem[:_ROOM]}-set-aside-{stamp}{tail}{path.suffix[:_ROOM]}")).exists():
        tail = f"-{int(tail[1:] or 1) + 1}"
    for companion in COMPANIONS:  # the file last: a journal left behind would be played into the fresh one
        old = path.with_name(path.name + companion)
        if old.exists():
            os.rename(old, new.with_name(new.name + companion))
    return new


@contextmanager
def alone(path: Path, patience: float) -> Iterator[None]:
    """Wait until no other process sets this file aside: only one can make the folder that stands for it.

    A gate that stays longer than `patience` seconds was left behind by a process that was ended in the middle.
    """
    gate = path.with_name(path.name[:_ROOM] + "-renaming")
    end = time.monotonic() + patience
    while True:
        try:
            gate.mkdir()
            break
        except FileExistsError:
            if time.monotonic() > end or _is_left_behind(gate, patience):
                break
            time.sleep(0.02)
    try:
        yield
    finally:
        with suppress(OSError):  # gone, not a folder, or something lies in it
            gate.rmdir()


def _is_left_behind(gate: Path, patience: float) -> bool:
    with suppress(FileNotFoundError):
        return not gate.is_dir() or time.time() - gate.stat().st_mtime > patience
    return False
