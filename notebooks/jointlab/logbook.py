"""The logbook: one local file with what the learner predicted, judged and answered.

It is an SQLite file: a record is written whole or not at all, whatever happens to the computer meanwhile,
and several notebooks may write at once. Every call opens the file afresh, for one short transaction, because
JupyterLab may answer a cell and a button from different threads, and because Windows cannot rename an open
file.

Nothing is ever overwritten or deleted. A file that cannot be used is renamed; a record that cannot be
written stays in memory and is tried again with the next one.
"""

import json
import os
import threading
import time
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from weakref import WeakSet

from jointlab import former_names

try:
    import sqlite3
except ImportError:  # some kernels inside a browser
    sqlite3 = None

KINDS = ("prediction", "outcome", "judgement", "quiz", "check", "goal", "settings", "place")
VERSION = 3  # of the records; a file with a higher one is from a newer version of the course

_PATIENCE = 3.0  # seconds to wait while another notebook writes
_TABLE = (
    "CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT "
    "NULL, entry TEXT NOT NULL)"
)
_COMPANIONS = ("-journal", "-wal", "-shm", "")  # what SQLite may keep beside a file, and the file
# SQLite's primary result codes (https://www.sqlite.org/rescode.html); Python names them since 3.11.
_BUSY = {5, 6, 15}
_NOT_WRITABLE = {3, 8, 10, 13, 14, 22, 23}
_READ_ONLY = 8
_SHORT_READ = 522  # an "I/O error" that means: the file is shorter than it should be

_IN_MEMORY = "What you enter is kept only until this notebook closes"


class _Unusable(Exception):
    """The file is damaged, or not a logbook that this version can read."""


class Logbook:
    """What the learner did, oldest first. `notice` is a sentence to show when the file is unusual."""

    def __init__(self, path: Path | None):
        self.path = path
        self._set_aside_notice = ""
        self._trouble = ""
        self._waiting: list[dict[str, Any]] = []  # not in the file yet
        self._lock = threading.RLock()
        self._hearers: WeakSet[Any] = WeakSet()

    @classmethod
    def open(cls, path: str | os.PathLike | None = None) -> "Logbook":
        """The logbook in `path`, else in $JOINTLAB_LOGBOOK, else in my-logbook.sqlite beside the notebooks.

        ":memory:" keeps everything in memory. Never raises on account of the file: see `notice`.
        """
        place = os.fspath(path or os.environ.get("JOINTLAB_LOGBOOK") or _default_path())
        if place == ":memory:":
            return cls(None)
        if sqlite3 is None:
            book = cls(None)
            book._trouble = f"{_IN_MEMORY}, because this Python has no SQLite."
            return book
        book = cls(Path(place).absolute())
        with book._lock, book._minding_the_file():
            book._examine()
        return book

    @property
    def notice(self) -> str:
        """What the learner should know about the file; "" when all is well."""
        return " ".join(filter(None, [self._set_aside_notice, self._trouble]))

    def record(self, kind: str, name: str, entry: dict[str, Any]) -> None:
        """Keep `entry` (plain data, as for JSON) under `kind` and `name`, with the present time."""
        if kind not in KINDS:
            raise ValueError(f"A logbook keeps {', '.join(KINDS)}; {kind!r} is none of them.")
        payload = json.loads(json.dumps(entry, default=str), parse_constant=str)  # a copy, in strict JSON
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        with self._lock:
            self._waiting.append({"at": at, "kind": kind, "name": name, "entry": payload})
            self._write_waiting()
        for hearer in list(self._hearers):
            hearer.recorded()

    def tell(self, hearer: Any) -> None:
        """Call `hearer.recorded()` whenever a record has been added, as long as something else keeps the hearer."""
        self._hearers.add(hearer)

    def entries(self, kind: str | None = None, name: str | None = None) -> list[dict[str, Any]]:
        """Records of that kind and name (None: all), oldest first: {"at", "kind", "name", "entry"}."""
        with self._lock:
            found = [*self._read(), *self._waiting]
        return [e for e in found if kind in (None, e["kind"]) and name in (None, e["name"])]

    def latest(self, kind: str, name: str) -> dict[str, Any] | None:
        """The newest record of that kind and name, or None."""
        found = self.entries(kind, name)
        return found[-1] if found else None

    def export(self) -> str:
        """Everything as JSON text, to keep or to hand in."""
        return json.dumps(self.entries(), indent=1, ensure_ascii=False)

    def _write_waiting(self) -> None:
        """Put into the file what waits for it, in one transaction."""
        if self.path is None:
            return
        with self._minding_the_file():
            try:
                self._insert_waiting()
            except _Unusable:  # damaged since it was opened
                self._set_aside()
                self._insert_waiting()

    def _insert_waiting(self) -> None:
        rows = [(e["at"], e["kind"], e["name"], json.dumps(e["entry"])) for e in self._waiting]
        with _transaction(self.path) as db:
            _prepare(db)
            db.executemany("INSERT INTO entry (at, kind, name, entry) VALUES (?, ?, ?, ?)", rows)
        self._waiting.clear()
        self._trouble = ""

    def _read(self) -> list[dict[str, Any]]:
        """All records of the file; none if it cannot be read now."""
        if self.path is None or not self.path.exists():
            return []
        with self._minding_the_file():
            try:
                return _records(self.path)
            except _Unusable:
                self._set_aside()
        return []

    def _examine(self) -> None:
        """Begin a file, or look through the one that is there."""
        try:
            _look_through(self.path)
        except _Unusable:
            self._set_aside()

    def _set_aside(self) -> None:
        """Rename an unusable file, begin a fresh one. One process at a time: none renames a healthy file."""
        with _alone(self.path):
            try:
                _look_through(self.path)  # another notebook may have been faster
            except _Unusable as why:
                new = _rename(self.path)
                self._set_aside_notice = (
                    f"Your logbook {why}; nothing was deleted: it is now called {new.name}, and a fresh one has begun."
                )
                _look_through(self.path)

    @contextmanager
    def _minding_the_file(self):
        """Turn what a disk or another program does to the file into one sentence."""
        try:
            yield
        except _Unusable as error:
            self._trouble = f"{_IN_MEMORY}, because the logbook {error}."
        except OSError as error:
            if self.path.exists() and os.access(self.path, os.W_OK):
                self._trouble = _later(error)
            else:
                self._trouble = f"{_IN_MEMORY}, because {self.path} cannot be written ({_reason(error)})."


