"""The lesson “Why does it feel good?”"""

from jointlab.lessons.relief import facts, figures
from jointlab.lessons.relief.urge import URGE

__all__ = ["URGE", "facts", "figures"]
