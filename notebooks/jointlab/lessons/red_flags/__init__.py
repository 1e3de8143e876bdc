"""The lesson “Harmless crack or red flag?”"""

from jointlab.lessons.red_flags import facts, figures
from jointlab.lessons.red_flags.cases import Cases
from jointlab.lessons.red_flags.sign import SIGN
from jointlab.lessons.red_flags.two_ways import TWO_WAYS

__all__ = ["SIGN", "TWO_WAYS", "Cases", "facts", "figures"]
