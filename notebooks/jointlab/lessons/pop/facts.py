"""The printed numbers of the lesson What makes the pop?"""

import numpy as np

from jointlab import sources
from jointlab.language import _
from jointlab.learn import Page, facts
from jointlab.lessons.pop.loudness import EAR, MICROPHONE, birth_levels, births, collapse_levels, outside
from jointlab.lessons.pop.loudness import loudest_at_the_turn as turns
from jointlab.models.bubble.keller_miksis import rayleigh_collapse_time
from jointlab.units import amount, fixed, read_in

RADII = (0.5e-3, 1e-3, 2e-3)  # m


def loudness() -> Page:
    """The numbers of `figures.levels`, and which moment of a birth is the loudest."""
    heads = (
        _("what was tried"),
        _("in fluid, {distance} away").format(distance=amount(MICROPHONE, "mm")),
        _("outside, {distance} away").format(distance=amount(EAR, "m")),
    )
    ways = ((_("{count} ways of a collapse"), collapse_levels()), (_("{count} ways of a birth"), birth_levels()))
    span = _("{low} dB to {high} dB")
    rows = [
        (way.format(count=levels.size), *(span.format(low=fixed(low), high=fixed(high)) for low, high in _ends(levels)))
        for way, levels in ways
    ]
    millions = _("{count} million times").format(count=fixed(10 ** (np.ptp(collapse_levels()) / 20) / 1e6))
    rows.append((_("the pressure of the loudest collapse over that of the faintest"), millions, millions))
    rows.append(
        (
            _("births whose loudest moment is the turn"),
            *[_("{count} of {all}").format(count=turns(), all=len(births()))] * 2,
        )
    )
    return facts.table(heads, rows, folded=_("All levels in numbers"))


def _ends(levels: np.ndarray) -> tuple[tuple[float, float], ...]:
    return tuple((float(heard.min()), float(heard.max())) for heard in (levels, outside(levels)))


def collapse_times() -> Page:
    """Rayleigh's formula at work: from a size to a time, and back from a pop to a size."""
    density, difference = sources.value("liquid_density"), sources.value("standard_atmosphere")
    rows = [
        (amount(radius, "mm"), f"{fixed(read_in(rayleigh_collapse_time(radius, density, difference), 'µs'))} µs")
        for radius in RADII
    ]
    pop = sources.observation("pop_duration").value
    radius = pop / rayleigh_collapse_time(1.0, density, difference)
    rows.append((f"{fixed(read_in(radius, 'mm'))} mm", _("{time}, as long as a pop").format(time=amount(pop, "ms"))))
    return facts.table((_("radius"), _("gone after")), rows)


def numbers() -> Page:
    """What the lesson quotes, with who found it."""
    measured = {
        "pop_duration": "ms",
        "mri_frame_time": "ms",
        "mri_frame_rate": "pictures a second",
        "flash_delay": "ms",
        "neck_frequency_median": "Hz",
        "knuckle_peak_frequency": "Hz",
        "knuckle_ring_time": "ms",
        "refractory_time": "minutes",
        "frames_needed": "pictures a second",
    }
    constants = {
        "standard_atmosphere": ("kPa", _("Pressure of the air outside")),
        "vapour_pressure": ("kPa", _("Pressure below which water boils at body temperature")),
        "water_viscosity": ("Pa s", _("Viscosity of water at body temperature")),
        "listening_distance": ("m", _("From the joint to an ear")),
    }
    found = [(sources.observation(name), unit, sources.observation(name).what) for name, unit in measured.items()]
    found += [(sources.constant(name), *how) for name, how in constants.items()]
    rows = [(what, facts.found(row, unit), facts.many(row), facts.source(row)) for row, unit, what in found]
    return facts.table(
        (_("what"), _("how much"), _("how many"), _("who")), rows, folded=_("All numbers, and who found them")
    )
