"""A folded list hides nothing from those who open it, who read without a page, or who print."""

import re
from html import unescape

import pytest

from jointlab import learn

LINES = ["plank: 46 % <of nEMG>", "curl-up: 50 %"]


def test_one_line_is_seen_and_the_others_open():
    html = learn.folded("Two “muscles”", LINES)._repr_html_()
    assert re.search(r"<details[^>]*><summary[^>]*><strong>Two “muscles”</strong></summary>", html)
    assert not re.search(r"<details[^>]* open", html)
    shown = [unescape(line) for line in re.findall(r"<li>(.*?)</li>", html)]
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in shown] == LINES
    assert "46\N{NO-BREAK SPACE}%" in shown[0], "a number stays with its per cent"
    assert "<of" not in html


def test_in_words_all_of_it_is_there():
    assert repr(learn.folded("Two muscles", LINES)).splitlines() == ["Two muscles", *(f"- {line}" for line in LINES)]


def test_a_fold_without_anything_in_it_is_refused():
    with pytest.raises(ValueError, match="Nothing stands behind 'All trials': give it at least one line"):
        learn.folded("All trials", [])


def test_what_was_found_is_folded_and_never_missing():
    page = learn.found("prediction-pop/camera", lambda: print("3 < 4"), lambda: Shown(), words="What then?")
    html = page._repr_html_()
    assert html.startswith('<details class="until-prediction-pop/camera"')
    assert " open" not in html.split(">")[0]
    assert "<strong>What then?</strong>" in html
    assert "3 &lt; 4" in html
    assert html.endswith("<i>shown</i></details>")
    assert repr(page) == "What then?\n3 < 4\nshown in words"


class Shown:
    def _repr_html_(self):
        return "<i>shown</i>"

    def __repr__(self):
        return "shown in words"
