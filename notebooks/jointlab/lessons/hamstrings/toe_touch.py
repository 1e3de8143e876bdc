"""Explorer: sit-and-reach. Which part of reaching for the toes do the hamstrings hold back?

How far checked: as in raised_leg; where the fingers end is geometry of a drawn person (toy model).
"""

from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.hamstrings.long_sitting import long_sitting
from jointlab.lessons.hamstrings.pull import longer_in_words, moment_in_words, pull
from jointlab.lessons.hamstrings.pull_heard import heard
from jointlab.lessons.hamstrings.toe_touch_picture import ToeTouch, ToeTouchPicture, past_the_toes, whole_centimetres
from jointlab.models.body.adult import adult
from jointlab.units import amount

GOAL_PULL = 80.0  # N m


def toe_touch(tilt: float, back: float, knee: float) -> ToeTouch:
    """The pelvis tipped forward by `tilt`, the back rounded by `back`, the knees bent by `knee` (degrees)."""
    sits = long_sitting(adult(), tilt, back, knee)
    return ToeTouch(adult(), sits, pull(adult(), float(sits.posture.leg.hip), knee))


def sentence(state: ToeTouch) -> str:
    """What the state shows, in words."""
    told = (
        _("The fingers end {place}."),
        _("The hips are bent by {hips}: the biceps femoris is {longer}."),
        _("Pull on the pelvis: {moment} on each side."),
    )
    return " ".join(told).format(
        place=past_the_toes(state.sits.reach),
        hips=amount(round(state.pull.hip), "°"),
        longer=longer_in_words(state.pull.band("biceps_femoris")),
        moment=moment_in_words(state.pull.moment),
    )


def touched_without_pull(state: ToeTouch) -> bool:
    """Whether the fingers reach the toes although the knees are straight and the hamstrings pull little."""
    return whole_centimetres(state.sits.reach) >= 0 and state.pull.knee == 0 and state.pull.moment.high < GOAL_PULL


TOE_TOUCH = Declaration(
    title=_("Reaching for the toes"),
    controls=(
        Slider("tilt", _("Tip the pelvis forward"), "", "°", -30, 10, -10, steps=40),
        Slider("back", _("Round the back"), "", "°", 10, 60, 20, steps=50),
        Slider("knee", _("Bend the knees"), "", "°", 0, 40, 0, steps=40),
    ),
    model=toe_touch,
    picture=ToeTouchPicture,
    sentence=sentence,
    presets={
        _("Sitting straight"): {"tilt": 0.0, "back": 10.0, "knee": 0.0},
        _("Loose legs, stiff back"): {"tilt": 10.0, "back": 25.0, "knee": 0.0},
        _("Stiff legs, loose back"): {"tilt": -25.0, "back": 60.0, "knee": 0.0},
        _("Knees bent"): {"tilt": 5.0, "back": 35.0, "knee": 30.0},
    },
    goal=Goal(
        _("touch the toes with straight knees, and a pull on the pelvis below {moment}"),
        touched_without_pull,
        {"moment": amount(GOAL_PULL, "N m")},
    ),
    hear=lambda state: heard(state.pull),
)
