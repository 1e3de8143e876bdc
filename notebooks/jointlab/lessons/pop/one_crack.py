"""One birth in the model, slowly: radius, volume and the second derivative of the volume under one another.

The pressure of the fluid has no curve of its own: the room that the pull demands is the fluid's lack and the gas space
together, so the pressure rises and falls with the volume, and is read from the same curve at the right.
"""

import numpy as np
from matplotlib.axes import Axes

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.page import DASHES, Page
from jointlab.drawings.picture import StillPicture
from jointlab.language import _
from jointlab.lessons.pop.loudness import birth
from jointlab.models.bubble.statics import sphere_radius
from jointlab.units import amount, fixed, number, read_in

ROOM, TENSION, POCKET, VISCOSITY = 10e-9, 1e5, 1e-5, 1.0  # m³, Pa, m, Pa s: one of the BIRTHS; assumed
SHOWN = (-0.1e-3, 1.4e-3)  # s
LEFT, RIGHT = 70, 872  # pixels: ends of all three plots
PHASES = (_("birth"), _("partial collapse"), _("it settles"))
PLOTS = ((74, 172), (222, 320), (370, 468))  # pixels: top and bottom of each


class OneCrack(StillPicture, Page):
    """Three plots over the same time, with the phases of the event above them."""

    height = 530

    def __init__(self):
        story = birth(ROOM, TENSION, POCKET, VISCOSITY)
        seen = (story.time >= SHOWN[0]) & (story.time <= SHOWN[1])
        self.time, volume = story.time[seen], story.cavity_volume[seen]
        self.pressure = story.film_pressure[[np.argmax(story.time >= 0), -1]]  # Pa: under tension, and at rest
        self.radius = read_in(sphere_radius(volume), "mm")
        self.volume = read_in(volume, "mm³")
        self.swing = story.volume_acceleration[seen] * 1e3  # mm³/ms²
        widest = int(volume.argmax())
        smallest = widest + int(volume[widest:].argmin())
        self.turns = self.time[[widest, smallest]]
        self.loudest = int(np.abs(self.swing).argmax())
        self.rest = read_in(story.cavity_volume[-1], "mm³")
        self.description = self._told(self.volume[[widest, smallest]], self.radius[widest])
        super().__init__()

    def _told(self, turns: np.ndarray, widest: float) -> str:
        """The curves for a listener."""
        wide, narrow = (amount(time, "ms") for time in self.turns)
        low, end = (amount(pressure, "kPa") for pressure in self.pressure)
        first = self.swing[: np.argmin(self.swing)].max()
        return _(
            "Three curves under one another over the same 1.4 milliseconds: radius, volume, and the "
            "second derivative of the volume of a gas space that springs open. Birth: it grows to a "
            "radius of {widest} mm and a volume of {turns} mm³ after {wide}. Partial collapse: it "
            "falls back to {turns_2} mm³ after {narrow}. Then it swings less and less and comes to "
            "rest at {rest} mm³. The pressure of the fluid follows the volume, from {low} to {end} at "
            "rest. The second derivative first rises to {first} mm³/ms², then falls to its largest "
            "value, {min} mm³/ms², at the turn from growing to shrinking."
        ).format(
            widest=number(widest, 3),
            turns=number(turns[0], 2),
            wide=wide,
            turns_2=number(turns[1], 2),
            narrow=narrow,
            rest=number(self.rest, 2),
            low=low,
            end=end,
            first=fixed(first),
            min=fixed(self.swing.min()),
        )

    def lay_out(self) -> None:
        radius = self._plot(0, _("Radius (mm)"), (0, 1.5), {0: "0", 1: "1"})
        volume = self._plot(1, _("Volume (mm³)"), (-0.3, 10), {0: "0", 5: "5", 10: "10"})
        swing = self._plot(2, _("What sounds: its growth speeds up or slows down (mm³/ms²)"), (-1250, 900))
        swing.set_yticks([-1000, 0], [fixed(-1000), fixed(0)])
        swing.set_xlabel(_("time (ms)"))
        self.level(swing, 0, "muted", dash="solid")
        for axes, values, colour in ((radius, self.radius, "blue"), (volume, self.volume, "blue")):
            axes.plot(read_in(self.time, "ms"), values, color=style.colour(colour), lw=style.LINE["strong"])
        swing.plot(read_in(self.time, "ms"), self.swing, color=style.colour("vermilion"), lw=style.LINE["strong"])
        self._pressure(volume)
        self._phases()
        at = read_in(self.time[self.loudest], "ms"), self.swing[self.loudest]
        swing.plot(*at, "o", color=style.colour("vermilion"), ms=10)
        self.write(0.585, at[1], _("the loudest moment: the turn"), "body", "vermilion", bold=True, on=swing)
        middle = sum(PLOTS[2]) / 2
        self.write(RIGHT + 10, middle - 30, _("pushes\noutwards"), colour="muted")
        self.write(RIGHT + 10, middle + 30, _("draws\ninwards"), colour="muted")

    def _plot(self, which: int, title: str, ends: tuple, ticks: dict | None = None) -> Axes:
        top, bottom = PLOTS[which]
        across = {"xlim": read_in(np.array(SHOWN), "ms"), "xticks": np.arange(0, 1.3, 0.2)}
        axes = self.plot(LEFT, top, RIGHT, bottom, ylim=ends, **across)
        if ticks:
            axes.set_yticks(list(ticks), list(ticks.values()))
        axes.set_title(title, pad=6)
        axes.tick_params(labelbottom=which == len(PLOTS) - 1)
        return axes

    def _pressure(self, volume: Axes) -> None:
        """The scale of the fluid's pressure beside that of the volume: `TENSION` below 0 without gas, and so on."""
        scale = volume.twinx()
        low, high = volume.get_ylim()
        per = (sources.value("standard_atmosphere") + TENSION) / read_in(ROOM, "mm³")
        scale.set_ylim(*(read_in(-TENSION + per * end, "kPa") for end in (low, high)))
        scale.set_yticks([-100, 0, 100], [fixed(-100), fixed(0), fixed(100)])
        scale.grid(visible=False)
        scale.spines["right"].set_visible(True)
        self.scale = scale
        self.write(RIGHT, PLOTS[1][0] - 14, _("read at the right: pressure of the fluid (kPa)"), ha="right")

    def _phases(self) -> None:
        """What happens, above the plots; in them a dotted line where one phase becomes the next."""
        edges = [0.0, *read_in(self.turns, "ms")]
        for axes in self.figure.axes[1:4]:
            for edge in edges:
                axes.axvline(edge, color=style.colour("ink"), lw=style.LINE["thin"], ls=DASHES["dotted"])
        left, width = read_in(SHOWN[0], "ms"), read_in(SHOWN[1] - SHOWN[0], "ms")
        ends = [*(LEFT + (RIGHT - LEFT) * (edge - left) / width for edge in edges), RIGHT]
        for words, start, end in zip(PHASES, ends[:-1], ends[1:], strict=True):
            self.page.plot([start + 2, end - 2], [36, 36], color=style.colour("ink"), lw=style.LINE["normal"])
            self.write((start + end) / 2, 19, words, "body", bold=True, ha="center")
