"""Who carries a pull at a finger: the forces on the finger bone as arrows, the same as bars, and the tension needed."""

import numpy as np

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.joints import knuckle
from jointlab.drawings.picture import Picture
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.arrows import arrow, arrows

SCENE = ((-22.5, 31.0), (-19.8, 14.2))  # mm of the drawing
BOX = (16, 64, 450)  # pixels: left edge, top edge and width of the drawing
PER_NEWTON = 0.95  # pixels of arrow
GAP = 0.5  # mm, as the joint is drawn
MOST = 150  # N at the end of the bars
ROWS = {"pull": 62, "film": 136, "rest": 210}  # pixels from the top: the words of each bar
BARS = (500, 920)  # pixels: both ends of the axes
BAR = 20  # pixels: half a bar is this high
AXIS, TENSION_AXIS = 270, 374  # pixels from the top
MOST_TENSION = 1500.0  # kPa at the end of the lower axis
COLOURS = {"pull": "ink", "film": "blue", "rest": "capsule_edge"}


class BudgetPicture(Picture):
    """`update` takes a state in SI units with `pull`, `film` (what the film holds of it), `rest`, the film's `radius`,
    the `tension` that its fluid bears, and the tension `needed` to hold all of the pull (Pa; negative if none)."""

    height = 440
    description = (
        "Left: a knuckle cut lengthwise. A black arrow pulls the finger bone to the right; arrows the other way hold "
        "it: a blue one for the film of fluid, whose width is marked by a blue line on the cartilage, and two brown "
        "ones for ligaments and capsule. Longer arrows are larger forces. Right, above: the same three forces as "
        "horizontal bars, from 0 to 150 newtons. Right, below: an axis of tension from 0 to 1,500 kilopascals; a "
        "blue mark shows what the fluid is supposed to bear, an orange triangle what it would have to bear to hold "
        "the whole pull alone, a grey line what a film of water bore in one experiment."
    )

    def build(self) -> None:
        left, top, width = BOX
        per_mm = width / np.ptp(SCENE[0])
        high = per_mm * np.ptp(SCENE[1])
        box = np.divide((left, self.height - top - high, width, high), (self.width, self.height) * 2)
        joint = self.figure.add_axes(tuple(box), xlim=SCENE[0], ylim=SCENE[1])
        joint.set_axis_off()
        knuckle.Knuckle(joint, self, opens=False).set(GAP)
        page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0))
        page.set_axis_off()
        self.page = page

        def place(x, y):
            return np.array([left + per_mm * (x - SCENE[0][0]), top + per_mm * (SCENE[1][1] - y)])

        self.places = {
            "pull": place(12.0, 0.3),
            "film": place(knuckle.HEAD_RADIUS + GAP / 2, 0.3),
            "above": place(5.2, 7.9),
            "below": place(5.2, -9.4),
        }
        self.place = place
        self.wetted = self.moving(page.plot([], [], color=style.colour("blue"), lw=5, solid_capstyle="round")[0])
        self.forces = {name: arrows(page, self, colour, zorder=6) for name, colour in COLOURS.items()}
        page.text(16, 34, "Who holds the finger?", weight="bold", va="center", size=style.TEXT["label"])
        words = {"weight": "bold", "va": "center", "size": style.TEXT["small"]}
        for x, name, text in ((16, "rest", "ligaments and capsule"), (216, "film", "film"), (300, "pull", "pull")):
            page.text(x, top + high + 28, text, color=style.colour(COLOURS[name]), **words)
        self._bars()
        self._tensions()

    def _bars(self) -> None:
        page = self.page
        names = {"pull": "the pull", "film": "the film holds, at most", "rest": "left for ligaments and capsule"}
        self.bars, self.words = {}, {}
        for name, y in ROWS.items():
            colour = style.colour(COLOURS[name])
            page.text(BARS[0], y - 22, names[name], va="center", size=style.TEXT["small"])
            bar = {"lw": BAR, "solid_capstyle": "butt", "color": colour, "zorder": 3}
            self.bars[name] = self.moving(page.plot([], [], **bar)[0])
            words = {"weight": "bold", "va": "center", "color": colour, "zorder": 4}
            self.words[name] = self.moving(page.text(0, y + 2, "", **words))
        self._axis(AXIS, range(0, MOST + 1, 50), MOST, ROWS["pull"] - 12, "N")

    def _tensions(self) -> None:
        page, small = self.page, {"size": style.TEXT["small"], "va": "center"}
        page.text(BARS[0], 316, "Tension of the fluid", weight="bold", va="center")
        self._axis(TENSION_AXIS, range(0, 1501, 500), MOST_TENSION, TENSION_AXIS, "kPa")
        seen = _along(sources.observation("lab_tension").value / 1e3, MOST_TENSION)
        page.plot([seen, seen], [TENSION_AXIS - 22, TENSION_AXIS], color=style.colour("muted"), lw=style.LINE["normal"])
        page.text(seen, TENSION_AXIS - 32, "one film of water", ha="center", color=style.colour("muted"), **small)
        self.borne = self.moving(page.plot([], [], "o", color=style.colour("blue"), ms=12, zorder=5)[0])
        how = {"color": style.colour("vermilion"), "ms": 13, "zorder": 4, "clip_on": False}
        self.needed = self.moving(page.plot([], [], marker="^", **how)[0])
        self.needed_words = self.moving(
            page.text(0, TENSION_AXIS + 50, "", ha="center", color=style.colour("vermilion"), **small)
        )

    def _axis(self, y: float, ticks: range, high: float, top: float, unit: str) -> None:
        """Ticks below a level line at `y`, the last with its unit; grid lines up to `top`."""
        page, (left, right) = self.page, BARS
        page.plot([left, right], [y, y], color=style.colour("muted"), lw=style.LINE["hair"])
        for tick in ticks:
            x, words = _along(tick, high), f"{tick:,} {unit}" if tick == high else f"{tick:,}"
            page.plot([x, x], [top, y + 5], color=style.colour("grid"), lw=style.LINE["hair"], zorder=1)
            page.text(x, y + 16, words, ha="center", va="center", size=style.TEXT["small"])

    def update(self, state) -> None:
        sizes = {"pull": state.pull, "film": state.film, "rest": state.rest}
        for name, newtons in sizes.items():
            y, end = ROWS[name], _along(newtons, MOST)
            self.bars[name].set_data([BARS[0], end], [y, y])
            self.words[name].set_text(_newtons(newtons))
            inside = newtons > 0.8 * MOST
            self.words[name].set_position((end - 8 if inside else end + 8, y + 1))
            self.words[name].set_ha("right" if inside else "left")
            self.words[name].set_color(style.colour("paper" if inside else COLOURS[name]))
        self._draw_arrows(sizes)
        angle = np.arcsin(1e3 * state.radius / knuckle.HEAD_RADIUS)
        arc = outlines.arc(knuckle.HEAD_RADIUS + GAP / 2, -np.degrees(angle), np.degrees(angle), 24)
        self.wetted.set_data(*self.place(*arc.T))
        self.borne.set_data([_along(state.tension / 1e3, MOST_TENSION)], [TENSION_AXIS])
        self._mark_needed(state.needed / 1e3)

    def _draw_arrows(self, sizes: dict[str, float]) -> None:
        def pointing(start: str, newtons: float, way: int) -> np.ndarray:
            x, y = self.places[start]
            return arrow((x, y), (x + way * PER_NEWTON * newtons, y), 9, 20)

        self.forces["pull"].set_path(outlines.path(pointing("pull", sizes["pull"], 1)))
        self.forces["film"].set_path(outlines.path(pointing("film", sizes["film"], -1)))
        halves = [pointing(place, sizes["rest"] / 2, -1) for place in ("above", "below")]
        self.forces["rest"].set_path(outlines.path(*halves))

    def _mark_needed(self, needed: float) -> None:
        """The tension that would hold all, at its place or, beyond the axis, at its end."""
        beyond = needed > MOST_TENSION
        x = _along(min(max(needed, 0.0), MOST_TENSION * 1.02), MOST_TENSION)
        self.needed.set_marker(">" if beyond else "^")
        self.needed.set_data([x], [TENSION_AXIS + 30])
        words = f"to hold it all: {needed:,.0f} kPa" if needed > 0 else "to hold it all: no tension"
        self.needed_words.set_text(words)
        self.needed_words.set_position((float(np.clip(x, BARS[0] + 84, BARS[1] - 70)), TENSION_AXIS + 50))


def _along(amount: float, high: float) -> float:
    """Pixels from the left of an amount on an axis that ends at `high`."""
    left, right = BARS
    return left + (right - left) * amount / high


def _newtons(force: float) -> str:
    return f"{force:.1f} N" if force < 10 else f"{force:.0f} N"
