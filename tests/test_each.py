"""Cases that are tried in one test are all tried, and those that fail are all named."""

import pytest
from tests.each import each


def test_all_cases_are_tried_and_those_that_fail_are_named():
    tried = []

    @each("number", [1, 2, 3, 4])
    def is_odd(number, book):
        tried.append((number, book))
        assert number % 2

    with pytest.raises(ExceptionGroup, match="2 of 4 fail: 2; 4") as caught:
        is_odd(book="one for all")
    assert tried == [(number, "one for all") for number in (1, 2, 3, 4)]
    assert [fault.__notes__ for fault in caught.value.exceptions] == [["this was 2"], ["this was 4"]]


def test_two_at_once_try_every_combination():
    tried = []

    @each("a", "xy")
    @each("b, c", [(1, 2), (3, 4)])
    def kept(a, b, c):
        tried.append(f"{a}{b}{c}")

    kept()
    assert tried == ["x12", "x34", "y12", "y34"]


def test_no_case_is_no_test():
    @each("row", [])
    def passes(row):
        pass

    with pytest.raises(AssertionError, match="there is no row to try"):
        passes()


@each("number", [1, 2])
def test_pytest_gives_the_fixtures_and_knows_nothing_of_the_cases(number, book):
    book.record("place", "tried", {"place": number})
    assert [record["entry"]["place"] for record in book.entries("place")][-1] == number
