"""The SQLite file of a logbook: whole transactions, and what an error of SQLite means for the learner.

A record is written whole or not at all, whatever happens to the computer meanwhile, and several notebooks may write at
once. Every call opens the file afresh, for one short transaction, because JupyterLab may answer a cell and a button
from different threads, and because Windows cannot rename an open file.
"""

import errno
import json
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from jointlab import former_names
from jointlab.language import _

try:
    import sqlite3
except ImportError:  # some kernels inside a browser
    sqlite3 = None

VERSION = 4  # of the records; a file with a higher one is from a newer version of the course

_TABLE = (
    "CREATE TABLE entry (id INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT "
    "NULL, entry TEXT NOT NULL)"
)
_INDEX_NAME = "entry_by_name"  # by it, a large logbook answers at once
_INSERT = "INSERT INTO entry (at, kind, name, entry) VALUES (?, ?, ?, ?)"
# What is written and taken back, to see whether there is room for an answer.
TRIAL: dict[str, Any] = {"at": "", "kind": "", "name": "", "entry": "x" * 8192}
# SQLite's result codes (https://www.sqlite.org/rescode.html); Python names them since 3.11.
_BUSY = {5, 6, 15}
_LOCK_REFUSED = {3, 2058, 2314, 3594, 3850}
_FULL = {13, 778}  # the second: a quota, among others
_NOT_WRITABLE = {8, 10, 14, 22, 23}
_READ_ONLY = 8
_SHORT_READ = 522  # an "I/O error" that means: the file is shorter than it should be


class Unusable(Exception):
    """The file is not a logbook that this version can read; says so as in "Your logbook …"."""


class Damaged(Unusable):
    """It was a logbook once: some records may still be read."""


class Busy(OSError):
    """Another program holds the file."""


class LocksRefused(OSError):
    """The disk lets nobody hold a file, as some network drives do: two programs could write at once."""


class Full(OSError):
    """There is no room for another record."""


@contextmanager
def transaction(path: Path, patience: float, keep: bool = True) -> Iterator["sqlite3.Connection"]:
    """A connection inside one writing transaction: kept on success (if `keep`), undone otherwise.

    `patience`: seconds to wait while another program writes. Raises Unusable or OSError; the latter may be one of
    Busy, LocksRefused, Full.
    """
    with _connection(path, path, patience) as db:
        db.execute("PRAGMA journal_mode=DELETE")
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
            db.execute("COMMIT" if keep else "ROLLBACK")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


@contextmanager
def reading(path: Path, patience: float) -> Iterator["sqlite3.Connection"]:
    """A connection to read from. Raises as `transaction` does."""
    with _connection(path, path, patience) as db:
        yield db


@contextmanager
def reading_without_lock(path: Path) -> Iterator["sqlite3.Connection"]:
    """A connection that takes the file as it is at this moment, whoever holds it: for a look, never to judge it by."""
    with _connection(path, f"{path.as_uri()}?immutable=1", 0) as db:
        yield db


@contextmanager
def _connection(path: Path, address: Path | str, patience: float) -> Iterator["sqlite3.Connection"]:
    if exists(path) and not stat.S_ISREG(os.stat(path).st_mode):
        raise OSError(errno.EINVAL, _("not an ordinary file"))  # SQLite would wait for ever for some of them
    is_uri = isinstance(address, str)
    try:
        with closing(sqlite3.connect(address, timeout=patience, isolation_level=None, uri=is_uri)) as db:
            yield db
    except sqlite3.Error as error:
        raise _translated(error, path) from error
    except UnicodeDecodeError as error:  # SQLite quotes the damaged words, and Python cannot read the quotation
        raise Damaged(_("was damaged")) from error


def exists(path: Path) -> bool:
    """Whether there is anything; raises OSError where that cannot be told (`Path.exists` is not sure to)."""
    try:
        os.stat(path)
    except FileNotFoundError:
        return False
    return True


def locks_work(path: Path) -> bool:
    """Whether a fresh file beside `path`, which nobody else can hold, may be locked."""
    trial = path.with_name(f"logbook-trial-{os.getpid()}.sqlite")
    try:
        with transaction(trial, 0) as db:
            db.execute(_TABLE)
    except (Busy, LocksRefused):
        return False
    except (OSError, Unusable):  # it was something else: the caller knows more
        return True
    finally:
        with suppress(OSError):
            trial.unlink()
    return True


def look_through(path: Path, patience: float) -> None:
    """Begin the file if there is none; raise unless every page and record can be read, and another written."""
    # Looked at before it is touched: what is set aside stays as it was, and who only reads it disturbs nobody.
    with transaction(path, patience, keep=False) as db:
        whole(db)
        is_ready = _version(db) == VERSION and _INDEX_NAME in _what_there_is(db)
        if is_ready:
            insert(db, [TRIAL])
    if not is_ready:
        with transaction(path, patience) as db:
            prepare(db)


