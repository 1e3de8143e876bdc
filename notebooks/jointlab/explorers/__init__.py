"""Explorers: declared pictures that a hand can move."""

from jointlab.explorers.beighton import BEIGHTON
from jointlab.explorers.camera import CAMERA
from jointlab.explorers.collapse import COLLAPSE
from jointlab.explorers.engine import Explorer
from jointlab.explorers.syringe import SYRINGE

__all__ = ["BEIGHTON", "CAMERA", "COLLAPSE", "SYRINGE", "Explorer"]
