"""The lesson “How does a ligament give?”"""

from jointlab.lessons.stretch import facts, figures
from jointlab.lessons.stretch.slump import SLUMP
from jointlab.lessons.stretch.uncrimp import STRETCH

__all__ = ["SLUMP", "STRETCH", "facts", "figures"]
