"""The lesson “Why can't you do it twice?”"""

from jointlab.lessons.refractory import facts, figures
from jointlab.lessons.refractory.dissolve import DISSOLVE

__all__ = ["DISSOLVE", "facts", "figures"]
