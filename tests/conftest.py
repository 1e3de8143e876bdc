"""Tests never touch the learner's own logbook."""

import os

os.environ["JOINTLAB_LOGBOOK"] = ":memory:"
