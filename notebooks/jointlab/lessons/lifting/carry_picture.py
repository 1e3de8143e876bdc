"""A person who bends and holds a load, with the forces on the part above the lowest disc drawn to scale."""

from dataclasses import dataclass

import numpy as np
from matplotlib.patches import Circle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from jointlab.drawings import style
from jointlab.drawings.human.bones import Bones
from jointlab.drawings.human.scene import scene
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.language import _
from jointlab.lessons.lifting import force_arrows
from jointlab.lessons.lifting.force_arrows import PER_NEWTON
from jointlab.lessons.lifting.load_bars import LoadBars
from jointlab.models.body.kinematics import Posture, turn
from jointlab.models.body.lumbar_load import Force, SpineLoad
from jointlab.models.body.segments import Body
from jointlab.units import amount, fixed, fixed_amount, read_in, rounded, with_unit

WINDOW = (-1.20, 1.36, -0.215, 1.855)  # m: left, right, bottom, top of the drawn space
RULERS = {"weight": -0.062, "load": -0.152}  # m: heights at which the lever arms are drawn, below the floor
SCALE = 1000  # N: of the arrow's length that is drawn as a scale
COLOURS = {"weight": "blue", "load": "purple", "muscle": "vermilion", "disc": "ink"}
LITTLE = 50  # N: muscles of which the band begins below may as well pull with nothing
ABOVE_FLOOR = 0.06  # m: words stand higher
BALL = 0.042  # m: radius of a ball of 1 kg
RING = 15  # px: half of what a handle takes up, to be kept free of words
CLEAR = 1  # px around words
OFF_THE_BACK = 0.15  # m: how far from the muscles their words stand


@dataclass(frozen=True, eq=False)
class Carrying:
    """Who stands how, with the middle of the `hip` joints so far from the ankles (forward + i·up, m), `load` in kg,
    and what the lowest disc carries. `limited`: the arms are lifted less than asked for, or the person would fall.
    """

    body: Body
    posture: Posture
    hip: complex
    load: float
    result: SpineLoad
    limited: bool


def described(forces: tuple[int, int], more: str = "") -> str:
    """The description of a picture whose axis of forces has these ends (N); `more` of what the bars show."""
    told = _(
        "Left: a person seen from the side, with spine and pelvis visible, bending and holding a ball. Arrows, all to"
        " one scale, show the forces on what lies above the lowest disc, L5-S1 (red): blue, the weight of trunk, head"
        " and arms; purple, the load in the hands; orange, the pull of the muscles, which are the back muscles unless "
        "the weight acts behind the disc, and lie along the back; and, ending in it, the push of the disc. An arrow "
        "with a gap is longer than drawn. Level lines below the floor show how far in front of the disc, or behind it, "
        "the two weights act. Right, above: the moment about the disc in "
        "newton metres, in three rows: a blue bar of the trunk, a purple one of the load, which begins where the "
        "trunk's ends, or at 0 if it turns the other way, and for both together the span in which the moment may lie. "
        "Right, below: three bars on one axis from {low} to {high} newtons, for the muscles, "
        "named by where they lie, disc compression and disc shear; each spans what the uncertain muscle arm and body "
        "tables allow, with a mark for the middle."
    ).format(low=fixed(forces[0]), high=fixed(forces[1]))
    return " ".join(filter(None, (told, more, _("A dashed line marks the body's own weight."))))


