"""The numbers of the lesson “Where does the gas come from?”, as tables."""

import numpy as np
from scipy.optimize import brentq

from jointlab import sources
from jointlab.language import _, listed, pgettext
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
        (_(name), amount(tension, "kPa"), amount(content, "µmol"), percent(share))
        for name, tension, content, share in zip(*columns, strict=True)
    ]
    dioxide, nitrogen, _oxygen = gases.solubility
    together = _("{pressure} with water vapour").format(pressure=amount(gases.tension.sum() + VAPOUR, "kPa"))
    rows.append((_("together"), together, amount(gases.content.sum() * MILLILITRE, "µmol"), percent(1)))
    volume = gases.volume.sum()
    drawn = _("{volume} mL, {share} of the fluid").format(
        volume=fixed(read_in(volume * MILLILITRE, "mL"), 3), share=percent(volume, 1)
    )
    rows.append((_("all of it as a gas, at the pressure outside"), "", drawn, ""))
    rows.append(
        (
            _("carbon dioxide over nitrogen, at one pressure"),
            "",
            _("{count} times").format(count=fixed(dioxide / nitrogen)),
            "",
        )
    )
    return table(
        (_("gas in 1 mL of joint fluid at 37 °C"), _("presses with"), _("amount"), _("share")),
        rows,
        folded=_("In numbers"),
    )


def cavities() -> Page:
    """What the explorer shows for some sizes, without and with carbon dioxide from bicarbonate."""
    rows = []
    for ratio in RATIOS:
        alone, helped = (cavity(ratio, USUAL, supply) for supply in ("none", "bicarbonate"))
        shares = (percent(state.carbon_dioxide) for state in (alone, helped))
        rows.append((amount(ratio, "%"), amount(alone.pressure, "kPa"), *shares))
    heads = (
        _("cavity, of the fluid's volume"),
        _("pressure in it"),
        _("carbon dioxide in its gas"),
        _("the same, if replaced"),
    )
    return table(heads, rows)


def young() -> Page:
    """The cavity that was reported, in this model; and how large one is that holds as much carbon dioxide as told."""
    state, diseased = cavity(RATIO, USUAL, "none"), DIOXIDE.tension_high
    share, size = amount(sources.observation("cavity_share").value, "%"), amount(RATIO, "%")
    shares = ", ".join(f"{percent(part)} {_(name)}" for name, part in zip(state.names, state.share, strict=True))
    out = listed(
        [
            _("{share} of its {gas}").format(share=percent(part), gas=_(name))
            for name, part in list(zip(state.names, state.released, strict=True))[:2]
        ]
    )
    helped, rich = (percent(size_as_told(*fluid)) for fluid in ((USUAL, "bicarbonate"), (diseased, "none")))
    rows = [
        (
            _("{share} of a joint that fluid and gas fill").format(share=share),
            _("{size} of the fluid").format(size=size),
        ),
        (_("gas in a cavity of {size}").format(size=size), shares),
        (_("what has left the fluid for it"), out),
        (
            _("all gas drawn out of the fluid"),
            _("{share} carbon dioxide").format(share=percent(henry.shares(joint_gases().content)[0])),
        ),
        (
            _("{share} carbon dioxide, if it is replaced").format(share=percent(TOLD)),
            _("in a cavity of {size}").format(size=helped),
        ),
        (
            _("{share} carbon dioxide, if the fluid held {pressure}").format(
                share=percent(TOLD), pressure=amount(diseased, "kPa")
            ),
            _("in a cavity of {size}").format(size=rich),
        ),
    ]
    return table((_("what"), _("in this model")), rows)


def size_as_told(tension: float, supply: str) -> float:
    """Size (over the fluid's volume) of the cavity whose gas is TOLD carbon dioxide, in fluid with `tension` (Pa)."""
    return float(brentq(lambda size: cavity(size, tension, supply).carbon_dioxide - TOLD, *SIZES))


def puzzle() -> Page:
    """What it would take for both numbers that are reported to hold at once."""

    def too_much(tension: float, supply: str) -> float:
        return cavity(RATIO, tension, supply).carbon_dioxide - TOLD

    ways = {
        _("{share} in a cavity of {size}, not replaced"): "none",
        _("{share} in a cavity of {size}, replaced"): "bicarbonate",
    }
    needs = _("needs {pressure}")
    rows = [
        (
            both.format(share=percent(TOLD), size=amount(RATIO, "%")),
            needs.format(pressure=amount(brentq(too_much, 1e3, 1e5, args=(supply,)), "kPa")),
        )
        for both, supply in ways.items()
    ]
    ends = [DIOXIDE.tension_low, DIOXIDE.tension_high]
    rows.append((_("venous blood"), _("has {pressure}").format(pressure=amount(DIOXIDE.tension, "kPa"))))
    rows.append(
        (
            _("fluid from diseased knees of 44 people"),
            _("had {low} to {high}").format(low=amount(ends[0], "kPa"), high=amount(ends[1], "kPa")),
        )
    )
    low, high = (percent(henry.shares(joint_gases(end).content)[0]) for end in ends)
    drawn = _("is {low} to {high} carbon dioxide").format(low=low, high=high)
    rows.append((_("all gas drawn out of such fluids"), drawn))
    return table((_("what"), _("carbon dioxide in the fluid")), rows)


