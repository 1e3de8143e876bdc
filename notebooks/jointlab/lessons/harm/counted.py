"""The tables of people behind the lesson, as (hits, people, other hits, other people) with their rows in the data."""

from jointlab import sources
from jointlab.models.evidence.contingency import Table
from jointlab.models.evidence.effect_sizes import Ratio, odds_ratio


def table(first: str, second: str) -> Table:
    """Two observations that count people of a group."""
    one, other = sources.observation(first), sources.observation(second)
    return round(one.value), one.n, round(other.value), other.n


def who_crack() -> Table:
    """People who crack, among those with osteoarthritis and among those without: the table that an abstract hides."""
    return table("patients_who_crack", "controls_who_crack")


def who_are_ill() -> Table:
    """The same people turned round: osteoarthritis among those who crack and among those who do not."""
    hits, people, other_hits, other_people = who_crack()
    return hits, hits + other_hits, people - hits, people + other_people - hits - other_hits


def old_people() -> Table:
    """Worn knuckles among old people who crack and among those who do not."""
    return table("worn_crackers", "worn_others")


def ratio(four: Table) -> Ratio:
    """The odds ratio of a table with its interval.

    Odds, because in one of the studies people were chosen by their hands: how many of those who crack have
    osteoarthritis depends on how many with it were asked, and the odds ratio does not.
    """
    hits, people, other_hits, other_people = four
    return odds_ratio(hits, people - hits, other_hits, other_people - other_hits)
