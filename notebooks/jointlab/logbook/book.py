"""What the learner did, in one local file.

Nothing is ever overwritten or deleted. A file that cannot be used is renamed, and what can still be read of it is taken
along; a record that cannot be written stays in memory and is tried again with every call, and at the end.
"""

import json
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from weakref import finalize, ref

from jointlab.language import _, ngettext
from jointlab.logbook import aside, file, place, salvage, trouble

# What a record is about, and the name that it has.
KINDS = {
    "prediction": "what was predicted, and how sure: LESSON/QUESTION",
    "outcome": "that the answer to a prediction was looked at: LESSON/QUESTION",
    "judgement": "what was thought of a claim, or of somebody to decide on: the number of the claim, or LESSON/CASE",
    "quiz": "an answer to a question: LESSON/QUESTION",
    "check": "an attempt at an exercise: EXERCISE",
    "goal": "that the goal of an explorer was reached: EXPLORER",
    "settings": "where the controls of an explorer were left: EXPLORER",
    "place": "which part of a lesson a hand was on last: LESSON",
    "afresh": "that a lesson was started afresh: LESSON",
}

_PATIENCE = 3.0  # seconds to wait while another program writes: once in vain, then not before something was written
_SHORT_PATIENCE = 0.1  # from then on, for an answer: too short to be felt, long enough for another notebook's
_PATIENCE_AT_THE_END = 2.0  # Jupyter waits a few seconds for a kernel that is shut down
_SLOW = 2.0  # a try that takes so many seconds longer than it should is …
_PAUSE = 60.0  # … not repeated for so many
_LONGEST = 10_000  # letters of one text in a record

_MISSED = _(
    "Your logbook was moved, deleted or replaced while this notebook was open. What you enter from now on goes into "
    "the file that stands there now."
)


