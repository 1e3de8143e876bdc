"""The logbook keeps everything: through crashes, damage, full disks, and several notebooks at once."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jointlab import former_names, sources
from jointlab import logbook as logbooks
from jointlab.logbook import Logbook, aside, file, place
from jointlab.logbook import book as books

NOTEBOOKS = Path(logbooks.__file__).parents[2]

HANGS = 300  # seconds: only so that a process which never ends does not stop everything
WRITER = """
import sys
from jointlab.logbook import Logbook, book as logbooks
logbooks._PATIENCE = 60  # however busy the machine is
book = Logbook.open(sys.argv[1])
for i in range(int(sys.argv[3])):
    book.record("quiz", sys.argv[2], {"i": i})
    print(i, flush=True)
for _ in range(20):  # whatever had to wait
    if not book._waiting:
        break
    book._write_waiting()
print(book.notice)
"""


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(NOTEBOOKS)}


def start(path, name, count, **options):
    command = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True, **options)


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def test_it_needs_nothing_but_the_standard_library():
    """Whoever only writes a record does not wait until all of SciPy stands in memory."""
    program = (
        "import sys; before = set(sys.modules)\n"
        "from jointlab.logbook import Logbook\n"
        "print(*{name.split('.')[0] for name in set(sys.modules) - before} - sys.stdlib_module_names)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], env=ENVIRONMENT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["jointlab"]


def test_what_is_recorded_is_there_next_time(tmp_path):
    path = tmp_path / "a.sqlite"
    first = Logbook.open(path)
    first.record("prediction", "pop/remains", {"choice": 1, "note": 'quotes " and ünïcode\n\ud800'})
    first.record("quiz", "pop/1", {"right": True})
    again = Logbook.open(path)
    assert [e["kind"] for e in again.entries()] == ["prediction", "quiz"]
    assert again.latest("prediction", "pop/remains")["entry"]["note"].startswith('quotes " and ünïcode')
    assert again.latest("prediction", "pop/other") is None
    assert again.entries(kind="quiz")[0]["at"].endswith("+00:00")
    assert again.notice == ""
    assert files(tmp_path) == ["a.sqlite"]


def test_export_is_strict_json(book):
    book.record("check", "x", {"value": float("nan"), "path": Path("a")})
    assert json.loads(book.export(), parse_constant=pytest.fail)[0]["entry"] == {"value": "NaN", "path": "a"}


def test_later_changes_do_not_reach_a_record(book):
    entry = {"list": [1]}
    book.record("check", "x", entry)
    entry["list"].append(2)
    assert book.latest("check", "x")["entry"] == {"list": [1]}


def test_unknown_kind_is_refused(book):
    with pytest.raises(ValueError, match="prediction, outcome"):
        book.record("secret", "x", {})


def test_nothing_can_be_cleared():
    assert not [name for name in dir(Logbook) if "clear" in name or "delete" in name]


def test_where_it_lies(monkeypatch, tmp_path):
    monkeypatch.setenv("JOINTLAB_LOGBOOK", str(tmp_path / "mine.sqlite"))
    assert logbooks.default().path == tmp_path / "mine.sqlite"
    assert logbooks.default() is logbooks.default()
    monkeypatch.delenv("JOINTLAB_LOGBOOK")
    assert place.default_path() == NOTEBOOKS / "my-logbook.sqlite"


def test_a_notebook_that_is_tested_alone_leaves_the_readers_answers_alone():
    program = "import os, pytest, sys; pytest.main(sys.argv[1:]); print(os.environ['JOINTLAB_LOGBOOK'])"
    command = [sys.executable, "-c", program, "--collect-only", "-n", "0", "notebooks/00-start-here.ipynb"]
    environment = {name: value for name, value in os.environ.items() if name != "JOINTLAB_LOGBOOK"}
    done = subprocess.run(command, cwd=NOTEBOOKS.parent, env=environment, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1:] == [":memory:"], done.stdout + done.stderr


def test_memory_needs_no_file(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    book = Logbook.open(":memory:")
    book.record("quiz", "pop/1", {"right": True})
    assert len(book.entries()) == 1
    assert book.notice == ""
    assert files(tmp_path) == []


def test_without_sqlite_it_keeps_to_memory_and_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(file, "sqlite3", None)
    book = Logbook.open(tmp_path / "a.sqlite")
    book.record("quiz", "pop/1", {"right": True})
    assert len(book.entries()) == 1
    assert "until this notebook closes" in book.notice


@pytest.mark.parametrize(
    "content",
    [b"Dear diary, today my back cracked.\n" * 50, b"\0" * 4096, b"xy", b"SQLite format 3\0" + b"\xff" * 5000],
    ids=["text", "zeros", "two bytes", "header only"],
)
def test_a_damaged_file_is_set_aside_unchanged(tmp_path, content):
    path = tmp_path / "my-logbook.sqlite"
    path.write_bytes(content)
    (tmp_path / "my-logbook.sqlite-journal").write_bytes(b"old journal")
    book = Logbook.open(path)
    book.record("quiz", "pop/1", {"right": True})
    aside = [name for name in files(tmp_path) if "set-aside" in name and not name.endswith("-journal")]
    assert len(aside) == 1
    assert (tmp_path / aside[0]).read_bytes() == content
    assert "was damaged" in book.notice
    assert aside[0] in book.notice
    again = Logbook.open(path)
    assert len(again.entries()) == 1
    assert again.notice == ""


def test_a_journal_goes_with_its_file(tmp_path):
    """Left behind, it would be played into the fresh file."""
    path = tmp_path / "my-logbook.sqlite"
    path.write_bytes(b"no database")
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"old journal")
    new = aside.rename(path)
    assert new.read_bytes() == b"no database"
    assert new.with_name(new.name + "-journal").read_bytes() == b"old journal"
    path.write_bytes(b"once more, in the same second")
    assert aside.rename(path) != new
    assert new.read_bytes() == b"no database"


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """The bytes of a healthy logbook of several pages."""
    path = tmp_path_factory.mktemp("filled") / "a.sqlite"
    book = Logbook.open(path)
    for i in range(12):
        book.record("check", f"n{i}", {"attempt": "x" * 900})
    return path.read_bytes()


def check_survives(folder, content):
    """Whatever the file holds: it opens without an error, takes a record, and the old bytes are kept if
    unreadable."""
    path = folder / "a.sqlite"
    path.write_bytes(content)
    book = Logbook.open(path)
    before = len(book.entries())
    book.record("quiz", "after", {"right": True})
    again = Logbook.open(path)
    assert len(again.entries()) == before + 1
    assert again.notice == ""
    aside = [p for p in folder.iterdir() if "set-aside" in p.name]
    assert [p.read_bytes() for p in aside] == ([content] if book.notice else [])
    return before


@pytest.mark.parametrize("share", [0.0, 0.004, 0.01, 0.1, 0.25, 0.33, 0.5, 0.75, 0.9, 0.999])
def test_truncated_anywhere(tmp_path, filled, share):
    length = int(len(filled) * share)
    kept = check_survives(tmp_path, filled[:length])
    pages_lost = len(filled) / 4096 - length // 4096
    assert kept >= 12 - 4 * pages_lost  # four records of this size fill a page
    assert length == 0 or len(files(tmp_path)) == 2


def test_truncated_at_every_page(tmp_path_factory, filled):
    for pages in range(1, len(filled) // 4096):
        check_survives(tmp_path_factory.mktemp("cut"), filled[: 4096 * pages])


def test_a_byte_that_is_no_letter_anywhere_in_the_words_of_the_table(tmp_path_factory, filled):
    end = 4096  # of the first page, where the words that make the table stand
    for at in range(end - len(file._TABLE) - 160, end):  # and the index
        check_survives(tmp_path_factory.mktemp("letter"), filled[:at] + b"\x80" + filled[at + 1 :])


def test_a_header_that_forbids_writing(tmp_path, filled):
    assert check_survives(tmp_path, filled[:18] + b"\x03" + filled[19:]) == 12
    assert len(files(tmp_path)) == 2


@settings(max_examples=40)
@given(data=st.data())
def test_overwritten_in_the_middle(tmp_path_factory, filled, data):
    place = data.draw(st.integers(0, len(filled) - 1))
    junk = data.draw(st.binary(min_size=1, max_size=200))
    check_survives(tmp_path_factory.mktemp("junk"), (filled[:place] + junk + filled[place + len(junk) :]))


def test_a_newer_version_is_set_aside(tmp_path):
    path = tmp_path / "a.sqlite"
    Logbook.open(path).record("quiz", "pop/1", {"right": True})
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version={file.VERSION + 1}")
    book = Logbook.open(path)
    assert "newer version" in book.notice
    assert book.entries() == []
    assert len(files(tmp_path)) == 2


def of_version(path, version, records):
    """A logbook of an older version of the course with these records; opened by the present one."""
    book = Logbook.open(path)
    for kind, name, entry in records:
        book.record(kind, name, entry)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version={version}")
    again = Logbook.open(path)
    assert again.notice == ""
    assert [record["entry"] for record in again.entries()] == [entry for _, _, entry in records]
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == file.VERSION
    return [record["name"] for record in again.entries()]


def test_answers_under_the_numbers_of_an_older_version_are_found_again(tmp_path):
    names = ("prediction", "09/pull"), ("quiz", "03/1"), ("check", "back_muscles"), ("judgement", "S03")
    records = [(kind, name, {"was": name}) for kind, name in names]
    found = of_version(tmp_path / "a.sqlite", 1, records)
    assert found == ["lifting/pull", "pop/source", "back_muscles", "S03"]


def test_quiz_answers_of_an_older_version_are_found_by_their_question_else_by_their_place(tmp_path):
    collapse = "Which of these observations speaks most clearly against a complete collapse?"
    records = [
        ("quiz", "pop/2", {"right": True}),
        ("quiz", "pop/2", {"question": collapse}),  # it had another place then
        ("quiz", "separation/5", {"question": "So what holds most of a strong pull at a finger?"}),  # worded anew since
        ("quiz", "pop/1", {"question": "A question that is no longer asked?"}),
        ("quiz", "pop/9", {}),
        ("quiz", "pop/loudness", {"question": ""}),
        ("quiz", "essay/1", {}),
        ("prediction", "pop/1", {}),
    ]
    assert of_version(tmp_path / "a.sqlite", 2, records) == [
        "pop/radius", "pop/collapse", "separation/pull", "pop/1", "pop/9", "pop/loudness", "essay/1", "pop/1",
    ]  # fmt: skip


def test_answers_about_relief_moved_with_their_lesson(tmp_path):
    records = [
        ("prediction", "refractory/pops", {"confidence": 70}),
        ("outcome", "refractory/pops", {}),
        ("quiz", "refractory/sham", {"right": True}),
        ("quiz", "refractory/size", {}),  # this one stayed, and so did the other prediction
        ("prediction", "refractory/bubble", {}),
        ("goal", "a-habit-as-a-toy", {}),
    ]
    stay = ["refractory/size", "refractory/bubble", "a-habit-as-a-toy"]
    assert of_version(tmp_path / "a.sqlite", 3, records) == ["relief/pops", "relief/pops", "relief/sham", *stay]
    by_place = [("quiz", "04/6", {}), ("prediction", "04/pops", {})]
    assert of_version(tmp_path / "b.sqlite", 1, by_place) == ["relief/habit", "relief/pops"]


# Questions that are asked no more: an answer to one stays in the file, and no question bears its name.
NO_LONGER_ASKED = {"pop/microphone", "hypermobility/line", "hypermobility/agreement"}


@pytest.mark.parametrize("lesson", former_names._QUIZ)
def test_the_name_of_a_quiz_question_stays_and_its_first_words_are_its_own(lesson):
    begins = former_names._QUIZ[lesson]
    for name in begins:
        now, _, question = former_names.present("quiz", f"{lesson}/{name}", "{}", 3).partition("/")
        assert (question in sources.lesson(now)["quiz"]) is (f"{now}/{question}" not in NO_LONGER_ASKED)
    for words in begins.values():
        assert [other for other in begins.values() if other.startswith(words) or words.startswith(other)] == [words]


def test_a_damaged_name_in_an_older_logbook_sets_it_aside(tmp_path):
    path = tmp_path / "a.sqlite"
    Logbook.open(path).record("quiz", "pop/1", {})
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE entry SET name = x'80', entry = x'80'")
        db.execute("PRAGMA user_version=2")
        db.commit()
    assert "was damaged" in Logbook.open(path).notice


def test_a_database_of_another_program_is_left_whole(tmp_path):
    path = tmp_path / "a.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE photos (name TEXT)")
        db.commit()
    content = path.read_bytes()
    assert "another program" in Logbook.open(path).notice
    aside = next(p for p in tmp_path.iterdir() if "set-aside" in p.name)
    assert aside.read_bytes() == content


def test_damage_while_it_is_open(book, tmp_path):
    book.record("quiz", "pop/1", {"right": True})
    book.path.write_bytes(b"overwritten by a sync program")
    book.record("quiz", "pop/2", {"right": True})
    assert [e["name"] for e in book.entries()] == ["pop/2"]
    assert "set-aside" in book.notice
    book.path.write_bytes(b"and again")
    assert book.entries() == []


def test_a_deleted_file_is_begun_again(book):
    book.record("quiz", "pop/1", {})
    book.path.unlink()
    assert book.entries() == []
    book.record("quiz", "pop/2", {})
    assert [e["name"] for e in Logbook.open(book.path).entries()] == ["pop/2"]


def test_a_folder_that_is_not_there(tmp_path):
    book = Logbook.open(tmp_path / "nowhere" / "a.sqlite")
    book.record("quiz", "pop/1", {"right": True})
    assert len(book.entries()) == 1
    assert "until this notebook closes" in book.notice
    assert files(tmp_path) == []


@pytest.fixture
def reachable():
    """A folder for any user of this machine: pytest's own are closed to all but one."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.mark.skipif(os.name == "nt", reason="rights of files work differently on Windows")
