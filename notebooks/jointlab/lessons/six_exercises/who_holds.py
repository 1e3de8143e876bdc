"""All fours, plank and bridge, each held up at two ends: first as a question, then with what its muscles must hold."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Polygon

from jointlab.drawings import style
from jointlab.drawings.human.muscles import MuscleLines
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.page import Page
from jointlab.drawings.picture import StillPicture
from jointlab.drawings.shapes.arrows import arrow
from jointlab.language import _, listed
from jointlab.lessons.six_exercises.poses import pose
from jointlab.models.body.adult import adult
from jointlab.models.body.contact import Reaction, reactions
from jointlab.models.body.kinematics import trunk_points
from jointlab.models.body.lumbar_load import SpineLoad, spine_load
from jointlab.models.body.settle import Settled
from jointlab.units import amount, number, span

# Pose: how much floor it is given and where its hips stand on it (m), and which muscles are drawn.
ROOMS = {
    "all fours": (1.50, 0.62, ()),
    "plank": (1.95, 0.91, ("abdominals",)),
    "bridge": (1.60, 0.82, ("back muscles", "gluteus maximus")),
}
ENDS = {
    "hand": _("hands"),
    "knee": _("knees"),
    "forearm": _("forearms"),
    "toes": _("toes"),
    "back": _("upper back"),
    "foot": _("feet"),
}
EDGE, BETWEEN, SCALE = 20, 32, 170.0  # px: beside all, between two poses, for a metre
FLOOR, BELOW, HIGH = 164, 80, 0.74  # px from above to the floor and below it, and m above it
PER_NEWTON, WORDS = 0.08, 40  # px: of arrow for a newton, and from the floor to the words below the arrows
LEFT, RIGHT, ROW = 150, 940, 52  # px: the axis of the moments, and from pose to pose on it
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


class _Bodies(StillPicture, Page):
    """Bodies side by side, held up at two ends by arrows from the floor, with a dot on the lowest joint of the back."""

    def __init__(self):
        self.poses = {name: held(name) for name in ROOMS}
        super().__init__()

    def lay_out(self) -> None:
        left = EDGE
        for name, one in self.poses.items():
            self._body(name, one, left)
            left += SCALE * ROOMS[name][0] + BETWEEN

    def _body(self, name: str, one: Held, left: float) -> Axes:
        """A pose on its piece of floor, which begins `left` px from the side."""
        wide, hips, _muscles = ROOMS[name]
        self.heading(left, 20, _(name).capitalize())
        limits = {"xlim": (0, wide), "ylim": (-BELOW / SCALE, HIGH)}
        axes = self.plot(left, FLOOR - SCALE * HIGH, left + SCALE * wide, FLOOR + BELOW, **limits)
        axes.set_axis_off()
        axes.plot([0, wide], [0, 0], color=style.colour("muted"), lw=style.LINE["thin"], zorder=1)
        hip = complex(hips, one.settled.hip.imag)
        SideBody(axes, self).set(adult(), one.settled.posture, hip, "flat")
        joint = complex(trunk_points(adult(), one.settled.posture).levels[0]) + hip
        axes.add_patch(Circle((joint.real, joint.imag), 0.03, fc=style.colour("ink"), ec="none", zorder=9))
        for end in one.ends:
            self._push(axes, end, end.point.real + hips)
        return axes

    def _push(self, axes: Axes, end: Reaction, across: float) -> None:
        """What the floor does at one end: an arrow up to it, as long as the middle of its band is large."""
        force = end.force
        long = PER_NEWTON * float(force.middle) / SCALE
        outline = arrow((across, -long), (across, 0), 5 / SCALE, 13 / SCALE)
        axes.add_patch(Polygon(outline, fc=style.colour("blue"), ec="none", zorder=8))
        words = f"{ENDS[end.contact.part]}\n{span(force.low, force.high, 'N')}"
        self.write(across, -WORDS / SCALE, words, colour="blue", on=axes, ha="center", va="top")


class OnTheFloor(_Bodies):
    """The bodies as a question: what would sag, and who holds it? Neither is shown."""

    height = FLOOR + BELOW

    def __init__(self):
        super().__init__()
        self.description = " ".join(
            [
                _(
                    "Three people seen from the side, each held up at two ends by arrows from the floor, with the "
                    "lowest joint of the back as a dot."
                ),
                *(f"{_(name).capitalize()}: {_ends_in_words(one)}." for name, one in self.poses.items()),
            ]
        )


class WhoHolds(_Bodies):
    """The bodies with the muscles that hold them, and below, on one axis, the moment about the lowest joint of each."""

    height = FLOOR + BELOW + ROW * len(ROOMS) + 92

    def __init__(self):
        super().__init__()
        self.description = " ".join(
            [
                _(
                    "Three people seen from the side, each held up at two ends by arrows from the floor, with the "
                    "lowest joint of the back as a dot and the muscles that hold it as bands; below, on one axis, a "
                    "row for each with the moment about that joint, from {front} held in front to {back} held behind."
                ).format(front=amount(-MOMENTS[0], "N m"), back=amount(MOMENTS[1], "N m")),
                *(
                    f"{_(name).capitalize()}: {_ends_in_words(one)}; {_sided(one.load)[0]}."
                    for name, one in self.poses.items()
                ),
            ]
        )

    def lay_out(self) -> None:
        super().lay_out()
        self._moments()

    def _body(self, name: str, one: Held, left: float) -> Axes:
        axes, (_wide, hips, muscles) = super()._body(name, one, left), ROOMS[name]
        hip = complex(hips, one.settled.hip.imag)
        MuscleLines(axes, self).set(adult(), one.settled.posture, hip, dict.fromkeys(muscles, 1.0))
        return axes

    def _moments(self) -> None:
        top, high = FLOOR + BELOW + 34, ROW * len(ROOMS) + 6
        ticks = {tick: number(abs(tick)) for tick in range(-150, 151, 50)}
        limits = {"xlim": MOMENTS, "ylim": (high, 0), "yticks": [], "xlabel": _("moment about L5-S1 (N m)")}
        axes = self.plot(LEFT, top, RIGHT, top + high, **limits, xticks=ticks)
        axes.spines["left"].set_visible(False)
        axes.axvline(0, color=style.colour("ink"), lw=style.LINE["thin"])
        self.write(0, -14, _("← held in front") + "  ", "body", "muted", on=axes, ha="right")
        self.write(0, -14, "  " + _("held behind →"), "body", "muted", on=axes, ha="left")
        for i, (name, one) in enumerate(self.poses.items()):
            y = ROW * (i + 0.5) + 10
            self.write(EDGE, top + y, _(name).capitalize(), "body", bold=True)
            self._band(axes, one.load, y)

    def _band(self, axes: Axes, load: SpineLoad, y: float) -> None:
        moment = load.moment
        axes.plot([moment.low, moment.high], [y, y], color=style.colour("vermilion"), lw=THICK, alpha=0.4,
                  solid_capstyle="butt")  # fmt: skip
        axes.plot([moment.middle], [y], "o", color=style.colour("vermilion"), ms=10)
        words, side = _sided(load)
        place = {"right": -3, "center": 0, "left": 3}[side]
        ground = {"fc": style.colour("paper"), "ec": "none", "pad": 2}
        self.write(place, y - 22, words, "body", on=axes, ha=side, bbox=ground)


def _sided(one: SpineLoad) -> tuple[str, str]:
    """Which side must hold and how much; and where words about it begin or end at the line of no moment."""
    low, high = float(one.moment.low), float(one.moment.high)
    if high <= 0:
        return _("front: {moment}").format(moment=span(-high, -low, "N m")), "right"
    if low >= 0:
        return _("behind: {moment}").format(moment=span(low, high, "N m")), "left"
    return _("either side, up to {moment}").format(moment=amount(max(-low, high), "N m", 2)), "center"


def _ends_in_words(one: Held) -> str:
    return listed([f"{ENDS[end.contact.part]} {span(end.force.low, end.force.high, 'N')}" for end in one.ends])
