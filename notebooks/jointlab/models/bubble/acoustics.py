"""From a pulsating bubble to a sound: its notes, its pressure at a distance, and what a listener can measure.

Assumes a source far smaller than the wavelength (a monopole), an endless medium and no delay: the pressure
at the distance r is p = ρ V̈ / 4πr. Bone, skin and the capsule's own resonance are missing, and a microphone
closer than a few source sizes hears more than this.

**Which density?** With the liquid's, p is what a hydrophone in endless joint fluid would register. If
instead the skin moves the same volume into air, the density of air counts, and the same motion sounds about
59 dB fainter (`level_change(1010, 1.14)`). The truth in a body lies somewhere between: say which density you
used.

How far checked: **textbook model**; Minnaert's product f R against the known value for air in water, the rest
against closed forms. The confined note is a lumped form of Vincent & Marmottant 2017.
Sources: Minnaert 1933, doi 10.1080/14786443309462277; Brennen 1995, Cavitation and Bubble Dynamics, ch. 3
and 4.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.fft import next_fast_len

from jointlab import sources
from jointlab.language import _
from jointlab.models import require
from jointlab.models.require import Impossible

HEARING_REFERENCE = sources.value("reference_sound_pressure")  # Pa, the 0 dB of sound in air, by convention
POLARITY_SHARE = 0.02  # of the peak: what a first half-cycle must reach to count
FADE = 0.1  # share of the record over which its end is faded out, in case it still rings
PADDING = 0.1  # s of silence before and after a sound made audible


def minnaert_frequency(
    radius: ArrayLike, pressure: ArrayLike, density: ArrayLike, polytropic_exponent: ArrayLike
) -> NDArray:
    """Note (Hz) of a bubble of `radius` (m) with gas at `pressure` (Pa): √(3κ p/ρ) / 2πR. Broadcasts."""
    require.positive(radius=radius, pressure=pressure, density=density)
    require.between(1, 5 / 3, polytropic_exponent=polytropic_exponent)
    return _spring_rate(radius, pressure, density, polytropic_exponent) ** 0.5 / (2 * np.pi)


def confined_frequency(
    radius: ArrayLike,
    pressure: ArrayLike,
    density: ArrayLike,
    polytropic_exponent: ArrayLike,
    compliance: ArrayLike,
) -> NDArray:
    """Note (Hz) of the same bubble in a joint of `compliance` C (m³/Pa): ω² = 3κ p/ρR² + 4πR/ρC.

    The joint's own spring adds to the gas's; `pressure` 0 leaves the joint's alone. Broadcasts.
    """
    require.positive(radius=radius, density=density, compliance=compliance)
    require.not_negative(pressure=pressure)
    require.between(1, 5 / 3, polytropic_exponent=polytropic_exponent)
    joint = 4 * np.pi * np.divide(radius, np.multiply(density, compliance))
    return np.sqrt(_spring_rate(radius, pressure, density, polytropic_exponent) + joint) / (2 * np.pi)


def viscous_damping_ratio(
    radius: ArrayLike,
    pressure: ArrayLike,
    density: ArrayLike,
    polytropic_exponent: ArrayLike,
    viscosity: ArrayLike,
) -> NDArray:
    """Damping by `viscosity` (Pa s) over critical damping: 2µ / (R √(3κ p ρ)). From 1 up nothing rings.

    Broadcasts. Heat and sound damp too, so a real bubble falls silent sooner.
    """
    require.not_negative(viscosity=viscosity)
    frequency = minnaert_frequency(radius, pressure, density, polytropic_exponent)
    return np.divide(viscosity, np.pi * np.multiply(density, np.square(radius)) * frequency)


def monopole_pressure(volume_acceleration: ArrayLike, density: ArrayLike, distance: ArrayLike) -> NDArray:
    """Sound pressure (Pa) at `distance` (m): ρ V̈ / 4πr, from V̈ in m³/s². Broadcasts."""
    require.finite(volume_acceleration=volume_acceleration)
    require.positive(density=density, distance=distance)
    return np.multiply(density, volume_acceleration) / (4 * np.pi * np.asarray(distance, dtype=float))


def peak_level(pressure: ArrayLike) -> float:
    """Level (dB re 20 µPa) of the largest |pressure| (Pa) in a record; silence is −inf.

    A peak level: a sound level meter, which averages, shows far less for a pulse of some milliseconds.
    """
    require.finite(pressure=pressure)
    with np.errstate(divide="ignore"):
        return float(20 * np.log10(np.abs(pressure).max() / HEARING_REFERENCE))


def level_change(density_from: float, density_to: float) -> float:
    """dB by which the same volume source changes between media of two densities (kg/m³)."""
    require.positive(density_from=density_from, density_to=density_to)
    return float(20 * np.log10(density_to / density_from))


def level_outside(level: ArrayLike, liquid: float, near: float, air: float, far: float) -> NDArray:
    """Level (dB) at `far` (m) in air (density `air`, kg/m³) of a source that has `level` at `near` in a `liquid`.

    As if the skin moved as much volume as the source, and nothing were in the way. Broadcasts.
    """
    require.finite(level=level)
    require.positive(near=near, far=far)
    return np.add(level, level_change(liquid, air) + 20 * np.log10(near / far))


def spectrum(time: ArrayLike, pressure: ArrayLike) -> tuple[NDArray, NDArray]:
    """One-sided amplitude spectrum of a single event: frequency (Hz) and 2|P(f)| (Pa/Hz).

    `time` is evenly spaced (s), `pressure` (Pa) has the same shape (n,). Window: none but a half-cosine fade
    over the last tenth, in case the record stops while it rings. Silence is added up to some eight times the
    length, which draws the curve more finely but adds no information.
    """
    step = _even_step(time, pressure)
    faded = np.asarray(pressure, dtype=float) * _fade_out(np.size(pressure))
    padded = next_fast_len(8 * faded.size)
    return np.fft.rfftfreq(padded, step), 2 * step * np.abs(np.fft.rfft(faded, padded))


def peak_frequency(time: ArrayLike, pressure: ArrayLike) -> float:
    """Frequency (Hz) at which `spectrum` is highest, leaving out what is slower than one cycle per record.

    Impossible if the record is silent.
    """
    frequency, amplitude = spectrum(time, pressure)
    whole_cycles = frequency >= 1 / np.ptp(time)
    if not amplitude[whole_cycles].any():
        raise Impossible(_("pressure must not be silent throughout: silence has no frequency."))
    return float(frequency[whole_cycles][amplitude[whole_cycles].argmax()])


def pop_duration(time: ArrayLike, pressure: ArrayLike, threshold: float = 0.1) -> float:
    """Seconds between the first and the last moment at which |pressure| reaches `threshold` times its peak.

    A sound that still rings when the record ends lasts at least this long. Silence lasts 0.
    """
    require.rising(time=time)
    require.between(0, 1, threshold=threshold)
    time, loudness = np.asarray(time, dtype=float), np.abs(_record(time, pressure))
    if not loudness.any():
        return 0.0
    audible = time[loudness >= threshold * loudness.max()]
    return float(audible[-1] - audible[0])


def first_polarity(pressure: ArrayLike, share: float = POLARITY_SHARE) -> int:
    """+1 if the sound begins with compression (the source sets off outwards), −1 with rarefaction, 0 if silent.

    The first half-cycle that reaches `share` of the peak decides, so that a faint tremor does not. Later ones tell no
    direction: a pressure is an acceleration of the volume, and a bubble that only shrinks makes both signs.
    """
    require.finite(pressure=pressure)
    require.between(1e-9, 1, share=share)
    pressure = np.asarray(pressure, dtype=float)
    if not pressure.any():
        return 0
    loudness = np.abs(pressure)
    return int(np.sign(pressure[np.argmax(loudness >= share * loudness.max())]))


def to_audio(
    time: ArrayLike, pressure: ArrayLike, sample_rate: int = 44_100, slow_down: float = 1.0
) -> NDArray[np.float32]:
    """The record as mono sound: float32 samples, scaled to a peak of 1, with silence before and after.

    `time` is evenly spaced (s). `slow_down` 10 makes it ten times longer and deeper. The ends are faded, and
    everything above half the `sample_rate` (Hz) is filtered out, not folded back. Loudness is lost: every
    sound is made equally loud.
    """
    step = _even_step(time, pressure) * slow_down
    require.positive(sample_rate=sample_rate, slow_down=slow_down)
    require.between(0, 60, **{"length of the sound in seconds": step * np.size(pressure)})
    fade = _fade_out(np.size(pressure))
    silence = np.zeros(round(PADDING / step))
    padded = np.concatenate([silence, np.asarray(pressure, dtype=float) * fade * fade[::-1], silence])
    from scipy.signal import resample  # here, because scipy.signal takes long to import and few ever listen

    # Resampling by Fourier transform keeps what both rates can carry and nothing else.
    sound = resample(padded, max(1, round(padded.size * step * sample_rate)))
    peak = np.abs(sound).max()
    return (sound / peak if peak else sound).astype(np.float32)


def _spring_rate(radius: ArrayLike, pressure: ArrayLike, density: ArrayLike, polytropic_exponent: ArrayLike) -> NDArray:
    """ω² (1/s²) of the gas alone."""
    return 3 * np.multiply(polytropic_exponent, pressure) / np.multiply(density, np.square(radius))


def _fade_out(samples: int) -> NDArray:
    fade = np.ones(samples)
    length = round(FADE * samples)
    fade[samples - length :] = 0.5 * (1 + np.cos(np.pi * np.arange(1, length + 1) / length)) if length else 1
    return fade


def _even_step(time: ArrayLike, pressure: ArrayLike) -> float:
    require.rising(time=time)
    _record(time, pressure)
    steps = np.diff(time)
    if np.ptp(steps) > 1e-6 * steps.mean():
        raise Impossible(_("time must be evenly spaced; interpolate the record to even steps first."))
    return float(steps.mean())


def _record(time: ArrayLike, pressure: ArrayLike) -> NDArray:
    require.finite(pressure=pressure)
    if np.shape(pressure) != np.shape(time):
        raise Impossible(
            _("pressure must have the shape of time, {time}; got {pressure}.").format(
                time=np.shape(time), pressure=np.shape(pressure)
            )
        )
    return np.asarray(pressure, dtype=float)