def knuckle() -> Page:
    """The young cavity of the explorer in the fluid of one knuckle, and what is left when the pressure is back."""
    fluid = sources.value("mcp_fluid_volume")
    state = cavity(sources.observation("cavity_ratio").value, USUAL, "none")
    volume = state.ratio * fluid
    squeezed = volume * state.inside.sum() / (OUTSIDE - state.vapour)
    rows = [
        (_("fluid in a knuckle, assumed"), amount(fluid, "mL")),
        (_("a cavity as large as reported"), amount(volume, "mm³")),
        (
            _("its gas under the pressure outside"),
            _("{volume}; its vapour would be water again").format(volume=amount(squeezed, "mm³")),
        ),
    ]
    return table((_("what"), _("how much")), rows)


def reach() -> Page:
    """From how far gas can have come when a cavity is so old."""
    diffusivity, rows = joint_gases().diffusivity, []
    for words, seconds, unit in (
        (_("one pop"), sources.observation("pop_duration").value, "ms"),
        (_("one picture of the scanner"), sources.observation("mri_frame_time").value, "ms"),
        (_("a second"), 1.0, "s"),
    ):
        far = np.mean(henry.diffusion_reach(diffusivity, seconds))
        rows.append(
            (f"{words} ({amount(seconds, unit)})", _("about {distance} µm").format(distance=fixed(read_in(far, "µm"))))
        )
    return table((pgettext("how long", "time"), _("gas comes from so far away")), rows)


def pockets() -> Page:
    """How hard the surface squeezes a pocket, and how low the pressure must fall before it grows without end."""
    tension, rows = _("a tension of {pressure}"), []
    for radius in POCKETS:
        limit = float(threshold(radius))
        where = kilopascals(limit) if limit > 0 else tension.format(pressure=kilopascals(-limit))
        rows.append((length(radius), kilopascals(float(blake.laplace_pressure(radius, TENSION))), where))
    rows.append((_("no pocket"), "", tension.format(pressure=kilopascals(TEARS))))
    borne = sources.observation("lab_tension").value
    opened, alone = (length(_smallest_opened(limit)) for limit in (-borne, 0.0))
    rows.append((_("{radius}: the smallest that a vacuum opens").format(radius=alone), "", kilopascals(0)))
    rows.append(
        (
            _("{radius}: the smallest that such a tension opens").format(radius=opened),
            "",
            tension.format(pressure=kilopascals(borne)),
        )
    )
    return table((_("radius at rest"), _("squeezed with"), _("grows without end below")), rows)


def _smallest_opened(limit: float) -> float:
    """Radius (m) of the pocket that grows without end below the pressure `limit` (Pa)."""
    return brentq(lambda radius: float(threshold(radius)) - limit, 1e-9, 1e-4)


def shares() -> Page:
    """The formula of the exercise at work, beside the other end of the scale."""
    gases = joint_gases()
    fluid, speck = (percent(henry.shares(parts)[0]) for parts in (gases.content, gases.tension))
    rows = [(_("the gas dissolved in joint fluid"), fluid), (_("the same without any h: a speck of a bubble"), speck)]
    return table((_("which gas"), _("carbon dioxide in it")), rows)


def bounds() -> Page:
    """What else the prose quotes."""
    sound, quartz = sources.observation("sound_tension"), sources.observation("inclusion_tension")
    names = {
        "standard_atmosphere": (_("the air outside"), "kPa"),
        "vapour_pressure": (_("vapour of water at body temperature"), "kPa"),
        "film_thickness": (_("thickness of the film in a joint"), "µm"),
        "bicarbonate_time": (_("until bicarbonate has given up its gas, without help"), "s"),
    }
    rows = [
        (what, found(sources.constant(name), unit), source(sources.constant(name)))
        for name, (what, unit) in names.items()
    ]
    rows.append((_("tension that tears water under focused sound"), span(sound.low, sound.high, "kPa"), source(sound)))
    rows.append(
        (
            _("tension that water bore in quartz"),
            _("up to {pressure}").format(pressure=kilopascals(quartz.value)),
            source(quartz),
        )
    )
    return table((_("what"), _("how much"), _("who")), rows, folded=_("Other numbers of this lesson"))
