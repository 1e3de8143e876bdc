"""The lesson “What does your lower back carry?”"""

from jointlab.lessons.lifting import figures
from jointlab.lessons.lifting.carry import CARRY, WHO
from jointlab.lessons.lifting.lift import LIFT

__all__ = ["CARRY", "LIFT", "WHO", "figures"]
