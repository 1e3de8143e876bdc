"""How the course draws the gases of a joint: each with one colour and one mark, the same in every picture."""

from jointlab.drawings import style
from jointlab.language import N_

# English name: (colour of the palette, mark)
LOOKS = {
    N_("carbon dioxide"): ("vermilion", "s"),
    N_("nitrogen"): ("blue", "o"),
    N_("oxygen"): ("green", "D"),
    N_("water vapour"): ("muted", "v"),
}


def colour(name: str) -> str:
    """Hex code of a gas's colour. Raises KeyError for a gas that the course does not draw."""
    return style.colour(LOOKS[name][0])
