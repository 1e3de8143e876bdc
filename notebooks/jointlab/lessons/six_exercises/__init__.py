"""Six exercises under the microscope: what moves, who holds, what was measured."""

from jointlab.lessons.six_exercises.compare import CHALLENGE
from jointlab.lessons.six_exercises.moving import MOVING

__all__ = ["CHALLENGE", "MOVING"]
