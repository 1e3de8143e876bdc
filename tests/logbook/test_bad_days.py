"""Locks that are held or refused, full and read-only disks, files in the wrong shape: nothing is lost, nobody waits.

Each trouble is made as it comes; what SQLite says on other systems is put into its mouth.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from jointlab import selftest
from jointlab.learn import ClaimCards, Prediction, Quiz, calibration, check, progress
from jointlab.logbook import Logbook, aside, file, salvage
from jointlab.logbook import book as books
from jointlab.models.bubble import keller_miksis

NOTEBOOKS = Path(books.__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(NOTEBOOKS)}
BUSY, PERM, IOERR_LOCK, IOERR_RDLOCK, FULL, QUOTA = 5, 3, 3850, 2314, 13, 778
ONLY = "What you enter is kept only until this notebook closes"


def small_lesson(book):
    """A prediction, its outcome, a quiz answer, a judgement and a check; who met an error."""
    asked, quiz, cards = Prediction("pop", "remains", book), Quiz("pop", book), ClaimCards("pop", book)
    asked.answer("prediction pop/remains", "1|90")
    asked.open_outcome()
    name, question = next(iter(quiz.questions.items()))
    quiz.answer(f"quiz pop/{name}", str(question.answer))
    cards.answer(next(iter(cards.claims)), "partly")
    message = check("pop", "collapse_time", keller_miksis.rayleigh_collapse_time, logbook=book)
    assert message.passed
    return [block.last_error for block in (asked, quiz, cards) if block.last_error]


def names(path):
    return [record["name"] for record in Logbook.open(path).entries()]


@contextmanager
def held(path, begin="BEGIN EXCLUSIVE"):
    """Another program holds the file, for itself alone."""
    with closing(sqlite3.Connection(path, isolation_level=None)) as other:
        for statement in begin.split("; "):
            other.execute(statement).fetchall()
        yield
        other.execute("ROLLBACK")


@pytest.fixture
def waits(monkeypatch):
    """The seconds that SQLite was allowed to wait, in every connection that met a lock."""
    real, found = sqlite3.connect, []

    class Watched(sqlite3.Connection):
        def execute(self, *arguments):
            try:
                return super().execute(*arguments)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF == BUSY:
                    found.append(self.patience)
                raise

    def connect(*arguments, timeout, **options):
        db = real(*arguments, timeout=timeout, factory=Watched, **options)
        db.patience = timeout
        return db

    monkeypatch.setattr(file.sqlite3, "connect", connect)
    return found


@pytest.fixture
def says(monkeypatch):
    """`says(code, at="BEGIN")`: from now on SQLite answers statements that begin so with this result code."""
    real = sqlite3.connect

    def put(code, at="BEGIN"):
        class Failing(sqlite3.Connection):
            def execute(self, statement, *arguments):
                if statement.startswith(at):
                    error = sqlite3.OperationalError("as the system says")
                    error.sqlite_errorcode = code
                    raise error
                return super().execute(statement, *arguments)

        def connect(*arguments, **options):
            return real(*arguments, **options, factory=Failing)

        monkeypatch.setattr(file.sqlite3, "connect", connect)

    return put


# A lock that is held


def test_a_lock_that_is_held_costs_one_wait_in_a_session(book, monkeypatch, waits):
    monkeypatch.setattr(books, "_PATIENCE", 0.2)
    small_lesson(book)
    with held(book.path):
        again = Logbook.open(book.path)
        assert small_lesson(again) != []  # it knows what was answered before, and refuses to predict once more
        assert Prediction("pop", "camera", again).made is False
        assert len(again.entries()) == 7
    assert sorted(wait for wait in waits if wait) == [*[books._SHORT_PATIENCE] * 2, 0.2]  # a quiz answer and a check


def test_a_program_that_reads_for_a_long_time_costs_one_wait_as_well(book, monkeypatch, waits):
    monkeypatch.setattr(books, "_PATIENCE", 0.2)
    book.record("quiz", "pop/1", {})
    with held(book.path, "BEGIN; SELECT * FROM entry"):
        again = Logbook.open(book.path)
        assert again.notice == ""
        for i in range(3):
            again.record("quiz", f"pop/{i}", {})
            assert len(again.entries()) == i + 2
    assert waits.count(0.2) == 1
    again.entries()
    assert again.notice == ""
    assert len(names(book.path)) == 4


def test_patience_comes_back_when_something_was_written(book, monkeypatch, waits):
    monkeypatch.setattr(books, "_PATIENCE", 0.2)
    for _ in range(2):
        with held(book.path):
            book.record("quiz", "pop/1", {})
            book.record("quiz", "pop/2", {})
        book.record("quiz", "pop/3", {})
        assert book.notice == ""
    assert waits.count(0.2) == 2


def test_what_was_recorded_before_is_seen_while_another_program_holds_the_file(book, monkeypatch):
    monkeypatch.setattr(books, "_PATIENCE", 0.05)
    small_lesson(book)
    with held(book.path):
        again = Logbook.open(book.path)
        assert Prediction("pop", "remains", again).choice == 1
        assert progress(again)["pop"].predictions.done == 1
        assert "Another program is using your logbook." in again.notice
        assert "kept until this notebook closes" in again.notice


def test_reading_is_a_chance_to_write_what_waits(book, monkeypatch):
    monkeypatch.setattr(books, "_PATIENCE", 0.05)
    with held(book.path):
        book.record("quiz", "pop/1", {})
    book.entries("check", "of something else")
    assert book.notice == ""
    assert names(book.path) == ["pop/1"]


def test_a_notice_goes_with_its_trouble_even_if_nothing_waits(book, monkeypatch):
    monkeypatch.setattr(books, "_PATIENCE", 0.05)
    with held(book.path):
        again = Logbook.open(book.path)
        assert again.notice != ""
    again.entries()
    assert again.notice == ""


def test_every_question_on_the_page_hears_that_the_trouble_has_gone(book, monkeypatch):
    monkeypatch.setattr(books, "_PATIENCE", 0.05)
    asked, quiz = Prediction("pop", "remains", book), Quiz("pop", book)
    with held(book.path):
        asked.answer("prediction pop/remains", "1|90")
        assert "Another program" in quiz.notice
    asked.answer("prediction pop/remains", "1|80")
    assert asked.notice == quiz.notice == ""


@pytest.mark.parametrize("ends", ["", "del book; import gc; gc.collect(); gate.close()"], ids=["program", "book"])
def test_what_waits_is_written_when_the_notebook_closes(tmp_path, ends):
    path = tmp_path / "a.sqlite"
    program = (
        "import sqlite3, sys, atexit\n"
        "from jointlab.logbook import Logbook, book as books\n"
        "books._PATIENCE = 0.05\n"
        "gate = sqlite3.connect(sys.argv[1] + '', isolation_level=None, timeout=60)\n"
        "book = Logbook.open(sys.argv[1])\n"
        "gate.execute('BEGIN EXCLUSIVE')\n"
        "book.record('quiz', 'late', {})\n"
        "print(book.notice)\n"
        "gate.execute('ROLLBACK')\n" + ends
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    assert "Another program" in done.stdout
    assert names(path) == ["late"]


def test_a_disk_that_is_slow_to_refuse_is_left_alone_for_a_while(book, monkeypatch):
    clock = [1000.0]
    monkeypatch.setattr(books.time, "monotonic", lambda: clock[0])

    tries = []

    def slow(*_arguments, **_options):
        tries.append(clock[0])
        clock[0] += 10
        raise OSError("the server does not answer")

    with monkeypatch.context() as patched:
        patched.setattr(file, "transaction", slow)
        for i in range(5):
            book.record("quiz", f"pop/{i}", {})
        assert len(tries) == 1
        clock[0] += books._PAUSE
        book.record("quiz", "pop/5", {})
        assert len(tries) == 2
    clock[0] += books._PAUSE
    book.record("quiz", "pop/6", {})
    assert names(book.path) == [f"pop/{i}" for i in range(7)]


# A lock that is refused


@pytest.mark.parametrize("code", [BUSY, PERM, IOERR_LOCK, IOERR_RDLOCK])
def test_a_disk_without_locks_is_not_a_busy_one(book, monkeypatch, says, code):
    """A missing lock service looks busy to SQLite; but so does a fresh file, which nobody else can hold."""
    monkeypatch.setattr(books, "_PATIENCE", 0.05)
    small_lesson(book)
    says(code)
    again = Logbook.open(book.path)
    assert again.notice.startswith(f"{ONLY}, because the disk of your logbook cannot keep two programs apart")
    assert "Another program" not in again.notice
    assert Prediction("pop", "remains", again).choice == 1
    again.record("quiz", "pop/x", {})
    assert len(again.entries()) == 6
    assert sorted(path.name for path in book.path.parent.iterdir()) == [book.path.name]


REFUSE = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>

int fcntl64(int file, int command, ...) {
    va_list rest;
    va_start(rest, command);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    if (command == F_SETLK && ((struct flock *) argument)->l_type != F_UNLCK) {
        errno = atoi(getenv("REFUSE"));
        return -1;
    }
    int (*real)(int, int, ...) = dlsym(RTLD_NEXT, "fcntl64");
    return real(file, command, argument);
}
"""


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("cc"), reason="needs a C compiler and LD_PRELOAD")
@pytest.mark.parametrize("number", [37, 5, 95, 1, 116], ids=["ENOLCK", "EIO", "EOPNOTSUPP", "EPERM", "ESTALE"])
def test_a_system_that_refuses_every_lock(book, tmp_path, number):
    book.record("quiz", "old", {})
    source = tmp_path / "refuse.c"
    source.write_text(REFUSE)
    subprocess.run(["cc", "-shared", "-fPIC", "-o", tmp_path / "refuse.so", source, "-ldl"], check=True)
    program = (
        "import ctypes, os, sys\n"
        "from jointlab.logbook import Logbook, book as books\n"
        "books._PATIENCE = 0.05\n"
        "book = Logbook.open(sys.argv[1]); book.record('quiz', 'new', {})\n"
        "print([e['name'] for e in book.entries()], book.notice)\n"
    )
    environment = {**ENVIRONMENT, "LD_PRELOAD": str(tmp_path / "refuse.so"), "REFUSE": str(number)}
    command = [sys.executable, "-c", program, str(book.path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"['old', 'new'] {ONLY}, because the disk of your logbook cannot keep")


# A record that no file can take


def test_half_a_letter_in_a_name_stops_nothing(book):
    book.record("quiz", "pop/\ud800", {"half": "\udfff"})
    book.record("quiz", "pop/1", {})
    assert book.notice == ""
    assert book.latest("quiz", "pop/\ud800")["entry"] == {"half": "\udfff"}
    assert len(Logbook.open(book.path).entries()) == 2


def test_a_record_that_is_too_long_for_the_file_stops_no_other(book, monkeypatch):
    connect = sqlite3.connect

    def narrow(*arguments, **options):
        db = connect(*arguments, **options)
        db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 9000)
        return db

    monkeypatch.setattr(file.sqlite3, "connect", narrow)
    book.record("check", "long", {"attempt": ["x" * 5000] * 3})
    book.record("check", "short", {})
    assert sorted(e["name"] for e in book.entries()) == ["long", "short"]
    assert "One record is kept only until this notebook closes" in book.notice
    book.record("check", "long", {"attempt": ["x" * 5000] * 3})
    assert "2 records are kept only until" in book.notice
    assert names(book.path) == ["short"]


