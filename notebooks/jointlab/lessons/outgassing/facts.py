"""The numbers of the lesson “Where does the gas come from?”, as tables."""

import numpy as np
from scipy.optimize import brentq

from jointlab import sources
from jointlab.learn import Page
from jointlab.learn.facts import found, source, table
from jointlab.lessons.outgassing.cavity import GAS, RATIO, cavity
from jointlab.lessons.outgassing.cavity_picture import MILLILITRE, SIZES, TOLD
from jointlab.lessons.outgassing.pocket_picture import OUTSIDE, TEARS, kilopascals, length, threshold
from jointlab.models.bubble import blake
from jointlab.models.gas import henry
from jointlab.models.gas.joint_gases import joint_gases
from jointlab.units import amount, fixed, in_si, percent, read_in, span

RATIOS = (0.001, 0.01, RATIO, 0.8, 2.0)  # cavity over fluid
POCKETS = (1e-4, 1e-5, 1e-6, 1e-7, 1e-8)  # m
DIOXIDE = sources.gas("carbon dioxide")
USUAL = in_si(GAS.defaults["carbon_dioxide"], "kPa")
TENSION, VAPOUR = sources.value("surface_tension"), sources.value("vapour_pressure")


def contents() -> Page:
    """The numbers of `one_millilitre`."""
    gases = joint_gases()
    columns = gases.names, gases.tension, gases.content * MILLILITRE, henry.shares(gases.content)
    rows = [
        (name, amount(tension, "kPa"), amount(content, "µmol"), percent(share))
        for name, tension, content, share in zip(*columns, strict=True)
    ]
    dioxide, nitrogen, _ = gases.solubility
    together = f"{amount(gases.tension.sum() + VAPOUR, 'kPa')} with water vapour"
    rows.append(("together", together, amount(gases.content.sum() * MILLILITRE, "µmol"), percent(1)))
    volume = gases.volume.sum()
    drawn = f"{fixed(read_in(volume * MILLILITRE, 'mL'), 3)} mL, {percent(volume, 1)} of the fluid"
    rows.append(("all of it as a gas, at the pressure outside", "", drawn, ""))
    rows.append(("carbon dioxide over nitrogen, at one pressure", "", f"{fixed(dioxide / nitrogen)} times", ""))
    return table(("gas in 1 mL of joint fluid at 37 °C", "presses with", "amount", "share"), rows, folded="In numbers")


def cavities() -> Page:
    """What the explorer shows for some sizes, without and with carbon dioxide from bicarbonate."""
    rows = []
    for ratio in RATIOS:
        alone, helped = (cavity(ratio, USUAL, supply) for supply in ("none", "bicarbonate"))
        shares = (percent(state.carbon_dioxide) for state in (alone, helped))
        rows.append((amount(ratio, "%"), amount(alone.pressure, "kPa"), *shares))
    heads = ("cavity, of the fluid's volume", "pressure in it", "carbon dioxide in its gas", "the same, if replaced")
    return table(heads, rows)


def young() -> Page:
    """The cavity that was reported, in this model; and how large one is that holds as much carbon dioxide as told."""
    state, diseased = cavity(RATIO, USUAL, "none"), DIOXIDE.tension_high
    share, size = amount(sources.observation("cavity_share").value, "%"), amount(RATIO, "%")
    shares = ", ".join(f"{percent(part)} {name}" for name, part in zip(state.names, state.share, strict=True))
    out = [f"{percent(part)} of its {name}" for name, part in zip(state.names, state.released, strict=True)]
    helped, rich = (percent(size_as_told(*fluid)) for fluid in ((USUAL, "bicarbonate"), (diseased, "none")))
    rows = [
        (f"{share} of a joint that fluid and gas fill", f"{size} of the fluid"),
        (f"gas in a cavity of {size}", shares),
        ("what has left the fluid for it", f"{out[0]} and {out[1]}"),
        ("all gas drawn out of the fluid", f"{percent(henry.shares(joint_gases().content)[0])} carbon dioxide"),
        (f"{percent(TOLD)} carbon dioxide, if it is replaced", f"in a cavity of {helped}"),
        (f"{percent(TOLD)} carbon dioxide, if the fluid held {amount(diseased, 'kPa')}", f"in a cavity of {rich}"),
    ]
    return table(("what", "in this model"), rows)


def size_as_told(tension: float, supply: str) -> float:
    """Size (over the fluid's volume) of the cavity whose gas is TOLD carbon dioxide, in fluid with `tension` (Pa)."""
    return float(brentq(lambda size: cavity(size, tension, supply).carbon_dioxide - TOLD, *SIZES))


