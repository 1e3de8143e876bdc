import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab.models.bubble import acoustics

ATMOSPHERE = 101_325.0
TIME = np.arange(0, 0.05, 1e-5)


def ringing(frequency, decay=300.0, time=TIME):
    return np.exp(-decay * time) * np.sin(2 * np.pi * frequency * time)


@pytest.mark.papercheck  # Case 7: Minnaert 1933, doi 10.1080/14786443309462277; air in water, f R = 3.26 m/s.
def test_minnaerts_product():
    radius = np.array([1e-4, 1e-3, 1e-2])
    product = radius * acoustics.minnaert_frequency(radius, ATMOSPHERE, 998.0, 1.4)
    assert product == pytest.approx([3.26] * 3, rel=0.015)


@pytest.mark.papercheck  # Viscous damping ratio at 1 Pa s and 1 atm: 0.97 at 0.1 mm, 0.097 at 1 mm.
def test_viscous_damping_ratio():
    ratio = acoustics.viscous_damping_ratio([1e-4, 1e-3], ATMOSPHERE, 1000.0, 1.4, 1.0)
    assert ratio == pytest.approx([0.97, 0.097], rel=0.01)


@pytest.mark.papercheck  # The same volume source in joint fluid and in air differs by 58.9 dB.
def test_density_switch():
    assert acoustics.level_change(1010.0, 1.146) == pytest.approx(-58.9, abs=0.05)
    assert acoustics.level_change(1.146, 1010.0) == -acoustics.level_change(1010.0, 1.146)


def test_a_level_outside_is_that_of_the_same_motion_in_air_from_further_away():
    motion = np.array([0.2, -0.7, 0.1])
    inside = acoustics.peak_level(acoustics.monopole_pressure(motion, 993.0, 0.01))
    beyond = acoustics.peak_level(acoustics.monopole_pressure(motion, 1.2, 0.5))
    assert float(acoustics.level_outside(inside, 993.0, 0.01, 1.2, 0.5)) == pytest.approx(beyond)
    assert acoustics.level_outside([100, 120], 993.0, 0.01, 1.2, 0.5) == pytest.approx([7.66, 27.66], abs=0.01)


@pytest.mark.papercheck  # 215–333 Hz (Reggars 1996) with R 2–3 mm by the joint's spring alone: C 6–21 µL/kPa.
def test_compliance_for_the_pitch_of_neck_cracks():
    softest = acoustics.confined_frequency(3e-3, 0.0, 1000.0, 1.4, 21e-12)
    stiffest = acoustics.confined_frequency(2e-3, 0.0, 1000.0, 1.4, 5.7e-12)
    assert (softest, stiffest) == pytest.approx((215, 333), rel=0.02)


@given(st.floats(1e-5, 5e-3), st.floats(1e3, 3e5), st.floats(1, 5 / 3), st.floats(1e-14, 1e-9))
def test_confinement_only_raises_the_note(radius, pressure, kappa, compliance):
    free = acoustics.minnaert_frequency(radius, pressure, 1010.0, kappa)
    confined = acoustics.confined_frequency(radius, pressure, 1010.0, kappa, compliance)
    alone = acoustics.confined_frequency(radius, 0.0, 1010.0, kappa, compliance)
    assert confined**2 == pytest.approx(free**2 + alone**2, rel=1e-9)


@given(st.floats(-1.0, 1.0), st.floats(1e-3, 1.0), st.floats(1.0, 2.0))
def test_monopole_falls_as_one_over_distance(acceleration, distance, factor):
    near = acoustics.monopole_pressure(acceleration, 1010.0, distance)
    assert acoustics.monopole_pressure(acceleration, 1010.0, factor * distance) == pytest.approx(near / factor)
    assert near * 4 * np.pi * distance == pytest.approx(1010.0 * acceleration)


def test_peak_level():
    assert acoustics.peak_level([0.0, -20e-6, 1e-6]) == pytest.approx(0)
    assert acoustics.peak_level(1.0) == pytest.approx(93.98, abs=0.01)
    assert acoustics.peak_level(np.zeros(5)) == -np.inf


def test_spectrum_is_the_fourier_transform_of_the_event():
    decay, note = 300.0, 400.0
    frequency, amplitude = acoustics.spectrum(TIME, ringing(note, decay))
    w, w0 = 2 * np.pi * frequency, 2 * np.pi * note
    exact = 2 * w0 / np.abs((decay + 1j * w) ** 2 + w0**2)
    heard = frequency < 5000
    assert amplitude[heard] == pytest.approx(exact[heard], rel=0.01, abs=1e-3 * exact.max())