def test_a_file_that_may_only_be_read(reachable):
    """Old records are read, new ones kept in memory. The process gives up the rights of an administrator
    first."""
    path = reachable / "a.sqlite"
    Logbook.open(path).record("quiz", "old", {})
    path.chmod(0o444)
    reachable.chmod(0o555)
    program = (
        "import os, sys\n"
        "from jointlab.logbook import Logbook\n"
        "os.getuid() == 0 and os.setuid(65534)\n"
        "book = Logbook.open(sys.argv[1]); book.record('quiz', 'new', {})\n"
        "print([e['name'] for e in book.entries()], book.notice)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], env=ENVIRONMENT, capture_output=True, text=True)
    reachable.chmod(0o755)
    assert done.stdout.startswith("['old', 'new'] What you enter is kept only until"), done.stderr


def test_locked_too_long_then_free(book, monkeypatch):
    monkeypatch.setattr(books, "_PATIENCE", 0.05)
    with closing(sqlite3.connect(book.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        book.record("quiz", "pop/1", {})
        assert "Another program" in book.notice
        assert [e["name"] for e in book.entries()] == ["pop/1"]
        other.execute("ROLLBACK")
    book.record("quiz", "pop/2", {})
    assert book.notice == ""
    assert [e["name"] for e in Logbook.open(book.path).entries()] == ["pop/1", "pop/2"]


def test_a_full_disk_then_room(book, monkeypatch):
    connect = sqlite3.connect

    def small(*arguments, **options):
        db = connect(*arguments, **options)
        db.execute(f"PRAGMA max_page_count={book.path.stat().st_size // 4096}")
        return db

    monkeypatch.setattr(file.sqlite3, "connect", small)
    book.record("check", "big", {"attempt": "x" * 20_000})
    assert "full" in book.notice
    assert "kept" in book.notice
    monkeypatch.undo()
    book.record("check", "small", {})
    assert book.notice == ""
    assert [e["name"] for e in Logbook.open(book.path).entries()] == ["big", "small"]


def test_four_writers_lose_nothing(tmp_path):
    path = tmp_path / "a.sqlite"
    writers = [start(path, f"w{i}", 100) for i in range(4)]
    notices = [writer.communicate(timeout=HANGS)[0].splitlines()[-1] for writer in writers]
    assert notices == [""] * 4
    entries = Logbook.open(path).entries()
    for i in range(4):
        assert [e["entry"]["i"] for e in entries if e["name"] == f"w{i}"] == list(range(100))


def test_killed_in_the_middle_of_writing(tmp_path):
    path = tmp_path / "a.sqlite"
    said = 0
    for round_ in range(3):
        writer = start(path, "w", 100_000)
        for _ in range(10 + 7 * round_):
            writer.stdout.readline()
            said += 1
        writer.kill()
        said += len(writer.communicate()[0].splitlines())
    book = Logbook.open(path)
    assert book.notice == ""
    # A record may be in the file just before its number was printed: one more for each kill.
    assert said - 3 <= len(book.entries()) <= said + 3


def test_killed_inside_a_transaction(tmp_path):
    """A journal is left behind, and the next reader undoes what was half done."""
    path = tmp_path / "a.sqlite"
    Logbook.open(path).record("quiz", "whole", {})
    program = (
        "import os, sqlite3, sys\n"
        "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.execute('PRAGMA cache_size=1'); db.execute('BEGIN')\n"
        "for i in range(500): db.execute('INSERT INTO entry (at, kind, name, entry) VALUES (?,?,?,?)',"
        " ('t', 'quiz', 'half', '\"' + 'x' * 2000 + '\"'))\n"
        "os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    assert files(tmp_path) == ["a.sqlite", "a.sqlite-journal"]
    book = Logbook.open(path)
    assert [e["name"] for e in book.entries()] == ["whole"]
    assert book.notice == ""


def test_two_notebooks_set_the_same_file_aside(tmp_path):
    path = tmp_path / "a.sqlite"
    path.write_bytes(b"damaged " * 1000)
    writers = [start(path, f"w{i}", 20) for i in range(2)]
    for writer in writers:
        writer.communicate(timeout=HANGS)
    assert len([name for name in files(tmp_path) if "set-aside" in name]) == 1
    assert len(Logbook.open(path).entries()) == 40
    assert len(files(tmp_path)) == 2


def test_a_faster_notebook_has_already_set_it_aside(book):
    """Found damaged, but healthy by the time it is our turn: then nothing is renamed."""
    book.record("quiz", "pop/1", {})
    book._set_aside()
    assert [e["name"] for e in book.entries()] == ["pop/1"]
    assert book.notice == ""


def test_a_gate_left_behind_does_not_block_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(books, "_PATIENCE", 0.05)
    path = tmp_path / "a.sqlite"
    path.write_bytes(b"damaged")
    (tmp_path / "a.sqlite-renaming").mkdir()
    assert "set-aside" in Logbook.open(path).notice
    assert not (tmp_path / "a.sqlite-renaming").exists()


def test_threads_may_share_it(book):
    """JupyterLab answers buttons and cells from different threads."""
    import threading

    def write():
        for i in range(20):
            book.record("quiz", "t", {"i": i})

    threads = [threading.Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(Logbook.open(book.path).entries()) == 60
