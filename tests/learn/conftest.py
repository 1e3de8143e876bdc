"""Answers are kept in memory here, as a course without a file keeps them: thousands are given, and to write each to the
disk takes longer than to judge it. What a file does with them is tested in tests/logbook and in test_widgets.py."""

import pytest

from jointlab.logbook import Logbook


@pytest.fixture
def book():
    return Logbook.open(":memory:")
