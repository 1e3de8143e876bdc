"""Four rival explanations of the pop, told as histories of one joint, so that they can be laid side by side.

Inception: a pocket of gas springs open while the film is under tension, and *that* is the pop (Kawchuk et
al. 2015, doi 10.1371/journal.pone.0119470). Full collapse: a cavity almost without gas vanishes; a limiting
case, which none of these authors defends. Partial collapse: a cavity with gas shrinks and stays (Chandran
Suja & Barakat 2018, doi 10.1038/s41598-018-22664-4; this is a model of the same kind, not a reproduction). To
Unsworth et al. 1971 (PMID 5557778), too, cavitation makes the noise and a bubble is there afterwards, as its
effect. Capsule recoil: the capsule, drawn in, snaps back, and gas comes out of the fluid into the room that it
leaves, and stays (Brodeur 1995, PMID 7790795).

All four share a `Joint`: the liquid, the pressure around it, and one volume, which is the cavity's at its
largest or the capsule's displacement. Each opens slowly, smoothly, during `opening_time` before the event at
time 0; the shape and length of that opening are assumed. Bubbles are spheres and follow Keller–Miksis. How
the cavity of the two collapses came to be is not modelled: it simply grows.

How far checked: inception and the collapses **textbook model** in assumed settings; capsule recoil **toy
model**.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab.language import _
from jointlab.models import require
from jointlab.models.bubble import acoustics
from jointlab.models.bubble.keller_miksis import keller_miksis
from jointlab.models.bubble.recovery import Recovery, Steady, smootherstep, smootherstep_curvature
from jointlab.models.bubble.statics import Bubble, Liquid, resting_bubble, sphere_radius, sphere_volume
from jointlab.models.require import Impossible


@dataclass(frozen=True)
class Joint:
    """What the explanations share: `ambient` pressure Pa, `volume` m³, `opening_time` s, gas exponent."""

    liquid: Liquid
    ambient: float
    volume: float
    opening_time: float
    polytropic_exponent: float

    def __post_init__(self) -> None:
        require.positive(ambient=self.ambient, volume=self.volume, opening_time=self.opening_time)
        require.between(1, 5 / 3, polytropic_exponent=self.polytropic_exponent)

    @property
    def cavity_radius(self) -> float:
        """Radius (m) of the sphere that has the joint's volume."""
        return sphere_radius(self.volume)

    def compliance(self, film_pressure: float) -> float:
        """m³/Pa of the capsule if demanding the volume lowers the film to `film_pressure` (Pa)."""
        require.positive(**{"ambient minus film_pressure": self.ambient - film_pressure})
        return self.volume / (self.ambient - film_pressure)


