"""Jointlab, teaching notebooks about the cracking back: facts in `sources`, physics in `models`."""

__version__ = "0.1.0"