class Logbook:
    """What the learner did, oldest first. `notice` is a sentence to show when the file is unusual."""

    def __init__(self, path: Path | None):
        self.path = path
        self._happened: list[str] = []  # to the file, in sentences
        self._trouble = ""
        self._elsewhere = ""  # where answers may be until there are some here, which the other file would replace
        self._waiting: list[dict[str, Any]] = []  # not in the file yet
        self._unwritable: list[dict[str, Any]] = []  # no file could take them
        self._newest: tuple[int, bytes] | None = None  # record in the file, as far as is known here
        self._patient = True
        self._locks_work: bool | None = None  # not known yet
        self._next_try = 0.0
        self._lock = threading.RLock()
        self._hearers: list[ref[Any]] = []  # the first is told first
        finalize(self, _write_at_the_end, path, self._waiting)

    @classmethod
    def open(cls, path: str | os.PathLike | None = None) -> "Logbook":
        """The logbook in `path`, else in $JOINTLAB_LOGBOOK, else in the learner's own folder (see `place`).

        ":memory:" keeps everything in memory. Never raises on account of the file: see `notice`.
        """
        where = os.fspath(path or os.environ.get("JOINTLAB_LOGBOOK") or place.default_path())
        if where == ":memory:":
            return cls(None)
        if file.sqlite3 is None:
            book = cls(None)
            book._trouble = trouble.only_in_memory(_("this Python has no SQLite"))
            return book
        book = cls(Path(where).absolute())
        with book._lock:
            book._try(lambda: file.look_through(book.path, book._wait))
        if not book.first:
            book._elsewhere = place.elsewhere_in_words(book.path)
        return book

    @classmethod
    def of(cls, records: Iterable[dict[str, Any]]) -> "Logbook":
        """A logbook in memory with these records, as `export` writes them: oldest first, each with its own time."""
        book = cls(None)
        book._waiting.extend(records)
        return book

    @property
    def notice(self) -> str:
        """What the learner should know about the file; "" when all is well."""
        count = len(self._unwritable)
        unwritable = count and ngettext(
            "One record is kept only until this notebook closes: no file could take so much at once.",
            "{count} records are kept only until this notebook closes: no file could take so much at once.",
            count,
        ).format(count=count)
        return " ".join(filter(None, [*self._happened, self._trouble, unwritable, self._elsewhere]))

    @property
    def where(self) -> str:
        """Where the answers are kept, such as "in my-logbook.sqlite, beside the lessons"."""
        return place.in_words(self.path)

    def record(self, kind: str, name: str, entry: dict[str, Any]) -> None:
        """Keep `entry` (plain data, as for JSON) under `kind` and `name`, with the present time.

        A text of more than ten thousand letters is cut, and says so. Raises ValueError for an unknown kind.
        """
        if kind not in KINDS:
            raise ValueError(f"A logbook keeps {', '.join(KINDS)}; {kind!r} is none of them.")
        payload = json.loads(json.dumps(_cut(entry), default=str), parse_constant=str)  # a copy, in strict JSON
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        with self._lock:
            self._elsewhere = ""
            self._waiting.append({"at": at, "kind": kind, "name": _encodable(name), "entry": payload})
            self._write_waiting(_SHORT_PATIENCE if self._locks_work else 0.0)
        for hearer in [found for found in (one() for one in self._hearers) if found is not None]:
            hearer.recorded(kind)

    def tell(self, hearer: Any) -> None:
        """Call `hearer.recorded(kind)` whenever a record has been added, as long as something else keeps the hearer."""
        self._hearers = [*(one for one in self._hearers if one() is not None), ref(hearer)]

    def start_afresh(self, lesson: str, names: Iterable[str] = ()) -> None:
        """From now on `entries` and `latest` leave out what was recorded of this lesson until now.

        That is all that is called `lesson` or `lesson/…`, or one of `names`, and what says itself that it was done in
        this lesson. Nothing is deleted: `export` shows it.
        """
        self.record("afresh", lesson, {"names": list(names)})

    def entries(self, kind: str | None = None, name: str | None = None) -> list[dict[str, Any]]:
        """Records of that kind and name (None: all), oldest first: {"at", "kind", "name", "entry"}.

        `entry` is always a dict, and the kind a known one: records that are not so are left out.
        """
        with self._lock:
            found = self._numbered(kind, None if name is None else _encodable(name))
            afresh = found if kind is None and name is None else self._numbered("afresh", None)
        starts = [(number, record) for number, record in afresh if _is_understood(record, ("afresh",))]
        return [
            record
            for number, record in found
            if _is_understood(record, KINDS) and not any(number < start and _hides(by, record) for start, by in starts)
        ]

    def latest(self, kind: str, name: str) -> dict[str, Any] | None:
        """The newest record of that kind and name, or None."""
        found = self.entries(kind, name)
        return found[-1] if found else None

    @property
    def first(self) -> dict[str, Any] | None:
        """The very first record, whatever was started afresh since; None if there is none."""
        with self._lock:
            found = self._numbered(None, None)
        return found[0][1] if found else None

    def export(self) -> str:
        """Everything as JSON text, to keep or to hand in."""
        with self._lock:
            records = [record for _, record in self._numbered(None, None)]
        return json.dumps(records, indent=1, ensure_ascii=False)

    @property
    def _wait(self) -> float:
        """Seconds to wait for another program."""
        return _PATIENCE if self._patient else 0.0

    def _numbered(self, kind: str | None, name: str | None) -> list[tuple[tuple[int, int], dict[str, Any]]]:
        """Records with what they are sorted by: those of the file, then those that are not in it yet."""
        self._write_waiting()
        kept = [((0, number), record) for number, record in self._read(kind, name)]
        here = [((1, i), record) for i, record in enumerate([*self._unwritable, *self._waiting])]
        return kept + [(i, e) for i, e in here if kind in (None, e["kind"]) and name in (None, e["name"])]

    def _write_waiting(self, wait: float = 0.0) -> None:
        """Put into the file what waits for it; if something stood against it, see whether it has gone."""
        if self.path and (self._waiting or self._trouble) and time.monotonic() >= self._next_try:
            self._try(lambda: self._insert_waiting(wait))

    def _insert_waiting(self, wait: float = 0.0) -> None:
        """All that waits, in one transaction; an empty one shows whether the file can be written again."""
        with file.transaction(self.path, self._wait or wait, keep=bool(self._waiting)) as db:
            file.prepare(db)
            self._recognise(db)
            refused = file.insert(db, self._waiting or [file.TRIAL])
            newest = file.newest(db)
        if self._waiting:
            self._newest, self._patient = newest, True
        self._unwritable += [record for record in refused if record is not file.TRIAL]
        self._waiting.clear()
        self._trouble, self._locks_work = "", None

    def _read(self, kind: str | None, name: str | None) -> list[tuple[int, dict[str, Any]]]:
        """Number and record, as far as the file can be read now."""
        found: list[tuple[int, dict[str, Any]]] = []

        def read() -> None:
            if not file.exists(self.path):
                self._recognise(None)
                return
            with file.reading(self.path, self._wait) as db:
                self._recognise(db)
                self._newest = file.newest(db)
                found[:] = file.select(db, kind, name)

        if self.path and (time.monotonic() < self._next_try or not self._try(read)):
            with suppress(OSError, file.Unusable), file.reading_without_lock(self.path) as db:
                found = file.select(db, kind, name)
        return found

    def _recognise(self, db: Any) -> None:
        """Say so if the newest record that is known is not there any more; `db` is None for no file."""
        if self._newest and (db is None or file.newest(db, self._newest[0]) != self._newest):
            self._newest = None
            if _MISSED not in self._happened:
                self._happened.append(_MISSED)

    def _try(self, act: Callable[[], None]) -> bool:
        """Do `act` with the file, if need be with a fresh one; what stands against it becomes a sentence.

        Whether it was done in the end.
        """
        start, wait = time.monotonic(), self._wait
        with self._minding_the_file():
            try:
                act()
            except file.Unusable:
                self._set_aside()
                act()
            return True
        if time.monotonic() - start - wait > _SLOW:
            self._next_try = time.monotonic() + _PAUSE
        return False

    @contextmanager
    def _minding_the_file(self) -> Iterator[None]:
        """Turn what a disk or another program does to the file into one sentence."""
        try:
            yield
        except file.Unusable as error:
            self._trouble = trouble.only_in_memory(_("the logbook {fault}").format(fault=error))
        except OSError as error:
            if isinstance(error, file.Busy):
                self._patient = False
                if self._locks_work is None:
                    self._locks_work = file.locks_work(self.path)
                error = error if self._locks_work else file.LocksRefused(str(error))
            self._trouble = trouble.in_words(error, self.path)

    def _set_aside(self) -> None:
        """Rename an unusable file, begin a fresh one. One process at a time: none renames a healthy file."""
        with aside.alone(self.path, self._wait):
            try:
                file.look_through(self.path, self._wait)  # another notebook may have been faster
            except file.Unusable as why:
                new = aside.rename(self.path)
                saved = salvage.records(new) if isinstance(why, file.Damaged) else []
                self._newest = None
                self._waiting[:0] = saved
                self._happened.append(_set_aside_in_words(why, new, len(saved)))
            self._insert_waiting()


