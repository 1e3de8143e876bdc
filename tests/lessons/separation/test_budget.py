"""The explorer of the force budget: nothing gets lost, and the goal can be reached by a large film only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab import sources
from jointlab.explorers import Explorer
from jointlab.lessons.separation.budget import BUDGET, budget, film_alone, sentence

pulls, radii, tensions = st.floats(5, 150), st.floats(0.004, 0.007), st.floats(0, 1.5e6)


@given(pulls, radii, tensions)
def test_film_and_rest_make_up_the_pull(pull, radius, tension):
    state = budget(pull, radius, tension)
    assert state.film + state.rest == pytest.approx(pull)
    assert state.rest >= 0
    area = state.film / (sources.value("standard_atmosphere") + state.tension)
    assert area <= 3.1416 * radius**2


@given(pulls, radii)
def test_the_tension_needed_is_just_enough(pull, radius):
    needed = budget(pull, radius, 0).needed
    if needed > 0:
        assert budget(pull, radius, needed * 1.001).rest == 0
        assert budget(pull, radius, needed * 0.999).rest > 0
    else:
        assert budget(pull, radius, 0).rest == 0


@pytest.mark.papercheck  # The force budget at zero absolute pressure.
@pytest.mark.parametrize(("radius", "newtons"), [(4, 5.1), (5, 8.0), (6, 11.5)])
def test_what_a_vacuum_holds(radius, newtons):
    assert BUDGET.state(pull=100, radius=radius).film == pytest.approx(newtons, abs=0.05)


def test_it_opens_with_most_of_the_pull_on_the_ligaments():
    explorer = Explorer(BUDGET)
    assert "8.0 N at most, 8 %" in explorer.frame["sentence"]
    assert "At least 92.0 N" in explorer.frame["sentence"]


def test_the_sentence_for_each_kind_of_state():
    assert "the air outside is enough" in sentence(budget(5, 0.004, 0))
    assert "a tension of 783 kPa" in sentence(budget(100, 0.006, 9e5))
    assert "is not known" in sentence(budget(100, 0.006, 9e5))
    assert "Hardly anything is left" in sentence(budget(8, 0.005, 0))
    assert "0.0 N" not in sentence(budget(8, 0.005, 0)).split("most")[1]


def test_the_film_is_never_wider_than_the_head_it_lies_on():
    assert max(BUDGET.controls[1].positions()) / 1e3 < sources.value("mcp_head_radius")


@pytest.mark.parametrize(
    ("pull", "radius", "tension", "reached"),
    [(100, 5.4, 1000, True), (140, 6.5, 1000, True), (100, 5, 1000, False), (100, 5, 1500, False), (99, 7, 900, False)],
)
def test_the_goal_asks_for_a_large_film_and_no_more_tension_than_was_seen(pull, radius, tension, reached):
    assert film_alone(BUDGET.state(pull=pull, radius=radius, tension=tension)) is reached
