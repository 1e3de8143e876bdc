"""The article that the course examines: its parts, in words."""

from jointlab import sources

AUDIT = "audit"  # the lesson that takes all claims
# Part of the article, as data/claims.csv names it → its question in a few words.
PARTS = {
    "Intro-1": "Introduction",
    "Intro-2": "Introduction",
    "Q1-safe": "Is it safe?",
    "Q2-urge": "Why the urge?",
    "Q3-risks": "What are the risks?",
    "Q4-exercise": "Which exercises help?",
    "Q5-mask": "Can it hide a problem?",
    "Q6-serious": "Is it something serious?",
    "Q7-alternatives": "What else helps?",
}


def part(claim: sources.Claim) -> str:
    """The part of the article in which a claim stands, in words."""
    return PARTS[claim.article_section]
