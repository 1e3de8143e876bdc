"""How risk grows with the lifting index: every place of lesson 10 that speaks of it says what the studies found."""

import re
from pathlib import Path

import nbformat
import pytest

from jointlab import sources
from jointlab.models.body import niosh

ROOT = Path(__file__).parents[3]
SLUG = "10-what-your-back-carries"
QUESTION = next(q for q in sources.lesson("lifting")["quiz"].values() if "lifting index of 2" in q["ask"])
PLACES = {
    "lesson": "\n".join(c.source for c in nbformat.read(ROOT / "notebooks" / f"{SLUG}.ipynb", 4).cells),
    "quiz": " ".join([*QUESTION["options"], *QUESTION["because"]]),
    "teacher": (ROOT / "teacher" / f"{SLUG}.md").read_text(encoding="utf-8"),
    "model": " ".join(niosh.__doc__.split()),
}


@pytest.mark.parametrize("place", PLACES)
def test_the_risk_is_said_to_rise_in_an_uncertain_shape(place):
    text = PLACES[place]
    assert "uncertain" in text
    assert re.search(r"beyond,? (the few studies do not agree|3\?)|beyond 3", text)
    assert not re.search(r"(risk|raises|index)[^.]{0,60} is not known|who has measured that", text, re.IGNORECASE)


@pytest.mark.parametrize("place", ["lesson", "quiz", "teacher"])
def test_the_odds_are_those_of_the_study(place):
    for name in ("lifting_odds_1_to_2", "lifting_odds_2_to_3"):
        assert f"{sources.observation(name).value:g}" in PLACES[place]


def test_a_lifting_index_of_two_is_neither_twice_the_pain_nor_nothing():
    right = QUESTION["options"][QUESTION["answer"]]
    assert "more common" in right
    assert "uncertain" in right
    assert sources.observation("lifting_odds_2_to_3").value < 2 * sources.observation("lifting_odds_1_to_2").value