class _Busy(OSError):
    """Another program holds the file."""


def _later(error: OSError) -> str:
    if isinstance(error, _Busy):
        return "Another program is using your logbook; what you enter is kept and written with your next answer."
    return f"Your logbook cannot be written now ({_reason(error)}); what you enter is kept and tried again."


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


@cache
def default() -> Logbook:
    """The one logbook that all widgets of this notebook share."""
    return Logbook.open()


def _default_path() -> Path:
    return Path(__file__).resolve().parents[1] / "my-logbook.sqlite"


@contextmanager
def _transaction(path: Path):
    """A connection inside one writing transaction: kept on success, undone otherwise."""
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)) as db:
            db.execute("PRAGMA journal_mode=DELETE")
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
    except sqlite3.Error as error:
        raise _translated(error, path) from error
    except UnicodeDecodeError as error:  # SQLite quotes the damaged words, and Python cannot read the quotation
        raise _Unusable("was damaged") from error


def _translated(error: "sqlite3.Error", path: Path) -> Exception:
    """An SQLite error as: busy, not writable (both OSError), or damaged."""
    code = getattr(error, "sqlite_errorcode", 0)
    if code == _READ_ONLY and os.access(path, os.W_OK):  # not the disk forbids it, but the file's own header
        return _Unusable(f"was damaged ({error})")
    if code & 0xFF in _BUSY:
        return _Busy(str(error))
    if code & 0xFF in _NOT_WRITABLE and code != _SHORT_READ:
        return OSError(str(error))
    return _Unusable(f"was damaged ({error})")


def _prepare(db: "sqlite3.Connection") -> None:
    """Check the version; make the table in an empty file; bring the records of an older version up to date."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise _Unusable("was written by a newer version of the course")
    if version == 0:
        if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise _Unusable("is a database of another program")
        db.execute(_TABLE)
    if 0 < version < VERSION:
        former_names.rename(db, version)
    if version < VERSION:
        db.execute(f"PRAGMA user_version={VERSION}")


def _look_through(path: Path) -> None:
    """Begin the file if there is none; raise _Unusable unless every page and record can be read, and another added."""
    try:
        with _transaction(path) as db:
            _prepare(db)
            found = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found != "ok":
                raise _Unusable("was damaged")
        _records(path)
        with _transaction(path) as db:  # a header that forbids writing shows here, not when an answer is given
            db.execute(f"PRAGMA user_version={VERSION}")
    except OSError:
        if not path.exists():
            raise
        # A file that may be read but not written still holds what was recorded.
        _records(path)
        raise


def _records(path: Path) -> list[dict[str, Any]]:
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)) as db:
            if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                return []  # another notebook has just created it
            rows = db.execute("SELECT at, kind, name, entry FROM entry ORDER BY id").fetchall()
        return [{"at": at, "kind": kind, "name": name, "entry": json.loads(entry)} for at, kind, name, entry in rows]
    except sqlite3.Error as error:
        raise _translated(error, path) from error
    except (ValueError, TypeError) as error:
        raise _Unusable("was damaged (a record cannot be read)") from error


def _rename(path: Path) -> Path:
    """Give the file, and what SQLite keeps beside it, a dated name that is free. Call it inside `_alone`."""
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    tail = ""
    while (new := path.with_name(f"{path.stem}-set-aside-{stamp}{tail}{path.suffix}")).exists():
        tail = f"-{int(tail[1:] or 1) + 1}"
    for companion in _COMPANIONS:  # the file last: a journal left behind would be played into the fresh one
        old = path.with_name(path.name + companion)
        if old.exists():
            os.rename(old, new.with_name(new.name + companion))
    return new


@contextmanager
def _alone(path: Path):
    """Wait until no other process sets this file aside: only one can make the folder that stands for it."""
    gate = path.with_name(path.name + "-renaming")
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            gate.mkdir()
            break
        except FileExistsError:
            if time.monotonic() > end:  # left behind by a process that was ended in the middle
                break
            time.sleep(0.02)
    try:
        yield
    finally:
        with suppress(FileNotFoundError):
            gate.rmdir()
