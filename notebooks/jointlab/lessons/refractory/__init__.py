"""The lesson “Why can't you do it twice?”"""

from jointlab.lessons.refractory import facts, figures
from jointlab.lessons.refractory.dissolve import DISSOLVE
from jointlab.lessons.refractory.urge import URGE

__all__ = ["DISSOLVE", "URGE", "facts", "figures"]