@dataclass(frozen=True, eq=False)
class PopHistory:
    """One explanation, played through: arrays of one shape (n,), with the event at time 0.

    time s, cavity_volume m³, volume_acceleration m³/s² (of whatever makes the sound), film_pressure Pa.
    """

    name: str
    time: NDArray
    cavity_volume: NDArray
    volume_acceleration: NDArray
    film_pressure: NDArray

    def sound_pressure(self, density: float, distance: float) -> NDArray:
        """Pa at `distance` (m); `density` (kg/m³) of the liquid or of air: see `sound`."""
        return acoustics.monopole_pressure(self.volume_acceleration, density, distance)

    @property
    def polarity(self) -> int:
        """+1 if the sound begins with compression, −1 with rarefaction, once the event has begun."""
        return acoustics.first_polarity(self.volume_acceleration[self.time >= 0])

    @property
    def duration(self) -> float:
        """Seconds during which the sound exceeds a tenth of its peak."""
        return acoustics.pop_duration(self.time, self.volume_acceleration)

    @cached_property  # of twelve thousand moments, and a camera asks for it again and again
    def volume_integral(self) -> NDArray:
        """m³ s: the cavity's volume from the first moment up to each, by the trapezium rule."""
        volume = self.cavity_volume
        return np.append(0.0, np.cumsum(np.diff(self.time) * (volume[1:] + volume[:-1]) / 2))

    @property
    def volume_left(self) -> float:
        """Share of the largest cavity that the last tenth of the record still shows, on average."""
        largest = self.cavity_volume.max()
        last = self.cavity_volume[-max(1, self.time.size // 10) :].mean()
        return float(last / largest) if largest else 0.0


def event_time(before: float, after: float, step: float) -> NDArray:
    """Evenly spaced times (s) from `before` the event to `after` it, with the event, 0, among them."""
    require.positive(before=before, after=after, step=step)
    require.between(0, 1e6, **{"number of times": (before + after) / step})
    return np.arange(-round(before / step), round(after / step) + 1) * step


def inception(time: ArrayLike, joint: Joint, film_pressure: float, nucleus_radius: float) -> PopHistory:
    """A pocket of `nucleus_radius` (m) springs open in a film at `film_pressure` (Pa, below 0 in tension).

    The capsule yields as much as the demanded volume and the film pressure say, so the growing cavity uses
    the tension up and stops. `time` (n,) as from `event_time`. Above the pocket's Blake threshold nothing
    pops.
    """
    nucleus = resting_bubble(nucleus_radius, joint.ambient, joint.liquid, joint.polytropic_exponent)

    def opening(progress: NDArray) -> tuple[NDArray, NDArray, NDArray]:
        still = np.full(progress.shape, sphere_volume(nucleus.radius))
        return still, 0 * still, _falling(joint, film_pressure, progress)

    def event(after: NDArray) -> tuple[NDArray, NDArray, NDArray]:
        film, compliance = Steady(film_pressure), joint.compliance(film_pressure)
        bubble = keller_miksis(after, nucleus, joint.liquid, film, compliance)
        return bubble.volume, bubble.volume_acceleration, bubble.ambient_pressure

    return _play("inception", time, joint, opening, event)


def full_collapse(
    time: ArrayLike, joint: Joint, film_pressure: float, recovery_time: float, gas_share: float
) -> PopHistory:
    """A cavity with little gas vanishes as `film_pressure` (Pa) returns to ambient in `recovery_time` (s).

    A limiting case. `gas_share` is the gas's pressure over the film's, up to 1; the rest of the filling is
    vapour, which condenses.
    """
    require.positive(film_pressure=film_pressure)
    require.between(0, 1, gas_share=gas_share)
    cavity = Bubble(joint.cavity_radius, gas_share * film_pressure, joint.polytropic_exponent)
    return _collapse("full collapse", time, joint, cavity, film_pressure, recovery_time)


def partial_collapse(time: ArrayLike, joint: Joint, film_pressure: float, recovery_time: float) -> PopHistory:
    """A cavity whose gas balances `film_pressure` (Pa) shrinks as that recovers in `recovery_time` (s).

    Impossible if `film_pressure` lies below the vapour pressure: no gas could then hold the balance.
    """
    cavity = resting_bubble(joint.cavity_radius, film_pressure, joint.liquid, joint.polytropic_exponent)
    return _collapse("partial collapse", time, joint, cavity, film_pressure, recovery_time)


def capsule_recoil(
    time: ArrayLike, joint: Joint, film_pressure: float, frequency: float, damping_ratio: float
) -> PopHistory:
    """The capsule, drawn in by the joint's volume, is let go and swings back at `frequency` (Hz). Toy model.

    A damped oscillator, `damping_ratio` below 1; the film pressure follows the capsule in proportion. The joint
    stays open, so a cavity fills the room that the capsule leaves: gas, which stays.
    """
    require.positive(frequency=frequency)
    require.between(0, 0.99, damping_ratio=damping_ratio)
    joint.compliance(film_pressure)  # refuses a film that does not draw the capsule in

    def opening(progress: NDArray) -> tuple[NDArray, NDArray, NDArray]:
        inward = -joint.volume * smootherstep_curvature(progress) / joint.opening_time**2
        return np.zeros(progress.shape), inward, _falling(joint, film_pressure, progress)

    def event(after: NDArray) -> tuple[NDArray, NDArray, NDArray]:
        natural = 2 * np.pi * frequency
        ringing = natural * np.sqrt(1 - damping_ratio**2)
        lag = damping_ratio * natural / ringing
        decay = np.exp(-damping_ratio * natural * after)
        drawn_in = decay * (np.cos(ringing * after) + lag * np.sin(ringing * after))
        swing = joint.volume * natural**2 * decay * (np.cos(ringing * after) - lag * np.sin(ringing * after))
        cavity = joint.volume * (1 - drawn_in)
        return cavity, swing, joint.ambient - (joint.ambient - film_pressure) * drawn_in

    return _play("capsule recoil", time, joint, opening, event)


def _collapse(
    name: str, time: ArrayLike, joint: Joint, cavity: Bubble, film_pressure: float, recovery_time: float
) -> PopHistory:
    def opening(progress: NDArray) -> tuple[NDArray, NDArray, NDArray]:
        growth = joint.volume * smootherstep(progress)
        outward = joint.volume * smootherstep_curvature(progress) / joint.opening_time**2
        return growth, outward, _falling(joint, film_pressure, progress)

    def event(after: NDArray) -> tuple[NDArray, NDArray, NDArray]:
        film = Recovery(film_pressure, joint.ambient, recovery_time)
        bubble = keller_miksis(after, cavity, joint.liquid, film)
        return bubble.volume, bubble.volume_acceleration, bubble.ambient_pressure

    return _play(name, time, joint, opening, event)


Stage = Callable[[NDArray], tuple[NDArray, NDArray, NDArray]]


def _play(name: str, time: ArrayLike, joint: Joint, opening: Stage, event: Stage) -> PopHistory:
    """Join the `opening`, a function of progress from 0 to 1, and the `event`, one of the time since 0."""
    require.rising(time=time)
    time = np.asarray(time, dtype=float)
    if 0.0 not in time[:-1]:
        raise Impossible(_("time must contain 0, the event, before its end; make it with event_time."))
    before, after = time[time < 0], time[time >= 0]
    stages = zip(opening(1 + before / joint.opening_time), event(after), strict=True)
    return PopHistory(name, time, *(np.concatenate(parts) for parts in stages))


def _falling(joint: Joint, film_pressure: float, progress: NDArray) -> NDArray:
    require.finite(film_pressure=film_pressure)
    return joint.ambient + (film_pressure - joint.ambient) * smootherstep(progress)
