"""The explorer of the line: measured shares are met, people stay where they are, the goal is one point apart."""

import numpy as np
import pytest

from jointlab import sources
from jointlab.lessons.hypermobility.cutoff import CUT_OFF, LEEWAY, alike, lines, sentence
from jointlab.lessons.hypermobility.cutoff_picture import BOYS, GIRLS, CutoffPicture


@pytest.mark.parametrize(
    ("line", "girls", "boys"), [(4, "perth_girls_4", "perth_boys_4"), (6, "perth_girls_6", "perth_boys_6")]
)
def test_measured_shares_are_met(line, girls, boys):
    for crowd, name in zip(lines(line, line).crowds, (girls, boys), strict=True):
        assert crowd.share == pytest.approx(sources.prevalence(name).share, abs=1e-9)


def test_moving_a_line_moves_nobody():
    before, after = lines(4, 4), lines(6, 9)
    for one, other in zip(before.crowds, after.crowds, strict=True):
        assert np.array_equal(one.shares, other.shares)
    assert [crowd.line for crowd in after.crowds] == [6, 9]


def test_it_opens_with_the_measured_shares():
    said = sentence(CUT_OFF.state())
    assert "60.6 % of the girls and 36.7 % of the boys" in said
    assert "23.9 in 100 apart" in said


def test_a_line_between_two_points_is_the_nearest():
    assert lines(5.4, 5.6).crowds[0].line == 5
    assert lines(5.4, 5.6).crowds[1].line == 6


def test_one_point_more_for_girls_makes_them_alike():
    reached = {(g, b) for g in range(1, 10) for b in range(1, 10) if alike(lines(g, b))}
    assert (7, 6) in reached
    assert (8, 7) in reached
    assert all(g == b + 1 or min(GIRLS.above[g], 1 - BOYS.above[b]) < 0.06 for g, b in reached)
    assert not any(g == b for g, b in reached)
    assert "make them alike" in sentence(lines(7, 6))
    assert "only the lines differ" in sentence(lines(6, 4))


@pytest.mark.parametrize("at", [(4, 4), (5, 4), (6, 5), (7, 6), (1, 9)])
def test_the_sentence_says_how_far_the_goal_is(at):
    """With the lines in use, girls and boys are 4 to 6 in 100 apart; nobody should wonder why that is not enough."""
    state = lines(*at)
    girls, boys = (crowd.share for crowd in state.crowds)
    assert f"hypermobile, {100 * abs(girls - boys):.1f} in 100 apart" in sentence(state)
    assert f"within {100 * LEEWAY:.0f} in 100" in CUT_OFF.goal.text


def test_nothing_that_stands_in_sight_before_the_prediction_tells_of_scores_or_shares():
    """Only axes, their words and a note stand still."""
    picture = CutoffPicture()
    still = [
        artist
        for axes in picture.figure.axes
        for artist in (*axes.lines, *axes.patches, *axes.texts)
        if artist not in picture.movers
    ]
    assert [text.get_text() for text in still] == ["large marks: measured\ncurves: toy model"]
