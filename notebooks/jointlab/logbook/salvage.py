"""What can still be read of a damaged logbook: its pages one by one, whatever has happened to the others.

SQLite reads from the root of its tree and gives up where a branch is broken. Here each leaf is looked at by itself, as
https://www.sqlite.org/fileformat2.html describes it: one damaged page takes only its own records along.
"""

from pathlib import Path
from typing import Any

from jointlab import former_names
from jointlab.logbook import file

_LEAF = 13  # the first byte of a page that holds rows of a table
_USUAL_PAGE = 4096
_LARGEST_NUMBER = 9  # bytes of a number of variable length


def records(path: Path) -> list[dict[str, Any]]:
    """The records that can still be read, oldest first. Raises OSError if the file cannot be read at all."""
    data = path.read_bytes()
    written = int.from_bytes(data[16:18], "big")
    sizes = {_USUAL_PAGE, written if written in {2**n for n in range(9, 16)} else _USUAL_PAGE}
    rows = max((_rows(data, size) for size in sizes), key=len)  # the words about the size may be damaged as well
    version = int.from_bytes(data[60:64], "big")
    found = [_record(rows[number], version) for number in sorted(rows)]
    return [record for record in found if record is not None]


def _record(row: list[bytes], version: int) -> dict[str, Any] | None:
    record = file.decoded(row)
    if record is not None and 0 < version < file.VERSION:
        record["name"] = former_names.present(record["kind"], record["name"], str(row[3], "utf-8"), version)
    return record


def _rows(data: bytes, size: int) -> dict[int, list[bytes]]:
    """Number of the row → its four texts, of all leaves but the first page, which describes the table itself."""
    rows = {}
    for start in range(size, len(data), size):
        page = data[start : start + size].ljust(size, b"\0")
        if page[0] != _LEAF:
            continue
        for i in range(min(int.from_bytes(page[3:5], "big"), (size - 8) // 2)):
            place = int.from_bytes(page[8 + 2 * i : 10 + 2 * i], "big")
            try:
                number, cells = _row(page, place, data, size)
            except (IndexError, ValueError):
                continue
            rows[number] = cells
    return rows


def _row(page: bytes, at: int, data: bytes, size: int) -> tuple[int, list[bytes]]:
    """Number and texts of the row that stands at this place of a page. Raises IndexError, ValueError if none does."""
    length, at = _number(page, at)
    number, at = _number(page, at)
    payload = _payload(page, at, length, data, size)
    end, at = _number(payload, 0)
    types = []
    while at < end:
        kind, at = _number(payload, at)
        types.append(kind)
    if len(types) != 5 or types[0] != 0 or not all(kind >= 13 and kind % 2 for kind in types[1:]):
        raise ValueError("not a row of the table")  # the number of the row, stored elsewhere, and four texts
    cells = []
    for kind in types[1:]:
        cells.append(payload[at : at + (kind - 13) // 2])
        at += (kind - 13) // 2
    return number, cells


def _payload(page: bytes, at: int, length: int, data: bytes, size: int) -> bytes:
    """What belongs to a row: as much as stands in the page, and the rest from the chain of pages that it points to."""
    if not 0 < length <= len(data):
        raise ValueError("not a length")
    least = (size - 12) * 32 // 255 - 23
    most = size - 35
    here = least + (length - least) % (size - 4)
    if length <= most:
        return page[at : at + length]
    here = here if here <= most else least
    payload, following = page[at : at + here], page[at + here : at + here + 4]
    while len(payload) < length:
        start = (int.from_bytes(following, "big") - 1) * size
        rest = data[max(start, 0) : start + size]
        if len(rest) <= 4:
            raise ValueError("the chain is broken")
        payload, following = payload + rest[4:], rest[:4]
    return payload[:length]


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of variable length, and the place behind it."""
    value = 0
    for i in range(_LARGEST_NUMBER - 1):
        byte = data[at + i]
        value = value << 7 | byte & 127
        if byte < 128:
            return value, at + i + 1
    return value << 8 | data[at + _LARGEST_NUMBER - 1], at + _LARGEST_NUMBER
