"""The lesson “Audit the article”."""

from jointlab.lessons.audit import facts
from jointlab.lessons.audit.squares import SQUARES
from jointlab.lessons.audit.twenty_answers import TWENTY_ANSWERS

__all__ = ["SQUARES", "TWENTY_ANSWERS", "facts"]