def puzzle() -> Page:
    """What it would take for both numbers that are reported to hold at once."""

    def too_much(tension: float, supply: str) -> float:
        return cavity(RATIO, tension, supply).carbon_dioxide - TOLD

    both = f"{percent(TOLD)} in a cavity of {amount(RATIO, '%')}"
    rows = [
        (f"{both}, {words}", f"needs {amount(brentq(too_much, 1e3, 1e5, args=(supply,)), 'kPa')}")
        for words, supply in (("not replaced", "none"), ("replaced", "bicarbonate"))
    ]
    ends = [DIOXIDE.tension_low, DIOXIDE.tension_high]
    rows.append(("venous blood", f"has {amount(DIOXIDE.tension, 'kPa')}"))
    rows.append(("fluid from diseased knees of 44 people", f"had {' to '.join(amount(end, 'kPa') for end in ends)}"))
    drawn = " to ".join(percent(henry.shares(joint_gases(end).content)[0]) for end in ends)
    rows.append(("all gas drawn out of such fluids", f"is {drawn} carbon dioxide"))
    return table(("what", "carbon dioxide in the fluid"), rows)


def knuckle() -> Page:
    """The young cavity of the explorer in the fluid of one knuckle, and what is left when the pressure is back."""
    fluid = sources.value("mcp_fluid_volume")
    state = cavity(sources.observation("cavity_ratio").value, USUAL, "none")
    volume = state.ratio * fluid
    squeezed = volume * state.inside.sum() / (OUTSIDE - state.vapour)
    rows = [
        ("fluid in a knuckle, assumed", amount(fluid, "mL")),
        ("a cavity as large as reported", amount(volume, "mm³")),
        ("its gas under the pressure outside", f"{amount(squeezed, 'mm³')}; its vapour would be water again"),
    ]
    return table(("what", "how much"), rows)


def reach() -> Page:
    """From how far gas can have come when a cavity is so old."""
    diffusivity, rows = joint_gases().diffusivity, []
    for words, seconds, unit in (
        ("one pop", sources.observation("pop_duration").value, "ms"),
        ("one picture of the scanner", sources.observation("mri_frame_time").value, "ms"),
        ("a second", 1.0, "s"),
    ):
        far = np.mean(henry.diffusion_reach(diffusivity, seconds))
        rows.append((f"{words} ({amount(seconds, unit)})", f"about {fixed(read_in(far, 'µm'))} µm"))
    return table(("time", "gas comes from so far away"), rows)


def pockets() -> Page:
    """How hard the surface squeezes a pocket, and how low the pressure must fall before it grows without end."""
    rows = []
    for radius in POCKETS:
        limit = float(threshold(radius))
        where = kilopascals(limit) if limit > 0 else f"a tension of {kilopascals(-limit)}"
        rows.append((length(radius), kilopascals(float(blake.laplace_pressure(radius, TENSION))), where))
    rows.append(("no pocket", "", f"a tension of {kilopascals(TEARS)}"))
    borne = sources.observation("lab_tension").value
    opened, alone = (length(_smallest_opened(limit)) for limit in (-borne, 0.0))
    rows.append((f"{alone}: the smallest that a vacuum opens", "", kilopascals(0)))
    rows.append((f"{opened}: the smallest that such a tension opens", "", f"a tension of {kilopascals(borne)}"))
    return table(("radius at rest", "squeezed with", "grows without end below"), rows)


def _smallest_opened(limit: float) -> float:
    """Radius (m) of the pocket that grows without end below the pressure `limit` (Pa)."""
    return brentq(lambda radius: float(threshold(radius)) - limit, 1e-9, 1e-4)


def shares() -> Page:
    """The formula of the exercise at work, beside the other end of the scale."""
    gases = joint_gases()
    fluid, speck = (percent(henry.shares(parts)[0]) for parts in (gases.content, gases.tension))
    rows = [("the gas dissolved in joint fluid", fluid), ("the same without any h: a speck of a bubble", speck)]
    return table(("which gas", "carbon dioxide in it"), rows)


def bounds() -> Page:
    """What else the prose quotes."""
    sound, quartz = sources.observation("sound_tension"), sources.observation("inclusion_tension")
    names = {
        "standard_atmosphere": ("the air outside", "kPa"),
        "vapour_pressure": ("vapour of water at body temperature", "kPa"),
        "film_thickness": ("thickness of the film in a joint", "µm"),
        "bicarbonate_time": ("until bicarbonate has given up its gas, without help", "s"),
    }
    rows = [
        (what, found(sources.constant(name), unit), source(sources.constant(name)))
        for name, (what, unit) in names.items()
    ]
    rows.append(("tension that tears water under focused sound", span(sound.low, sound.high, "kPa"), source(sound)))
    rows.append(("tension that water bore in quartz", f"up to {kilopascals(quartz.value)}", source(quartz)))
    return table(("what", "how much", "who"), rows, folded="Other numbers of this lesson")
