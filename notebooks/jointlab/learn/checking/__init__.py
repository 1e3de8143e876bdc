"""Answers to a line that a learner has written: it is called, compared, diagnosed, and never raises."""
