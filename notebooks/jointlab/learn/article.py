"""The article that the course examines: its parts, in words."""

from jointlab import sources
from jointlab.language import _

AUDIT = "audit"  # the lesson that takes all claims
# Part of the article, as data/claims.csv names it → its question in a few words.
PARTS = {
    "Intro-1": _("Introduction"),
    "Intro-2": _("Introduction"),
    "Q1-safe": _("Is it safe?"),
    "Q2-urge": _("Why the urge?"),
    "Q3-risks": _("What are the risks?"),
    "Q4-exercise": _("Which exercises help?"),
    "Q5-mask": _("Can it hide a problem?"),
    "Q6-serious": _("Is it something serious?"),
    "Q7-alternatives": _("What else helps?"),
}


def part(claim: sources.Claim) -> str:
    """The part of the article in which a claim stands, in words."""
    return PARTS[claim.article_section]
