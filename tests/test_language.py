"""Words in another language: chosen once, before anything is said; laid over the data; nothing but words."""

import os
import subprocess
import sys

import pytest
from tests.course import catalogue

from jointlab import language, sources, units
from jointlab.sources import DamagedData, overlay
from jointlab.sources.kinds import Words

LANGUAGES = catalogue.languages()


def python(script: str, **environment: str) -> str:
    """What a Python of its own prints, or the last line of what it complains of."""
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(catalogue.ROOT / "notebooks"), **environment},
        capture_output=True,
        text=True,
    )
    return done.stdout.strip() or done.stderr.strip().rpartition("\n")[2]


def test_english_needs_no_catalogue():
    assert language.current() == "en"
    assert language._("Some words that nobody has translated.") == "Some words that nobody has translated."
    assert language.ngettext("one", "many", 1) == "one"
    assert language.tag() == ""
    assert language.languages() == ["en", *LANGUAGES]


def test_a_language_that_is_not_there_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match=r"There is no course in the language 'xx': choose one of en, es\."):
        language.use("xx")
    said = python("from jointlab.language import _; _('Reset')", JOINTLAB_LANGUAGE="xx")
    assert said.startswith("ValueError: There is no course in the language 'xx': choose one of en")


def test_a_language_is_chosen_before_the_first_word():
    before = "from jointlab import language; language.use('es'); language.use('es'); import jointlab.units"
    assert python(f"{before}; print(language.current(), language.tag())") == 'es  lang="es"'
    late = python("from jointlab import language; language._('Reset'); language.use('es')")
    assert late.startswith("RuntimeError: The lessons were loaded in another language already (en): restart the kernel")
    assert python("from jointlab import language; language._('Reset'); language.use('en')") == ""


def test_what_is_kept_is_kept_by_its_english():
    assert language.english("a sentence that was never said") == "a sentence that was never said"
    assert language.english(language._("Reset")) == "Reset"
    once_more = "from jointlab.language import _, english; print(english(_(_('Reset'))))"
    assert python(once_more, JOINTLAB_LANGUAGE="es") == "Reset"


def test_a_number_is_written_without_a_look_at_the_disk(monkeypatch):
    """Pictures write dozens of them while a hand moves."""
    units.number(1.5)
    monkeypatch.setattr(language, "folder", lambda: pytest.fail("looked for the languages again"))
    assert units.number(2.5) == "2.5"


def test_words_are_sorted_without_accents():
    assert sorted(["Órgano", "oreja", "ozono"], key=language.alphabetical) == ["oreja", "Órgano", "ozono"]


TYPES = {"name": str, "what": Words, "value": float}
TERM = {"term": Words, "meaning": Words}


@pytest.mark.parametrize(
    ("types", "text", "fault"),
    [
        (TYPES, "what\nwords\n", "its first column should be name"),
        (TYPES, "name,value\nfrog,2\n", "`value` is no column of words"),
        (TYPES, "name,size\nfrog,2\n", "`size` is no column of words"),
        (TYPES, "name,what\ntoad,Kröte\n", "there is no 'toad' in the English table"),
        (TYPES, "name,what\nfrog\n", "'frog' has too many or too few cells"),
        (TYPES, "name,what\nfrog,a,b\n", "'frog' has too many or too few cells"),
        (TERM, "term,meaning\nfrog,x\n", "its first column should be english"),
    ],
)
def test_a_table_of_words_holds_words_alone(types, text, fault):
    with pytest.raises(ValueError, match=fault):
        overlay.lay_rows({"frog": None}, types, next(iter(types)), text)


ROOT = {"name": "root", "factor": 2, "says": "Look"}
ENGLISH = {
    "predict": {"pull": {"question": "Why?", "options": ["a", "b"], "answer": 1}},
    "build": {"fall": {"asks": "write fall(x)", "unit": "s", "mistake": [ROOT]}},
}


