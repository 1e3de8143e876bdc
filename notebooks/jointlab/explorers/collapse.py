"""Explorer: a gas bubble rests in a film at low pressure; the pressure returns; what is seen and heard?

The learner's units are mm, kPa and ms; the models' are SI. The sphere of the model stands in for the flat cavity of a
real joint, which is drawn with the same volume. How far checked: textbook model with assumed inputs.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings.pop import SHOWN, SPECTRUM, PopPicture
from jointlab.explorers.declare import Declaration, Goal, Slider, Sound
from jointlab.models import sound
from jointlab.models.bubble import resting_bubble
from jointlab.models.dynamics import BubbleHistory, keller_miksis
from jointlab.models.joint_fluid import joint_fluid
from jointlab.models.pressure import Recovery

TIME = np.linspace(SHOWN[0] / 1e3, SHOWN[1] / 1e3, 961)  # s; 80 a millisecond: nothing above 40 kHz
TOLERANCE = 1e-5  # of the solver: quick enough for a hand on a slider
RECORDED_LENGTH = (3e-3, 9e-3)  # s: the goal asks for roughly the 5.66 ms of `pop_duration`
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
        return float(self.bubble.volume.min() / self.bubble.volume[0])


def collapse(radius: float, pressure: float, return_time: float, viscosity: float) -> Collapse:
    """Bubble of `radius` (mm) at rest under `pressure` (kPa), which returns to 1 atm in `return_time` (ms)."""
    fluid = joint_fluid(viscosity)
    bubble = resting_bubble(radius / 1e3, pressure * 1e3, fluid, sources.value("polytropic_exponent"))
    film = Recovery(pressure * 1e3, sources.value("standard_atmosphere"), return_time / 1e3)
    history = keller_miksis(TIME, bubble, fluid, film, tolerance=TOLERANCE)
    heard = sound.monopole_pressure(history.volume_acceleration, fluid.density, sources.value("microphone_distance"))
    return Collapse(
        bubble=history,
        sound=heard,
        spectrum=_drawn(*sound.spectrum(TIME, heard)),
        peak=sound.peak_frequency(TIME, heard),
        duration=sound.pop_duration(TIME, heard),
        level=sound.peak_level(heard),
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
    note = f"{state.peak:,.0f} Hz" if state.peak < 1000 else f"{state.peak / 1e3:.1f} kHz"
    lasts = (
        f"lasts {1e3 * state.duration:.1f} ms" if state.duration < 0.95 * TIME[-1] else "rings on past the 12 ms shown"
    )
    left = 1e9 * state.cavity
    stays = f"{left:.0f}" if left >= 10 else f"{left:.2g}"
    percent = 100 * state.shrinks_to
    share = f"{percent:.0f} %" if percent >= 1 else "less than 1 %"
    return (
        f"The gas shrinks to {share} of its volume and {stays} mm³ stay. "
        f"The skin moves in first. The pop {lasts} and is strongest at {note}; "
        f"one centimetre away, in fluid, its peak is {state.level:.0f} dB."
    )


def like_a_recorded_pop(state: Collapse) -> bool:
    """Whether the pitch lies where neck cracks have it, and the length is roughly theirs."""
    low, high = (sources.observation(f"neck_frequency_{which}").value for which in ("median", "mean"))
    return RECORDED_LENGTH[0] <= state.duration <= RECORDED_LENGTH[1] and low <= state.peak <= high


def _audible(state: Collapse, slow_down: float) -> NDArray:
    return 0.5 * sound.to_audio(TIME, state.sound, slow_down=slow_down)


COLLAPSE = Declaration(
    title="A bubble when the pressure returns",
    controls=(
        Slider("radius", "Bubble radius", "R", "mm", 0.5, 3, 2, scale="log"),
        Slider("pressure", "Fluid pressure", "p", "kPa", 8, 90, 20, scale="log"),
        Slider("return_time", "Return time", "τ", "ms", 0.3, 8, 2, scale="log"),
        Slider("viscosity", "Viscosity", "μ", "Pa s", 0.05, 1, 0.3, scale="log"),
    ),
    model=collapse,
    picture=PopPicture,
    sentence=sentence,
    presets={
        "Slow return": {"return_time": 8.0},
        "Sudden return": {"return_time": 0.3},
        "Small bubble": {"radius": 0.5},
        "Little gas": {"pressure": 8.0},
    },
    goal=Goal("a pop like a recorded one, 3 to 9 ms, strongest at 215 to 333 Hz", like_a_recorded_pop),
    sounds=(
        Sound("Listen", lambda state: _audible(state, 1)),
        Sound("20 × slower", lambda state: _audible(state, 20)),
    ),
)
