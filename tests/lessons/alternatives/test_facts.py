"""The printed numbers of the lesson follow from the data and the models."""

import pytest

from jointlab import sources
from jointlab.lessons.alternatives import facts, figures
from jointlab.lessons.alternatives.compared import findings


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (facts.as_printed, "relief: +1.06"),
        (facts.as_printed, "daily life: +9.78"),
        (facts.as_printed, "daily life: −2.02"),
        (facts.on_one_scale, "+1.06; 0 to 5, higher is better; 21.2 better"),
        (facts.on_one_scale, "+9.78; 0 to 100, higher is better; 9.8 better"),
        (facts.on_one_scale, "−2.02; 0 to 24, lower is better; 8.4 better"),
        (facts.comparisons, "nothing: 0.69 spreads less pain (0.38 to 0.99)"),
        (facts.comparisons, "at once: 0.33 spreads less pain (0.18 to 0.49)"),
        (facts.comparisons, "soon: 0.47 spreads less pain (0.17 to 0.77)"),
        (facts.comparisons, "later: 0.17 spreads less pain (0.05 to 0.28)"),
        (facts.people, "7.3 points of 100 less (3.6 to 11.0)"),
        (facts.people, "with a placebo: 367 of 1,000"),
        (facts.people, "with pills: 514 of 1,000"),
        (facts.people, "147 of 1,000"),
        (facts.people, "815 for pain, 1,201 for better on the whole"),
        (facts.people, "treat: 6.8 (3.6 to 23)"),
        (facts.one_error, "interval, 95 %: −10.98 to −3.61"),
        (facts.one_error, "3.92: 1.88"),
        (facts.one_error, "error: −3.9"),
        (facts.spreads, "lasting back pain: 1.04, 1,354 people; 19"),
        (facts.spreads, "new back pain: 1.88, 815 people; 27"),
        (
            facts.row_by_row,
            "heat wrap against a placebo pill, new pain: 21.2 of 100 (13.6 to 29.0); moderate, French et al. 2006",
        ),
        (facts.row_by_row, "staying active against rest in bed, new pain: 0.22 spreads (0.02 to 0.41); moderate"),
        (facts.row_by_row, "exercise against sham, new pain: 0.8 of 100 (−4.2 to 5.8); very low"),
        (facts.stays_away, "208 (149 to 295); 351"),
        (facts.stays_away, "112 (89 to 140); 350"),
        (facts.stays_away, "hazard ratio: 0.72 (0.60 to 0.85); 701"),
        (facts.side_effects, "0.86 (0.63 to 1.18), n = 1,394"),
        (facts.tested, "15 to 20 points of 100"),
        (facts.tested, "10 to 21 points of 100"),
        (facts.tested, "sham: 56"),
        (facts.tested, "a review of pills calls important, in points of 100: 10"),
        (facts.tested, "a review of exercise calls important, in points of 100: 15"),
    ],
)
def test_printed_numbers(page, words):
    assert words in repr(page())


def test_everything_that_the_list_names_is_in_it():
    lines = repr(facts.row_by_row()).splitlines()
    named = {one.name: one for one in findings()}
    for one in map(named.get, facts.ARTICLE):
        assert any(line.startswith(f"{one.treatment} against {one.comparison}: ") for line in lines), one


def test_all_that_one_review_prints_of_needles_is_told():
    """Of three times at which it compares them with a sham, to tell two would make a trend of what goes up and down."""
    printed = {row.name for row in sources.alternatives() if row.key == "acupuncture2020"}
    assert set(facts.NEEDLES) == printed
    assert printed - set(facts.ARTICLE) == {"acupuncture_nothing"}


def test_careful_trials_leave_about_nine_points():
    """So the prose, the quiz and the teacher's page say; of it, and of what all trials find."""
    alt = figures.rigour().alt
    assert "all trials, against little or nothing: −15.0 (−18.0 to −12.0)" in alt
    assert "careful trials only, against nothing; translated: −8.8 (−15.7 to −1.5)" in alt
