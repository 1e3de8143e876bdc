"""The pictures of lesson 08: no word is cut off or hidden, whatever the state; the charts show the rows of the data."""

from itertools import combinations, product

import pytest

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.still import Still
from jointlab.lessons.hypermobility import figures
from jointlab.lessons.hypermobility.cutoff import CUT_OFF
from jointlab.lessons.hypermobility.examiners import AGREEMENT
from jointlab.lessons.hypermobility.flags import SCREENING

EXPLORERS = {"AGREEMENT": AGREEMENT, "CUT_OFF": CUT_OFF, "SCREENING": SCREENING}
CHARTS = {
    "same people": figures.same_people,
    "same rule": figures.same_rule,
    "knees and backs": figures.knees_and_backs,
}


def words(picture):
    """The boxes of all words that are seen, ticks aside."""
    with style.applied():
        picture.figure.canvas.draw()
    boxes = {}
    for axes in picture.figure.axes:
        texts = [*axes.texts, axes.title, axes._left_title, axes.xaxis.label]
        boxes |= {text: text.get_window_extent() for text in texts if text.get_text().strip() and text.get_visible()}
    return boxes


def all_is_readable(picture):
    boxes = words(picture)
    for text, box in boxes.items():
        assert text.get_size() >= style.TEXT["small"], text.get_text()
        assert min(box.x0, box.y0) >= 0, text.get_text()
        assert box.x1 <= picture.width, text.get_text()
        assert box.y1 <= picture.height, text.get_text()
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert not a.padded(-1).overlaps(b), (one.get_text(), other.get_text())


@pytest.mark.parametrize("name", EXPLORERS)
def test_words_of_an_explorer_are_clear_of_each_other_in_every_corner(name):
    declaration = EXPLORERS[name]
    picture = declaration.picture()
    ends = [control.positions(3) for control in declaration.controls]
    for corner in product(*ends):
        picture.update(declaration.model(*corner))
        all_is_readable(picture)


@pytest.fixture
def drawn(monkeypatch):
    """The picture that a figure hands to its Still."""
    seen = []
    monkeypatch.setattr(figures, "Still", lambda picture, caption="": seen.append(picture) or Still(picture, caption))

    def draw(figure):
        assert len(figure().alt) > 100
        return seen[-1]

    return draw


@pytest.mark.parametrize("name", CHARTS)
def test_words_of_a_chart_are_clear_of_each_other(name, drawn):
    all_is_readable(drawn(CHARTS[name]))


def test_the_charts_of_prevalence_show_the_data(drawn):
    for figure, groups in ((figures.same_people, figures.SAME_PEOPLE), (figures.same_rule, figures.SAME_RULE)):
        shown = [mark.value for rows in drawn(figure).groups.values() for row in rows for mark in row.marks]
        assert shown == [100 * sources.prevalence(name).share for rows in groups.values() for name in rows]
    assert {sources.prevalence(name).n for name in figures.SAME_PEOPLE["335 students in Turkey"]} == {335}
    assert {sources.prevalence(name).n for name in figures.SAME_PEOPLE["1,006 adults in Denmark"]} == {1006}
    for rows in figures.SAME_RULE.values():
        assert len({sources.prevalence(name).rule for name in rows}) == 1


def test_what_has_no_figure_is_said_and_leans_only_where_the_source_does(drawn):
    groups = drawn(figures.knees_and_backs).groups.values()
    in_words = {mark.words: mark.leans for rows in groups for row in rows for mark in row.marks if mark.value is None}
    assert in_words == {"raised (P < .01)": 1, "no link found": 0}


def test_printed_numbers_follow_from_the_data(capsys):
    figures.print_line_and_people()
    figures.print_knees()
    figures.print_agreement()
    figures.print_elbow()
    figures.print_settings()
    figures.print_base_rates()
    said = capsys.readouterr().out
    for words in (
        "60.6 % to 26.1 %, 2.3 times fewer",
        "36.7 % to 11.5 %, 3.2 times fewer",
        "girls of Bristol for girls of Perth: 3.7 times fewer",
        "15 of 100 hypermobile people, 9 of 100 others",
        "kappa 0.64, 42 % hypermobile: they agree on 82 % of the children; luck alone gives 51 %",
        "standard error 6.9 degrees: measured as 10 degrees or more 39 % of the time",
        "pregnant women: base rate 14.6 %, sensitivity 84.1 %, specificity 61.9 %: 27 % of flags are right",
        "base rate 10 %: 46 % of flags are right",
    ):
        assert words in said
