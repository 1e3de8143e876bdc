"""The still figures and the printed numbers of lesson 02, Where does the gas come from?"""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from jointlab import sources
from jointlab.drawings.charts.durations import durations, event
from jointlab.drawings.still import Still
from jointlab.lessons.outgassing.cavity import GAS, REPORTED
from jointlab.lessons.outgassing.one_millilitre import Hidden, OneMillilitre
from jointlab.models.bubble import blake
from jointlab.models.gas import henry
from jointlab.models.gas.joint_gases import JointGases, joint_gases
from jointlab.units import amount, fixed

MILLILITRE = 1e-6  # m³
SIZES = (0.1, 1.0, REPORTED, 80.0, 200.0)  # % of the fluid's volume
POCKETS = (1e-4, 1e-5, 1e-6, 1e-7, 1e-8)  # m


def _volumes(gases: JointGases) -> NDArray:
    """Volume of each gas over that of the fluid, drawn out at the pressure of the air outside."""
    # Gas in the body is damp: of the pressure outside, vapour leaves the other gases so much.
    damp = sources.value("standard_atmosphere") - sources.value("vapour_pressure")
    return henry.gas_volume(gases.content, damp, gases.temperature)


def one_millilitre() -> Still:
    """The gases hidden in 1 mL of joint fluid."""
    gases = joint_gases()
    rows = zip(gases.names, gases.tension / 1e3, gases.solubility * 1e3, _volumes(gases), strict=True)
    words = "The gas in 1 mL of joint fluid. A micromole (µmol) counts molecules: 6 × 10¹⁷ of them."
    return Still(OneMillilitre([Hidden(*row) for row in rows]), words)


def print_contents() -> None:
    """The numbers of `one_millilitre`."""
    gases = joint_gases()
    print("dissolved in 1 mL of joint fluid at 37 °C:")
    columns = gases.names, gases.tension, gases.content, henry.shares(gases.content)
    for name, tension, content, share in zip(*columns, strict=True):
        print(f"  {name}: pressure {amount(tension, 'kPa')}, amount {content:.3g} µmol, {100 * share:.0f} % of the gas")
    volume = _volumes(gases).sum()
    print(f"all of it, at the pressure outside: {volume:.3f} mL, which is {100 * volume:.1f} % of the fluid's volume")
    dioxide, nitrogen, _ = gases.solubility
    print(f"at the same pressure, water takes up {dioxide / nitrogen:.0f} times as much carbon dioxide as nitrogen")
    print(f"their pressures and that of water vapour add up to {amount(_all_tensions(gases), 'kPa')}")


def _all_tensions(gases: JointGases) -> float:
    return float(gases.tension.sum() + sources.value("vapour_pressure"))


def print_cavities() -> None:
    """What the explorer shows for some sizes, without and with carbon dioxide from bicarbonate."""
    usual = GAS.defaults["carbon_dioxide"]
    print("cavity   carbon dioxide in its gas   pressure in it   carbon dioxide if it is replaced")
    for size in SIZES:
        alone, helped = (GAS.model(size, usual, supply) for supply in ("none", "bicarbonate"))
        columns = f"{size:g} %", f"{100 * alone.carbon_dioxide:.0f} %", amount(alone.pressure, "kPa")
        print(f"{columns[0]:>6}{columns[1]:>20}{columns[2]:>24}{f'{100 * helped.carbon_dioxide:.0f} %':>20}")
    young = GAS.model(REPORTED, usual, "none")
    shares = (f"{100 * share:.0f} % {name}" for name, share in zip(young.names, young.share, strict=True))
    print(f"{amount(sources.observation('cavity_share').value, '%')} of a joint that fluid and gas fill: ", end="")
    print(f"{REPORTED:g} % of the fluid")
    print(f"the cavity of {REPORTED:g} %: {', '.join(shares)}; out of the fluid have come", end=" ")
    left = (f"{100 * share:.0f} % of its {name}" for name, share in zip(young.names, young.released, strict=True))
    print(" and ".join(list(left)[:2]))
    gases = joint_gases()
    print(f"all gas drawn out: {100 * henry.shares(gases.content)[0]:.0f} % carbon dioxide")


def print_puzzle() -> None:
    """What it would take for both numbers that are reported to hold at once."""
    dioxide = sources.gas("carbon dioxide")
    told = sources.observation("cavity_carbon_dioxide").value

    def too_much(tension: float, supply: str) -> float:
        return GAS.model(REPORTED, tension / 1e3, supply).carbon_dioxide - told

    for words, supply in (("not replaced", "none"), ("replaced", "bicarbonate")):
        needed = brentq(too_much, 1e3, 1e5, args=(supply,))
        print(f"{100 * told:.0f} % in a cavity of {REPORTED:g} %, {words}: needs {amount(needed, 'kPa')} in the fluid")
    print(f"venous blood has {amount(dioxide.tension, 'kPa')}; fluid from diseased knees of 44 people had", end=" ")
    print(f"{amount(dioxide.tension_low, 'kPa')} to {amount(dioxide.tension_high, 'kPa')}")
    ends = (joint_gases(tension).content for tension in (dioxide.tension_low, dioxide.tension_high))
    low, high = (100 * henry.shares(content)[0] for content in ends)
    print(f"all gas drawn out of such fluids: {low:.0f} % to {high:.0f} % carbon dioxide")