class FreeBodyPicture(Page):
    """The person with arrows, the moment about the disc, and the forces on one axis.

    A subclass says where the axes end: `moments` in N m, `forces` in N.
    """

    height = 340
    moments: tuple[int, int]
    forces: tuple[int, int]

    def lay_out(self) -> None:
        self._scene()
        self.bars = LoadBars(self, self.moments, self.forces, {name: COLOURS[name] for name in RULERS})

    def _scene(self) -> None:
        left, right, *_heights = WINDOW
        self.scene = room = scene(self, WINDOW, floor=(left + 0.05, right - 0.05))
        self.person, self.bones = SideBody(room, self, detail=0.5), Bones(room, self)
        self.ball = self.moving(room.add_patch(Circle((0, 0), 0.1, fc=style.colour("purple"), ec="none", zorder=4)))
        self.arrows = {name: self.shape(look, on=room, moves=True, zorder=7) for name, look in COLOURS.items()}
        box = {"fc": style.colour("paper"), "ec": "none", "alpha": 0.88, "pad": 0.8}
        self.words = {name: self._words(look, bbox=box) for name, look in COLOURS.items()}
        self._rulers()
        scale = SCALE * PER_NEWTON
        x, y = left + 0.06, RULERS["load"]
        room.plot([x, x + scale], [y, y], color=style.colour("ink"), lw=style.LINE["normal"], solid_capstyle="butt")
        self.write(x + scale + 0.03, y, amount(SCALE, "N"), on=room)

    def _words(self, colour: str, **how: dict) -> Text:
        return self.write(0, 0, colour=colour, bold=True, on=self.scene, moves=True, zorder=9, **how)

    def _rulers(self) -> None:
        """Level lines below the floor: how far in front of the disc the weights act."""
        self.plumb = self.line(self.scene, "muted", "hair", "dotted", zorder=1)
        self.rulers, self.lengths = {}, {}
        for name in RULERS:
            self.rulers[name] = self.line(self.scene, COLOURS[name], "thin", marker="|", ms=9, zorder=6)
            self.lengths[name] = self._words(COLOURS[name])
        self.muscle_arm = self.line(self.scene, COLOURS["muscle"], zorder=8)

    def update(self, state: Carrying) -> None:
        self.person.set(state.body, state.posture, state.hip, "closed" if state.load > 0 else "open")
        self.bones.set(state.body, state.posture, state.hip)
        self._hold(complex(state.result.load.place) + state.hip, state.load)
        self._draw_forces(state)
        self._draw_arms(state)
        self.bars.set(state.result, state.body.mass)

    def _hold(self, grip: complex, load: float) -> None:
        """A ball in the hands, its volume in proportion to its mass; its weight hangs from it."""
        self.radius = BALL * load ** (1 / 3)
        height = max(grip.imag - 0.6 * self.radius, self.radius)  # it never sinks into the floor
        self.ball.set(radius=self.radius, center=(grip.real, height), visible=load > 0)

    def _draw_forces(self, state: Carrying) -> None:
        result, hip = state.result, state.hip
        ways = {
            "weight": force_arrows.straight(result.weight, hip, up_to=False),
            "load": force_arrows.straight(result.load, hip, up_to=False) - 1.5j * self.radius,
            "muscle": force_arrows.straight(result.muscle_pull, hip, up_to=True),
            "disc": force_arrows.straight(result.reaction, hip, up_to=True),
        }
        if result.moment.middle > 0:
            ways["muscle"] = force_arrows.down_the_back(state.body, state.posture, hip, result)
        for name, force in self._forces_on(result).items():
            length = float(force.size) * PER_NEWTON
            drawn = force_arrows.outline(ways[name], length)
            self.arrows[name].set(path=outlines.path(*drawn), visible=bool(drawn))
            place, across, up = self._beside(name, ways[name], state)
            least = WINDOW[0] + (1.11 if name == "muscle" else 0.02)  # no word leaves the page
            where = {"position": (max(place.real, least), max(place.imag, ABOVE_FLOOR)), "ha": across, "va": up}
            self.words[name].set(text=_told(name, force, result), visible=length > 20 * PER_NEWTON, **where)
        self._keep_apart(state)

    @staticmethod
    def _forces_on(result: SpineLoad) -> dict[str, Force]:
        return {"weight": result.weight, "load": result.load, "muscle": result.muscle_pull, "disc": result.reaction}

    def _beside(self, name: str, way: np.ndarray, state: Carrying) -> tuple[complex, str, str]:
        """Where the words of an arrow stand and how they are aligned: weights at its right, the muscles behind the
        back, the disc near the disc."""
        start, end, result = way[0], way[-1], state.result
        if name == "muscle":
            behind = -turn(0.7 * float(state.posture.trunk))
            return end + OFF_THE_BACK * (1 - 1j) * behind, "right", "center"
        if name == "disc":
            return end - min(0.2, 0.65 * abs(end - start)) * (end - start) / abs(end - start) + 0.04, "left", "center"
        if name == "load":
            return way[0] + 0.03 + (1 + 1.5j) * self.radius, "left", "center"
        if (result.weight.place - result.disc).imag < 0.15:  # the trunk lies nearly level: beside it hangs the head
            return end - 0.03j, "center", "top"
        return start + 0.04 + 0.5 * (end - start), "left", "center"

    def _keep_apart(self, state: Carrying) -> None:
        """Words that would lie on others or on a handle move up or down, as little as they can, until all are clear."""
        renderer, per_metre = self.figure.canvas.get_renderer(), self.scene.bbox.height / np.ptp(WINDOW[2:])
        placed = [self._ring(place) for place in self.handles(state)]
        for name in ("load", "disc", "muscle", "weight"):
            words = self.words[name]
            if not words.get_visible():
                continue
            box = words.get_window_extent(renderer).expanded(1, 1.1).padded(CLEAR)
            moved = min(_free(box, placed), key=abs)
            words.set_y(words.get_position()[1] + moved / per_metre)
            placed.append(box.translated(0, moved))

    def handles(self, state: Carrying) -> list[complex]:
        """Where in the scene (m) a hand can take hold."""
        raise NotImplementedError

    def _ring(self, place: complex) -> Bbox:
        x, y = self.scene.transData.transform((place.real, place.imag))
        return Bbox([[x - RING, y - RING], [x + RING, y + RING]])

    def _draw_arms(self, state: Carrying) -> None:
        """Lever arms: on the rulers, and from the disc to the line of the muscles."""
        result, hip, held = state.result, state.hip, state.load > 0
        disc = complex(result.disc) + hip
        ends = {"weight": complex(result.weight.place) + hip, "load": complex(result.load.place) + hip}
        plumb = [disc, disc.real + 1j * RULERS["load" if held else "weight"], np.nan]
        for name, end in ends.items():
            level, shown = RULERS[name], name == "weight" or held
            self.rulers[name].set(data=([disc.real, end.real], [level, level]), visible=shown)
            place = (max(disc.real, end.real) + 0.03, level)
            self.lengths[name].set(text=_from_disc(end.real - disc.real), position=place, visible=shown)
            plumb += [end, end.real + 1j * level, np.nan] if shown else []
        self.plumb.set_data(np.real(plumb), np.imag(plumb))
        muscle = complex(result.muscle_pull.place) + hip
        self.muscle_arm.set_data([disc.real, muscle.real], [disc.imag, muscle.imag])