def test_a_very_long_attempt_is_cut_and_says_so(book):
    for _ in range(2):
        assert not check("pop", "collapse_time", "x" * 10**7, logbook=book).passed
    attempt = book.latest("check", "collapse_time")["entry"]["attempt"]
    assert attempt.startswith("'xxx")
    assert attempt.endswith(f" … (cut here: {10**7 + 2} letters in all)")
    assert book.path.stat().st_size < 100_000
    assert names(book.path) == ["collapse_time"] * 2
    book.record("check", "deep", {"list": [{"attempt": "y" * 20_000}], "short": "z" * 10_000})
    entry = book.latest("check", "deep")["entry"]
    assert len(entry["list"][0]["attempt"]) < 10_100
    assert entry["short"] == "z" * 10_000


# Records that somebody else has written


ODD = [
    ("prediction", "pop/remains", "null"),
    ("prediction", "pop/remains", "[1]"),
    ("prediction", "pop/remains", "{}"),
    ("prediction", "pop/remains", '{"option": ["a"], "confidence": {}}'),
    ("prediction", "pop/remains", '{"option": %s, "confidence": "very"}'),
    ("prediction", "pop/camera", '{"option": 7, "confidence": 90}'),
    ("prediction", "nowhere", '{"option": "a", "confidence": 90}'),
    ("outcome", "pop/remains", '"opened"'),
    ("quiz", "pop/source", '{"option": {}, "right": "yes"}'),
    ("quiz", "pop/source", "3"),
    ("check", "collapse_time", '{"passed": "no"}'),
    ("check", "collapse_time", "null"),
    ("judgement", "S28", '{"judgement": ["partly"]}'),
    ("judgement", "S28", "{}"),
    ("essay", "pop/1", '{"grade": 1}'),
    ("place", "pop", '{"at": [1]}'),
    ("afresh", "start", '{"names": 5}'),
    ("afresh", "start", "null"),
]