def whole(db: "sqlite3.Connection") -> list[dict[str, Any]]:
    """All records under the names of today, oldest first; nothing is written. Raises Unusable, Damaged."""
    version = _version(db)
    if not version:
        return []
    if db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise Damaged(_("was damaged"))
    found = [decoded(row) for _id, *row in _rows(db)]
    if None in found:
        raise Damaged(_("was damaged (a record cannot be read)"))
    if version < VERSION:
        for one in found:
            one["name"] = former_names.present(one["kind"], one["name"], json.dumps(one["entry"]), version)
    return found


def prepare(db: "sqlite3.Connection") -> None:
    """Check the version; make the table in an empty file; bring the records of an older version up to date."""
    version = _version(db)
    if version == 0:
        db.execute(_TABLE)
    if _INDEX_NAME not in _what_there_is(db):
        db.execute(f"CREATE INDEX {_INDEX_NAME} ON entry (kind, name)")
    if 0 < version < VERSION:
        former_names.rename(db, version)
    if version < VERSION:
        db.execute(f"PRAGMA user_version={VERSION}")


def _version(db: "sqlite3.Connection") -> int:
    """The version of the records; 0 for an empty file. Raises Unusable if it is no logbook, or too new a one."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise Unusable(_("was written by a newer version of the course"))
    if version == 0 and (found := _what_there_is(db)):
        raise Damaged(_("was damaged")) if _INDEX_NAME in found else Unusable(_("is a database of another program"))
    return version


def _what_there_is(db: "sqlite3.Connection") -> set[str]:
    """The names of the tables and indexes."""
    return {name for (name,) in db.execute("SELECT name FROM sqlite_master")}


def insert(db: "sqlite3.Connection", records: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Write one by one; the records that no file could take are given back and do not stop the others."""
    refused = []
    for record in records:
        try:
            db.execute(_INSERT, (record["at"], record["kind"], record["name"], json.dumps(record["entry"])))
        except (sqlite3.DataError, sqlite3.InterfaceError, OverflowError, UnicodeError):
            refused.append(record)
    return refused


def select(db: "sqlite3.Connection", kind: str | None, name: str | None) -> list[tuple[int, dict[str, Any]]]:
    """Number and record of that kind and name (None: all), oldest first; records that cannot be read are left out."""
    if not _what_there_is(db):
        return []  # another notebook has just created it
    found = [(number, decoded(row)) for number, *row in _rows(db, kind=kind, name=name)]
    return [(number, record) for number, record in found if record is not None]


def newest(db: "sqlite3.Connection", number: int | None = None) -> tuple[int, bytes] | None:
    """Number and time of the newest record, or of the one with that number: by it a logbook is known again."""
    if not _what_there_is(db):
        return None
    wanted = "(SELECT max(id) FROM entry)" if number is None else str(number)
    return db.execute(f"SELECT id, CAST(at AS BLOB) FROM entry WHERE id = {wanted}").fetchone()


def decoded(row: Iterable[Any]) -> dict[str, Any] | None:
    """The record in a row of bytes (at, kind, name, entry as JSON); None if it cannot be read."""
    try:
        at, kind, name, entry = (str(cell, "utf-8") for cell in row)
        return {"at": at, "kind": kind, "name": name, "entry": json.loads(entry)}
    except (TypeError, ValueError, RecursionError):
        return None


def _rows(db: "sqlite3.Connection", **wanted: str | None) -> "sqlite3.Cursor":
    """Rows of (id, at, kind, name, entry), texts as bytes: one that is no text must not hide the others."""
    asked = {column: value for column, value in wanted.items() if value is not None}
    where = "WHERE " + " AND ".join(f"{column} = ?" for column in asked) if asked else ""
    columns = ", ".join(f"CAST({column} AS BLOB)" for column in ("at", "kind", "name", "entry"))
    return db.execute(f"SELECT id, {columns} FROM entry {where} ORDER BY id", list(asked.values()))


def _translated(error: "sqlite3.Error", path: Path) -> Exception:
    """An SQLite error as: an OSError that says why the file cannot be used now, or Unusable."""
    code = getattr(error, "sqlite_errorcode", 0)
    if code == _READ_ONLY and os.access(path, os.W_OK):  # not the disk forbids it, but the file's own header
        return Damaged(_("was damaged ({error})").format(error=error))
    if code & 0xFF in _BUSY:
        return Busy(str(error))
    if code in _LOCK_REFUSED:
        return LocksRefused(str(error))
    if code in _FULL:
        return Full(str(error))
    if code & 0xFF in _NOT_WRITABLE and code != _SHORT_READ:
        return OSError(str(error))
    return Damaged(_("was damaged ({error})").format(error=error))
