"""The lesson “What makes the pop?”"""

from jointlab.lessons.pop import facts, figures
from jointlab.lessons.pop.camera import CAMERA
from jointlab.lessons.pop.collapse import COLLAPSE

__all__ = ["CAMERA", "COLLAPSE", "facts", "figures"]
