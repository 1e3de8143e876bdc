"""The lesson “What works instead?”"""

from jointlab.lessons.alternatives import facts, figures
from jointlab.lessons.alternatives.forest import FOREST
from jointlab.lessons.alternatives.person import PERSON

__all__ = ["FOREST", "PERSON", "facts", "figures"]
