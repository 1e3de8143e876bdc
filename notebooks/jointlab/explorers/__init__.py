"""Explorers: declared pictures that a hand can move."""

from jointlab.explorers.agreement import AGREEMENT
from jointlab.explorers.beighton import BEIGHTON
from jointlab.explorers.budget import BUDGET
from jointlab.explorers.camera import CAMERA
from jointlab.explorers.carry import CARRY, WHO
from jointlab.explorers.collapse import COLLAPSE
from jointlab.explorers.cutoff import CUT_OFF
from jointlab.explorers.dissolve import DISSOLVE
from jointlab.explorers.engine import Explorer
from jointlab.explorers.film import FILM
from jointlab.explorers.gas import GAS
from jointlab.explorers.lift import LIFT
from jointlab.explorers.nucleus import NUCLEUS
from jointlab.explorers.screening import SCREENING
from jointlab.explorers.syringe import SYRINGE
from jointlab.explorers.urge import URGE

__all__ = [
    "AGREEMENT",
    "BEIGHTON",
    "BUDGET",
    "CAMERA",
    "CARRY",
    "COLLAPSE",
    "CUT_OFF",
    "DISSOLVE",
    "FILM",
    "GAS",
    "LIFT",
    "NUCLEUS",
    "SCREENING",
    "SYRINGE",
    "URGE",
    "WHO",
    "Explorer",
]
