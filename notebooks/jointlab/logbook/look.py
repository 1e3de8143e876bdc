"""A look into somebody's logbook, which stays as it is: nothing in the file, and nothing beside it, is changed."""

from pathlib import Path

from jointlab.language import _
from jointlab.logbook import file, salvage
from jointlab.logbook.book import Logbook

_FIRST_BYTES = b"SQLite format 3\0"


def look(path: Path) -> tuple[Logbook, bool]:
    """What the logbook in `path` holds, in memory and under the names of today; and whether it was damaged.

    Of a damaged one, what can still be read. Raises file.Unusable if it is no logbook or was written by a newer
    version of the course, OSError if it cannot be read.
    """
    path = path.absolute()
    with path.open("rb") as opened:
        start = opened.read(len(_FIRST_BYTES))
    if start and start != _FIRST_BYTES:
        raise file.Unusable(_("is no logbook"))
    try:
        with file.reading_without_lock(path) as db:
            return Logbook.of(file.whole(db)), False
    except file.Damaged:
        return Logbook.of(salvage.records(path)), True
