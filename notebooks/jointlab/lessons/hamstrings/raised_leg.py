"""Explorer: somebody lies on the back and raises a leg. What do hip, knee and pelvis do to the hamstrings?

How far checked: lengths by two published models, passive pull by two published curves (textbook model); the drawn
posture enters only through the angles of hip and knee.
"""

from jointlab import sources
from jointlab.explorers.declare import Build, Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.hamstrings.lying import lying
from jointlab.lessons.hamstrings.pull import longer_in_words, moment_in_words, pull
from jointlab.lessons.hamstrings.pull_heard import heard
from jointlab.lessons.hamstrings.raised_leg_picture import RaisedLeg, RaisedLegPicture
from jointlab.models.body.adult import adult
from jointlab.units import amount

GOAL_RAISE, GOAL_PULL = 85.0, 25.0  # degrees that the thigh is raised, and N m


def raised_leg(raised: float, share: float, knee: float) -> RaisedLeg:
    """The near leg raised by `raised` degrees, of which the pelvis gives `share` (0 to 1); the knee bent by `knee`."""
    found = lying(adult(), raised, share * raised, knee)
    return RaisedLeg(adult(), found, raised, pull(adult(), found.posture.leg.hip, found.posture.leg.knee))


def sentence(state: RaisedLeg) -> str:
    """What the state shows, in words."""
    pulled, (raised, hip, rolled) = state.pull, state.whole_degrees
    told = [
        _("The leg is raised by {raised}, the pelvis gives {rolled} of it: the hip is bent by {hip}.")
        if rolled
        else _("The leg is raised by {raised}: the hip is bent by {hip}."),
        _("The biceps femoris is {longer}."),
        _("Pull on the pelvis: {moment}."),
    ]
    if state.lying.limited:
        told.append(_("The floor stops the shank."))
    return " ".join(told).format(
        raised=amount(raised, "°"),
        rolled=amount(rolled, "°"),
        hip=amount(hip, "°"),
        longer=longer_in_words(pulled.band("biceps_femoris")),
        moment=moment_in_words(pulled.moment),
    )


def raised_with_little_pull(state: RaisedLeg) -> bool:
    """Whether the leg is straight and nearly upright, and yet pulls little."""
    return state.raised >= GOAL_RAISE and state.pull.knee == 0 and state.pull.moment.high < GOAL_PULL


def _straight_line(state: RaisedLeg) -> dict[str, float]:
    """What the regression says of the biceps femoris, as the learner's line gets it."""
    row = sources.hamstring("biceps_femoris")
    return {
        "thigh": float(state.body.segments["thigh"].length),
        "per_hip": row.per_hip,
        "per_knee": row.per_knee,
        "hip": float(state.pull.hip),
        "knee": float(state.pull.knee),
    }


RAISED_LEG = Declaration(
    title=_("A leg is raised"),
    controls=(
        Slider("raised", _("Raise the leg"), "", "°", 0, 100, 60, steps=100),
        Slider("share", _("Of that, the pelvis"), "", "%", 0, 40, 0, steps=40),
        Slider("knee", _("Bend the knee"), "", "°", 0, 110, 0, steps=110),
    ),
    model=raised_leg,
    picture=RaisedLegPicture,
    sentence=sentence,
    presets={
        _("Lying flat"): {"raised": 0.0, "share": 0.0, "knee": 0.0},
        _("Straight leg, pelvis still"): {"raised": 75.0, "share": 0.0, "knee": 0.0},
        _("Straight leg, pelvis rolls"): {"raised": 75.0, "share": 32.0, "knee": 0.0},
        _("Thigh upright, shank level"): {"raised": 90.0, "share": 0.0, "knee": 90.0},
    },
    goal=Goal(
        _("a straight leg raised by {angle} or more, with a pull on the pelvis below {moment}"),
        raised_with_little_pull,
        {"angle": amount(GOAL_RAISE, "°"), "moment": amount(GOAL_PULL, "N m")},
    ),
    build=Build(_straight_line, lambda value: _("{value} for the biceps femoris").format(value=amount(value, "mm"))),
    hear=lambda state: heard(state.pull),
)
