"""What the pictures of lesson 11 say."""

from tests.lessons.six_exercises import explorer_probes


def MOVING(picture, state):
    explorer_probes.moving(picture, state)


def CHALLENGE(picture, state):
    explorer_probes.challenge(picture, state)
