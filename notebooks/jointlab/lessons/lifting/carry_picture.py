"""A person who bends and holds a load, with the forces on the part above the lowest disc drawn to scale."""

from typing import Any

import numpy as np
from matplotlib.patches import Circle, FancyArrow

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.human.bones import Bones
from jointlab.drawings.human.scene import scene
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.picture import Picture
from jointlab.models.body.compressive_strength import strength_distributions

WINDOW = (-0.80, 1.10, -0.24, 2.02)  # m: left, right, bottom, top of the drawn space
PER_NEWTON = 0.17e-3  # m of arrow for a newton
RULERS = {"weight": -0.085, "load": -0.17}  # m: heights at which the lever arms are drawn, below the floor
COLOURS = {"weight": "blue", "load": "purple", "muscle": "vermilion", "disc": "ink"}
MOMENTS, FORCES = (-40, 360), (0, 10)  # N m and kN: ends of the axes
ROWS = {"muscles": 3, "disc compression": 2, "disc shear": 1}
# Which muscles hold (SpineLoad.holding): the name of their bar.
MUSCLES = {"behind": "back\nmuscles", "in front": "muscles\nin front", "either": "muscles,\nfront\nor back"}
BALL = 0.042  # m: radius of a ball of 1 kg
STRENGTH = 0.85  # height of the curve of the specimens, in rows