def write_raw(path, rows):
    with closing(sqlite3.connect(path)) as db:
        db.executemany("INSERT INTO entry (at, kind, name, entry) VALUES ('2026', ?, ?, ?)", rows)
        db.commit()


@pytest.mark.parametrize("order", ["before", "after"])
def test_records_that_nobody_understands_hide_no_other(book, order):
    option = json.dumps(Prediction("pop", "remains", Logbook(None)).question.options[0])
    odd = [(kind, name, entry.replace("%s", option)) for kind, name, entry in ODD]
    if order == "before":
        write_raw(book.path, odd)
    assert small_lesson(book) == []
    if order == "after":
        write_raw(book.path, odd)
    again = Logbook.open(book.path)
    assert again.notice == ""
    assert Prediction("pop", "remains", again).latest == {"choice": 1, "confidence": 90}
    assert Prediction("pop", "camera", again).latest == {}
    done = progress(again)["pop"]
    assert [str(c)[0] for c in (done.predictions, done.checks, done.quiz, done.claims)] == ["1", "1", "1", "1"]
    assert calibration(again).count == 1
    assert not check("pop", "collapse_time", lambda radius, density, pressure_difference: radius, logbook=again).hint
    assert all(isinstance(record["entry"], dict) for record in again.entries())
    assert len(json.loads(again.export())) == len(ODD) + 6


