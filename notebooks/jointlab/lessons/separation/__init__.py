"""The lesson “Why does a joint resist being pulled apart?”"""

from jointlab.lessons.separation import facts, figures
from jointlab.lessons.separation.budget import BUDGET
from jointlab.lessons.separation.pulled_film import FILM

__all__ = ["BUDGET", "FILM", "facts", "figures"]