class FreeBodyPicture(Picture):
    """`update` takes a state with `body`, `posture`, `hip` (forward + i·up from the ankles, m), `load` (kg) and
    `result` (models.body.lumbar_load.SpineLoad)."""

    height = 456
    description = (
        "Left: a person seen from the side, with spine and pelvis visible, bending and holding a ball. Arrows, all to"
        " one scale, show the forces on what lies above the lowest disc, L5-S1 (red): blue, the weight of trunk, head"
        " and arms; purple, the load in the hands; orange, the pull of the muscles, which are the back muscles unless "
        "the weight acts behind the disc; dark, what the disc pushes back with. Level lines below the floor show how "
        "far in front of the disc, or behind it, the two weights act. Right, above: a bar of the moment about the disc "
        "in newton metres, the part of the trunk in blue and of the load in purple, and below it the span in which it "
        "may lie. Right, below: three bars on one axis from 0 to 10 kilonewtons, for the muscles, named by where they "
        "lie, disc compression and disc shear; each spans what the uncertain muscle arm and body tables allow, with a "
        "mark for the middle. A grey curve shows at which compression specimens of spines broke; a dashed line marks "
        "the body's own weight, a short line the action limit."
    )

    def build(self) -> None:
        self._scene()
        self._moments()
        self._forces()

    def _scene(self) -> None:
        left, right, *_ = WINDOW
        self.scene = room = scene(self, WINDOW, floor=(left + 0.05, right - 0.05))
        self.person, self.bones = SideBody(room, self, detail=0.65), Bones(room, self)
        self.ball = self.moving(room.add_patch(Circle((0, 0), 0.1, fc=style.colour("purple"), ec="none", zorder=4)))
        self.arrows = {name: self._arrow(colour) for name, colour in COLOURS.items()}
        box = {"fc": style.colour("paper"), "ec": "none", "alpha": 0.72, "pad": 0.8}
        words = {"size": style.TEXT["small"], "weight": "bold", "zorder": 9, "linespacing": 1.2}
        self.words = {
            name: self.moving(room.text(0, 0, "", color=style.colour(colour), bbox=box, **words))
            for name, colour in COLOURS.items()
        }
        self._rulers(words)
        scale = 1000 * PER_NEWTON
        x, y = left + 0.08, 1.93
        room.plot([x, x + scale], [y, y], color=style.colour("ink"), lw=style.LINE["normal"], solid_capstyle="butt")
        room.text(x + scale + 0.03, y, "1 kN", va="center", size=style.TEXT["small"])

    def _rulers(self, words: dict[str, Any]) -> None:
        """Level lines below the floor: how far in front of the disc the weights act."""
        thin = {"lw": style.LINE["thin"], "zorder": 6}
        line = self.scene.plot
        grey = style.colour("muted")
        self.plumb = self.moving(line([], [], color=grey, lw=style.LINE["hair"], ls=(0, (2, 3)), zorder=1)[0])
        self.rulers, self.lengths = {}, {}
        for name, height in RULERS.items():
            colour = style.colour(COLOURS[name])
            self.rulers[name] = self.moving(line([], [], color=colour, marker="|", ms=9, **thin)[0])
            self.lengths[name] = self.moving(self.scene.text(0, height, "", color=colour, va="center", **words))
        orange = style.colour(COLOURS["muscle"])
        self.muscle_arm = self.moving(line([], [], color=orange, lw=style.LINE["normal"], zorder=8)[0])

    def _arrow(self, colour: str) -> FancyArrow:
        shape = FancyArrow(0, 0, 0, 1, length_includes_head=True, color=style.colour(colour), lw=0, zorder=7)
        return self.moving(self.scene.add_patch(shape))

    def _moments(self) -> None:
        axes = self.figure.add_axes((0.60, 0.79, 0.37, 0.085))
        axes.set(xlim=MOMENTS, ylim=(0, 1), yticks=[], xticks=range(0, MOMENTS[1] + 1, 100))
        axes.set_title("Moment about L5-S1 (N m)")
        axes.spines["left"].set_visible(False)
        axes.axvline(0, color=style.colour("muted"), lw=style.LINE["thin"])
        bar = {"lw": 17, "solid_capstyle": "butt"}
        self.shares = {
            name: self.moving(axes.plot([], [], color=style.colour(COLOURS[name]), **bar)[0])
            for name in ("weight", "load")
        }
        whisker = {"color": style.colour("ink"), "lw": style.LINE["normal"], "marker": "|", "ms": 12, "zorder": 5}
        self.moment_band = self.moving(axes.plot([], [], **whisker)[0])

    def _forces(self) -> None:
        axes = self.figure.add_axes((0.60, 0.115, 0.37, 0.53))
        axes.set(xlim=FORCES, ylim=(0.35, 3.9), yticks=[], xlabel="force (kN)", xticks=range(0, FORCES[1] + 1, 2))
        axes.spines["left"].set_visible(False)
        words = {"ha": "right", "va": "center", "weight": "bold", "linespacing": 1.15}
        names = {name: axes.text(-0.15, y, name.replace(" ", "\n"), **words) for name, y in ROWS.items()}
        self.muscles = self.moving(names["muscles"])
        self._strength(axes)
        colours = {"muscles": "vermilion", "disc compression": "ink", "disc shear": "ink"}
        self.bands, self.middles = {}, {}
        for name, y in ROWS.items():
            colour = style.colour(colours[name])
            band = {"lw": 15, "alpha": 0.32, "solid_capstyle": "butt", "color": colour}
            self.bands[name] = self.moving(axes.plot([0, 0], [y, y], **band)[0])
            self.middles[name] = self.moving(axes.plot([0], [y], "o", color=colour, ms=11, zorder=5)[0])
        self.own = self.moving(axes.plot([0, 0], [0.4, 3.86], color=style.colour("blue"), lw=1.5, ls=(0, (4, 3)))[0])
        words = {"size": style.TEXT["small"], "color": style.colour("blue"), "va": "top", "ha": "left"}
        self.own_words = self.moving(axes.text(0, 3.92, "body weight", **words))

    def _strength(self, axes: Any) -> None:
        """At which compression specimens broke, as a curve behind the bar of the compression; the action limit."""
        y = ROWS["disc compression"] - 0.28
        force = np.linspace(*FORCES, 160)
        density = strength_distributions()["gamma"].pdf(1000 * force)
        curve = y + STRENGTH * density / density.max()
        axes.fill_between(force, y, curve, color=style.colour("muted"), alpha=0.16, lw=0)
        note = {"size": style.TEXT["small"], "color": style.colour("muted")}
        many = sources.observation("lumbar_strength").n
        axes.text(FORCES[1], y - 0.06, f"grey: where {many:,} specimens broke", ha="right", va="top", **note)
        limit = sources.value("action_limit") / 1000
        axes.plot([limit, limit], [y, y + 1.0], color=style.colour("muted"), lw=style.LINE["normal"])
        axes.text(limit + 0.1, y + 1.06, f"action limit {limit:g} kN", ha="left", va="center", **note)

    def update(self, state: Any) -> None:
        result, hip = state.result, state.hip
        self.person.set(state.body, state.posture, hip, grip=state.load > 0)
        self.bones.set(state.body, state.posture, hip)
        self._hold(complex(result.load.place) + hip, state.load)
        self._draw_forces(result, hip, state.load)
        self._draw_bars(result, state.body)

    def _hold(self, grip: complex, load: float) -> None:
        """A ball in the hands, its volume in proportion to its mass; its weight hangs from it."""
        self.radius = BALL * load ** (1 / 3)
        self.ball.set_radius(self.radius)
        self.ball.set_center((grip.real, grip.imag - 0.6 * self.radius))
        self.ball.set_visible(load > 0)

    def _draw_forces(self, result: Any, hip: complex, load: float) -> None:
        forces = {
            "weight": result.weight,
            "load": result.load,
            "muscle": result.muscle_pull,
            "disc": result.reaction,
        }
        for name, force in forces.items():
            start, vector = complex(force.place) + hip, complex(force.vector) * PER_NEWTON
            if name in ("muscle", "disc"):  # these are drawn to end where they act: at the pelvis, at the disc
                start -= vector
            if name == "load":
                start -= 1.5j * self.radius
            _point(self.arrows[name], start, vector)
            level = (result.weight.place - result.disc).imag < 0.15  # the trunk, nearly
            self._name(name, start, vector, self._told(name, force.size, result), bool(level))
        self._keep_apart()
        self._draw_arms(result, hip, load)

    def _draw_arms(self, result: Any, hip: complex, load: float) -> None:
        """Lever arms: on the rulers, and from the disc to the line of the muscles."""
        disc = complex(result.disc) + hip
        ends = {"weight": complex(result.weight.place) + hip, "load": complex(result.load.place) + hip}
        plumb = [disc.real, disc.real, np.nan], [disc.imag, RULERS["load" if load > 0 else "weight"], np.nan]
        for name, end in ends.items():
            shown = name == "weight" or load > 0
            self.rulers[name].set_visible(shown)
            self.lengths[name].set_visible(shown)
            self.rulers[name].set_data([disc.real, end.real], [RULERS[name]] * 2)
            self.lengths[name].set_position((max(disc.real, end.real) + 0.03, RULERS[name]))
            self.lengths[name].set_text(_from_disc(end.real - disc.real))
            if shown:
                plumb[0].extend([end.real, end.real, np.nan])
                plumb[1].extend([end.imag, RULERS[name], np.nan])
        self.plumb.set_data(*plumb)
        muscle = complex(result.muscle_pull.place) + hip
        self.muscle_arm.set_data([disc.real, muscle.real], [disc.imag, muscle.imag])

    def _told(self, name: str, size: float, result: Any) -> str:
        """What stands beside an arrow: a load is known, a weight nearly; of the muscles only a band is."""
        if name == "muscle":
            low, high = float(result.muscle.low), float(result.muscle.high)
            if low < 50:
                return f"muscles, up to {round(high, -1):.0f} N"
            return f"muscles {low / 1000:.1f}–{high / 1000:.1f} kN"
        return {"weight": f"trunk {round(float(size), -1):.0f} N", "load": f"load {size:.0f} N", "disc": "disc"}[name]

    def _name(self, name: str, start: complex, vector: complex, text: str, level: bool) -> None:
        """Words beside an arrow: weights at their right, the muscles at the outer end, the disc at its middle.

        `level`: the trunk lies nearly level.
        """
        words = self.words[name]
        words.set_visible(abs(vector) > 20 * PER_NEWTON)
        words.set_text(text)
        if name == "weight" and level:  # beside the arrow hangs the head, below it there is room
            place = start + vector - 0.03j
            words.set(ha="center", va="top")
        elif name in ("weight", "load"):
            beside = 0.04 if name == "weight" else 0.03 + self.radius
            place = start + beside + (0.5 * vector if name == "weight" else 0.5j * self.radius)
            words.set(ha="left", va="center")
        else:
            place = start + (0.02 if name == "muscle" else 0.35) * vector + (-0.03 if name == "muscle" else 0.04)
            words.set(ha="right" if name == "muscle" else "left", va="center")
        least = WINDOW[0] + (0.88 if name == "muscle" else 0.02)  # long arrows leave the page, their words do not
        words.set_position((max(place.real, least), place.imag))

    def _keep_apart(self) -> None:
        """Words that would lie on others move up until both can be read."""
        renderer, per_metre = self.figure.canvas.get_renderer(), self.scene.bbox.height / np.ptp(WINDOW[2:])
        placed = []
        for name in ("disc", "weight", "load", "muscle"):
            words = self.words[name]
            if not words.get_visible():
                continue
            for other in placed:
                box = words.get_window_extent(renderer)
                if box.overlaps(other):
                    words.set_y(words.get_position()[1] + (other.y1 - box.y0 + 2) / per_metre)
            placed.append(words.get_window_extent(renderer))

    def _draw_bars(self, result: Any, body: Any) -> None:
        disc = result.disc
        own, held = (float(force.moment_about(disc)) for force in (result.weight, result.load))
        start = own if own * held >= 0 else 0.0
        self.shares["weight"].set_data([0, own], [0.64, 0.64])
        self.shares["load"].set_data([start, start + held], [0.64, 0.64])
        self.moment_band.set_data(
            np.clip([float(result.moment.low), float(result.moment.high)], *MOMENTS), [0.14, 0.14]
        )
        self.muscles.set_text(MUSCLES[result.holding])
        bands = {"muscles": result.muscle, "disc compression": result.compression, "disc shear": result.shear}
        for name, band in bands.items():
            y = ROWS[name]
            low, middle, high = (np.clip(float(end) / 1000, *FORCES) for end in (band.low, band.middle, band.high))
            self.bands[name].set_data([low, high], [y, y])
            self.middles[name].set_data([middle], [y])
        weight = body.mass * sources.value("gravity") / 1000
        self.own.set_xdata([weight, weight])
        self.own_words.set_x(weight + 0.08)


def _from_disc(metres: float) -> str:
    """How far in front of the disc something acts, in whole centimetres; what is behind it is called so."""
    whole = round(100 * metres)
    return f"{whole} cm" if whole >= 0 else f"{-whole} cm behind"


def _point(arrow: FancyArrow, start: complex, vector: complex) -> None:
    """Lay an arrow from `start` along `vector`; its width follows its length, so that small ones stay small."""
    length = abs(vector)
    width = 0.012 + 0.012 * min(length / 0.3, 1)
    head = min(3.2 * width, max(length, 1e-6))
    arrow.set_visible(length > 0.002)
    ends = {"x": start.real, "y": start.imag, "dx": vector.real, "dy": vector.imag}
    arrow.set_data(**ends, width=width, head_width=3 * width, head_length=head)
