"""A copy of the course for one learner's Python: what a notebook overwrites there is nobody else's."""

import compileall
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from jointlab import data_folder

_PACKAGE = Path(__file__).resolve().parents[1]


@contextmanager
def own_copy() -> Iterator[Path]:
    """The folder from which `import jointlab` takes the copy, as long as this lasts."""
    with TemporaryDirectory(prefix="jointlab-", ignore_cleanup_errors=True) as folder:
        shutil.copytree(_pattern().name, folder, dirs_exist_ok=True)
        yield Path(folder) / "notebooks"


@cache
def _pattern() -> "TemporaryDirectory[str]":
    """What all copies are made from: package and data side by side, compiled once, which each Python would else do."""
    folder = TemporaryDirectory(prefix="jointlab-", ignore_cleanup_errors=True)
    package = Path(folder.name) / "notebooks" / _PACKAGE.name
    shutil.copytree(_PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(data_folder.folder(), Path(folder.name) / "data")
    compileall.compile_dir(package, quiet=2)
    return folder
