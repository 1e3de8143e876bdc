"""The lesson “Where does the gas come from?”"""

from jointlab.lessons.outgassing import facts, figures
from jointlab.lessons.outgassing.cavity import GAS
from jointlab.lessons.outgassing.pocket import NUCLEUS

__all__ = ["GAS", "NUCLEUS", "facts", "figures"]
