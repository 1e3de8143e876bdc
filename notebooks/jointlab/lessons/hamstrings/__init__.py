"""The lesson “Do tight hamstrings pull your pelvis?”"""

from jointlab.lessons.hamstrings import facts, figures
from jointlab.lessons.hamstrings.incidence import INCIDENCE
from jointlab.lessons.hamstrings.raised_leg import RAISED_LEG
from jointlab.lessons.hamstrings.toe_touch import TOE_TOUCH

__all__ = ["INCIDENCE", "RAISED_LEG", "TOE_TOUCH", "facts", "figures"]
