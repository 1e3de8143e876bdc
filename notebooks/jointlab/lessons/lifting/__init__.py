"""The lesson “What does your lower back carry?”"""

from jointlab.lessons.lifting import facts, figures
from jointlab.lessons.lifting.carry import CARRY, WHO
from jointlab.lessons.lifting.lift import LIFT

__all__ = ["CARRY", "LIFT", "WHO", "facts", "figures"]
