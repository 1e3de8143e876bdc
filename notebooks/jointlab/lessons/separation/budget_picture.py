"""Who carries a pull at a finger: the forces on the finger bone as arrows, the same as bars, and the tension needed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.joints import knuckle
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.arrows import arrow, arrows
from jointlab.language import _
from jointlab.units import fixed_amount, number, read_in, with_unit

SCENE = ((-13.0, 25.6), (-11.0, 13.2))  # mm of the drawing
LEFT, TOP, PER_MM = 16, 36, 12.0  # pixels: left and top edge of the drawing; its scale
FOOT = TOP + PER_MM * np.ptp(SCENE[1])
PER_NEWTON = 0.95  # pixels of arrow
GAP = 0.5  # mm, as the joint is drawn
FILM = knuckle.HEAD_RADIUS + GAP / 2  # mm from the centre of the head: where the film is drawn
HELD = 5.6  # mm from the centre of the head: where what the film holds is written, above its arrow
PULLED = (12.0, 0.0)  # mm in the drawing: where the pull takes hold
WETTED = (3e-3, 7.4e-3)  # m: the radii between which the film's edge can be led
BARS, BAR = (530, 920), 20  # pixels: both ends of the axes; thickness of a bar
ROWS = {"pull": 46, "film": 98, "rest": 150}  # pixels from the top: the middle of each bar
NAMES = {"pull": _("the pull"), "film": _("the film holds, at most"), "rest": _("left for ligaments and capsule")}
COLOURS = {"pull": "ink", "film": "blue", "rest": "capsule_edge"}
AXIS, TENSION_AXIS = 172, 280  # pixels from the top
MOST = sources.constant("pull_force").high  # N at the end of the bars
MOST_TENSION = 1.5e6  # Pa at the end of the lower axis
BORNE = sources.observation("lab_tension").value  # Pa: what a film of water bore in one experiment


@dataclass(frozen=True, eq=False)
class Budget:
    """A `pull` at a finger in SI units: `film` is what a film of `radius` holds of it when its fluid bears `tension`,
    `needed` the tension at which it would hold all (below 0: the air outside is more than enough).
    """

    pull: float
    radius: float
    tension: float
    film: float
    needed: float

    @property
    def rest(self) -> float:
        """What is left of the pull (N) for ligaments and capsule."""
        return self.pull - self.film


class BudgetPicture(Page):
    """The pull, and what holds it."""

    height = 348
    description = _(
        "Left: a knuckle cut lengthwise. A black arrow pulls the finger bone to the right; arrows the other "
        "way hold it: a blue one for the film of fluid, whose width is marked by a blue line on the "
        "cartilage, and two brown ones for ligaments and capsule. Longer arrows are larger forces; above the "
        "film's stands how much it is. Right, above: the same three forces as horizontal bars, from 0 to "
        "{most} newtons. Right, below: an axis of tension from 0 to {most_tension} kilopascals; a blue mark "
        "shows what the fluid is supposed to bear, an orange triangle what it would have to bear to hold the "
        "whole pull alone, a grey line what a film of water bore in one experiment."
    ).format(most=number(MOST), most_tension=number(read_in(MOST_TENSION, "kPa")))

    def lay_out(self) -> None:
        self.heading(LEFT, 18, _("Who holds the finger?"))
        joint = self.plot(LEFT, TOP, LEFT + PER_MM * np.ptp(SCENE[0]), FOOT, xlim=SCENE[0], ylim=SCENE[1])
        joint.set_axis_off()
        knuckle.Knuckle(joint, self, opens=False).set(GAP)
        self.wetted = self.line(self.page, "blue", lw=5)
        self.forces = {name: arrows(self.page, self, colour, zorder=6) for name, colour in COLOURS.items()}
        ground = {
            "fc": style.colour("paper"),
            "ec": "none",
            "pad": 2,
        }  # a few newtons are a mere speck: say them
        self.held = self.write(
            *_place(HELD, 0.0), colour="blue", bold=True, ha="right", bbox=ground, moves=True, zorder=6
        )
        for x, name, words in (
            (LEFT, "rest", _("ligaments and capsule")),
            (216, "film", _("film")),
            (300, "pull", _("pull")),
        ):
            self.write(x, FOOT + 14, words, colour=COLOURS[name], bold=True)
        self._bars()
        self._tensions()

    def _bars(self) -> None:
        self.bars, self.words = {}, {}
        for name, y in ROWS.items():
            self.write(BARS[0], y - 22, NAMES[name], colour=COLOURS[name], bold=True)
            self.bars[name] = self.line(self.page, COLOURS[name], lw=BAR, solid_capstyle="butt", zorder=3)
            self.words[name] = self.write(0, y + 1, size="body", bold=True, moves=True, zorder=4)
        self._axis(AXIS, ROWS["pull"] - 12, MOST, "N")

    def _tensions(self) -> None:
        self.write(BARS[0], 224, _("Tension of the fluid"), "body", bold=True)
        self._axis(TENSION_AXIS, TENSION_AXIS, MOST_TENSION, "kPa")
        seen, grey = _along(BORNE, MOST_TENSION), {"color": style.colour("muted"), "lw": style.LINE["normal"]}
        self.page.plot([seen, seen], [TENSION_AXIS - 22, TENSION_AXIS], **grey)
        self.write(seen, TENSION_AXIS - 32, _("one film of water"), colour="muted", ha="center")
        self.borne = self.line(self.page, "blue", marker="o", ls="", ms=12, zorder=5)
        self.needed = self.line(self.page, "vermilion", marker="^", ls="", ms=13, zorder=4, clip_on=False)
        self.needed_words = self.write(0, TENSION_AXIS + 54, colour="vermilion", ha="center", moves=True)

    def _axis(self, y: float, top: float, end: float, unit: str) -> None:
        """An axis at `y` in thirds up to `end`, the last with its unit; grid lines up to `top`."""
        self.page.plot(BARS, [y, y], color=style.colour("muted"), lw=style.LINE["hair"])
        for tick in (0, end / 3, 2 * end / 3, end):
            x, words = _along(tick, end), number(read_in(tick, unit))
            self.page.plot([x, x], [top, y + 5], color=style.colour("grid"), lw=style.LINE["hair"], zorder=1)
            self.write(x, y + 19, with_unit(words, unit) if tick == end else words, ha="center")

    def update(self, state: Budget) -> None:
        for name in ROWS:
            self._update_bar(name, getattr(state, name))
        self.forces["pull"].set_path(outlines.path(_pointing(*PULLED, state.pull)))
        self.forces["film"].set_path(outlines.path(_pointing(FILM, PULLED[1], -state.film)))
        self.held.set(text=_("film: {force}").format(force=_newtons(state.film)), y=_place(HELD, 1.6)[1])
        halves = (_pointing(5.2, y, -state.rest / 2) for y in (7.9, -9.4))
        self.forces["rest"].set_path(outlines.path(*halves))
        reach = _reach(state.radius)
        self.wetted.set_data(*_place(*outlines.arc(FILM, -reach, reach, 16).T))
        self.borne.set_data([_along(state.tension, MOST_TENSION)], [TENSION_AXIS])
        self._mark_needed(state.needed)

    def grips(self, state: Budget) -> Sequence[Grip]:
        """The pull at the tip of its arrow, the tension at its mark, the film at its lower edge."""
        pulls, tensions, radii = np.array([0, MOST]), np.array([0, MOST_TENSION]), np.linspace(*WETTED, 17)
        (x, y), reach = _place(*PULLED), np.radians(_reach(radii))
        tips = np.column_stack([x + PER_NEWTON * pulls, [y] * 2])
        marks = np.column_stack([_along(tensions, MOST_TENSION), [TENSION_AXIS] * 2])
        rims = np.column_stack(_place(FILM * np.cos(reach), -FILM * np.sin(reach)))
        return [(Track("pull", pulls, tips),), (Track("radius", radii, rims),), (Track("tension", tensions, marks),)]

    def _update_bar(self, name: str, force: float) -> None:
        end, inside = _along(force, MOST), force > 0.8 * MOST
        self.bars[name].set_data([BARS[0], end], [ROWS[name]] * 2)
        look = style.colour("paper" if inside else COLOURS[name])
        self.words[name].set(
            text=_newtons(force), x=end - 8 if inside else end + 8, ha="right" if inside else "left", color=look
        )

    def _mark_needed(self, needed: float) -> None:
        """The tension that would hold all, at its place or, beyond the axis, at its end."""
        x = _along(min(max(needed, 0.0), MOST_TENSION * 1.02), MOST_TENSION)
        self.needed.set(data=([x], [TENSION_AXIS + 35]), marker=">" if needed > MOST_TENSION else "^")
        words = _("to hold it all: {tension}") if needed > 0 else _("to hold it all: no tension")
        self.needed_words.set(
            text=words.format(tension=fixed_amount(needed, "kPa")), x=float(np.clip(x, BARS[0] + 84, BARS[1] - 70))
        )


def _newtons(force: float) -> str:
    return fixed_amount(force, "N", 1 if force < 10 else 0)


def _place(x: NDArray | float, y: NDArray | float) -> tuple[NDArray | float, NDArray | float]:
    """Pixels on the page of a place in the drawing (mm)."""
    return LEFT + PER_MM * (x - SCENE[0][0]), TOP + PER_MM * (SCENE[1][1] - y)


def _reach(radius: NDArray | float) -> NDArray | float:
    """How far a film of this radius (m) reaches around the head, in degrees to either side of its axis."""
    return np.degrees(np.arcsin(read_in(radius, "mm") / knuckle.HEAD_RADIUS))


def _pointing(x: float, y: float, force: float) -> NDArray:
    """An arrow from a place in the drawing (mm), to the right for a positive `force` (N), else to the left."""
    x, y = _place(x, y)
    return arrow((x, y), (x + PER_NEWTON * force, y), 9, 20)


def _along(value: float, end: float) -> float:
    """Pixels from the left of a value on an axis that ends at `end`."""
    return BARS[0] + (BARS[1] - BARS[0]) * value / end