def _set_aside_in_words(why: file.Unusable, new: Path, saved: int) -> str:
    told = _("Your logbook {fault}; nothing was deleted: it is now called {name}, and a fresh one has begun.")
    if saved:
        told = ngettext(
            "Your logbook {fault}; nothing was deleted: it is now called {name}, and a fresh one has begun, with "
            "{count} record that could still be read.",
            "Your logbook {fault}; nothing was deleted: it is now called {name}, and a fresh one has begun, with "
            "{count} records that could still be read.",
            saved,
        )
    return told.format(fault=why, name=new.name, count=saved)


def _is_understood(record: dict[str, Any], kinds: Iterable[str]) -> bool:
    return record["kind"] in kinds and isinstance(record["entry"], dict)


def _hides(afresh: dict[str, Any], record: dict[str, Any]) -> bool:
    """Whether this start of a lesson hides an earlier record."""
    names = afresh["entry"].get("names")
    lessons = record["name"].split("/")[0], record["entry"].get("lesson")
    return afresh["name"] in lessons or record["name"] in (names if isinstance(names, list) else ())


def _cut(value: Any) -> Any:
    """The same plain data, its long texts cut."""
    if isinstance(value, str) and len(value) > _LONGEST:
        return f"{value[:_LONGEST]} … (cut here: {len(value)} letters in all)"
    if isinstance(value, dict):
        return {key: _cut(part) for key, part in value.items()}
    return [_cut(part) for part in value] if isinstance(value, list | tuple) else value


def _encodable(name: str) -> str:
    """A name that a file can take: half of a letter (a lone surrogate) is written as its number."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _write_at_the_end(path: Path | None, waiting: list[dict[str, Any]]) -> None:
    """The last try, when the notebook closes."""
    if path and waiting:
        with suppress(OSError, file.Unusable), file.transaction(path, _PATIENCE_AT_THE_END) as db:
            file.prepare(db)
            file.insert(db, waiting)


@cache
def default() -> Logbook:
    """The one logbook that all widgets of this notebook share."""
    return Logbook.open()
