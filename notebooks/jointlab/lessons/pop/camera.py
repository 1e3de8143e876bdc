"""Explorer: four stories of one crack before a camera; which of them look alike?

The stories are set so that those which leave gas leave the same amount, because no one knows the amounts. How far
checked: textbook model for the bubbles, toy model for the capsule; sizes, pressures and times are assumed.
"""

from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.language import _, listed
from jointlab.lessons.pop.camera_picture import PICTURES, TIMES, TITLES, CameraPicture, Footage, Strip
from jointlab.models.bubble import exposure, mechanisms
from jointlab.models.bubble.joint_liquid import joint_fluid
from jointlab.models.bubble.mechanisms import Joint, PopHistory
from jointlab.units import amount, read_in

LEFT_OVER = 20e-9  # m³ of gas that birth, partial collapse and recoil leave; assumed, a fifth of a knuckle's fluid
TENSION = -100e3  # Pa in the film when a bubble is born; assumed, a tenth of what a film of water bore once
GAS_SHARE = 0.005  # of the pressure in the cavity that collapses completely; the rest is vapour; assumed
GOAL = 10e-3  # s: pictures so long tell birth from partial collapse only if the gas space opens slowly
CAPSULE_NOTE, CAPSULE_DAMPING = 250.0, 0.2  # Hz and share of critical; toy
SEEN = 0.25  # of the largest gas space: two pictures that differ by less look alike; assumed
MOMENTS = np.linspace(-0.5, 0.5, 21)  # when within its picture the joint may crack
SCANNER = read_in(sources.observation("mri_frame_time").value, "ms")
ENOUGH = read_in(1 / sources.observation("frames_needed").value, "ms")


@lru_cache(maxsize=256)
def histories(opening_time: float) -> tuple[PopHistory, ...]:
    """The four stories (SI units) if the gas space, or the drawn-in capsule, takes `opening_time` (s) to form."""
    time = mechanisms.event_time(before=opening_time, after=0.02, step=1e-5)
    ambient = sources.value("standard_atmosphere")
    low = sources.value("low_pressure_ratio") * ambient
    exponent = sources.value("polytropic_exponent")
    fluid, back = joint_fluid(sources.value("film_viscosity")), sources.value("recovery_time")

    def joint(volume: float) -> Joint:
        return Joint(fluid, ambient, volume, opening_time, exponent)

    # A newborn bubble comes to rest where the film has risen to the vapour's pressure, short of the whole volume.
    wider = joint(LEFT_OVER * (ambient - TENSION) / (fluid.vapour_pressure - TENSION))
    larger = joint(LEFT_OVER / mechanisms.partial_collapse(time, joint(LEFT_OVER), low, back).volume_left)
    return (
        mechanisms.inception(time, wider, TENSION, sources.value("nucleus_radius")),
        mechanisms.full_collapse(time, larger, low, back, GAS_SHARE),
        mechanisms.partial_collapse(time, larger, low, back),
        mechanisms.capsule_recoil(time, joint(LEFT_OVER), TENSION, CAPSULE_NOTE, CAPSULE_DAMPING),
    )


def filmed(interval: float, phase: float, opening_time: float) -> Footage:
    """A picture every `interval` (s), the crack at `phase` (0…1) of its picture, the stories as `histories` says."""
    crack = phase - 0.5
    told = histories(opening_time)
    footage = [exposure.pictures(history, interval, PICTURES, np.append(crack, MOMENTS)) for history in told]
    letters = exposure.letters([every[1:] for every in footage], SEEN)
    strips = []
    for title, history, (shown, *_other), letter in zip(TITLES, told, footage, letters, strict=True):
        clock = _clock(history.time / interval + crack)
        truth = np.interp((clock - crack) * interval, history.time, history.cavity_volume)
        apart = exposure.pictures(parted(history), interval, PICTURES, [crack])[0]
        strips.append(Strip(title, clock, truth, shown, apart, letter))
    return Footage(interval, crack, tuple(strips))


def parted(history: PopHistory) -> PopHistory:
    """How far the bones are apart, 0…1, in place of the volume: they part as the gas space opens, and stay apart, since
    the finger is still pulled. Toy: how they move in a cracking joint nobody has filmed."""
    widest = np.maximum.accumulate(history.cavity_volume)
    return replace(history, cavity_volume=widest / widest[-1])


def _clock(event: NDArray) -> NDArray:
    """Moments to draw: all pictures evenly, and the event itself as finely as 100 points allow."""
    first, last = PICTURES[0] - 0.5, PICTURES[-1] + 0.5
    inside = event[(event > first) & (event < last)]
    fine = inside[:: max(1, inside.size // 100)]
    return np.unique(np.concatenate([np.linspace(first, last, 40), fine]))


def sentence(state: Footage) -> str:
    """What the camera can tell, in words."""
    time = amount(state.interval, "ms")
    alike = [listed([_(title) for title in titles]).lower() for titles in state.groups.values() if len(titles) > 1]
    if not alike:
        return _(
            "At {time} a picture all four films differ, whenever the joint cracks: this camera could tell which "
            "story is true."
        ).format(time=time)
    told = _("At {time} a picture these can look alike: {stories}. This camera cannot choose between them.")
    return told.format(time=time, stories="; ".join(alike))


ENDS = [read_in(end, "ms") for end in TIMES]

CAMERA = Declaration(
    title=_("Four stories, one camera"),
    controls=(
        Slider("interval", _("Picture time"), "Δt", "ms", *ENDS, SCANNER, steps=120, scale="log"),
        Slider("phase", _("Crack at"), "", "%", 0, 100, 50, steps=20),
        Slider("opening_time", _("Opening time"), "", "ms", 1, 100, 20, steps=60, scale="log"),
    ),
    model=filmed,
    picture=CameraPicture,
    sentence=sentence,
    presets={
        _("The scanner of 2015"): {"interval": SCANNER},
        _("50 a second"): {"interval": 20.0},
        _("1,200 a second"): {"interval": ENOUGH},
    },
    goal=Goal(
        _("tell birth from partial collapse with pictures of {time} or longer"),
        lambda state: state.tells_birth_from_collapse and state.interval >= GOAL,
        {"time": amount(GOAL, "ms")},
    ),
)
