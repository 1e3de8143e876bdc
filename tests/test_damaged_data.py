"""A damaged data file is refused in one sentence that says what to do, whatever it was that damaged it."""

import csv
import io
import re
import shutil

import pytest
from tests.each import each

from jointlab import data_folder, sources
from jointlab.sources import (
    DamagedData,
    MissingSource,
    claims_of,
    course,
    glossary,
    observation,
    reference,
    value,
    warning_signs,
)


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A copy of the data folder that a test may spoil."""
    folder = tmp_path / "data"
    shutil.copytree(sources.DATA, folder)
    monkeypatch.setattr(sources, "DATA", folder)
    return folder


@pytest.mark.parametrize(
    ("file", "ask"),
    [
        ("constants.csv", lambda: value("liquid_density")),
        ("observations.csv", lambda: observation("pop_duration")),
        ("claims.csv", lambda: claims_of("pop")),
        ("references.bib", lambda: reference("kawchuk2015")),
        ("course.csv", course),
        ("glossary.csv", glossary),
        ("warning_signs.csv", warning_signs),
        ("segments.csv", lambda: sources.segment("male hand")),
        ("landmarks.csv", sources.landmarks),
        ("gases.csv", sources.gases),
        ("relief.csv", lambda: sources.relief("threshold_30")),
        ("exercise_trials.csv", lambda: sources.exercise_trial("hayden_pain")),
        ("exercise_emg.csv", lambda: sources.muscle_activities("plank")),
    ],
)
@pytest.mark.parametrize("harm", ["gone", "folder", "binary", "garbled"])
def test_damaged_file_gives_one_clear_sentence(data, file, ask, harm):
    path = data / file
    path.unlink()
    if harm == "folder":
        path.mkdir()
    elif harm == "binary":
        path.write_bytes(b"name,value\n\xff\xfe\x00")
    elif harm == "garbled":
        path.write_text("@article{kawchuk2015, title = {never closed", encoding="utf-8")
    with pytest.raises(DamagedData, match=re.escape(file)) as caught:
        ask()
    assert str(caught.value).endswith("repair it or download the course again.")
    assert ("missing" in str(caught.value)) == (harm == "gone")


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("p_a,101325,", "p_a,lots,", r"line \d+: `value`: 'lots' is no number"),
        ("p_a,101325,Pa,", "p_a,101325,Pa,1,", r"line \d+: too many or too few cells"),
        ("standard_atmosphere,p_a,", "standard_atmosphere,", r"line \d+: too many or too few cells"),
        ("standard_atmosphere,", "liquid_density,", r"line \d+: 'liquid_density' stands there twice"),
        ("symbol,value,", "symbol,amount,", r"line 1: its columns should be name, symbol, value"),
    ],
)
def test_damaged_row_is_named(data, before, after, sentence):
    path = data / "constants.csv"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(DamagedData, match=sentence):
        value("air_density")


TABLES = sorted(path.name for path in sources.DATA.glob("*.csv"))
ASK = {
    "alternatives.csv": lambda: sources.alternative("heat_wrap"),
    "associations.csv": lambda: sources.association("knee_pain"),
    "claims.csv": lambda: sources.claim("S13"),
    "constants.csv": lambda: value("liquid_density"),
    "course.csv": course,
    "exercise_emg.csv": lambda: sources.muscle_activities("plank"),
    "exercise_trials.csv": lambda: sources.exercise_trial("hayden_pain"),
    "gases.csv": sources.gases,
    "glossary.csv": glossary,
    "spine_ranges.csv": sources.spine_ranges,
    "hamstring_lengths.csv": sources.hamstring_lengths,
    "hamstrings.csv": sources.hamstrings,
    "landmarks.csv": sources.landmarks,
    "lifting_coupling.csv": lambda: sources.lifting_coupling("good"),
    "lifting_examples.csv": sources.lifting_examples,
    "lifting_frequency.csv": sources.lifting_frequency,
    "ligaments.csv": sources.ligaments,
    "observations.csv": lambda: observation("pop_duration"),
    "prevalence.csv": lambda: sources.prevalence("perth_girls_4"),
    "relief.csv": lambda: sources.relief("threshold_30"),
    "segments.csv": lambda: sources.segment("male hand"),
    "spine_loads.csv": lambda: sources.measured_load("wilke_standing"),
    "warning_signs.csv": warning_signs,
}


def refusal(path, text) -> str:
    """What is said of a table with this text: one sentence that names the file and says what to do.

    The table is whole again afterwards."""
    whole = path.read_bytes()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DamagedData) as caught:
        ASK[path.name]()
    path.write_bytes(whole)
    said = str(caught.value)
    assert path.name in said
    assert said.endswith("repair it or download the course again.")
    assert "\n" not in said
    return said


@each("table", TABLES)
def test_a_table_without_rows_is_refused(data, table):
    header = (data / table).read_text(encoding="utf-8").splitlines()[0]
    assert "it has no rows" in refusal(data / table, header + "\n")


@each("table", TABLES)
@each("mark", ["\0", "\x1b", "\x7f", "\x85"])
def test_a_control_character_is_refused(data, table, mark):
    text = (data / table).read_text(encoding="utf-8")
    middle = text.index(",", len(text) // 2)
    assert "does not belong there" in refusal(data / table, text[:middle] + mark + text[middle:])


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> theirs", "||||||| base"])
@pytest.mark.parametrize("file", ["glossary.csv", "references.bib", "lessons/pop.toml"])
def test_the_marks_of_a_merge_are_refused(data, file, mark):
    lines = (data / file).read_text(encoding="utf-8").splitlines()
    path = data / file
    path.write_text("\n".join([*lines[:5], mark, *lines[5:]]), encoding="utf-8")
    with pytest.raises(DamagedData, match=r"line 6: '[<=>|]{7}' does not belong there"):
        {"glossary.csv": glossary, "references.bib": lambda: reference("kawchuk2015")}.get(
            file, lambda: sources.lesson("pop")
        )()


WORDS = {("course.csv", "number"), *((table, "unit") for table in TABLES)}  # though some of these look like numbers


def number_cells():
    """Table, column and row of one cell of every column of numbers."""
    for table in TABLES:
        rows = list(csv.DictReader((sources.DATA / table).open(encoding="utf-8")))
        for column in rows[0]:
            row = next((i for i, cells in enumerate(rows) if re.fullmatch(r"-?[\d.]+(e-?\d+)?", cells[column])), None)
            if row is not None and (table, column) not in WORDS:
                yield table, column, row


def with_cell(path, column, row, cell) -> str:
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    rows[row][column] = cell
    written = io.StringIO()
    table = csv.DictWriter(written, list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    return written.getvalue()


@each("table, column, row", number_cells())
@each("cell", ["nan", "inf", "-inf", "1e999"])
def test_a_number_is_finite(data, table, column, row, cell):
    assert f"`{column}`: '{cell}' is no" in refusal(data / table, with_cell(data / table, column, row, cell))


# These may be below zero: temperatures aside, a place, an angle, a slope, a difference, a pressure beside the air's.
ANY_SIGN = {
    ("landmarks.csv", "forward"),
    ("hamstrings.csv", "per_hip"),
    ("hamstrings.csv", "per_knee"),
    ("hamstring_lengths.csv", "hip"),
    ("hamstring_lengths.csv", "knee"),
    *(
        (table, column)
        for table in ("relief.csv", "exercise_trials.csv", "alternatives.csv")
        for column in ("value", "low", "high")
    ),
    *(("observations.csv", column) for column in ("value", "low", "high")),
    ("spine_loads.csv", "value"),
}


@each("table, column, row", number_cells())
def test_a_sign_that_cannot_be_is_refused(data, table, column, row):
    if (table, column) not in ANY_SIGN:
        assert f"`{column}`: -7 is not" in refusal(data / table, with_cell(data / table, column, row, "-7"))


@pytest.mark.parametrize(
    ("table", "column", "cell", "sentence"),
    [
        ("warning_signs.csv", "when", "Now", "'Now' is none of now, day, soon"),
        ("warning_signs.csv", "sign", "", "`sign` is empty"),
        ("claims.csv", "verdict", "suported", "'suported' is none of supported, partly"),
        ("claims.csv", "grade", "E", "'E' is none of A, B, C, D"),
        ("constants.csv", "flag", "M", "'M' is none of V, P, C, A"),
        ("constants.csv", "low", "1e40", r"1e+40 to .* is no range"),
        ("prevalence.csv", "share", "40", "40 is not from 0 to 1"),
        ("course.csv", "status", "redy", "'redy' is none of ready, planned"),
        ("observations.csv", "n", "2.5", "'2.5' is no whole number"),
    ],
)
def test_a_cell_that_cannot_be_is_refused_in_words(data, table, column, cell, sentence):
    row = next(i for i, cells in enumerate(csv.DictReader((data / table).open(encoding="utf-8"))) if cells[column])
    said = refusal(data / table, with_cell(data / table, column, row, cell))
    assert re.search(sentence.replace("+", r"\+"), said)


def test_signs_without_an_emergency_are_refused(data):
    text = (data / "warning_signs.csv").read_text(encoding="utf-8")
    assert "it names no emergency" in refusal(data / "warning_signs.csv", re.sub("(?m)^now,", "soon,", text))


@pytest.mark.parametrize(("table", "ask"), [("claims.csv", claims_of), ("glossary.csv", glossary)])
def test_a_lesson_that_has_lost_its_rows_is_named(data, table, ask):
    text = (data / table).read_text(encoding="utf-8")
    (data / table).write_text(re.sub(r"\bpop\b(?=[^,]*$)", "gone", text, flags=re.M), encoding="utf-8")
    with pytest.raises(DamagedData, match=f"{table} .*it has no row for the lesson 'pop'"):
        ask("pop")


@pytest.mark.parametrize(("text", "sentence"), [("", "it has no entries"), ("@misc{a2000, year = {soon}}", "'soon'")])
def test_a_damaged_bibliography_is_refused_in_words(data, text, sentence):
    (data / "references.bib").write_text(text, encoding="utf-8")
    with pytest.raises(DamagedData, match=sentence):
        reference("kawchuk2015")


def test_the_data_of_an_installed_course_serve_a_copy_of_the_notebooks(data, tmp_path, monkeypatch):
    for package in ("copied/notebooks/jointlab", "lib/site/jointlab"):
        (tmp_path / package / "sources").mkdir(parents=True)
    monkeypatch.setattr(data_folder, "__file__", str(tmp_path / "copied" / "notebooks" / "jointlab" / "data_folder.py"))
    monkeypatch.setattr(data_folder.sys, "path", [str(tmp_path / "lib" / "site")])
    assert data_folder.folder() == tmp_path / "copied" / "data"  # which a sentence then names
    shutil.copytree(data, tmp_path / "lib" / "site" / "jointlab" / "data")
    assert data_folder.folder() == tmp_path / "lib" / "site" / "jointlab" / "data"
    shutil.copytree(data, tmp_path / "copied" / "data")
    assert data_folder.folder() == tmp_path / "copied" / "data"


def test_a_spreadsheet_may_save_the_tables(data):
    for path in (data / "constants.csv", data / "references.bib"):
        path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig", newline="\r\n")
    assert value("standard_atmosphere") == 101325
    assert reference("kawchuk2015").year == 2015


def test_lesson_files(data):
    (data / "lessons").mkdir(exist_ok=True)
    path = data / "lessons" / "pop.toml"
    path.write_text('title = "What makes the pop?"\n', encoding="utf-8")
    assert sources.lesson("pop") == {"title": "What makes the pop?"}
    path.write_text("title = ", encoding="utf-8")
    with pytest.raises(DamagedData, match=r"pop\.toml"):
        sources.lesson("pop")
    path.unlink()
    with pytest.raises(DamagedData, match="missing"):
        sources.lesson("pop")


def test_a_lesson_that_is_only_planned(data):
    rows = (data / "course.csv").read_text(encoding="utf-8")
    planned = re.sub(r"^(pop,.*),ready,", r"\1,planned,", rows, flags=re.MULTILINE)
    assert planned != rows
    (data / "course.csv").write_text(planned, encoding="utf-8")
    (data / "lessons" / "pop.toml").unlink()
    with pytest.raises(MissingSource, match="The lesson 'pop' is only planned"):
        sources.lesson("pop")
