"""The charts of the lesson show the rows of the data, its printed numbers follow from them, its goals are no gifts."""

from jointlab import sources
from jointlab.lessons.hypermobility import facts, figures
from jointlab.lessons.hypermobility.flags import SCREENING


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
    assert in_words == {"raised (P < .01)": 1, "no link found": 0}


def test_printed_numbers_follow_from_the_data(capsys):
    facts.print_line_and_people()
    facts.print_knees()
    facts.print_agreement()
    facts.print_elbow()
    facts.print_settings()
    facts.print_base_rates()
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


def test_a_flag_is_worth_the_same_in_the_list_and_in_the_picture(capsys):
    facts.print_settings()
    picture = SCREENING.picture()
    for line, setting in zip(capsys.readouterr().out.splitlines(), SCREENING.presets, strict=True):
        picture.update(SCREENING.preset(setting))
        assert line.startswith(setting.lower())
        assert line.endswith(f": {picture.words['worth'].get_text()} of flags are right")
