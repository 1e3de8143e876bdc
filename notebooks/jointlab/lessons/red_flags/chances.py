"""Chances as people say them: 1 in 85, 45 in 100, none."""

from jointlab.language import _, pgettext
from jointlab.units import amount, fixed, read_in

RARE = 0.1  # below it a chance is told as 1 in so many


def one_in(chance: float) -> str:
    """Such as "1 in 85", "45 in 100", "none" or "all"."""
    if chance in (0, 1):
        return pgettext("of the people", "all") if chance else pgettext("of the people", "none")
    if chance < RARE:
        return _("1 in {count}").format(count=fixed(1 / chance))
    of_hundred = fixed(read_in(chance, "%"), 1 if chance > 0.99 else 0)
    return _("{count} in 100").format(count=of_hundred)


def in_percent(chance: float) -> str:
    """The same in per cent; near 100 with one more digit, so that hardly any doubt is not told as none."""
    return amount(chance, "%", 3 if 0.99 < chance < 1 else 2)


def of_hundred(share: float) -> str:
    """So many of 100; hardly any are not told as none, and nearly all not as all."""
    whole = fixed(read_in(share, "%"))
    if whole == "0" and share > 0:
        return _("fewer than 1")
    return _("more than 99") if whole == "100" and share < 1 else whole


def about(people: float) -> str:
    """An expected number of people: "about 9", "fewer than 1", "none"."""
    if people == 0:
        return pgettext("of the people", "none")
    return _("fewer than 1") if people < 0.95 else _("about {count}").format(count=fixed(people))
