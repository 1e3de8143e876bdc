"""Explorer: a gas bubble rests in a film at low pressure; the pressure returns; what is seen and heard?

The learner's units are mm, kPa and ms; the models' are SI. The sphere of the model stands in for the flat cavity of a
real joint, which is drawn with the same volume. How far checked: textbook model with assumed inputs.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.explorers.declare import Declaration, Goal, Slider, Sound
from jointlab.lessons.pop.collapse_picture import SHOWN, SPECTRUM, PopPicture
from jointlab.models.bubble import acoustics
from jointlab.models.bubble.joint_liquid import joint_fluid
from jointlab.models.bubble.keller_miksis import BubbleHistory, keller_miksis
from jointlab.models.bubble.recovery import Recovery
from jointlab.models.bubble.statics import resting_bubble
from jointlab.units import amount

TIME = np.linspace(SHOWN[0] / 1e3, SHOWN[1] / 1e3, 1921)  # s; 160 a millisecond: no collapse falls between
TOLERANCE = 1e-6  # of the solver; the tests compare with 1e-9 and ten times as many moments
LENGTH = (3e-3, 9e-3)  # s: the goal asks for roughly the length of a recorded pop, `pop_duration`
PITCH = (sources.observation("neck_frequency_median").low, sources.observation("neck_frequency_median").high)  # Hz
DRAWN_SPECTRUM = np.geomspace(*SPECTRUM, 180)  # Hz


@dataclass(frozen=True, eq=False)
class Collapse:
    """One run in SI units: the bubble, the fluid around it, the sound at the microphone and its measures."""

    bubble: BubbleHistory
    sound: NDArray
    spectrum: NDArray  # over DRAWN_SPECTRUM, its highest point 1
    peak: float
    duration: float
    level: float

    @property
    def cavity(self) -> float:
        """m³ of gas at the end of the record."""
        return float(self.bubble.volume[-1])

    @property
    def shrinks_to(self) -> float:
        """Smallest volume over the first."""
        return self.bubble.smallest_ratio**3


def collapse(radius: float, pressure: float, return_time: float, viscosity: float) -> Collapse:
    """Bubble of `radius` (mm) at rest under `pressure` (kPa), which returns to 1 atm in `return_time` (ms)."""
    fluid = joint_fluid(viscosity)
    bubble = resting_bubble(radius / 1e3, pressure * 1e3, fluid, sources.value("polytropic_exponent"))
    film = Recovery(pressure * 1e3, sources.value("standard_atmosphere"), return_time / 1e3)
    history = keller_miksis(TIME, bubble, fluid, film, tolerance=TOLERANCE)
    heard = acoustics.monopole_pressure(
        history.volume_acceleration, fluid.density, sources.value("microphone_distance")
    )
    return Collapse(
        bubble=history,
        sound=heard,
        spectrum=_drawn(*acoustics.spectrum(TIME, heard)),
        peak=acoustics.peak_frequency(TIME, heard),
        duration=acoustics.pop_duration(TIME, heard),
        level=acoustics.peak_level(heard),
    )


def _drawn(frequency: NDArray, amplitude: NDArray) -> NDArray:
    """The spectrum at DRAWN_SPECTRUM; between far neighbours its highest point, so that no narrow peak is lost."""
    starts = np.searchsorted(frequency, DRAWN_SPECTRUM)
    highest = np.maximum.reduceat(amplitude, np.minimum(starts, amplitude.size - 1))
    dense = np.diff(starts, append=starts[-1]) > 1
    drawn = np.where(dense, highest, np.interp(DRAWN_SPECTRUM, frequency, amplitude))
    return drawn / drawn.max()


def sentence(state: Collapse) -> str:
    """What the state shows, in words."""
    percent = 100 * state.shrinks_to
    share = f"{percent:.0f} %" if percent >= 1 else "less than 1 %"
    # The pressure of a sound goes with the acceleration of the volume: only its beginning tells a direction.
    begins, sets_off = ("fall", "inwards") if acoustics.first_polarity(state.sound) < 0 else ("rise", "outwards")
    ended = state.duration < 0.95 * TIME[-1]
    lasts = f"lasts {amount(state.duration, 'ms')}" if ended else f"rings on past the {amount(TIME[-1], 'ms')} shown"
    pitch = amount(state.peak, "Hz" if state.peak < 1000 else "kHz")
    return (
        f"The gas shrinks to {share} of its volume and {amount(state.cavity, 'mm³')} stay. "
        f"The sound begins with a {begins} in pressure: the skin sets off {sets_off}. "
        f"The pop {lasts} and is strongest at {pitch}; {amount(sources.value('microphone_distance'), 'mm')} away, in "
        f"fluid, its peak is {state.level:.0f} dB."
    )


def like_a_recorded_pop(state: Collapse) -> bool:
    """Whether the pitch lies in the range of recorded neck cracks, and the length is roughly theirs."""
    return LENGTH[0] <= state.duration <= LENGTH[1] and PITCH[0] <= state.peak <= PITCH[1]


def _audible(state: Collapse, slow_down: float) -> NDArray:
    return 0.5 * acoustics.to_audio(TIME, state.sound, slow_down=slow_down)


COLLAPSE = Declaration(
    title="A bubble when the pressure returns",
    controls=(
        Slider("radius", "Bubble radius", "R", "mm", 0.5, 3, 2, scale="log"),
        Slider("pressure", "Fluid pressure", "p", "kPa", 10, 90, 20, scale="log"),
        Slider("return_time", "Return time", "τ", "ms", 0.5, 8, 3, scale="log"),
        Slider("viscosity", "Viscosity", "μ", "Pa s", 0.1, 1, 0.5, scale="log"),
    ),
    model=collapse,
    picture=PopPicture,
    sentence=sentence,
    presets={
        "Slow return": {"return_time": 8.0},
        "Sudden return": {"return_time": 0.5},
        "Small bubble": {"radius": 0.5},
        "Very low pressure": {"pressure": 10.0},
    },
    goal=Goal(
        f"a pop like those of necks: {1e3 * LENGTH[0]:g} to {amount(LENGTH[1], 'ms')}, "
        f"strongest at {amount(PITCH[0], 'Hz')} to {amount(PITCH[1], 'Hz')}",
        like_a_recorded_pop,
    ),
    sounds=(
        Sound("Listen", lambda state: _audible(state, 1)),
        Sound("20 × slower", lambda state: _audible(state, 20)),
    ),
)
