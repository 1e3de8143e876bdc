"""The printed numbers of the lesson Where does the gas come from?"""

import numpy as np
from scipy.optimize import brentq

from jointlab import sources
from jointlab.lessons.outgassing.cavity import GAS, RATIO, cavity
from jointlab.lessons.outgassing.cavity_picture import MILLILITRE, SIZES, TOLD
from jointlab.lessons.outgassing.pocket_picture import OUTSIDE, TEARS, length, threshold
from jointlab.models.bubble import blake
from jointlab.models.gas import henry
from jointlab.models.gas.joint_gases import joint_gases
from jointlab.units import amount, fixed, in_si, percent, pressure, read_in, span

RATIOS = (0.001, 0.01, RATIO, 0.8, 2.0)  # cavity over fluid
POCKETS = (1e-4, 1e-5, 1e-6, 1e-7, 1e-8)  # m
DIOXIDE = sources.gas("carbon dioxide")
USUAL = in_si(GAS.defaults["carbon_dioxide"], "kPa")
TENSION, VAPOUR = sources.value("surface_tension"), sources.value("vapour_pressure")


def print_contents() -> None:
    """The numbers of `one_millilitre`."""
    gases = joint_gases()
    print("dissolved in 1 mL of joint fluid at 37 °C:")
    columns = gases.names, gases.tension, gases.content * MILLILITRE, henry.shares(gases.content)
    for name, tension, content, share in zip(*columns, strict=True):
        amounts = f"pressure {amount(tension, 'kPa')}, amount {amount(content, 'µmol')}"
        print(f"  {name}: {amounts}, {percent(share)} of the gas")
    volume = gases.volume.sum()
    drawn = f"{fixed(read_in(volume * MILLILITRE, 'mL'), 3)} mL"
    print(f"all of it, at the pressure outside: {drawn}, which is {percent(volume, 1)} of the fluid's volume")
    dioxide, nitrogen, _ = gases.solubility
    print(f"at the same pressure, water takes up {fixed(dioxide / nitrogen)} times as much carbon dioxide as nitrogen")
    print(f"their pressures and that of water vapour add up to {amount(gases.tension.sum() + VAPOUR, 'kPa')}")


def print_cavities() -> None:
    """What the explorer shows for some sizes, without and with carbon dioxide from bicarbonate."""
    print("cavity   carbon dioxide in its gas   pressure in it   carbon dioxide if it is replaced")
    for ratio in RATIOS:
        alone, helped = (cavity(ratio, USUAL, supply) for supply in ("none", "bicarbonate"))
        size, own = amount(ratio, "%"), percent(alone.carbon_dioxide)
        print(f"{size:>6}{own:>20}{amount(alone.pressure, 'kPa'):>24}{percent(helped.carbon_dioxide):>20}")
    share, size = amount(sources.observation("cavity_share").value, "%"), amount(RATIO, "%")
    print(f"{share} of a joint that fluid and gas fill: {size} of the fluid")
    young = cavity(RATIO, USUAL, "none")
    shares = [f"{percent(part)} {name}" for name, part in zip(young.names, young.share, strict=True)]
    out = [f"{percent(part)} of its {name}" for name, part in zip(young.names, young.released, strict=True)]
    print(f"the cavity of {size}: {', '.join(shares)}; out of the fluid have come {out[0]} and {out[1]}")
    print(f"all gas drawn out: {percent(henry.shares(joint_gases().content)[0])} carbon dioxide")
    diseased = DIOXIDE.tension_high
    helped, rich = (percent(size_as_told(*fluid)) for fluid in ((USUAL, "bicarbonate"), (diseased, "none")))
    print(
        f"{percent(TOLD)} carbon dioxide: in a cavity of {helped} if it is replaced; "
        f"in one of {rich} if the fluid held {amount(diseased, 'kPa')}"
    )


def size_as_told(tension: float, supply: str) -> float:
    """Size (over the fluid's volume) of the cavity whose gas is TOLD carbon dioxide, in fluid with `tension` (Pa)."""
    return float(brentq(lambda size: cavity(size, tension, supply).carbon_dioxide - TOLD, *SIZES))


