"""A gas bubble in a knuckle while the pressure of the fluid returns: joint, size, sound and spectrum."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.joints import knuckle
from jointlab.drawings.page import Page
from jointlab.models.bubble.keller_miksis import BubbleHistory
from jointlab.units import fixed, read_in

END = 12e-3  # s: how long all is followed
HEARD = (20.0, 20_000.0)  # Hz: what an ear hears
OPEN = 2.0  # mm: how far the joint is drawn open
BINS = 240  # of the time axes: as many as a screen can tell apart
LEFT, RIGHT = 408, 888  # pixels: ends of the plot of the size
UPPER, LOWER = (39, 172), (243, 376)  # pixels: top and bottom of the upper plot and of the lower ones
SPECTRUM_TICKS = {100: "100", 1000: "1,000", 10_000: "10,000"}


@dataclass(frozen=True, eq=False)
class Collapse:
    """One run in SI units: what the `bubble` did, and over its times the `sound` at the microphone (Pa).

    `spectrum` over `frequency`, its highest point 1; of the sound: frequency of the `peak`, `duration` and peak `level`
    (dB re 20 µPa).
    """

    bubble: BubbleHistory
    sound: NDArray
    frequency: NDArray
    spectrum: NDArray
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


class CollapsePicture(Page):
    """The joint with the gas that stays, and beside it size and pressure, the sound, and its spectrum."""

    height = 430
    description = (
        "Four pictures of one event. Left: a knuckle cut lengthwise, drawn to scale; the gas left at the end is the "
        "pale blue shape in the joint space. Right, above: bubble radius in millimetres over "
        f"{fixed(read_in(END, 'ms'))} milliseconds, solid line, and the pressure of the fluid in kilopascals, dashed. "
        "Right, below: the sound over the same time, as pressure above and below that at rest, scaled to its own peak, "
        f"and its spectrum from {fixed(HEARD[0])} to {fixed(HEARD[1])} hertz, with a band over the range in which neck "
        "cracks were strongest."
    )

    def lay_out(self) -> None:
        self._joint()
        self._size_and_pressure()
        self._sound()
        self._spectrum()

    def _joint(self) -> None:
        axes = self.plot(0, 45, 326, 398, xlim=(-14, 22), ylim=(-19.5, 15))
        axes.set_axis_off()
        self.knuckle = knuckle.Knuckle(axes, self, opens=False)
        self.knuckle.set(gap_mm=OPEN)
        self.heading(19, 18, "The joint afterwards")
        self.write(19, 417, "pale blue: the gas that stays")

    def _size_and_pressure(self) -> None:
        size = self.plot(LEFT, UPPER[0], RIGHT, UPPER[1], xlim=(0, read_in(END, "ms")), ylim=(0, 3.4))
        size.set_title("Bubble radius (mm)")
        size.tick_params(labelbottom=False)
        self.radius = self.line(size, "blue", "strong")
        pressure = size.twinx()
        pressure.set(ylim=(0, 113), yticks=[0, 50, 100])
        pressure.grid(visible=False)
        pressure.spines["right"].set_visible(True)
        self.pressure = self.line(pressure, "amber", dash="dashed")
        self.write(RIGHT, UPPER[0] - 16, "fluid pressure (kPa), dashed", ha="right")

    def _sound(self) -> None:
        sound = self.plot(LEFT, LOWER[0], 667, LOWER[1], xlim=(0, read_in(END, "ms")), ylim=(-1.1, 1.1))
        sound.set(title="Sound: pressure", xlabel="time (ms)")
        sound.set_yticks([-1, 0, 1], ["below", "rest", "above"])
        self.sound = self.line(sound, "vermilion")

    def _spectrum(self) -> None:
        scales = {"xscale": "log", "xlim": HEARD, "ylim": (0, 1.15), "yticks": []}
        spectrum = self.plot(715, LOWER[0], 941, LOWER[1], xticks=SPECTRUM_TICKS, **scales)
        spectrum.set(title="Its spectrum", xlabel="frequency (Hz)")
        recorded = sources.observation("neck_frequency_median")
        spectrum.axvspan(recorded.low, recorded.high, color=style.colour("green"), alpha=0.22, lw=0)
        self.write(941, LOWER[0] - 16, "green: necks", colour="green", ha="right")
        self.spectrum = self.line(spectrum, "vermilion")
        self.peak = self.line(spectrum, "vermilion", ls="", marker="v", ms=10, clip_on=False)

    def update(self, state: Collapse) -> None:
        bubble, milliseconds = state.bubble, read_in(state.bubble.time, "ms")
        self.knuckle.fill(read_in(state.cavity, "mm³"))
        self.radius.set_data(*_drawn(milliseconds, read_in(bubble.radius, "mm")))
        self.pressure.set_data(*_drawn(milliseconds, read_in(bubble.ambient_pressure, "kPa")))
        self.sound.set_data(*_drawn(milliseconds, state.sound / np.abs(state.sound).max()))
        self.spectrum.set_data(state.frequency, state.spectrum)
        self.peak.set_data([state.peak], [1.08])


def _drawn(time: NDArray, values: NDArray) -> tuple[NDArray, NDArray]:
    """The ends of a curve of BINS·n + 1 points, and lowest and highest of each n: few points, and no peak is lost."""
    stretches = values[:-1].reshape(BINS, -1)
    starts = np.arange(BINS) * stretches.shape[1]
    few = np.unique(np.r_[starts + stretches.argmin(axis=1), starts + stretches.argmax(axis=1), 0, len(values) - 1])
    return time[few], values[few]
