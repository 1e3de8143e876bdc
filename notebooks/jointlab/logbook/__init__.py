"""The logbook: one local file with what the learner predicted, judged and answered. Nothing in it is ever deleted."""

from jointlab.logbook.book import KINDS, Logbook, default

__all__ = ["KINDS", "Logbook", "default"]
