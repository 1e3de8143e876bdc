"""Explorer: a pull at a finger, and how much of it a film in the knuckle can hold at the very most.

The learner's units are N, mm and kPa; the model's are SI. The bound is generous: it lets the whole film stand at the
tension that its fluid bears, where a real film does so in its middle only.
How far checked: a bound from the definition of pressure; pull and radius are assumed.
"""

from dataclasses import dataclass

import numpy as np

from jointlab import sources
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.lessons.separation.budget_picture import BudgetPicture
from jointlab.models.film.reynolds import largest_film_pull

GOAL_PULL = 100.0  # N: what the film alone shall hold
BORNE = sources.observation("lab_tension").value  # Pa: what a film of water bore in one experiment


@dataclass(frozen=True, eq=False)
class Budget:
    """One state in SI units: `film` is what a film of `radius` holds of the `pull` when its fluid bears `tension`."""

    pull: float
    radius: float
    tension: float
    film: float
    needed: float

    @property
    def rest(self) -> float:
        """What is left of the pull (N) for ligaments and capsule."""
        return self.pull - self.film


def budget(pull: float, radius: float, tension: float) -> Budget:
    """A `pull` (N) at a knuckle whose film has this `radius` (mm) and whose fluid bears this `tension` (kPa)."""
    metres, pascals = radius / 1e3, tension * 1e3
    ambient = sources.value("standard_atmosphere")
    most = float(largest_film_pull(metres, ambient, pascals))
    needed = pull / (np.pi * metres**2) - ambient
    return Budget(pull, metres, pascals, min(pull, most), float(needed))


def sentence(state: Budget) -> str:
    """What the state shows, in words."""
    if state.rest == 0:
        if state.needed <= 0:
            return f"A film of this size could hold all of the {state.pull:.0f} N; the air outside is enough for that."
        return (
            f"The film could hold all of the {state.pull:.0f} N, but only if every bit of its fluid bore a tension of "
            f"{state.needed / 1e3:,.0f} kPa. How much the fluid of a joint bears is not known."
        )
    share = 100 * state.film / state.pull
    rest = f"At least {state.rest:.1f} N are" if state.rest >= 0.05 else "Hardly anything is"
    return (
        f"Of {state.pull:.0f} N the film can hold {state.film:.1f} N at most, {share:.0f} %. "
        f"{rest} left for ligaments and capsule."
    )


def film_alone(state: Budget) -> bool:
    """Whether the film holds a large pull alone, with no more tension than a film of water bore in one experiment."""
    return state.pull >= GOAL_PULL and state.rest == 0 and state.tension <= BORNE


BUDGET = Declaration(
    title="Who carries the pull?",
    controls=(
        Slider("pull", "Pull", "F", "N", 5, 140, 100, steps=135),
        Slider("radius", "Film radius", "a", "mm", 4, 7, 5, steps=60),
        Slider("tension", "Tension borne", "", "kPa", 0, 1500, 0, steps=150),
    ),
    model=budget,
    picture=BudgetPicture,
    sentence=sentence,
    presets={
        "A gentle pull": {"pull": 8.0},
        "A large film": {"radius": 7.0},
        "Like that water film": {"tension": 1000.0},
    },
    goal=Goal(
        f"a film that holds {GOAL_PULL:g} N alone, with no more tension than a film of water bore in one experiment",
        film_alone,
    ),
)
