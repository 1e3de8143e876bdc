"""What the logbook keeps of an explorer: that its goal was reached, and where its controls were left."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from tests.explorers.toy import SWING

from jointlab.drawings.yours import Yours
from jointlab.explorers import Explorer
from jointlab.explorers.declare import Build, Goal


def goals(book):
    return [record["entry"] for record in book.entries("goal", "a-damped-swing")]


def leave(explorer, **values):
    """Let the hand rest at these values, as the page tells it."""
    explorer.set(**values)
    explorer._on_message(explorer, {"left": explorer.request["values"]}, [])


def test_a_goal_is_kept_once(book):
    swing = Explorer(SWING, logbook=book)
    assert goals(book) == []
    for damping in (1.5, 0.5, 1.7):
        swing.set(damping=damping)
    assert goals(book) == [{"goal": SWING.goal.text}]
    Explorer(SWING, logbook=book).set(damping=1.9)
    assert len(goals(book)) == 1
    reworded = replace(SWING, goal=Goal("damp it well", lambda state: state["damping"] > 1.2))
    Explorer(reworded, logbook=book).set(damping=1.5)
    assert goals(book)[1:] == [{"goal": "damp it well"}]


def test_a_veiled_goal_does_not_count(book):
    asked = SimpleNamespace(key="toy/asked", made=False, when_made=lambda callback: None)
    Explorer(SWING, unlock=asked, logbook=book, damping=1.5)
    Explorer(SWING, unlock=asked, logbook=book).set(damping=1.5)
    assert goals(book) == []


def test_it_opens_where_it_was_left(book):
    leave(Explorer(SWING, logbook=book), damping=0.8, start="rest")
    again = Explorer(SWING, logbook=book)
    assert again.frame["values"] == {"damping": 0.8, "frequency": 1, "start": "rest"}
    assert again.frame["sentence"] == "The damping is 0.80 per second."
    assert again.spec["defaults"] == SWING.defaults, "Reset leads to the beginning all the same"


@pytest.mark.parametrize("kept", [None, [], {"damping": 99}, {"speed": 1}, {"damping": "x", "start": "high"}])
def test_settings_that_cannot_be_are_left_alone(book, kept):
    book.record("settings", "a-damped-swing", {"values": kept})
    book.record("settings", "another", {"values": {**SWING.defaults, "damping": 1.1}})
    assert Explorer(SWING, logbook=book).frame["values"] == SWING.defaults


class OwnLine:
    """A learner's line that gives `value` for any input."""

    def __init__(self, value=None, right=False):
        self.yours, self.asked, self.callbacks = Yours(value, right), [], []

    def at(self, inputs):
        self.asked.append(inputs)
        return self.yours

    def when_checked(self, callback):
        self.callbacks.append(callback)
        return self.callbacks.clear


BUILDING = replace(SWING, build=Build(lambda state: {"damping": state["damping"]}, lambda value: f"{value:g} in all"))


def test_the_learners_line_is_asked_and_told(book):
    line = OwnLine(3.0)
    swing = Explorer(BUILDING, line=line, logbook=book)
    assert line.asked == [{"damping": 0.5}]
    assert swing.frame["sentence"] == "The damping is 0.50 per second. Your line, not right yet: 3 in all."
    line.yours = Yours(4.0, True)
    sent = []
    swing.send = lambda content, buffers=None: sent.append(content)
    for callback in line.callbacks:
        callback()
    assert swing.frame["sentence"] == "The damping is 0.50 per second. Your line: 4 in all."
    assert sent == [{"forget": True}], "what the page has kept was drawn with another line"
    swing.close()
    assert line.callbacks == []
    assert Explorer(BUILDING, line=OwnLine(), logbook=book).frame["sentence"] == "The damping is 0.50 per second."
    assert Explorer(BUILDING, logbook=book).frame["sentence"] == "The damping is 0.50 per second."
