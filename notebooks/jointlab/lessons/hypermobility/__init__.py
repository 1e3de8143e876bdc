"""The lesson “How loose is too loose?”"""

from jointlab.lessons.hypermobility import facts, figures
from jointlab.lessons.hypermobility.cutoff import CUT_OFF
from jointlab.lessons.hypermobility.examiners import AGREEMENT
from jointlab.lessons.hypermobility.flags import SCREENING
from jointlab.lessons.hypermobility.nine_joints import BEIGHTON

__all__ = ["AGREEMENT", "BEIGHTON", "CUT_OFF", "SCREENING", "facts", "figures"]
