"""Which frames a page asks for ahead of the hand, and what it shows until the right one comes."""

import pytest
from tests.browser import fake

HALF = 50  # the slider's position at first, of 0 to 100


@pytest.fixture(scope="module")
def tab(browser):
    tab = browser.new_page()
    yield tab
    tab.close()


@pytest.fixture
def page(tab):
    return fake.opened(tab)


def test_both_sides_of_a_hand_that_has_not_moved_yet(page):
    page.evaluate("rest()")
    [first] = page.evaluate("asked")
    assert sorted(first) == pytest.approx([HALF + far for far in range(-6, 7) if far])


def test_then_the_way_on_which_it_goes(page):
    page.evaluate("rest(); bringAll(); move(47)")
    assert page.evaluate("seen()") == 47
    new = [at for at in range(24, 10, -1) if at not in (13, 19)]  # down to 25 all is there, and two coarse ones
    assert page.evaluate("asked.at(-1)") == pytest.approx(new)


def test_on_its_way_a_hand_has_enough_with_a_frame_close_to_it_and_on_release_gets_its_own(page):
    assert page.evaluate("rest(); bringAll(); move(75); move(76); [seen(), held.length]") == [75, 0]
    page.evaluate("release()")
    assert page.evaluate("[seen(), held.length]") == [75, 1]
    page.evaluate("answer()")
    assert page.evaluate("seen()") == 76


def test_a_picture_never_jumps_away_from_the_hand(page):
    page.evaluate("rest(); bringAll(); move(84)")  # a coarse one, at 81, is there
    assert page.evaluate("seen()") == 81
    page.evaluate("move(92)")  # another one, at 94
    assert page.evaluate("seen()") == 94
    page.evaluate("answer()")  # the answer for 84 is old, and farther away than what is seen
    assert page.evaluate("seen()") == 94
    page.evaluate("answer()")
    assert page.evaluate("seen()") == 92


def test_frames_that_another_view_has_asked_for_are_kept_too(page):
    assert page.evaluate("others(70); move(71); [seen(), held.length]") == [71, 0]


def test_a_hand_on_its_way_through_the_unknown_has_python_for_itself(page):
    way = "rest(); move(90); bring(); answer(); const before = asked.length; move(80); answer();"
    assert page.evaluate(f"(() => {{ {way} return [before, seen(), asked.length]; }})()") == [1, 80, 1]
    page.wait_for_function("asked.length > 1")  # it rests
    assert page.evaluate("asked.at(-1).slice(0, 3)") == [79, 78, 77]
