"""All fours, plank and bridge, each held up at two ends, and beside each the moment that its muscles must hold."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Polygon

from jointlab.drawings import style
from jointlab.drawings.human.muscles import MuscleLines
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.page import Page
from jointlab.drawings.picture import StillPicture
from jointlab.drawings.shapes.arrows import arrow
from jointlab.lessons.six_exercises.poses import pose
from jointlab.models.body.adult import adult
from jointlab.models.body.contact import Reaction, reactions
from jointlab.models.body.kinematics import trunk_points
from jointlab.models.body.lumbar_load import SpineLoad, spine_load
from jointlab.models.body.settle import Settled
from jointlab.units import amount, number, span

# Pose: its room above the floor (m), where its hips stand from the left (m), and which muscles are drawn.
ROOMS = {
    "all fours": (0.74, 0.62, ()),
    "plank": (0.47, 0.90, ("abdominals",)),
    "bridge": (0.55, 1.00, ("back muscles", "gluteus maximus")),
}
ENDS = {"hand": "hands", "knee": "knees", "forearm": "forearms", "toes": "toes", "back": "shoulders", "foot": "feet"}
TOP, HEAD, BELOW = 44, 34, 62  # px: above all, for the name of a pose, below its floor
SCALE, WIDE = 255.0, 1.90  # px for a metre; m of floor
PER_NEWTON = 0.08  # px
LEFT, RIGHT = 560, 940  # px: the axis of the moments
MOMENTS = (-180, 180)  # N m
THICK = 17  # px


@dataclass(frozen=True)
class Held:
    """A pose on the floor, what each end bears, and what L5-S1 carries."""

    settled: Settled
    ends: list[Reaction]
    load: SpineLoad


def held(name: str) -> Held:
    """The adult of the course in a pose, with the ends that bear her; what merely rests is left out."""
    settled = pose(name, adult())
    bearing = [one for one in reactions(adult(), settled.posture, settled.contacts) if not one.contact.rests]
    return Held(settled, bearing, spine_load(adult(), settled.posture, contacts=settled.contacts))


class WhoHolds(StillPicture, Page):
    """Rows from above: a body on its two ends, and the band of the moment about L5-S1 on an axis that all share."""

    def __init__(self):
        self.poses = {name: held(name) for name in ROOMS}
        self.height = round(TOP + sum(HEAD + SCALE * room[0] + BELOW for room in ROOMS.values()) + 34)
        self.description = " ".join(
            [
                "Three people seen from the side, each held up at two ends by arrows from the floor, with the lowest "
                "joint of the back as a dot and the muscles that hold it as bands; beside each, on one axis, the "
                f"moment about that joint, from {number(-MOMENTS[0])} N m held in front to {number(MOMENTS[1])} N m "
                "held behind.",
                *(_in_words(name, one) for name, one in self.poses.items()),
            ]
        )
        super().__init__()

    def lay_out(self) -> None:
        foot, middles = TOP, {}
        for name, one in self.poses.items():
            room = ROOMS[name][0]
            middles[name] = foot + HEAD + SCALE * room / 2
            foot += HEAD + SCALE * room + BELOW
            self._body(name, one, foot - BELOW)
        self._moments(middles, foot)

    def _body(self, name: str, one: Held, floor: float) -> None:
        room, hips, muscles = ROOMS[name]
        self.heading(20, floor - SCALE * room - HEAD / 2, name.capitalize())
        limits = {"xlim": (0, WIDE), "ylim": (-BELOW / SCALE, room)}
        axes = self.plot(20, floor - SCALE * room, 20 + SCALE * WIDE, floor + BELOW, **limits)
        axes.set_axis_off()
        axes.plot([0, WIDE], [0, 0], color=style.colour("muted"), lw=style.LINE["thin"], zorder=1)
        hip = complex(hips, one.settled.hip.imag)
        SideBody(axes, self).set(adult(), one.settled.posture, hip, "flat")
        MuscleLines(axes, self).set(adult(), one.settled.posture, hip, dict.fromkeys(muscles, 1.0))
        joint = complex(trunk_points(adult(), one.settled.posture).levels[0]) + hip
        axes.add_patch(Circle((joint.real, joint.imag), 0.022, fc=style.colour("ink"), ec="none", zorder=9))
        for end in one.ends:
            self._push(axes, end, end.point.real + hips)

    def _push(self, axes: Axes, end: Reaction, across: float) -> None:
        """What the floor does at one end: an arrow up to it, as long as the middle of its band is large."""
        force = end.force
        long = PER_NEWTON * float(force.middle) / SCALE
        outline = arrow((across, -long), (across, 0), 5 / SCALE, 13 / SCALE)
        axes.add_patch(Polygon(outline, fc=style.colour("blue"), ec="none", zorder=8))
        words = f"{ENDS[end.contact.part]}\n{span(force.low, force.high, 'N')}"
        self.write(across + 12 / SCALE, -0.5 * BELOW / SCALE, words, colour="blue", on=axes)

    def _moments(self, middles: dict[str, float], foot: float) -> None:
        limits = {"xlim": MOMENTS, "ylim": (foot, TOP), "yticks": [], "xlabel": "moment about L5-S1 (N m)"}
        ticks = {tick: number(abs(tick)) for tick in range(-150, 151, 50)}
        axes = self.plot(LEFT, TOP, RIGHT, foot - 34, **limits | {"ylim": (foot - 34, TOP)}, xticks=ticks)
        axes.spines["left"].set_visible(False)
        axes.axvline(0, color=style.colour("ink"), lw=style.LINE["thin"])
        self.write(0, TOP - 14, "← held in front  ", "body", "muted", on=axes, ha="right")
        self.write(0, TOP - 14, "  held behind →", "body", "muted", on=axes, ha="left")
        for name, y in middles.items():
            moment = self.poses[name].load.moment
            axes.plot([moment.low, moment.high], [y, y], color=style.colour("vermilion"), lw=THICK, alpha=0.4,
                      solid_capstyle="butt")  # fmt: skip
            axes.plot([moment.middle], [y], "o", color=style.colour("vermilion"), ms=10)
            words, side = _sided(self.poses[name].load)
            place = {"right": -6, "center": 0, "left": 6}[side]
            ground = {"fc": style.colour("paper"), "ec": "none", "pad": 2}
            self.write(place, y - 26, words, "body", on=axes, ha=side, bbox=ground)


def _sided(one: SpineLoad) -> tuple[str, str]:
    """Which side must hold and how much; and where words about it begin or end at the line of no moment."""
    low, high = float(one.moment.low), float(one.moment.high)
    if high <= 0:
        return f"front: {span(-high, -low, 'N m')}", "right"
    if low >= 0:
        return f"behind: {span(low, high, 'N m')}", "left"
    return f"either side, up to {amount(max(-low, high), 'N m', 2)}", "center"


def _in_words(name: str, one: Held) -> str:
    ends = " and ".join(f"{ENDS[e.contact.part]} {span(e.force.low, e.force.high, 'N')}" for e in one.ends)
    return f"{name.capitalize()}: {ends}; {_sided(one.load)[0]}."
