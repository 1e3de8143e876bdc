"""Explorer: an urge comes back, a relief resets it, a joint has to wait; what habit follows?

How far checked: toy model. No measurement stands behind its equation or its numbers, and every number is assumed.
"""

from jointlab import sources
from jointlab.explorers.curves import Axis, Curve, Heard, Place
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.language import _, ngettext
from jointlab.lessons.relief.urge_picture import (
    FOOT,
    LEFT,
    RIGHT,
    SHOWN,
    STRONGEST,
    TOP,
    Urge,
    UrgePicture,
    saw,
)
from jointlab.models.habit import Habit, live
from jointlab.units import fixed, read_in

NUMBERS = (
    _("No"), _("One"), _("Two"), _("Three"), _("Four"), _("Five"), _("Six"), _("Seven"), _("Eight"), _("Nine"), _("Ten")
)  # fmt: skip
WAIT = sources.observation("refractory_time").value
LONGER = 3  # waits, for the goal


def urge(rate: float, threshold: float, refractory: float, learning: float) -> Urge:
    """Urge that comes back at `rate` (1/s), a threshold (share), the wait of the joint (s), learning (share)."""
    habit = Habit(rate, threshold, sources.value("urge_relieved"), refractory, learning)
    return Urge(habit, live(habit, SHOWN))


def sentence(state: Urge) -> str:
    """What the state shows, in words."""
    cracks, last_wait = state.story.cracks.size, fixed(read_in(state.last_wait, "minutes"))
    if cracks == 0:
        return _(
            "No crack in two hours: the urge would need {wait} minutes to pass the threshold. Nothing in this toy "
            "is ill, and nothing in it is measured."
        ).format(wait=last_wait)
    number = NUMBERS[cracks] if cracks < len(NUMBERS) else f"{cracks}"
    told = ngettext(
        "{number} crack in two hours; it came after a wait of {wait} minutes, and the joint is ready after {ready}: "
        "{pace}. Nothing in this toy is ill, and nothing in it is measured.",
        "{number} cracks in two hours; the last came after a wait of {wait} minutes, and the joint is ready after "
        "{ready}: {pace}. Nothing in this toy is ill, and nothing in it is measured.",
        cracks,
    )
    ready = fixed(read_in(state.habit.refractory, "minutes"))
    pace = _("the joint sets the pace") if state.clock == "joint" else _("the urge sets the pace")
    return told.format(number=number, wait=last_wait, ready=ready, pace=pace)


def quickens_to_the_joint(state: Urge) -> bool:
    """Whether the urge sets the first waits, LONGER or more of them, and the joint the last one."""
    return int(state.by_urge.sum()) >= LONGER and state.clock == "joint"


def heard(state: Urge) -> Heard:
    """The urge over two hours."""
    time, urges = saw(state)
    return Heard(
        Axis(_("Time"), "minutes", 0.0, SHOWN),
        Axis(_("Urge"), "%", 0.0, STRONGEST),
        [Curve(time.ravel(), urges.ravel(), place=Place(_("the crack"), state.story.cracks, _("the cracks")))],
        (LEFT, TOP, RIGHT, FOOT),
    )


URGE = Declaration(
    title=_("A habit, as a toy"),
    controls=(
        Slider.of_constant("urge_rate", _("Urge comes back"), "r", "% a minute", name="rate", steps=116),
        Slider.of_constant("urge_threshold", _("Threshold"), "θ", "%", name="threshold", steps=65),
        Slider("refractory", _("Joint ready after"), "T", "minutes", 5, 60, read_in(WAIT, "minutes"), steps=55),
        Slider("learning", _("Learning"), "a", "% a crack", 0, 40, 0, steps=40),
    ),
    model=urge,
    picture=UrgePicture,
    sentence=sentence,
    presets={
        _("It is learned"): {"rate": 5.0, "threshold": 80.0, "refractory": 20.0, "learning": 25.0},
        _("A rare urge"): {"rate": 2.0, "threshold": 90.0, "refractory": 20.0, "learning": 0.0},
        _("A joint that is quickly ready"): {"rate": 5.0, "threshold": 80.0, "refractory": 5.0, "learning": 0.0},
    },
    goal=Goal(
        _("{count} waits or more set by the urge, and the last one by the joint"),
        quickens_to_the_joint,
        {"count": NUMBERS[LONGER].lower()},
    ),
    hear=heard,
)
