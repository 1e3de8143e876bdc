"""A folder of what learners hand in: whatever lies there, the rest is read, and nothing is changed."""

import random
from dataclasses import replace

import pytest
from tests.report import crowd

from jointlab.logbook import Logbook
from jointlab.report.gathered import gathered
from jointlab.report.learners import Learner, learner
from jointlab.report.spreadsheet import written


@pytest.fixture(scope="module")
def ana():
    return crowd.records(random.Random(11))


@pytest.fixture(scope="module")
def ben():
    return crowd.records(random.Random(12))


def of(found, name=""):
    return learner(Logbook.of(found), name)


def table(folder, name, *learners):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written(learners))


def test_tables_and_logbooks_are_read_and_left_as_they_are(tmp_path, ana, ben):
    table(tmp_path, "sent/a.csv", of(ana, "Ana"))
    crowd.save(tmp_path / "b.sqlite", ben)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    found = gathered(tmp_path)
    assert found.learners == [of(ana, "Ana"), of(ben)]
    assert found.notes == []
    assert found.files == {of(ana, "Ana").label: ["sent/a.csv"], of(ben).code: ["b.sqlite"]}
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_two_files_of_one_learner_are_put_together(tmp_path, ana):
    """Monday's table, and Friday's logbook under no name: what was answered first stays the first."""
    table(tmp_path, "monday.csv", of(ana[: len(ana) // 2], "Ana"))
    crowd.save(tmp_path / "friday.sqlite", ana)
    found = gathered(tmp_path)
    assert found.learners == [of(ana, "Ana")]
    assert found.notes == [
        f"Several files are of {of(ana, 'Ana').label}, and were put together: friday.sqlite, monday.csv."
    ]


def test_an_answer_from_before_a_fresh_start_is_still_the_first(tmp_path, ana):
    whole = of(ana)
    address = next(one for one, answer in whole.answers.items() if answer.tries and answer.sure)
    again = whole.answers[address]._replace(words="later", sure=99, began="2026-12-01 09:00", ended="2026-12-01 09:00")
    table(tmp_path, "old.csv", whole)
    table(tmp_path, "new.csv", Learner(whole.code, "", {**whole.answers, address: again}))
    (one,) = gathered(tmp_path).learners
    assert one.answers[address] == again._replace(
        **{part: getattr(whole.answers[address], part) for part in ("words", "sure", "right", "began")}
    )


def test_one_code_under_two_names_is_two_people(tmp_path, ana):
    for name in ("Ana", "Ben"):
        table(tmp_path, f"{name}.csv", of(ana, name))
    found = gathered(tmp_path)
    assert [one.name for one in found.learners] == ["Ana", "Ben"]
    assert "kept apart" in found.notes[0]
    assert "Was the course handed on with a logbook in it?" in found.notes[0]


def test_what_cannot_be_read_is_named_and_stops_nothing(tmp_path, ana):
    table(tmp_path, "good.csv", of(ana))
    (tmp_path / "marks.csv").write_text("name,mark\nAna,3\n", encoding="utf-8")
    (tmp_path / "photo.sqlite").write_bytes(b"\x89PNG" * 99)
    (tmp_path / "empty.csv").write_bytes(written([]))
    (tmp_path / "folder.csv").mkdir()
    crowd.save(tmp_path / "nothing.sqlite", [])
    whole = crowd.save(tmp_path / "cut.sqlite", crowd.records(random.Random(5), ("start", "pop", "lifting", "harm")))
    whole.write_bytes(whole.read_bytes()[:-9000])
    found = gathered(tmp_path)
    assert of(ana) in found.learners
    told = "\n".join(found.notes)
    for words in (
        "marks.csv is no report of this course; it was left out.",
        "photo.sqlite is no logbook; it was left out.",
        "empty.csv holds no answers.",
        "nothing.sqlite holds no answers.",
        "folder.csv cannot be read",
        "cut.sqlite was damaged; answers that could still be read: ",
    ):
        assert told.count(words) == 1, words
    assert len(found.learners) == 2, "of the damaged one, some answers could be read"


def test_what_was_written_here_and_what_is_hidden_is_not_read(tmp_path, ana, ben):
    table(tmp_path, "a.csv", of(ana))
    table(tmp_path, "class-report.csv", replace(of(ben), name="of an earlier report"))
    table(tmp_path, ".ipynb_checkpoints/b.csv", of(ben))
    assert gathered(tmp_path).learners == [of(ana)]


def test_a_class_report_of_another_group_is_a_table_like_others(tmp_path, ana, ben):
    table(tmp_path, "group-b.csv", of(ana), of(ben, "Ben"))
    assert len(gathered(tmp_path).learners) == 2
