"""A gas bubble in a knuckle while the pressure of the fluid returns: joint, size, sound and spectrum."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.joints import knuckle
from jointlab.drawings.page import Page
from jointlab.drawings.yours import Yours, YoursMark
from jointlab.language import _
from jointlab.models.bubble.keller_miksis import BubbleHistory
from jointlab.units import fixed, in_si, read_in

END = 12e-3  # s: how long all is followed
HEARD = (20.0, 20_000.0)  # Hz: what an ear hears
OPEN = 2.0  # mm: how far the joint is drawn open
BINS = 192  # of the time axes: as many as a screen can tell apart
BEFORE = 2e-3  # s: how much of the rest before the return is drawn
HELD = {"radius": -1.5, "pressure": -0.45}  # ms: where in it a hand finds either curve
SCENE, X, Y = (0, 36, 288, 333), (-12.5, 21.0), (-19.5, 15.0)  # pixels: left, top, right, bottom; mm: what they show
LEFT, RIGHT = 348, 690  # pixels: ends of the plots over time
UPPER, LOWER = (34, 150), (204, 296)  # pixels: top and bottom of the plot of the size, and of that of the sound
SPECTRUM = (752, 54, 940, 296)  # pixels: its left, top, right, bottom
HIGHEST = (3.4, 113.0)  # mm and kPa: top of the upper plot, read at the left and at the right
STRONGEST = 1.15  # top of the plot of the spectrum, whose peak is 1
SPECTRUM_TICKS = {hertz: fixed(hertz) for hertz in (100, 1000, 10_000)}


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

    height = 346
    description = _(
        "Four pictures of one event. Left: a knuckle cut lengthwise, drawn to scale; a line leads to "
        "what becomes of the gas, in the joint space. Middle, above: bubble radius in millimetres, "
        "solid line, and the pressure of the fluid in kilopascals, dashed, over {end} milliseconds "
        "from the moment when the pressure begins to return, and {before} before it. Middle, below: "
        "the sound over the same time, as pressure above and below that at rest, scaled to its own "
        "peak. Right: its spectrum from {heard} to {heard_2} hertz, with a band over the range in "
        "which neck cracks were strongest."
    ).format(
        end=fixed(read_in(END, "ms")),
        before=fixed(read_in(BEFORE, "ms")),
        heard=fixed(HEARD[0]),
        heard_2=fixed(HEARD[1]),
    )

    def lay_out(self) -> None:
        self._joint()
        self._size_and_pressure()
        self._sound()
        self._spectrum()

    def _joint(self) -> None:
        axes = self.plot(*SCENE, xlim=X, ylim=Y)
        axes.set_axis_off()
        self.knuckle = knuckle.Knuckle(axes, self, opens=False)
        self.knuckle.set(gap_mm=OPEN)
        self.heading(19, 18, _("The joint afterwards"))
        self.write(6.4, -16.4, _("the gas that stays"), on=axes, ha="center", moves=True)  # the answer to a prediction
        thin = {"color": style.colour("ink"), "lw": style.LINE["hair"], "zorder": 5}
        (self.leader,) = axes.plot([6.4, knuckle.HEAD_RADIUS + OPEN / 2], [-15.5, 0], **thin)
        self.moving(self.leader)

    def _over_time(self, top: float, bottom: float, **settings: Any) -> Axes:
        """A plot over the rest before and the time of the return."""
        ends = (-read_in(BEFORE, "ms"), read_in(END, "ms"))
        return self.plot(LEFT, top, RIGHT, bottom, xlim=ends, xticks=range(0, 13, 2), **settings)

    def _size_and_pressure(self) -> None:
        size = self._over_time(*UPPER, ylim=(0, HIGHEST[0]))
        size.set_title(_("Bubble radius (mm)"))
        self.radius = self.line(size, "blue", "strong")
        pressure = size.twinx()
        pressure.set(ylim=(0, HIGHEST[1]), yticks=[0, 50, 100])
        pressure.grid(visible=False)
        pressure.spines["right"].set_visible(True)
        self.pressure = self.line(pressure, "amber", dash="dashed")
        self.yours = YoursMark(self, size, at=0.74)
        self.write(RIGHT + 34, UPPER[0] - 16, _("fluid pressure (kPa), dashed"), ha="right")

    def _sound(self) -> None:
        sound = self._over_time(*LOWER, ylim=(-1.1, 1.1))
        sound.set(title=_("Sound: pressure"), xlabel=_("time (ms)"))
        sound.set_yticks([-1, 0, 1], [_("below"), _("rest"), _("above")])
        self.sound = self.line(sound, "vermilion")

    def _spectrum(self) -> None:
        self.heading(SPECTRUM[0], 18, _("Its spectrum"))
        scales = {"xscale": "log", "xlim": HEARD, "ylim": (0, STRONGEST), "yticks": []}
        spectrum = self.plot(*SPECTRUM, xticks=SPECTRUM_TICKS, **scales)
        spectrum.set_xlabel(_("frequency (Hz)"))
        recorded = sources.observation("neck_frequency_median")
        spectrum.axvspan(recorded.low, recorded.high, color=style.colour("green"), alpha=0.22, lw=0)
        above = {"transform": spectrum.get_xaxis_transform(), "ha": "center", "va": "bottom"}
        self.write((recorded.low * recorded.high) ** 0.5, 1.02, _("neck cracks"), on=spectrum, colour="green", **above)
        self.spectrum = self.line(spectrum, "vermilion")
        self.peak = self.line(spectrum, "vermilion", ls="", marker="v", ms=10, clip_on=False)

    def update(self, state: Collapse) -> None:
        bubble = state.bubble
        self.knuckle.fill(read_in(state.cavity, "mm³"))
        for line, values in (
            (self.radius, read_in(bubble.radius, "mm")),
            (self.pressure, read_in(bubble.ambient_pressure, "kPa")),
            (self.sound, state.sound / np.abs(state.sound).max()),
        ):
            time, drawn = _drawn(read_in(bubble.time, "ms"), values)
            line.set_data(np.append(-read_in(BEFORE, "ms"), time), np.append(drawn[0], drawn))
        self.spectrum.set_data(state.frequency, state.spectrum)
        self.peak.set_data([state.peak], [1.08])

    def mark_yours(self, state: Collapse, yours: Yours) -> None:
        """The time after which an empty bubble of this size would be gone."""
        self.yours.set(Yours(None if yours.value is None else read_in(yours.value, "ms"), yours.right))

    def grips(self, state: Collapse) -> Sequence[Grip]:
        """At rest, either curve by its height; the return by its end."""
        size, pressure = self.radius.axes, self.pressure.axes
        (widest, highest), outside = HIGHEST, read_in(state.bubble.ambient_pressure[-1], "kPa")
        radius = self.pixels(size, HELD["radius"], [0, widest])
        low = self.pixels(pressure, HELD["pressure"], [0, highest])
        end = self.pixels(pressure, [0, read_in(END, "ms")], outside)
        return (
            (Track("radius", (0.0, in_si(widest, "mm")), radius),),
            (Track("pressure", (0.0, in_si(highest, "kPa")), low),),
            (Track("return_time", (0.0, END), end),),
        )


def _drawn(time: NDArray, values: NDArray) -> tuple[NDArray, NDArray]:
    """The ends of a curve of BINS·n + 1 points, and lowest and highest of each n: few points, and no peak is lost."""
    stretches = values[:-1].reshape(BINS, -1)
    starts = np.arange(BINS) * stretches.shape[1]
    few = np.unique(np.r_[starts + stretches.argmin(axis=1), starts + stretches.argmax(axis=1), 0, len(values) - 1])
    return time[few], values[few]
