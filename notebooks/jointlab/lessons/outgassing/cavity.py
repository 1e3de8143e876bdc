"""Explorer: a cavity opens in a millilitre of joint fluid; what comes into it, and at which pressure?

The learner's units are percent and kPa; the models' are SI. How far checked: textbook model of a balance, with the
tensions of venous blood; whether a real cavity has come into balance depends on its age.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.explorers.declare import Choice, Declaration, Goal, Slider
from jointlab.lessons.outgassing.cavity_picture import SIZES, CavityPicture
from jointlab.models.gas import henry
from jointlab.models.gas.joint_gases import JointGases, joint_gases
from jointlab.units import amount

TOLD = sources.observation("cavity_carbon_dioxide").value
REPORTED = round(100 * sources.observation("cavity_ratio").value, 1)  # %: as large as reported, over the fluid
LEEWAY = 0.01  # of the goal, as a share
DRAWN_RATIOS = np.geomspace(*SIZES, 33)
DIOXIDE = sources.gas("carbon dioxide")


@dataclass(frozen=True, eq=False)
class Cavity:
    """A cavity in balance with its fluid, in SI units; arrays follow the order of `names`.

    `ratio`: volume of the cavity over that of the fluid; `before` and `inside`: pressures (Pa) of the gases in the
    fluid at first, and now in both; `left`: mol/m³ still dissolved; `vapour` and `pressure`: Pa; `mixture`: the shares
    for every one of `ratios`, shape (n, 3).
    """

    ratio: float
    names: tuple[str, ...]
    before: NDArray
    inside: NDArray
    left: NDArray
    vapour: float
    mixture: NDArray
    held: bool

    @property
    def ratios(self) -> NDArray:
        """Cavity over fluid, for `mixture`."""
        return DRAWN_RATIOS

    @property
    def share(self) -> NDArray:
        """Of each gas in the cavity, without vapour."""
        return henry.shares(self.inside)

    @property
    def released(self) -> NDArray:
        """Share of each gas that has left the fluid, unless it was replaced."""
        return 1 - self.inside / self.before

    @property
    def carbon_dioxide(self) -> float:
        """Its share in the cavity, without vapour."""
        return float(self.share[self.names.index(DIOXIDE.name)])

    @property
    def pressure(self) -> float:
        """Pa, of all gases and vapour together."""
        return float(self.inside.sum() + self.vapour)


def cavity(size: float, carbon_dioxide: float, supply: str) -> Cavity:
    """Cavity of `size` (% of the fluid's volume) in fluid with `carbon_dioxide` (kPa); `supply`: none, bicarbonate."""
    gases, held = _gases(carbon_dioxide), supply == "bicarbonate"
    inside = _inside(gases, np.array(size / 100), held)
    return Cavity(
        ratio=size / 100,
        names=gases.names,
        before=gases.tension,
        inside=inside,
        left=henry.content(inside, gases.solubility),
        vapour=sources.value("vapour_pressure"),
        mixture=henry.shares(_inside(gases, DRAWN_RATIOS[:, None], held)),
        held=held,
    )


@cache
def _gases(carbon_dioxide: float) -> JointGases:
    return joint_gases(1e3 * carbon_dioxide)


def _inside(gases: JointGases, ratio: NDArray, held: bool) -> NDArray:
    kept = [held and name == DIOXIDE.name for name in gases.names]
    return henry.cavity_pressures(gases.tension, gases.solubility, ratio, gases.temperature, kept)


def sentence(state: Cavity) -> str:
    """What the state shows, in words."""
    dioxide, nitrogen, oxygen = (f"{100 * share:.0f} %" for share in state.share)
    out = [f"{100 * share:.0f} %" if share >= 0.01 else "less than 1 %" for share in state.released]
    supply = "the carbon dioxide is replaced" if state.held else f"of the carbon dioxide {out[0]}"
    return (
        f"A cavity of {amount(state.ratio, '%')} of the fluid's volume holds gas that is {dioxide} carbon dioxide, "
        f"{nitrogen} nitrogen and {oxygen} oxygen. With the vapour its pressure is {amount(state.pressure, 'kPa')}. "
        f"Of the nitrogen {out[1]} has left the fluid; {supply}."
    )


def as_told(state: Cavity) -> bool:
    """Whether the gas is four fifths carbon dioxide."""
    return abs(state.carbon_dioxide - TOLD) <= LEEWAY


GAS = Declaration(
    title="What is in the cavity?",
    controls=(
        Slider("size", "Size of the cavity", "", "%", 100 * SIZES[0], 100 * SIZES[1], REPORTED, steps=120, scale="log"),
        Slider(
            "carbon_dioxide",
            "Carbon dioxide in the fluid",
            "",
            "kPa",
            round(DIOXIDE.tension_low / 1e3, 2),
            round(DIOXIDE.tension_high / 1e3),
            round(DIOXIDE.tension / 1e3, 2),
            steps=80,
        ),
        Choice(
            "supply",
            "Carbon dioxide that has left",
            {"none": "is not replaced", "bicarbonate": "is replaced, from bicarbonate"},
            "none",
        ),
    ),
    model=cavity,
    picture=CavityPicture,
    sentence=sentence,
    presets={
        "Just a speck": {"size": 0.1, "supply": "none"},
        "As large as reported": {"size": REPORTED, "supply": "none"},
        "Very large": {"size": 200.0, "supply": "none"},
        "Bicarbonate helps": {"size": REPORTED, "supply": "bicarbonate"},
    },
    goal=Goal(f"make a cavity whose gas is {TOLD:.0%} carbon dioxide".replace("%", " %"), as_told),
)
