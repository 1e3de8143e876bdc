"""A gas bubble in a knuckle while the pressure of the fluid returns: joint, size, sound and spectrum."""

import numpy as np

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.joints import knuckle
from jointlab.drawings.picture import Picture

SHOWN = (0.0, 12.0)  # ms of the time axes
SPECTRUM = (20.0, 20_000.0)  # Hz: what an ear hears
OPEN = 2.0  # mm: how far the joint is drawn open


class PopPicture(Picture):
    """`update` takes a state with `bubble` (a BubbleHistory), `sound` (Pa over the bubble's time), `spectrum`
    (relative, at even logarithmic steps over SPECTRUM), `peak` (Hz) and `cavity` (m³ of gas at the end)."""

    height = 430
    description = (
        "Four pictures of one event. Left: a knuckle cut lengthwise, drawn to scale; the gas left at the end is the "
        "pale blue shape in the joint space. Right, above: bubble radius in millimetres over 12 milliseconds, solid "
        "line, and the pressure of the fluid in kilopascals, dashed. Right, below: the sound over the same time, as "
        "pressure above and below that at rest, scaled to its own peak, and its spectrum from 20 to 20,000 hertz, with "
        "a band over the range in which neck cracks were strongest."
    )

    def build(self) -> None:
        joint = self.figure.add_axes((0.0, 0.075, 0.34, 0.82))
        joint.set(xlim=(-14, 22), ylim=(-19.5, 15))
        joint.set_aspect("equal")
        joint.set_axis_off()
        self.knuckle = knuckle.Knuckle(joint, self, opens=False)
        self.knuckle.set(gap_mm=OPEN)
        self.figure.text(0.02, 0.945, "The joint afterwards", weight="bold", size=style.TEXT["label"])
        self.figure.text(0.02, 0.02, "pale blue: the gas that stays", size=style.TEXT["small"])

        size = self.figure.add_axes((0.425, 0.60, 0.50, 0.31))
        size.set(xlim=SHOWN, ylim=(0, 3.4), title="Bubble radius (mm)")
        size.tick_params(labelbottom=False)
        self.radius = self._line(size, "blue", "strong")
        pressure = size.twinx()
        pressure.set(ylim=(0, 113), yticks=[0, 50, 100])
        pressure.grid(visible=False)
        pressure.spines["right"].set_visible(True)
        self.pressure = self._line(pressure, "amber", "normal", ls=(0, (5, 3)))
        size.text(
            1.0,
            1.085,
            "fluid pressure (kPa), dashed",
            transform=size.transAxes,
            ha="right",
            size=style.TEXT["small"],
        )

        sound = self.figure.add_axes((0.425, 0.125, 0.27, 0.31))
        sound.set(xlim=SHOWN, ylim=(-1.1, 1.1), title="Sound: pressure", xlabel="time (ms)", yticks=[-1, 0, 1])
        sound.set_yticklabels(["below", "rest", "above"])
        self.sound = self._line(sound, "vermilion", "normal")

        spectrum = self.figure.add_axes((0.745, 0.125, 0.235, 0.31))
        spectrum.set(
            xscale="log",
            xlim=SPECTRUM,
            ylim=(0, 1.15),
            title="Its spectrum",
            xlabel="frequency (Hz)",
            yticks=[],
        )
        spectrum.set_xticks([100, 1000, 10_000], ["100", "1,000", "10,000"])
        spectrum.minorticks_off()
        recorded = sources.observation("neck_frequency_median")
        spectrum.axvspan(recorded.low, recorded.high, color=style.colour("green"), alpha=0.22, lw=0)
        note = {"transform": spectrum.transAxes, "ha": "right", "size": style.TEXT["small"]}
        spectrum.text(1.0, 1.085, "green: necks", color=style.colour("green"), **note)
        self.spectrum = self._line(spectrum, "vermilion", "normal")
        self.peak = self.moving(spectrum.plot([], [], "v", color=style.colour("vermilion"), ms=10, clip_on=False)[0])

    def _line(self, axes, colour: str, weight: str, **how):
        return self.moving(axes.plot([], [], color=style.colour(colour), lw=style.LINE[weight], **how)[0])

    def update(self, state) -> None:
        milliseconds = 1e3 * state.bubble.time
        few = slice(None, None, 8)  # a drawn line needs fewer points than a heard sound
        self.knuckle.fill(1e9 * state.cavity)
        self.radius.set_data(milliseconds[few], 1e3 * state.bubble.radius[few])
        self.pressure.set_data(milliseconds[::20], state.bubble.ambient_pressure[::20] / 1e3)
        self.sound.set_data(milliseconds[::4], state.sound[::4] / np.abs(state.sound).max())
        self.spectrum.set_data(np.geomspace(*SPECTRUM, len(state.spectrum)), state.spectrum)
        self.peak.set_data([state.peak], [1.08])
