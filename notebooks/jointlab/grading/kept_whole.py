"""The course's own files, which a notebook that runs under the same account could overwrite.

Who did it cannot be told: what a maintainer changes while a notebook is marked is put back as well.
"""

from collections.abc import Iterable
from pathlib import Path

from jointlab import data_folder

_KINDS = {".py", ".js", ".css", ".csv", ".toml", ".bib", ".po", ".json"}


class KeptWhole:
    """What stands in the package and in `data/` now, kept in memory."""

    def __init__(self, folders: Iterable[Path] = ()):
        where = tuple(folders) or (Path(__file__).resolve().parents[1], data_folder.folder())
        found = (path for folder in where for path in folder.rglob("*") if path.suffix in _KINDS)
        self._kept = {path: path.read_bytes() for path in found}

    @property
    def paths(self) -> list[Path]:
        """The files that are kept."""
        return list(self._kept)

    def put_back(self) -> list[Path]:
        """Write back what was changed or deleted since; which files that were. Raises OSError."""
        changed = [path for path, text in self._kept.items() if not path.is_file() or path.read_bytes() != text]
        for path in changed:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._kept[path])
        return changed