def _free(box: Bbox, placed: list[Bbox]) -> list[float]:
    """By how many pixels a box may be moved up (above 0) or down so that it lies on no other."""
    ways = [0.0, *(step for other in placed for step in (other.y1 - box.y0 + 1, other.y0 - box.y1 - 1))]
    return [way for way in ways if not any(box.translated(0, way).overlaps(other) for other in placed)]


def _told(name: str, force: Force, result: SpineLoad) -> str:
    """What stands beside an arrow: a load is known, a weight nearly; of the muscles only a band is."""
    if name == "muscle":
        low, high = (float(end) for end in (result.muscle.low, result.muscle.high))
        if low < LITTLE:
            return _("muscles, up to {force}").format(force=with_unit(fixed(round(high, -1)), "N"))
        return _("muscles {force}").format(force=with_unit(f"{rounded(low)}–{rounded(high)}", "N"))
    size = float(force.size)
    return {
        "weight": _("trunk {force}").format(force=with_unit(fixed(round(size, -1)), "N")),
        "load": _("load {force}").format(force=fixed_amount(size, "N")),
        "disc": _("disc"),
    }[name]


def _from_disc(metres: float) -> str:
    """How far in front of the disc something acts, in whole centimetres; what is behind it is called so."""
    whole = round(read_in(metres, "cm"))
    return f"{whole} cm" if whole >= 0 else _("{distance} behind").format(distance=f"{-whole} cm")
