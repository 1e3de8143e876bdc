"""The lesson “What makes the pop?”"""

from jointlab.lessons.pop import figures
from jointlab.lessons.pop.camera import CAMERA
from jointlab.lessons.pop.collapse import COLLAPSE

__all__ = ["CAMERA", "COLLAPSE", "figures"]