def test_only_odd_records_are_as_good_as_none(book):
    write_raw(book.path, [row for row in ODD if "%s" not in row[2]])
    done = progress(book)["pop"]
    assert done.share == 0
    assert Quiz("pop", book).score() == ""
    assert not any(ClaimCards("pop", book).given.values())


# A damaged file


@pytest.fixture(scope="module")
def two_hundred(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "a.sqlite"
    book = Logbook.open(path)
    with book._lock:
        for i in range(200):
            long = "x" * 9000 if i % 40 == 0 else ""
            record = {"at": "2026", "kind": "check", "name": f"n{i}", "entry": {"attempt": "é" * 100 + long}}
            book._waiting.append(record)
        book._write_waiting()
    return path.read_bytes()


def saved_of(folder, content):
    path = folder / "a.sqlite"
    path.write_bytes(content)
    book = Logbook.open(path)
    found = book.entries()
    assert [e["name"] for e in found] == sorted((e["name"] for e in found), key=lambda name: int(name[1:]))
    assert Logbook.open(path).entries() == found
    return book, len(found)


def test_every_record_of_a_healthy_file_is_found_page_by_page(tmp_path, two_hundred):
    path = tmp_path / "a.sqlite"
    path.write_bytes(two_hundred)
    assert salvage.records(path) == Logbook.open(path).entries()


@pytest.mark.parametrize("page", [0, 1, 2, 5, 9, -1])
def test_thirty_damaged_bytes_cost_no_more_than_a_page(tmp_path, two_hundred, page):
    for shift in (0, 30, 2000):
        place = page % (len(two_hundred) // 4096) * 4096 + shift
        damaged = two_hundred[:place] + b"\xff" * 30 + two_hundred[place + 30 :]
        folder = tmp_path / str(shift)
        folder.mkdir()
        book, count = saved_of(folder, damaged)
        assert count >= 175, (page, shift)
        assert not book.notice or f"with {count} records that could still be read" in book.notice


def test_the_end_of_the_file_is_missing(tmp_path, two_hundred):
    book, count = saved_of(tmp_path, two_hundred[:-3])
    assert count >= 175
    assert f"a fresh one has begun, with {count} records that could still be read." in book.notice


def test_a_header_that_is_wiped_out_costs_nothing(tmp_path, two_hundred):
    for number, (start, end) in enumerate([(0, 100), (56, 72), (0, 4096)]):
        folder = tmp_path / str(number)
        folder.mkdir()
        _, count = saved_of(folder, two_hundred[:start] + bytes(end - start) + two_hundred[end:])
        assert count == 200


def test_a_chain_of_pages_that_leads_nowhere_ends(tmp_path):
    path = tmp_path / "a.sqlite"
    Logbook.open(path).record("check", "long", {"attempt": "x" * 9000})
    content = bytearray(path.read_bytes())
    for number in range(1, len(content) // 4096):  # every page follows itself
        content[number * 4096 : number * 4096 + 4] = (number + 1).to_bytes(4, "big")
    path.write_bytes(content)
    assert len(salvage.records(path)) <= 1


def test_a_damaged_file_of_an_older_version_keeps_its_names_up_to_date(tmp_path):
    path = tmp_path / "a.sqlite"
    Logbook.open(path).record("prediction", "09/pull", {})
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP INDEX entry_by_name")  # as it was then
        db.execute("PRAGMA user_version=1")
    content = path.read_bytes()
    assert names(path) == ["lifting/pull"]
    path.write_bytes(content[:44] + b"\xff" * 4 + content[48:])  # the kind of its tables
    book = Logbook.open(path)
    assert "1 record that could still be read" in book.notice
    assert [e["name"] for e in book.entries()] == ["lifting/pull"]


# Disks and files that cannot be written


def opened_read_only(path):
    """What a process without an administrator's rights says of the logbook in `path`, and sees in it."""
    program = (
        "import os, sys\n"
        "from jointlab.logbook import Logbook\n"
        "os.getuid() == 0 and os.setuid(65534)\n"
        "book = Logbook.open(sys.argv[1]); print(book.notice); book.record('quiz', 'new', {})\n"
        "print([e['name'] for e in book.entries()])\n"
    )
    command = [sys.executable, "-c", program, str(path)]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.skipif(os.name == "nt", reason="rights of files work differently on Windows")
@pytest.mark.parametrize(
    ("file_rights", "folder_rights", "reason", "seen"),
    [
        (0o444, 0o777, "is write-protected", ["old", "new"]),
        (0o666, 0o555, "cannot be written. Copy the course into a folder of your own", ["old", "new"]),
        (0o666, 0o000, "cannot be written. Copy the course into a folder of your own", ["new"]),
        (0o666, 0o444, "cannot be written. Copy the course into a folder of your own", ["new"]),
    ],
)
def test_what_cannot_be_written_is_told_at_opening(file_rights, folder_rights, reason, seen):
    with tempfile.TemporaryDirectory() as outer:
        Path(outer).chmod(0o755)
        folder = Path(outer, "inner")
        folder.mkdir()
        path = folder / "a.sqlite"
        Logbook.open(path).record("quiz", "old", {})
        path.chmod(file_rights)
        folder.chmod(folder_rights)
        notice, found = opened_read_only(path)
        folder.chmod(0o755)
    assert notice.startswith(ONLY)
    assert reason in notice
    assert found == str(seen)


def test_a_full_disk_is_told_at_opening(book, monkeypatch):
    book.record("quiz", "old", {})
    connect = sqlite3.connect

    def small(*arguments, **options):
        db = connect(*arguments, **options)
        db.execute(f"PRAGMA max_page_count={book.path.stat().st_size // 4096}")
        return db

    with monkeypatch.context() as patched:
        patched.setattr(file.sqlite3, "connect", small)
        again = Logbook.open(book.path)
        assert again.notice.startswith("The disk of your logbook is full. What you enter is kept until this notebook")
        again.record("check", "new", {"attempt": "x" * 9000})
        assert [e["name"] for e in again.entries()] == ["old", "new"]
    again.entries()
    assert again.notice == ""
    assert names(book.path) == ["old", "new"]


@pytest.mark.parametrize("code", [FULL, QUOTA])
def test_no_more_room(book, says, code):
    says(code, at="INSERT")
    assert "disk of your logbook is full" in Logbook.open(book.path).notice


@contextmanager
def small_disk(folder, kilobytes):
    """A disk of its own of this size in `folder`."""
    mounted = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "small", str(folder)]
    if not hasattr(os, "geteuid") or os.geteuid() or subprocess.run(mounted, capture_output=True).returncode:
        pytest.skip("needs Linux and the right to mount a disk")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_lesson_goes_on_on_a_disk_that_is_really_full(tmp_path):
    """The answers stay on the page and in memory; they are in the file once there is room, whatever is asked next."""
    with small_disk(tmp_path, 400):
        book = Logbook.open(tmp_path / "a.sqlite")
        assert book.notice == ""
        filler = tmp_path / "a large film"
        with suppress(OSError), filler.open("wb", buffering=0) as film:
            while True:
                film.write(bytes(4096))
        assert small_lesson(book) == []
        assert book.notice.startswith("The disk of your logbook is full. What you enter is kept until this notebook")
        asked = Prediction("pop", "remains", book)
        assert (asked.made, asked.opened, asked.notice) == (True, True, book.notice)
        kept = book.entries()
        filler.unlink()
        assert book.entries() == kept
        assert book.notice == ""
        assert Logbook.open(tmp_path / "a.sqlite").entries() == kept


@pytest.fixture
def all_that_is_said(monkeypatch, capsys):
    """Run the self-test: what it prints, and what the page says at its end."""
    page = []
    monkeypatch.setattr(selftest, "display", lambda ready: page.append(ready.spec["says"]))

    def said():
        selftest.run()
        return capsys.readouterr().out + page.pop()

    return said


@pytest.mark.parametrize("code", [FULL, BUSY, IOERR_LOCK])
def test_the_self_test_gives_no_false_all_clear(book, monkeypatch, says, all_that_is_said, code):
    monkeypatch.setattr(books, "_PATIENCE", 0.05)
    monkeypatch.setenv("JOINTLAB_LOGBOOK", str(book.path))
    monkeypatch.setattr(selftest, "CHECKS", {"logbook": selftest.CHECKS["logbook"]})
    said = all_that_is_said()
    assert f"✓ logbook: your answers are kept in {book.path}" in said
    assert "All is well" in said
    says(code, at="INSERT" if code == FULL else "BEGIN")
    said = all_that_is_said()
    assert "✗ logbook: " in said
    assert "You can begin all the same" in said
    assert "start it again" not in said


def test_the_self_test_advises_to_start_again_where_that_may_help(monkeypatch, all_that_is_said):
    def broken():
        raise RuntimeError("gone")

    monkeypatch.setattr(selftest, "CHECKS", {"data": broken, "logbook": broken})
    assert "close JupyterLab and start it again" in all_that_is_said()


def test_a_folder_stands_in_place_of_the_file(tmp_path):
    (tmp_path / "a.sqlite").mkdir()
    book = Logbook.open(tmp_path / "a.sqlite")
    assert small_lesson(book) == []
    assert book.notice == f"{ONLY}, because {book.path} is a folder. Give that folder another name."


def test_a_folder_stands_in_place_of_the_journal(book):
    book.record("quiz", "old", {})
    book.path.with_name(book.path.name + "-journal").mkdir()
    again = Logbook.open(book.path)
    assert f"{book.path.name}-journal is a folder" in again.notice
    again.record("quiz", "new", {})
    assert [e["name"] for e in again.entries()] == ["old", "new"]


@pytest.mark.parametrize("length", [250, 300, 5000])
def test_a_name_that_is_too_long(tmp_path, length):
    book = Logbook.open(tmp_path / ("n" * length))
    assert small_lesson(book) == []
    assert book.notice == (
        f"{ONLY}, because the name of the file is too long ({'n' * 20}…). Let JOINTLAB_LOGBOOK name a shorter one."
    )


def test_a_long_name_can_be_set_aside(tmp_path):
    path = tmp_path / ("ü" * 110 + ".sqlite")
    path.write_bytes(b"damaged")
    book = Logbook.open(path)
    assert "set-aside" in book.notice
    book.record("quiz", "pop/1", {})
    assert names(path) == ["pop/1"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("kind", ["device", "pipe"])
def test_what_is_no_ordinary_file_is_left_alone(tmp_path, kind):
    path = Path("/dev/null")
    if kind == "pipe":
        path = tmp_path / "pipe"
        os.mkfifo(path)
    book = Logbook.open(path)
    assert small_lesson(book) == []
    assert f"{path} is no ordinary file" in book.notice
    assert not path.is_file()


def test_a_file_stands_in_place_of_the_folder(tmp_path):
    (tmp_path / "a").write_text("a file")
    assert f"there is no folder {tmp_path / 'a'}" in Logbook.open(tmp_path / "a" / "b.sqlite").notice


# While it is open


REPLACED = "moved, deleted or replaced while this notebook was open"


@pytest.mark.parametrize("how", ["deleted", "renamed", "replaced", "deleted, then read"])
def test_a_file_that_goes_away_while_it_is_open_is_told_once(book, tmp_path, how):
    book.record("quiz", "mine", {})
    other = Logbook.open(tmp_path / "other.sqlite")
    other.record("quiz", "of somebody else", {})
    if how.startswith("deleted"):
        book.path.unlink()
    else:
        book.path.rename(tmp_path / "elsewhere.sqlite")
    if how == "replaced":
        other.path.rename(book.path)
    if how.endswith("read"):
        assert book.entries() == []
    for i in range(3):
        book.record("quiz", f"later {i}", {})
    assert book.notice.count(REPLACED) == 1
    expected = ["later 0", "later 1", "later 2"]
    assert names(book.path) == (["of somebody else"] if how == "replaced" else []) + expected


def test_a_copy_that_a_sync_program_puts_back_is_the_same_logbook(book, tmp_path):
    book.record("quiz", "mine", {})
    copy = tmp_path / "copy"
    copy.write_bytes(book.path.read_bytes())
    os.replace(copy, book.path)
    book.record("quiz", "later", {})
    assert book.notice == ""


def test_another_notebook_that_writes_is_no_surprise(book):
    book.record("quiz", "here", {})
    other = Logbook.open(book.path)
    other.record("quiz", "there", {})
    book.record("quiz", "here again", {})
    assert len(other.entries()) == len(book.entries()) == 3
    assert book.notice == other.notice == ""


@pytest.mark.parametrize("left", ["folder", "full folder", "file"])
def test_a_gate_left_behind_is_no_obstacle(tmp_path, left):
    path, gate = tmp_path / "a.sqlite", tmp_path / "a.sqlite-renaming"
    path.write_bytes(b"damaged")
    gate.write_text("") if left == "file" else gate.mkdir()
    if left == "full folder":
        (gate / "something").write_text("")
    old = time.time() - 60
    os.utime(gate, (old, old))
    start = time.monotonic()
    with aside.alone(path, 1000.0 if left == "file" else 30.0):
        pass
    assert time.monotonic() - start < 15  # of the thirty, or thousand, that it would wait for a living process
    book = Logbook.open(path)
    assert "set-aside" in book.notice
    assert ONLY not in book.notice
    book.record("quiz", "pop/1", {})
    assert names(path) == ["pop/1"]


def test_a_large_logbook_is_asked_for_what_is_wanted(book, monkeypatch):
    """Ten thousand records: only those that were asked for come out of the file."""
    write_raw(book.path, [("check", f"n{i % 1000}", '{"passed": false}') for i in range(10_000)])
    assert book.notice == ""
    decoded = []
    real = file.decoded
    monkeypatch.setattr(file, "decoded", lambda row: decoded.append(1) or real(row))
    assert len(book.entries("check", "n7")) == 10
    assert Prediction("pop", "remains", book).made is False
    assert len(decoded) == 10
    with closing(sqlite3.connect(book.path)) as db:
        plan = db.execute("EXPLAIN QUERY PLAN SELECT id FROM entry WHERE kind = 'a' AND name = 'b'").fetchone()
    assert "entry_by_name" in plan[-1]


# Answers given in two notebooks


def test_a_prediction_whose_outcome_was_opened_in_another_notebook_stands(book):
    here, there = (Prediction("pop", "remains", Logbook.open(book.path)) for _ in range(2))
    waited = []
    here.when_made(waited.append)
    there.answer("prediction pop/remains", "1|90")
    there.open_outcome()
    here.answer("prediction pop/remains", "0|50")
    assert "You have answered this in another notebook meanwhile; that answer stands." in here.trouble
    assert here.latest == {"choice": 1, "confidence": 90}
    assert here.opened
    assert waited == [here]
    assert len(book.entries("prediction")) == 1


def test_a_claim_that_was_judged_in_another_notebook_is_not_judged_twice(book):
    here, there = (ClaimCards("pop", Logbook.open(book.path)) for _ in range(2))
    address = next(iter(here.claims))
    there.answer(address, "partly")
    here.answer(address, "no data")
    assert here.given[address] == ["partly"]
    assert len(book.entries("judgement")) == 1


@pytest.mark.parametrize("ending", [SystemExit, KeyboardInterrupt])
def test_an_attempt_that_cannot_be_shown_ends_nothing(book, ending):
    class Attempt:
        def __repr__(self):
            raise ending

    assert not check("pop", "collapse_time", Attempt(), logbook=book).passed
    assert book.latest("check", "collapse_time")["entry"]["attempt"] == "<Attempt>"
