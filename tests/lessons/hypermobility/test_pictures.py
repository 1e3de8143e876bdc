"""The charts of the lesson show the rows of the data, its tables follow from them, its goals are no gifts."""

import math

import pytest
from scipy.stats import t as student

from jointlab import sources
from jointlab.lessons.hypermobility import facts, figures
from jointlab.lessons.hypermobility.flags import SCREENING

TABLES = (
    facts.nine,
    facts.measured_short,
    facts.line_and_people,
    facts.agreement,
    facts.settings,
    facts.base_rates,
    facts.false_positives,
    facts.knees,
    facts.prevalences,
    facts.associations,
    facts.tests_and_looseness,
)


def test_the_charts_of_prevalence_show_the_data():
    for figure, groups in ((figures.same_people, figures.SAME_PEOPLE), (figures.same_rule, figures.SAME_RULE)):
        shown = [mark.value for rows in figure().picture.groups.values() for row in rows for mark in row.marks]
        assert shown == [100 * sources.prevalence(name).share for rows in groups.values() for name in rows]
    assert {sources.prevalence(name).n for name in figures.SAME_PEOPLE["335 students in Turkey"]} == {335}
    assert {sources.prevalence(name).n for name in figures.SAME_PEOPLE["1,006 adults in Denmark"]} == {1006}
    for rows in figures.SAME_RULE.values():
        assert len({sources.prevalence(name).rule for name in rows}) == 1


def test_what_has_no_figure_is_said_and_leans_only_where_the_source_does():
    groups = figures.knees_and_backs().picture.groups.values()
    in_words = {mark.words: mark.leans for rows in groups for row in rows for mark in row.marks if mark.value is None}
    assert in_words == {"raised": 1, "no link found": 0}


@pytest.mark.parametrize("figure", [figures.same_people, figures.same_rule, figures.knees_and_backs])
def test_a_bar_is_explained_before_it_is_called_an_interval(figure):
    caption = figure().caption
    assert caption.index("where the true value may well lie") < caption.index("95 % intervals")


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (facts.line_and_people, "the line from 4 to 6, girls of Perth: 60.6 %; 26.1 %; 2.3"),
        (facts.line_and_people, "the line from 4 to 6, boys of Perth: 36.7 %; 11.5 %; 3.2"),
        (facts.line_and_people, "girls of Bristol in place of girls of Perth, line at 6: 26.1 %; 7.0 %; 3.7"),
        (facts.knees, "knee pain, hypermobile people: 15 (10 to 21)"),
        (facts.knees, "knee pain, others: 9"),
        (facts.agreement, "they agree on (computed): 82 %; 80 %"),
        (facts.measured_short, "the worst of twelve tests: 6.9 degrees; 39 %"),
        (facts.settings, "Pregnant women: 14.6 %; 84.1 %, 61.9 %; 27 %"),
        (facts.base_rates, "10 %: 46 %"),
        (facts.nine, "line (from 5 until grown): 6 points or more (framework of 2023)"),
        (facts.nine, "line (grown, up to 50): 5 points or more (criteria of 2017)"),
        (facts.associations, "1.27 (1.11 to 1.47); 2,455; Ahlqvist et al. 2020"),
        (facts.tests_and_looseness, "0.39 (0.01 to 0.67)"),
    ],
)
def test_tables_follow_from_the_data(table, words):
    assert words in repr(table())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_a_table_has_names_that_a_person_can_read(table):
    """No key of a file, and no "1 degrees"; what is computed is not told as if somebody had printed it."""
    said = repr(table())
    assert "_" not in said
    assert "swedish hypermobility" not in said
    assert " 1 degrees" not in said
    assert ("computed" in said) == (table is facts.agreement)


def columns(page):
    """The columns of a folded table, without that of the names."""
    rows = (line.partition(": ")[2].split("; ") for line in repr(page).splitlines()[1:])
    return list(zip(*rows, strict=True))


def test_agreement_stands_beside_the_kappa_to_which_it_belongs():
    first, second = columns(facts.agreement())
    assert first == ("tests done one way", "0.64", "42 %", "82 %", "51 %", "Junge et al. 2013")
    assert second == ("tests done another way", "0.59", "46 %", "80 %", "50 %", "Junge et al. 2013")


@pytest.mark.parametrize("page", [facts.agreement, facts.false_positives], ids=lambda one: one.__name__)
def test_a_table_with_many_figures_stands_on_its_side(page):
    """Four columns are the most that a phone shows."""
    assert len(columns(page())) + 1 <= 4


def test_two_false_positive_rates_are_two_shares():
    """One is 1 − specificity; the other is neither that nor a share of the flags, so nothing may rest on it."""
    women, australians = columns(facts.false_positives())
    assert women == ("pregnant women", "38 %", "14.6 %", "84.1 %", "61.9 %", "38.1 %", "72.6 %", "Schlager et al. 2020")
    assert australians == ("Australians", "60 %", "5 %", "0.8 %", "99.3 %", "0.7 %", "94.3 %", "Singh et al. 2017")
    others, wrong = 1 - 0.993, 0.95 * 0.007 / (0.95 * 0.007 + 0.05 * 0.008)
    assert (round(100 * others, 1), round(100 * wrong, 1)) == (0.7, 94.3)


def test_the_interval_of_the_correlation_fits_its_printed_p():
    """Fisher's, for the number of patients to whom rho 0.39 and p = .043 belong."""
    row = sources.observation("manipulation_correlation")
    patients = 27
    two_sided = [2 * student.sf(rho * math.sqrt((patients - 2) / (1 - rho**2)), patients - 2) for rho in (0.385, 0.395)]
    assert two_sided[1] < 0.043 < two_sided[0]
    ends = (math.tanh(math.atanh(row.value) + side * 1.959964 / math.sqrt(patients - 3)) for side in (-1, 1))
    assert (row.low, row.high) == pytest.approx(tuple(ends), abs=0.005)


def test_rounded_figures_get_no_interval():
    """The people behind 18 % are "46,000", the share is 18 %: both are rounded."""
    row = sources.prevalence("uk_5pq")
    assert (row.n, row.low, row.high) == (None, None, None)


def test_a_flag_is_worth_the_same_in_the_table_and_in_the_picture():
    picture = SCREENING.picture()
    for line, setting in zip(repr(facts.settings()).splitlines()[1:], SCREENING.presets, strict=True):
        picture.update(SCREENING.preset(setting))
        assert line.startswith(setting)
        assert line.endswith(f"; {picture.words['worth'].get_text()}")
