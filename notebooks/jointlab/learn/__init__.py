"""What the learner does besides moving pictures: predict, check, answer, judge, and keep a logbook."""

# ruff: noqa: E402
from jointlab.learn.checking import kindly

kindly.install()  # before the imports that read data/, which may be damaged

from jointlab.learn import facts
from jointlab.learn._block import Page
from jointlab.learn.awake import begin, ready
from jointlab.learn.calibration import Calibration
from jointlab.learn.checking.check import Check, Message, Mistake
from jointlab.learn.claims import ClaimCards
from jointlab.learn.exercise import check
from jointlab.learn.folded import folded, found
from jointlab.learn.glossary import glossary
from jointlab.learn.own_line import OwnLine
from jointlab.learn.poll import Poll
from jointlab.learn.predict import Outcome, Prediction
from jointlab.learn.progress import calibration, on_the_map, progress, start_afresh
from jointlab.learn.quiz import Quiz
from jointlab.learn.references import references
from jointlab.learn.safety import safety_card
from jointlab.learn.score import Judgements, Score
from jointlab.learn.strip import Strip
from jointlab.logbook import Logbook

__all__ = [
    "Calibration",
    "Check",
    "ClaimCards",
    "Judgements",
    "Logbook",
    "Message",
    "Mistake",
    "Outcome",
    "OwnLine",
    "Page",
    "Poll",
    "Prediction",
    "Quiz",
    "Score",
    "Strip",
    "begin",
    "calibration",
    "check",
    "facts",
    "folded",
    "found",
    "glossary",
    "on_the_map",
    "progress",
    "ready",
    "references",
    "safety_card",
    "start_afresh",
]