def print_knuckle() -> None:
    """The young cavity of the explorer in the fluid of one knuckle, and what is left when the pressure is back."""
    fluid, share = sources.value("mcp_fluid_volume"), sources.observation("cavity_ratio").value
    cavity = GAS.model(100 * share, GAS.defaults["carbon_dioxide"], "none")
    back = sources.value("standard_atmosphere") - cavity.vapour
    squeezed = share * fluid * cavity.inside.sum() / back
    print(f"a knuckle with {amount(fluid, 'mL')} of fluid (assumed): a cavity of {amount(share * fluid, 'mm³')}")
    print(f"under the pressure outside, its gas would fill {amount(squeezed, 'mm³')}; its vapour would be water again")


def ages() -> Still:
    """How long it takes until each gas can have come."""
    pop, wait = sources.observation("pop_duration"), sources.observation("refractory_time").value
    quick, slow = _crossing_times()
    bicarbonate = sources.value("bicarbonate_time")
    film = amount(sources.value("film_thickness"), "µm")
    rows = (
        event("One pop (neck)", pop.low, pop.high, f"{amount(pop.value, 'ms')}: time for vapour"),
        event("Gas crosses the film", quick, slow, f"about {fixed(slow)} s, if {film} thick (assumed)"),
        event("Bicarbonate joins in", bicarbonate, bicarbonate, f"about {amount(bicarbonate, 's')}, without help"),
        event("Wait until the next crack", wait, wait, f"about {amount(wait, 'minutes')}"),
    )
    words = "Chart of four durations after which a cavity may hold something else."
    return Still(durations(rows, words), "The age of a cavity decides what is in it.")


@cache
def _crossing_times() -> tuple[float, float]:
    """Least and longest time (s) in which the gases cross a film: thickness²/D, the rule of `diffusion_reach`."""
    times = sources.value("film_thickness") ** 2 / joint_gases().diffusivity
    return float(times.min()), float(times.max())


def print_reach() -> None:
    """From how far gas can have come when a cavity is so old."""
    gases = joint_gases()
    for words, seconds in (
        ("one pop", sources.observation("pop_duration").value),
        ("one picture of the scanner", sources.observation("mri_frame_time").value),
        ("a second", 1.0),
    ):
        reach = np.mean(henry.diffusion_reach(gases.diffusivity, seconds))
        span = amount(seconds, "ms" if seconds < 1 else "s")
        print(f"in {words} ({span}): gas comes from about {1e6 * reach:.0f} µm away")


def print_pockets() -> None:
    """How hard the surface squeezes a pocket, and how low the pressure must fall before it grows without end."""
    tension, outside, vapour = (
        sources.value(name) for name in ("surface_tension", "standard_atmosphere", "vapour_pressure")
    )
    for radius in POCKETS:
        squeeze = float(blake.laplace_pressure(radius, tension))
        limit = float(blake.blake_threshold(radius, tension, outside, vapour))
        squeezed = amount(squeeze, "kPa" if squeeze < 1e6 else "MPa")
        where = f"{limit / 1e3:.3g} kPa" if limit > 0 else f"a tension of {_tension(-limit)}"
        print(f"radius {_length(radius)}: squeezed with {squeezed}, grows without end below {where}")
    tears = sources.value("water_tension_limit")
    print(f"no pocket: {amount(tears, 'MPa')} of tension, about {tears / outside:,.0f} times the pressure outside")
    borne, sound, quartz = (sources.observation(f"{name}_tension") for name in ("lab", "sound", "inclusion"))
    print(f"water in tiny inclusions in quartz bore up to {amount(quartz.value, 'MPa')}", end="; ")
    print(f"under focused sound {sound.low / 1e6:.0f} to {amount(sound.high, 'MPa')}")
    print(f"a thin film of water bore about {amount(borne.value, 'MPa')} of tension in one experiment")
    print(f"that opens every pocket with a radius above {_length(_smallest_opened(-borne.value))}", end=", ")
    print(f"a vacuum alone those above {_length(_smallest_opened(0.0))}")


def _smallest_opened(pressure: float) -> float:
    """Radius (m) of the pocket whose limit is this `pressure` (Pa)."""
    inputs = [sources.value(name) for name in ("surface_tension", "standard_atmosphere", "vapour_pressure")]
    return brentq(lambda radius: float(blake.blake_threshold(radius, *inputs)) - pressure, 1e-9, 1e-4)


def _tension(pascals: float) -> str:
    return amount(pascals, "kPa" if pascals < 1e6 else "MPa")


def _length(metres: float) -> str:
    return amount(metres, "µm" if metres >= 1e-7 else "nm")


def print_shares() -> None:
    """The formula of the exercise at work, beside the other end of the scale."""
    gases = joint_gases()
    fluid, speck = (100 * henry.shares(parts)[0] for parts in (gases.content, gases.tension))
    print(f"carbon dioxide in the gas dissolved in joint fluid: {fluid:.0f} %")
    print(f"carbon dioxide in the gas of a speck of a bubble: {speck:.0f} %")
