"""Three small figures: standing, sitting, and a straight leg raised, with the hamstrings of each."""

from collections.abc import Callable

from matplotlib.axes import Axes

from jointlab.drawings import style
from jointlab.drawings.human.bones import Bones
from jointlab.drawings.human.muscles import MuscleLines
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.page import Page
from jointlab.drawings.picture import StillPicture
from jointlab.language import N_, _
from jointlab.lessons.hamstrings.lying import lying
from jointlab.lessons.hamstrings.pull import longer_in_words, pull
from jointlab.lessons.hamstrings.resting import below_shorts, below_trunk
from jointlab.models.body.adult import adult
from jointlab.models.body.kinematics import Arm, Leg, Posture

PIXELS = 176.0  # for a metre
FLOOR = 330  # px from the top
RAISE = 70.0  # degrees
WORK = 0.5  # all three bands are drawn alike: how hard they pull is asked first and shown later

Pose = tuple[Posture, complex]


class TwoJoints(StillPicture, Page):
    """What each posture does to the biceps femoris."""

    height = 400

    def __init__(self):
        self.postures: dict[str, Callable[[], Pose]] = {
            N_("Standing"): _standing,
            N_("Sitting"): _sitting,
            N_("A straight leg raised"): _raised,
        }
        self.longer = {}
        for name, pose in self.postures.items():
            leg = pose()[0].leg
            found = pull(adult(), round(float(leg.hip)), round(float(leg.knee)))
            self.longer[name] = longer_in_words(found.band("biceps_femoris"))
        self.longer["Standing"] = _("the others are compared with this")
        told = "; ".join(f"{_(name).lower()}: {words}" for name, words in self.longer.items())
        self.description = _(
            "Three drawings of one woman from the side, pelvis and spine visible, with the hamstrings as a red-brown "
            "band from the sit bone, behind the hip, to below the knee: standing; sitting on a stool, hip and knee at "
            "a right angle; lying on the back with a straight leg raised. Below each stands how much longer than "
            "standing the biceps femoris is, from one model to the other: {told}."
        ).format(told=told)
        super().__init__()

    def lay_out(self) -> None:
        for (name, pose), (left, right, origin) in zip(
            self.postures.items(), ((10, 250, 0.5), (270, 540, 0.42), (560, 950, 0.55)), strict=True
        ):
            self._figure(name, *pose(), left, right, origin)

    def _figure(self, name: str, posture: Posture, hip: complex, left: float, right: float, origin: float) -> None:
        """One figure, its hips at the share `origin` of the way from left to right."""
        width, high = (right - left) / PIXELS, FLOOR / PIXELS
        low = -8 / PIXELS
        axes = self.plot(left, 0, right, FLOOR + 8, xlim=(-origin * width, (1 - origin) * width), ylim=(low, high))
        axes.set_axis_off()
        axes.plot(axes.get_xlim(), [0, 0], color=style.colour("muted"), lw=style.LINE["thin"])
        if name == "Sitting":
            _stool(axes)
        SideBody(axes, self, detail=0.6).set(adult(), posture, hip)
        Bones(axes, self).set(adult(), posture, hip)
        MuscleLines(axes, self).set(adult(), posture, hip, {"hamstrings": WORK})
        middle = (left + right) / 2
        self.write(middle, FLOOR + 24, _(name), "body", bold=True, ha="center")
        self.write(middle, FLOOR + 48, self.longer[name], ha="center")


def _standing() -> Pose:
    posture = Posture()
    return posture, 1j * adult().hip_height


def _sitting() -> Pose:
    body = adult()
    hip = 1j * (body.ankle_height + body.segments["shank"].length)
    return Posture(0.0, 5.0, arm=Arm(35.0, 40.0), leg=Leg(90.0, 90.0)), hip


def _raised() -> Pose:
    found = lying(adult(), RAISE, 0.0, 0.0)
    return found.posture, found.hip


def _stool(axes: Axes) -> None:
    """A block on which the seat rests."""
    posture, hip = _sitting()
    top = hip.imag - max(below_trunk(adult(), posture), below_shorts(adult(), posture.leg, posture.pelvis))
    axes.fill([-0.17, 0.26, 0.26, -0.17], [0, 0, top, top], fc=style.colour("panel"), ec=style.colour("line"))
