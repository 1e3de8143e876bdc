"""Lesson 10 tells what is known in the order in which it can be borne, and its teacher's page does."""

import re
from pathlib import Path

import nbformat
import pytest

from jointlab import sources
from jointlab.lessons.lifting import figures

ROOT = Path(__file__).parents[3]
SLUG = "10-what-your-back-carries"
CELLS = nbformat.read(ROOT / "notebooks" / f"{SLUG}.ipynb", 4).cells
PROSE = "\n".join(cell.source for cell in CELLS if cell.cell_type == "markdown")
TEACHER = (ROOT / "teacher" / f"{SLUG}.md").read_text(encoding="utf-8")


def place(pattern: str) -> int:
    """Number of the first cell in which this stands."""
    return next(i for i, cell in enumerate(CELLS) if re.search(pattern, cell.source))


def test_what_broke_is_explained_before_it_is_drawn():
    """A grey curve of broken spines behind one's own load frightens; it stands in the second explorer alone."""
    assert place("what the grey curve behind one bar means") < place(r"Explorer\(WHO")
    assert place("is the \\*action limit\\*|the \\*action limit\\* of") < place(r"Explorer\(WHO")
    assert not re.search("specimen|grey curve|action limit", "\n".join(c.source for c in CELLS[: place("Go deeper")]))


def test_lifting_much_goes_along_with_pain_and_teaching_has_not_prevented_it():
    for text in (PROSE, TEACHER):
        for name in ("lifting_chronic_odds", "posture_chronic_odds"):
            assert f"{sources.observation(name).value:g}" in text
    table = CELLS[place("### From a force to a pain")].source
    found = dict(re.findall(r"^\| (.*?) \| (.*?) \|$", table, re.MULTILINE))
    assert found["Do those who lift much at work have more pain?"].startswith("Yes. Lasting pain: odds ratio 1.7 with")
    assert "Nine trials, 20,101 workers: not shown" in found["Does teaching how to lift prevent it?"]
    assert table.index("*odds ratio*") < table.index("odds ratio 1.7"), "a word is explained before it is used"
    extra = sources.observation("lifting_extra_cases")
    assert "about 4 more in 100" in table
    assert round(100 * extra.value) == 4


@pytest.mark.parametrize("key", ["waters2011", "garg2014", "lu2014", "lu2016"])
def test_the_studies_of_risk_by_lifting_index_are_all_named(key):
    assert f"]({sources.reference(key).url})" in PROSE


def test_the_equation_is_said_not_to_be_made_for_people_as_loads():
    limit = sources.observation("patient_limit")
    assert f"{limit.value:g} kg at most for each carer" in PROSE
    assert limit.value == pytest.approx(35 * 0.4536, abs=0.05)
    assert place("not made for lifting people") > place(r"Explorer\(LIFT")


def test_compression_in_standing_is_called_a_lower_bound():
    assert "In standing it is a lower bound" in PROSE
    words = figures.three_quantities().picture.description
    assert re.search(r"– standing: [\d,]+ to [\d,]+ N or more;", words)
    assert words.count("or more") == 1
    assert "in standing the bar is a lower bound" in words


def test_our_own_calculation_is_not_called_a_finding_of_the_paper():
    arm = sources.constant("extensor_arm")
    assert re.search(rf"Our calculation with a full model of the muscles \(\[Beauc.*gives {100 * arm.low:g} cm", PROSE)
    assert f"up to {100 * arm.high:g} cm we assume" in PROSE
