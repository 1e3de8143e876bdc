"""The lesson “Start here”"""

from jointlab.lessons.start import figures
from jointlab.lessons.start.syringe import SYRINGE

__all__ = ["SYRINGE", "figures"]