def print_puzzle() -> None:
    """What it would take for both numbers that are reported to hold at once."""

    def too_much(tension: float, supply: str) -> float:
        return cavity(RATIO, tension, supply).carbon_dioxide - TOLD

    for words, supply in (("not replaced", "none"), ("replaced", "bicarbonate")):
        needed = amount(brentq(too_much, 1e3, 1e5, args=(supply,)), "kPa")
        print(f"{percent(TOLD)} in a cavity of {amount(RATIO, '%')}, {words}: needs {needed} in the fluid")
    ends = [DIOXIDE.tension_low, DIOXIDE.tension_high]
    diseased = " to ".join(amount(tension, "kPa") for tension in ends)
    usual = amount(DIOXIDE.tension, "kPa")
    print(f"venous blood has {usual}; fluid from diseased knees of 44 people had {diseased}")
    drawn = " to ".join(percent(henry.shares(joint_gases(tension).content)[0]) for tension in ends)
    print(f"all gas drawn out of such fluids: {drawn} carbon dioxide")


def print_knuckle() -> None:
    """The young cavity of the explorer in the fluid of one knuckle, and what is left when the pressure is back."""
    fluid = sources.value("mcp_fluid_volume")
    young = cavity(sources.observation("cavity_ratio").value, USUAL, "none")
    volume = young.ratio * fluid
    squeezed = volume * young.inside.sum() / (OUTSIDE - young.vapour)
    print(f"a knuckle with {amount(fluid, 'mL')} of fluid (assumed): a cavity of {amount(volume, 'mm³')}")
    print(f"under the pressure outside, its gas would fill {amount(squeezed, 'mm³')}; its vapour would be water again")


def print_reach() -> None:
    """From how far gas can have come when a cavity is so old."""
    diffusivity = joint_gases().diffusivity
    for words, seconds, unit in (
        ("one pop", sources.observation("pop_duration").value, "ms"),
        ("one picture of the scanner", sources.observation("mri_frame_time").value, "ms"),
        ("a second", 1.0, "s"),
    ):
        reach = np.mean(henry.diffusion_reach(diffusivity, seconds))
        away = f"{fixed(read_in(reach, 'µm'))} µm"
        print(f"in {words} ({amount(seconds, unit)}): gas comes from about {away} away")


def print_pockets() -> None:
    """How hard the surface squeezes a pocket, and how low the pressure must fall before it grows without end."""
    for radius in POCKETS:
        squeezed = pressure(float(blake.laplace_pressure(radius, TENSION)))
        limit = float(threshold(radius))
        where = amount(limit, "kPa") if limit > 0 else f"a tension of {pressure(-limit)}"
        print(f"radius {length(radius)}: squeezed with {squeezed}, grows without end below {where}")
    times = f"about {fixed(TEARS / OUTSIDE)} times the pressure outside"
    print(f"no pocket: {amount(TEARS, 'MPa')} of tension, {times}")
    borne, sound, quartz = (sources.observation(f"{name}_tension") for name in ("lab", "sound", "inclusion"))
    focused = f"under focused sound {span(sound.low, sound.high, 'MPa')}"
    print(f"water in tiny inclusions in quartz bore up to {amount(quartz.value, 'MPa')}; {focused}")
    print(f"a thin film of water bore about {amount(borne.value, 'MPa')} of tension in one experiment")
    opened, alone = (length(_smallest_opened(limit)) for limit in (-borne.value, 0.0))
    print(f"that opens every pocket with a radius above {opened}, a vacuum alone those above {alone}")


def _smallest_opened(limit: float) -> float:
    """Radius (m) of the pocket that grows without end below the pressure `limit` (Pa)."""
    return brentq(lambda radius: float(threshold(radius)) - limit, 1e-9, 1e-4)


def print_shares() -> None:
    """The formula of the exercise at work, beside the other end of the scale."""
    gases = joint_gases()
    fluid, speck = (percent(henry.shares(parts)[0]) for parts in (gases.content, gases.tension))
    print(f"carbon dioxide in the gas dissolved in joint fluid: {fluid}")
    print(f"carbon dioxide in the gas of a speck of a bubble: {speck}")
