"""Explorers: declared pictures that a hand can move. The engine alone; each explorer stands in its lesson."""

from jointlab.explorers.engine import Explorer

__all__ = ["Explorer"]
