"""A look into somebody's logbook changes nothing, whatever it meets."""

import sqlite3
from contextlib import closing

import pytest

from jointlab.logbook import Logbook, file
from jointlab.logbook.file import VERSION, Unusable
from jointlab.logbook.look import look


@pytest.fixture
def handed_in(tmp_path):
    path = tmp_path / "ana.sqlite"
    entry = {"passed": False, "attempt": "x" * 300}
    with file.transaction(path, 1) as db:
        file.prepare(db)
        file.insert(db, ({"at": f"t{n}", "kind": "check", "name": "collapse_time", "entry": entry} for n in range(200)))
    return path


def looked_at(path):
    """What a look finds; nothing in the folder may change by it."""
    before = {one: (one.read_bytes(), one.stat().st_mtime_ns) for one in path.parent.iterdir()}
    try:
        return look(path)
    finally:
        assert {one: (one.read_bytes(), one.stat().st_mtime_ns) for one in path.parent.iterdir()} == before


def test_it_finds_what_the_logbook_holds(handed_in):
    book, damaged = looked_at(handed_in)
    assert book.export() == Logbook.open(handed_in).export()
    assert book.entries() == Logbook.open(handed_in).entries()
    assert not damaged


def test_it_begins_no_file(tmp_path):
    with pytest.raises(FileNotFoundError):
        looked_at(tmp_path / "nothing.sqlite")
    (tmp_path / "empty.sqlite").touch()
    assert looked_at(tmp_path / "empty.sqlite")[0].entries() == []


def test_another_program_may_hold_it(handed_in):
    with closing(sqlite3.connect(handed_in, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert len(look(handed_in)[0].entries()) == 200


def test_an_older_one_is_read_under_the_names_of_today(handed_in):
    with closing(sqlite3.connect(handed_in)) as db, db:
        db.execute("PRAGMA user_version = 1")
        db.execute("INSERT INTO entry (at, kind, name, entry) VALUES ('t', 'prediction', '03/remains', '{}')")
    assert looked_at(handed_in)[0].entries("prediction")[0]["name"] == "pop/remains"


def test_of_a_damaged_one_it_finds_what_can_still_be_read(handed_in):
    data = bytearray(handed_in.read_bytes())
    data[5 * 4096 : 6 * 4096] = b"\xff" * 4096
    handed_in.write_bytes(data)
    book, damaged = looked_at(handed_in)
    assert damaged
    assert 150 < len(book.entries()) < 200


@pytest.mark.parametrize("kind", ["a picture", "another program's", "a newer course's"])
def test_what_is_no_logbook_is_called_so(handed_in, kind):
    if kind == "a picture":
        handed_in.write_bytes(b"\x89PNG" * 999)
    else:
        with closing(sqlite3.connect(handed_in)) as db, db:
            later = kind == "a newer course's"
            db.execute(f"PRAGMA user_version = {VERSION + 1 if later else 0}")
            db.execute("DROP INDEX entry_by_name")
    with pytest.raises(Unusable, match=r"is no logbook|another program|newer version"):
        looked_at(handed_in)