@given(st.floats(100.0, 5000.0), st.floats(1e-6, 1e6))
def test_peak_frequency_finds_the_note_at_any_loudness(note, loudness):
    assert acoustics.peak_frequency(TIME, loudness * ringing(note, 50.0)) == pytest.approx(note, rel=0.02, abs=1)


def test_peak_frequency_ignores_a_standing_offset():
    assert acoustics.peak_frequency(TIME, 1 + ringing(440.0, 0.0)) == pytest.approx(440, abs=5)


@given(st.floats(1e-3, 4e-2), st.floats(0.05, 0.9))
def test_duration_of_a_decay(length, threshold):
    decay = -np.log(threshold) / length
    assert acoustics.pop_duration(TIME, np.exp(-decay * TIME), threshold) == pytest.approx(length, abs=3e-5)


def test_silence():
    silence = np.zeros_like(TIME)
    assert acoustics.pop_duration(TIME, silence) == 0
    assert acoustics.first_polarity(silence) == 0
    assert not acoustics.to_audio(TIME, silence).any()
    with pytest.raises(ValueError, match="silent"):
        acoustics.peak_frequency(TIME, silence)


@pytest.mark.parametrize("sign", [1, -1])
def test_polarity_is_that_of_the_first_half_cycle_that_counts(sign):
    assert acoustics.first_polarity(sign * ringing(300.0)) == sign
    tremor = np.where(TIME < 1e-3, -1e-3 * sign, sign * ringing(300.0))
    assert acoustics.first_polarity(tremor) == sign
    assert acoustics.first_polarity(tremor, share=1e-4) == -sign


@pytest.mark.parametrize(("rate", "slow_down"), [(44_100, 1.0), (44_100, 10.0), (8_000, 2.0)])
def test_audio_keeps_the_note_and_stretches_it(rate, slow_down):
    audio = acoustics.to_audio(TIME, 3e-4 * ringing(1000.0, 20.0), rate, slow_down)
    assert audio.dtype == np.float32
    assert np.abs(audio).max() == pytest.approx(1)
    assert audio.size / rate == pytest.approx(TIME.size * 1e-5 * slow_down + 2 * acoustics.PADDING, rel=1e-3)
    assert np.abs(audio[: rate // 50]).max() < 0.01
    assert np.abs(audio[-rate // 50 :]).max() < 0.01
    note = np.fft.rfftfreq(audio.size, 1 / rate)[np.abs(np.fft.rfft(audio)).argmax()]
    assert note == pytest.approx(1000 / slow_down, rel=0.02)


def test_audio_does_not_fold_back_what_it_cannot_carry():
    low, high = ringing(500.0, 20.0), ringing(30_000.0, 20.0)
    audio = acoustics.to_audio(TIME, low + high)
    assert audio == pytest.approx(acoustics.to_audio(TIME, low), abs=0.03)


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("radius", lambda: acoustics.minnaert_frequency(0, 1e5, 1e3, 1.4)),
        ("polytropic", lambda: acoustics.minnaert_frequency(1e-3, 1e5, 1e3, 0.5)),
        ("compliance", lambda: acoustics.confined_frequency(1e-3, 1e5, 1e3, 1.4, 0)),
        ("viscosity", lambda: acoustics.viscous_damping_ratio(1e-3, 1e5, 1e3, 1.4, -1)),
        ("volume_acceleration", lambda: acoustics.monopole_pressure([np.nan], 1e3, 0.1)),
        ("distance", lambda: acoustics.monopole_pressure(1.0, 1e3, 0)),
        ("pressure", lambda: acoustics.peak_level([np.inf])),
        ("density_to", lambda: acoustics.level_change(1e3, 0)),
        ("evenly", lambda: acoustics.spectrum([0.0, 1.0, 3.0], [0.0, 1.0, 0.0])),
        ("shape", lambda: acoustics.pop_duration(TIME, TIME[1:])),
        ("threshold", lambda: acoustics.pop_duration(TIME, TIME, 2.0)),
        ("share", lambda: acoustics.first_polarity(TIME, 0.0)),
        ("slow_down", lambda: acoustics.to_audio(TIME, TIME, slow_down=0)),
        ("sample_rate", lambda: acoustics.to_audio(TIME, TIME, sample_rate=-1)),
        ("length", lambda: acoustics.to_audio(TIME, TIME, slow_down=1e6)),
    ],
)
def test_impossible_input_is_named(name, call):
    with pytest.raises(ValueError, match=name):
        call()
