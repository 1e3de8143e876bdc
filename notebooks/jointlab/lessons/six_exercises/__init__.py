"""The lesson “Six exercises under the microscope”."""

from jointlab.lessons.six_exercises import facts, figures

__all__ = ["facts", "figures"]
