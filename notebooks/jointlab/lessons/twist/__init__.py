"""The lesson “Which joint moves when you twist?”"""

from jointlab.lessons.twist import facts, figures
from jointlab.lessons.twist.five_joints import FIVE_JOINTS
from jointlab.lessons.twist.pop_race import POP_RACE

__all__ = ["FIVE_JOINTS", "POP_RACE", "facts", "figures"]
