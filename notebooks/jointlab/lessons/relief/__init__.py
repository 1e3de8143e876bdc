"""The lesson “Why does it feel good?”"""

from jointlab.lessons.relief import facts, figures
from jointlab.lessons.relief.nothing import NOTHING
from jointlab.lessons.relief.urge import URGE

__all__ = ["NOTHING", "URGE", "facts", "figures"]
