"""Explorers: declared pictures that a hand can move."""

from jointlab.explorers.engine import Explorer

__all__ = ["Explorer"]
