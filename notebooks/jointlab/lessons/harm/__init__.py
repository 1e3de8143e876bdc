"""The lesson “Does cracking harm you?”"""

from jointlab.lessons.harm import facts, figures
from jointlab.lessons.harm.abstract import ABSTRACT
from jointlab.lessons.harm.study import STUDY

__all__ = ["ABSTRACT", "STUDY", "facts", "figures"]
