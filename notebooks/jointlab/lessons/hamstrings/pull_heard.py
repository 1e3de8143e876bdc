"""The pull on the pelvis by hip angle, to be heard: both curves of the panels beside a drawn body."""

from jointlab.explorers.curves import Axis, Curve, Heard, Place
from jointlab.language import _
from jointlab.lessons.hamstrings.pull import Pull
from jointlab.lessons.hamstrings.pull_panels import BENT, HIPS, LEFT, MOMENT_FOOT, MOMENT_TOP, MOMENTS, MORE_LEFT, RIGHT
from jointlab.models.body.passive_muscle import passive_moments


def heard(pull: Pull) -> Heard:
    """The curves for the knee of `pull`, with a bell at its hip."""
    return Heard(
        Axis(_("Bend of the hip"), "°", *BENT),
        Axis(_("Pull on the pelvis"), "N m", *MOMENTS),
        [
            Curve(HIPS, moments, name, place=Place(_("the hip shown"), pull.hip))
            for name, moments in passive_moments(HIPS, pull.knee).items()
        ],
        (LEFT - MORE_LEFT, MOMENT_TOP, RIGHT, MOMENT_FOOT),
    )
