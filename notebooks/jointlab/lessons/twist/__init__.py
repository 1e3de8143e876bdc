"""The lesson “Which joint moves when you twist?”"""

from jointlab.lessons.twist import facts, figures
from jointlab.lessons.twist.first_pop import POP_RACE
from jointlab.lessons.twist.five_joints import FIVE_JOINTS

__all__ = ["FIVE_JOINTS", "POP_RACE", "facts", "figures"]