def test_the_words_of_a_lesson_are_laid_over_the_english():
    words = {
        "predict": {"pull": {"options": ["x", "y"]}},
        "build": {"fall": {"mistake": [{"name": "root", "says": "Mira"}]}},
    }
    laid = overlay.lay_tables(ENGLISH, words)
    assert laid["predict"]["pull"] == {"question": "Why?", "options": ["x", "y"], "answer": 1}
    assert laid["build"]["fall"]["mistake"] == [{"name": "root", "factor": 2, "says": "Mira"}]
    assert ENGLISH["predict"]["pull"]["options"] == ["a", "b"]


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ({"quiz": {}}, r"there is no \[quiz\] in the English file"),
        ({"predict": {"push": {}}}, r"there is no \[predict\.push\]"),
        ({"predict": {"pull": {"answer": 0}}}, "`predict.pull.answer` holds no words"),
        ({"predict": {"pull": {"options": ["x"]}}}, "`predict.pull.options` should be words as in the English file"),
        ({"predict": {"pull": {"question": ["x"]}}}, "`predict.pull.question` should be words"),
        ({"build": {"fall": {"unit": "min"}}}, "`build.fall.unit` holds no words"),
        ({"build": {"fall": {"mistake": [{"name": "rot", "says": "x"}]}}}, r"there is no 'rot' in \[\[build.fall.mist"),
        ({"build": {"fall": {"mistake": [{"name": "root", "factor": 3}]}}}, "`build.fall.mistake.factor` holds no"),
    ],
)
def test_words_of_a_lesson_that_do_not_fit_are_named(words, fault):
    with pytest.raises(ValueError, match=fault):
        overlay.lay_tables(ENGLISH, words)


def test_a_damaged_overlay_is_named_by_its_own_path(tmp_path, monkeypatch):
    monkeypatch.setattr(language, "current", lambda: "es")
    path = tmp_path / "glossary.csv"
    path.write_text("term,meaning,lesson\nfrog,An animal.,pop\n", encoding="utf-8")
    (tmp_path / "es").mkdir()
    assert sources.read.translated(path) is None
    over = tmp_path / "es" / "glossary.csv"
    over.write_text("english,term,meaning\nfrog,rana,Un animal.\n", encoding="utf-8")
    assert sources.table(path, sources.Term)["frog"] == sources.Term("rana", "Un animal.", ("pop",))
    sources.table.cache_clear()
    over.write_text("english,term,lesson\nfrog,rana,start\n", encoding="utf-8")
    with pytest.raises(DamagedData, match=r"es/glossary\.csv cannot be used \(`lesson` is no column of words\)"):
        sources.table(path, sources.Term)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_overlay_fits_its_english(spoken, monkeypatch):
    """Ids, columns, lists: whatever of it does not fit is refused when it is read."""
    monkeypatch.setattr(language, "current", lambda: spoken)
    folder = sources.DATA / spoken
    kinds = {"claims": sources.Claim, "course": sources.Lesson, "observations": sources.Observation}
    kinds |= {"glossary": sources.Term}
    for path in sorted(folder.glob("*.csv")):
        kind, key = (sources.WarningSign, "sign") if path.stem == "warning_signs" else (kinds[path.stem], None)
        assert sources.table(sources.DATA / path.name, kind, key)
    for path in sorted((folder / "lessons").glob("*.toml")):
        assert sources.read.tables(sources.DATA / "lessons" / path.name)
    sources.table.cache_clear()


def test_numbers_are_written_as_the_language_does(monkeypatch):
    monkeypatch.setattr("jointlab.units.current", lambda: "es")
    assert units.number(0.25) == "0,25"
    assert units.fixed(1234.5) == "1234"
    assert units.fixed(-20_101.26, 1) == "−20\N{NARROW NO-BREAK SPACE}101,3"
    assert units.percent(0.416, 1) == "41,6 %"


def test_one_of_a_unit_that_is_counted():
    assert units.with_unit("1", "minutes") == "1 minute"
    assert units.with_unit("1.5", "minutes") == "1.5 minutes"
    assert units.amount(3600, "hours") == "1 hour"


def test_in_spanish_less_than_one_per_cent_is_not_at_least_one():
    """“al menos del 1 %” would be: no article stands before the share."""
    hard = "COLLAPSE.state(radius=3.0, pressure=10.0, return_time=0.5, viscosity=0.1)"
    ask = f"from jointlab.lessons.pop import COLLAPSE; print(COLLAPSE.sentence({hard}))"
    said = python(ask, JOINTLAB_LANGUAGE="es")
    assert " menos del 1" in said
    assert "al menos" not in said
