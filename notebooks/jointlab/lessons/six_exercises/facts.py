"""The numbers of the lesson “Six exercises under the microscope”, printed so that the tests can compare them."""

import textwrap
from itertools import groupby

from jointlab import sources
from jointlab.learn import Page, folded
from jointlab.learn.facts import found, many, source, told
from jointlab.lessons.six_exercises.figures import BEND
from jointlab.lessons.six_exercises.poses import pose
from jointlab.models.body.adult import adult
from jointlab.models.body.contact import reactions
from jointlab.models.body.flexion_sharing import RULES, level_angles
from jointlab.models.body.lumbar_load import SpineLoad, spine_load
from jointlab.models.body.supports import toes_force
from jointlab.models.evidence.challenge import activity, compare
from jointlab.models.interval import Interval
from jointlab.sources import MeasuredLoad, MuscleActivity
from jointlab.units import amount, fixed_amount, span

# Key poses in the order of the lesson, with what they are called in a list.
KEYS = ("supine, knees bent", "pelvis tilted back", "all fours", "cat", "cow", "bird-dog", "bridge", "plank",
        "hamstring stretch")  # fmt: skip
WHERE = {"behind": "behind", "in front": "in front", "either": "on either side"}
# Pairs of rows of data/exercise_emg.csv that one study allows to compare.
PAIRS = (
    ("callaghan_eo_bird_near", "callaghan_eo_bird_far"),
    ("callaghan_ra_bird_near", "callaghan_ra_bird_far"),
    ("callaghan_eo_bird_near", "callaghan_eo_near"),
    ("callaghan_ra_bird_near", "callaghan_ra_near"),
)
VERDICTS = {"first": "the first is higher", "second": "the second is higher", "void": "void, the intervals overlap"}
ROUND = (65, 0.75, 0.25, 1.55)  # kg, and m along the floor: a plank in round numbers
# Rows of data/exercise_trials.csv by what they say.
FOR_PAIN = ("hayden_pain", "hayden_function", "hayden_pain_other", "verville_pain", "ijzelenberg_pain",
            "cashin_chronic", "cashin_acute")  # fmt: skip
KINDS = ("owen_pilates", "owen_motor_control", "owen_resistance", "owen_stretching")
TO_PREVENT = ("steffens_with_education", "steffens_alone", "steffens_later", "afterwards_recurrence",
              "pocovi_recurrence")  # fmt: skip
NOT_BY = ("steiger_mobility", "steiger_extension", "steiger_endurance")
POSTURE = ("warneke_stretching", "warneke_lumbar", "warneke_upper", "gonzalez_lordosis")
THEMSELVES = ("kim_each_other", "kong_each_other", "prat_trunk")
THAT_HURTS = ("smith_painful",)


def print_held() -> None:
    """What L5-S1 carries in the key poses, and which side must hold."""
    print(f"a woman of {amount(adult().mass, 'kg')}; moment about L5-S1, which side must hold it, compression:")
    for name in KEYS:
        load = loaded(name)
        print(f"{name}: {_moment(load)}; {_at_least_nothing(load.compression)}")


def loaded(name: str) -> SpineLoad:
    """What L5-S1 of the adult of the course carries in a key pose."""
    settled = pose(name, adult())
    return spine_load(adult(), settled.posture, contacts=settled.contacts)


def _moment(load: SpineLoad) -> str:
    low, high = float(load.moment.low), float(load.moment.high)
    if low < 0 < high:
        return f"up to {amount(-low, 'N m', 2)} in front or {amount(high, 'N m', 2)} behind"
    least, most = sorted((abs(low), abs(high)))
    return f"{span(least, most, 'N m')} {WHERE[load.holding]}"


def _at_least_nothing(force: Interval) -> str:
    """A band of a force that pushes; a disc that nothing presses may be pulled a little, which is not told."""
    return span(force.low, force.high, "N") if force.low > 0 else f"up to {amount(force.high, 'N', 2)}"


