"""The lesson “Six exercises under the microscope”."""

from jointlab.lessons.six_exercises import facts, figures
from jointlab.lessons.six_exercises.compare import CHALLENGE
from jointlab.lessons.six_exercises.moving import MOVING

__all__ = ["CHALLENGE", "MOVING", "facts", "figures"]
