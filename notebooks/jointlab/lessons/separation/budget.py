"""Explorer: a pull at a finger, and how much of it a film in the knuckle can hold at the very most.

The bound is generous: it lets the whole film stand at the tension that its fluid bears, where a real film does so in
its middle only.
How far checked: a bound from the definition of pressure; pull and radius are assumed.
"""

import numpy as np

from jointlab import sources
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.separation.budget_picture import BORNE, MOST_TENSION, Budget, BudgetPicture
from jointlab.models.film.reynolds import largest_film_pull
from jointlab.units import amount, fixed_amount, percent, read_in

OUTSIDE = sources.value("standard_atmosphere")
GOAL_PULL = sources.value("pull_force")  # N: what the film alone shall hold


def budget(pull: float, radius: float, tension: float) -> Budget:
    """A `pull` (N) at a knuckle whose film has this `radius` (m) and whose fluid bears this `tension` (Pa)."""
    most = float(largest_film_pull(radius, OUTSIDE, tension))
    return Budget(pull, radius, tension, min(pull, most), pull / (np.pi * radius**2) - OUTSIDE)


def sentence(state: Budget) -> str:
    """What the state shows, in words."""
    pull = fixed_amount(state.pull, "N")
    if state.rest == 0:
        if state.needed <= 0:
            told = _("A film of this size could hold all of the {pull}; the air outside is enough for that.")
            return told.format(pull=pull)
        return _(
            "The film could hold all of the {pull}, but only if every bit of its fluid bore a tension of {tension}. "
            "How much the fluid of a joint bears is not known."
        ).format(pull=pull, tension=fixed_amount(state.needed, "kPa"))
    film, rest = (fixed_amount(force, "N", 1) for force in (state.film, state.rest))
    told = (
        _("Of {pull} the film can hold {film} at most, {share}. At least {rest} are left for ligaments and capsule.")
        if state.rest >= 0.05
        else _(
            "Of {pull} the film can hold {film} at most, {share}. Hardly anything is left for ligaments and capsule."
        )
    )
    return told.format(pull=pull, film=film, share=percent(state.film / state.pull), rest=rest)


def film_alone(state: Budget) -> bool:
    """Whether the film holds a large pull alone, with no more tension than a film of water bore in one experiment."""
    return state.pull >= GOAL_PULL and state.rest == 0 and state.tension <= BORNE


BUDGET = Declaration(
    title=_("Who carries the pull?"),
    controls=(
        Slider.of_constant("pull_force", _("Pull"), "F", "N", name="pull", steps=145),
        Slider.of_constant("contact_radius", _("Film radius"), "a", "mm", name="radius", steps=60),
        Slider("tension", _("Tension borne"), "", "kPa", 0, read_in(MOST_TENSION, "kPa"), 0, steps=150),
    ),
    model=budget,
    picture=BudgetPicture,
    sentence=sentence,
    presets={
        _("A gentle pull"): {"pull": 8.0},
        _("A large film"): {"radius": 7.0},
        _("Like that water film"): {"tension": read_in(BORNE, "kPa")},
    },
    goal=Goal(
        _("a film that holds {pull} alone, at a tension that a film of water once bore"),
        film_alone,
        {"pull": amount(GOAL_PULL, "N")},
    ),
)