def print_plank() -> None:
    """What elbows and toes carry: in the pose, and as a beam on two supports in round numbers."""
    settled = pose("plank", adult())
    print(f"in the pose, a woman of {amount(adult().mass, 'kg')} (a forearm may push anywhere along its length):")
    for end in reactions(adult(), settled.posture, settled.contacts):
        print(f"  {end.contact.part}: {span(end.force.low, end.force.high, 'N')}")
    mass, centre, elbows, toes = ROUND
    of_toes = float(toes_force(mass, centre, elbows, toes))
    of_elbows = float(toes_force(mass, centre, toes, elbows))
    print(f"as a beam: {amount(mass, 'kg')}, elbows at {amount(elbows, 'm')}, toes at {amount(toes, 'm')}")
    print(f"  centre of mass at {amount(centre, 'm')}: toes {amount(of_toes, 'N')}, elbows {amount(of_elbows, 'N')}")
    nearer = centre + 0.1
    print(
        f"  centre of mass at {amount(nearer, 'm')}: toes {amount(float(toes_force(mass, nearer, elbows, toes)), 'N')}"
    )


def print_levels() -> None:
    """One bend of the lower back, shared among its levels by two rules."""
    print(f"lower back bent by {amount(BEND, 'degrees')}:")
    for rule in RULES:
        angles = level_angles(BEND, rule)
        most = max(angles, key=angles.__getitem__)
        listed = ", ".join(f"{level} {fixed_amount(float(angle), '°', 1)}" for level, angle in angles.items())
        _print_wrapped(f"{rule}, most at {most}: {listed}")
    _print_wrapped(told(sources.observation("level_range"), "degrees"))


def print_pairs() -> None:
    """Which activities of one study can be told apart."""
    for first, second in PAIRS:
        one, other = map(sources.muscle_activity, (first, second))
        print(f"{one.muscle}, {verdict(one, other)}:\n  {_with_interval(one)}\n  {_with_interval(other)}")


def verdict(one: MuscleActivity, other: MuscleActivity) -> str:
    """Which of two activities of one study is higher, in words."""
    return VERDICTS[compare(activity(one), activity(other))]


def _with_interval(row: MuscleActivity) -> str:
    band = activity(row).band
    ends = " to ".join(fixed_amount(float(end), "%", 1).removesuffix(" %") for end in (band.low, band.high))
    return f"{row.exercise}, {row.side}: {amount(row.value, '%')} ({ends})"


def muscles() -> Page:
    """All that was seen of the exercises of this lesson, study by study; never to be compared across studies."""
    rows = [row for exercise in ("bridge", "plank", "bird-dog", "lifting a leg on all fours", "curl-up", "squat",
                             "hanging leg raise")
            for row in sources.muscle_activities(exercise)]  # fmt: skip
    studies = [[row for row in rows if row.key == key] for key in dict.fromkeys(row.key for row in rows)]
    return folded(f"All {len(studies)} sources on muscle activity, with every number", list(map(_study, studies)))


def _study(rows: list[MuscleActivity]) -> str:
    """Who measured in how many, and exercise by exercise what they found."""
    head = ", ".join(filter(None, (source(rows[0]), f"% of {rows[0].scale}", many(rows[0]))))
    exercises = groupby(rows, lambda row: ", ".join(filter(None, (row.exercise, row.detail))))
    told = (f"{exercise.capitalize()}: {'; '.join(map(_active, of_one))}." for exercise, of_one in exercises)
    return f"{head}. {' '.join(told)}"


def _active(row: MuscleActivity) -> str:
    what = ", ".join(filter(None, (row.muscle, row.side)))
    return f"{what} {found(row).replace(f' {row.scale}', '')}"


def print_implant() -> None:
    """How many exercises loaded the implant little, and how many at least as much as walking."""
    rows = sources.measured_loads("implant force over walking")
    low = sum(map(is_low, rows))
    print(f"low: {low} exercises; at least as much as walking: {len(rows) - low}")
    print(f"{many(rows[0])} [{source(rows[0])}]")


def is_low(row: MeasuredLoad) -> bool:
    """Whether the source calls a force on the implant low, without a figure."""
    return row.bound == "low"


def print_other_models() -> None:
    """Compression in a model that another group drove by muscle signals."""
    for row in sources.measured_loads("compression in a model"):
        _print_wrapped(told(row, "N"))


def trials(*names: str) -> Page:
    """Rows of data/exercise_trials.csv, a line each."""
    return folded(
        f"All {len(names)} results, with intervals and sources",
        [told(sources.exercise_trial(name)) for name in names],
    )


def _print_wrapped(words: str) -> None:
    """In lines that are not too long; a number stays with its name and its per cent."""
    firm = "\N{NO-BREAK SPACE}"
    whole = words.replace(" %", f"{firm}%").replace(" = ", f"{firm}={firm}")
    print(textwrap.fill(whole, 100, subsequent_indent="    ").replace(firm, " "))
