"""Explorer: when two exercises can be told apart, by how active a muscle is, and by how active for each newton.

Two exercises that one study measured in the same way (Callaghan et al. 1998): lifting a leg on all fours, and the
bird-dog. The learner may measure more people, or know the load better, than anybody has.

How far checked: activities *measured*; the interval of a mean and the compression are *textbook models*, and how many
people or how good a model one would need is a thought experiment with today's means and spreads.
"""

from dataclasses import replace
from functools import cache

from jointlab import sources
from jointlab.explorers.declare import Choice, Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.six_exercises.compare_picture import EXERCISES, Compared, ComparePicture, Measured
from jointlab.lessons.six_exercises.poses import POSES
from jointlab.models.body.adult import adult
from jointlab.models.body.contact import Contact
from jointlab.models.body.lumbar_load import spine_load
from jointlab.models.body.settle import settle
from jointlab.models.evidence.challenge import Challenge, activity, compare
from jointlab.models.interval import Interval
from jointlab.units import percent

# Muscle and side: its rows of exercise_emg.csv in the leg lift and in the bird-dog.
ROWS = {
    "oblique_near": ("callaghan_eo_near", "callaghan_eo_bird_near"),
    "oblique_far": ("callaghan_eo_far", "callaghan_eo_bird_far"),
    "rectus_near": ("callaghan_ra_near", "callaghan_ra_bird_near"),
    "rectus_far": ("callaghan_ra_far", "callaghan_ra_bird_far"),
}
MUSCLES = {
    "oblique_near": _("External oblique, leg's side"),
    "oblique_far": _("External oblique, other side"),
    "rectus_near": _("Rectus abdominis, leg's side"),
    "rectus_far": _("Rectus abdominis, other side"),
}
GOAL_DOUBT = 0.1  # share of the doubt about the load that must be left


def compared(muscle: str, people: float, unknown: float) -> Compared:
    """Both exercises by one of ROWS, had so many `people` been measured, and were only the share `unknown` (0…1) of the
    doubt about the load left. Raises Impossible."""
    rows = [replace(sources.muscle_activity(name), n=round(people)) for name in ROWS[muscle]]
    active = [_above_nothing(activity(row)) for row in rows]
    loads = [_narrowed(load, unknown) for load in _loads()]
    ratios = [one / load for one, load in zip(active, loads, strict=True)]
    exercises = tuple(
        Measured(name, one.band, load, ratio.band)
        for name, one, load, ratio in zip(EXERCISES, active, loads, ratios, strict=True)
    )
    return Compared(exercises, _loads()[1], compare(*active) != "void", compare(*ratios) != "void")


def _above_nothing(one: Challenge) -> Challenge:
    """No mean activity is below 0, though the interval of a mean knows nothing of that."""
    return replace(one, band=Interval(max(one.band.low, 0.0), one.band.middle, one.band.high))


@cache
def _loads() -> tuple[Interval, Interval]:
    """Compression (N) of L5-S1 in the adult of the course: a leg lifted on all fours, and the bird-dog."""
    bird = POSES["bird-dog"]
    lift = replace(bird.posture, arm=bird.posture.far_arm, far_arm=None)
    on = (Contact("hand"), *(contact for contact in bird.contacts if contact.part != "hand"))
    settled = settle(adult(), lift, on), settle(adult(), bird.posture, bird.contacts)
    return tuple(spine_load(adult(), one.posture, contacts=one.contacts).compression for one in settled)


def _narrowed(band: Interval, share: float) -> Interval:
    """The band with its ends drawn towards its middle."""
    return Interval(*(band.middle + share * (end - band.middle) for end in (band.low, band.middle, band.high)))


def sentence(state: Compared) -> str:
    """What the state shows, in words."""
    lift, bird = (percent(one.activity.middle) for one in state.exercises)
    told = (
        _("Leg lift {lift} of the maximum, bird-dog {bird}: the two are told apart.")
        if state.activity_differs
        else _("Leg lift {lift} of the maximum, bird-dog {bird}: the comparison is void."),
        _("For each newton on the disc the two are told apart.")
        if state.ratio_differs
        else _("For each newton on the disc the comparison is void."),
    )
    return " ".join(told).format(lift=lift, bird=bird)


def told_apart_with_doubt(state: Compared) -> bool:
    """Whether the ratios differ although the load is not known exactly."""
    load, whole = state.exercises[1].load, state.doubt
    left = (load.high - load.middle) / (whole.high - whole.middle)
    return state.ratio_differs and left >= GOAL_DOUBT - 1e-9


CHALLENGE = Declaration(
    title=_("Can two exercises be told apart?"),
    controls=(
        Choice("muscle", _("Muscle"), MUSCLES, "oblique_near"),
        Slider("unknown", _("Doubt left about the load"), "", "%", 0, 100, 100, steps=100),
        Slider("people", _("People measured"), "n", "people", 3, 100, 13, steps=97),
    ),
    model=compared,
    picture=ComparePicture,
    sentence=sentence,
    presets={
        _("As measured"): {},
        _("Rectus abdominis"): {"muscle": "rectus_near"},
        _("A hundred people"): {"people": 100.0},
        _("A perfect model"): {"unknown": 0.0},
    },
    goal=Goal(
        _("told apart for each newton, too, with {share} or more of the doubt"),
        told_apart_with_doubt,
        {"share": percent(GOAL_DOUBT)},
    ),
)
