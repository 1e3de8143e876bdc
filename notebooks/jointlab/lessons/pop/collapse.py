"""Explorer: a gas bubble rests in a film at low pressure; the pressure returns; what is seen and heard?

The sphere of the model stands in for the flat cavity of a real joint, which is drawn with the same volume. How far
checked: textbook model with assumed inputs.
"""

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.explorers.curves import Axis, Curve, Heard, Place
from jointlab.explorers.declare import Build, Declaration, Goal, Slider, Sound
from jointlab.language import _
from jointlab.lessons.pop.collapse_picture import END, HEARD, SPECTRUM, STRONGEST, Collapse, CollapsePicture
from jointlab.lessons.pop.loudness import EAR, MICROPHONE, outside
from jointlab.models.bubble import acoustics
from jointlab.models.bubble.joint_liquid import joint_fluid
from jointlab.models.bubble.keller_miksis import keller_miksis
from jointlab.models.bubble.recovery import Recovery
from jointlab.models.bubble.statics import resting_bubble
from jointlab.units import amount, fixed, percent, span

TIME = np.linspace(0, END, 3841)  # s; 320 a millisecond: no collapse falls between
TOLERANCE = 1e-6  # of the solver; the tests compare with 1e-9 and five times as many moments
LENGTH = (3e-3, 9e-3)  # s: the goal asks for roughly the length of a recorded pop, `pop_duration`
PITCH = (sources.observation("neck_frequency_median").low, sources.observation("neck_frequency_median").high)  # Hz
AUDIBLE = 40.0  # dB: the goal asks for no less half a metre away; assumed
DRAWN_SPECTRUM = np.geomspace(*HEARD, 180)  # Hz


def collapse(radius: float, pressure: float, return_time: float, viscosity: float) -> Collapse:
    """Bubble of `radius` (m) at rest under `pressure` (Pa), which returns to 1 atm in `return_time` (s)."""
    fluid = joint_fluid(viscosity)
    bubble = resting_bubble(radius, pressure, fluid, sources.value("polytropic_exponent"))
    film = Recovery(pressure, sources.value("standard_atmosphere"), return_time)
    history = keller_miksis(TIME, bubble, fluid, film, tolerance=TOLERANCE)
    heard = acoustics.monopole_pressure(history.volume_acceleration, fluid.density, MICROPHONE)
    return Collapse(
        bubble=history,
        sound=heard,
        frequency=DRAWN_SPECTRUM,
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
    share = percent(state.shrinks_to) if state.shrinks_to >= 0.01 else _("less than 1 %")
    # The pressure of a sound goes with the acceleration of the volume: only its beginning tells a direction.
    falls = acoustics.first_polarity(state.sound) < 0
    ended = state.duration < 0.95 * TIME[-1]
    told = (
        _("The gas shrinks to {share} of its volume; then {cavity} stay."),
        _("The sound begins with a fall in pressure: the skin sets off inwards.")
        if falls
        else _("The sound begins with a rise in pressure: the skin sets off outwards."),
        _("The pop lasts {duration}, strongest at {pitch}.")
        if ended
        else _("The pop rings on past the {shown} shown, strongest at {pitch}."),
        _("Its peak is {level} dB in fluid {near} away, {outside} dB outside at {far}."),
    )
    return " ".join(told).format(
        share=share,
        cavity=amount(state.cavity, "mm³"),
        duration=amount(state.duration, "ms"),
        shown=amount(TIME[-1], "ms"),
        pitch=frequency(state.peak),
        level=fixed(state.level),
        near=amount(MICROPHONE, "mm"),
        outside=fixed(outside(state.level)),
        far=amount(EAR, "m"),
    )


def frequency(hertz: float) -> str:
    """In Hz, from 1,000 on in kHz."""
    return amount(hertz, "Hz" if hertz < 1000 else "kHz")


def like_a_recorded_pop(state: Collapse) -> bool:
    """Whether the pitch lies in the range of recorded neck cracks, the length is roughly theirs, and it is heard."""
    alike = LENGTH[0] <= state.duration <= LENGTH[1] and PITCH[0] <= state.peak <= PITCH[1]
    return alike and bool(outside(state.level) >= AUDIBLE)


def _audible(state: Collapse, slow_down: float) -> NDArray:
    return 0.5 * acoustics.to_audio(TIME, state.sound, slow_down=slow_down)


def _empty_bubble(state: Collapse) -> dict[str, float]:
    """The same bubble as Rayleigh's: empty, in the same fluid, with all of the pressure back at once."""
    pressure = state.bubble.ambient_pressure
    return {
        "radius": float(state.bubble.radius[0]),
        "density": sources.value("liquid_density"),
        "pressure_difference": float(pressure[-1] - pressure[0]),
    }


def heard(state: Collapse) -> Heard:
    """The spectrum of the sound, its peak included."""
    peak = np.searchsorted(state.frequency, state.peak)
    return Heard(
        Axis(_("Frequency"), "Hz", *HEARD, "log", frequency),
        Axis(_("Strength"), "", 0.0, STRONGEST),
        [
            Curve(
                np.insert(state.frequency, peak, state.peak),
                np.insert(state.spectrum, peak, 1.0),
                place=Place("", PITCH, _("the ends of the range in which neck cracks were strongest")),
            )
        ],
        SPECTRUM,
    )


COLLAPSE = Declaration(
    title=_("A bubble when the pressure returns"),
    controls=(
        # Narrower than all that is worth trying: beyond these ends the solver's error in the level passes 1 dB (small
        # bubbles, quick returns), or the sound goes on past END (slow returns, thin fluid).
        Slider.of_constant("bubble_radius", _("Bubble radius"), "R", "mm", name="radius", low=0.5, scale="log"),
        Slider("pressure", _("Fluid pressure"), "p", "kPa", 10, 90, 20, scale="log"),
        Slider.of_constant(
            "recovery_time", _("Return time"), "τ", "ms", name="return_time", low=0.5, high=8, scale="log"
        ),
        Slider.of_constant("bubble_viscosity", _("Viscosity"), "μ", "Pa s", name="viscosity", low=0.1, scale="log"),
    ),
    model=collapse,
    picture=CollapsePicture,
    sentence=sentence,
    presets={
        _("Sudden return"): {"return_time": 0.5},
        _("Small bubble"): {"radius": 0.5},
        _("Very low pressure"): {"pressure": 10.0},
    },
    goal=Goal(
        _("{length} long, strongest at {pitch}, {level} dB or more outside"),
        like_a_recorded_pop,
        {"length": span(*LENGTH, "ms"), "pitch": span(*PITCH, "Hz", 4), "level": fixed(AUDIBLE)},
    ),
    sounds=(
        Sound(_("Listen"), lambda state: _audible(state, 1)),
        Sound(_("20 × slower"), lambda state: _audible(state, 20)),
    ),
    build=Build(_empty_bubble, lambda value: _("{value} for an empty bubble").format(value=amount(value, "ms"))),
    hear=heard,
)
