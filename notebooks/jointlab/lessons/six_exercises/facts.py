"""The numbers of the lesson “Six exercises under the microscope”, as tables that the tests can compare."""

from itertools import groupby

from jointlab import sources
from jointlab.language import N_, _
from jointlab.learn import Page
from jointlab.learn.facts import found, many, source, table
from jointlab.lessons.six_exercises.figures import BEND
from jointlab.lessons.six_exercises.poses import pose
from jointlab.models.body.adult import adult
from jointlab.models.body.contact import reactions
from jointlab.models.body.flexion_sharing import RULES, level_angles
from jointlab.models.body.lumbar_load import SpineLoad, spine_load
from jointlab.models.body.supports import toes_force
from jointlab.models.evidence.challenge import activity, compare
from jointlab.models.interval import Interval
from jointlab.sources import ExerciseTrial, MeasuredLoad, MuscleActivity
from jointlab.units import amount, fixed, fixed_amount, read_in, span

# Key poses in the order of the lesson, with what they are called in a list.
KEYS = (
    N_("supine, knees bent"),
    N_("pelvis tilted back"),
    N_("all fours"),
    N_("cat"),
    N_("cow"),
    N_("bird-dog"),
    N_("bridge"),
    N_("plank"),
    N_("hamstring stretch"),
)
WHERE = {"behind": _("{moment} behind"), "in front": _("{moment} in front"), "either": _("{moment} on either side")}
# Pairs of rows of data/exercise_emg.csv that one study allows to compare.
PAIRS = (
    ("callaghan_eo_bird_near", "callaghan_eo_bird_far"),
    ("callaghan_ra_bird_near", "callaghan_ra_bird_far"),
    ("callaghan_eo_bird_near", "callaghan_eo_near"),
    ("callaghan_ra_bird_near", "callaghan_ra_near"),
)
VERDICTS = {
    "first": _("the first is higher"),
    "second": _("the second is higher"),
    "void": _("void, the intervals overlap"),
}
# Rows of data/spine_loads.csv by the names that the exercises have in class, and how the source tells their force.
CALLED = {
    "implant_cow": _("{exercise} (the cow)"),
    "implant_cat": _("{exercise} (the cat)"),
    "implant_bird_dog": _("{exercise} (the bird-dog)"),
    "implant_bridge": _("{exercise} (the bridge)"),
}
LOW, NOT_LOW = _("low"), _("at least as much as walking")
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


def held() -> Page:
    """What L5-S1 carries in the key poses, and which side must hold."""
    rows = [(_(name), _moment(loaded(name)), _at_least_nothing(loaded(name).compression)) for name in KEYS]
    head = (
        _("pose (a woman of {mass})").format(mass=amount(adult().mass, "kg")),
        _("moment about L5-S1, and which side holds it"),
        _("compression of its disc"),
    )
    return table(head, rows)


def loaded(name: str) -> SpineLoad:
    """What L5-S1 of the adult of the course carries in a key pose."""
    settled = pose(name, adult())
    return spine_load(adult(), settled.posture, contacts=settled.contacts)


def _moment(load: SpineLoad) -> str:
    low, high = float(load.moment.low), float(load.moment.high)
    if low < 0 < high:
        told = _("up to {front} in front or {back} behind")
        return told.format(front=amount(-low, "N m", 2), back=amount(high, "N m", 2))
    least, most = sorted((abs(low), abs(high)))
    return WHERE[load.holding].format(moment=span(least, most, "N m"))


def _at_least_nothing(force: Interval) -> str:
    """A band of a force that pushes; a disc that nothing presses may be pulled a little, which is not told."""
    if force.low > 0:
        return span(force.low, force.high, "N")
    return _("up to {amount}").format(amount=amount(force.high, "N", 2))


def plank() -> Page:
    """What elbows and toes carry: in the pose, and as a beam on two supports in round numbers."""
    mass, centre, elbows, toes = ROUND
    rows = [_beam(mass, place, elbows, toes) for place in (centre, centre + 0.1)]
    settled = pose("plank", adult())
    ends = reactions(adult(), settled.posture, settled.contacts)
    bands = {end.contact.part: span(end.force.low, end.force.high, "N") for end in ends}
    rows.append(
        (_("the pose in the picture, {mass}").format(mass=amount(adult().mass, "kg")), bands["forearm"], bands["toes"])
    )
    where = _("{mass}, elbows at {elbows}, toes at {toes}").format(
        mass=amount(mass, "kg"), elbows=amount(elbows, "m"), toes=amount(toes, "m")
    )
    return table((where, _("the elbows carry"), _("the toes carry")), rows, _("And with round numbers?"))


def _beam(mass: float, centre: float, elbows: float, toes: float) -> tuple[str, str, str]:
    of_toes = float(toes_force(mass, centre, elbows, toes))
    of_elbows = float(toes_force(mass, centre, toes, elbows))
    return (
        _("centre of mass at {place}").format(place=amount(centre, "m")),
        amount(of_elbows, "N"),
        amount(of_toes, "N"),
    )


def levels() -> Page:
    """One bend of the lower back, shared among its levels by two rules, and how far a level goes in people."""
    angles = {rule: level_angles(BEND, rule) for rule in RULES}
    whole = angles["Beaucage-Gauvreau 2019"]
    rows = [(level, *(_angle(angles[rule].get(level)) for rule in RULES)) for level in whole]
    most = (max(of_one, key=of_one.__getitem__) for of_one in angles.values())
    rows.append((_("bends most"), *most))
    head = (_("lower back bent by {bend}").format(bend=amount(BEND, "degrees")), *RULES)
    return table(head, rows, _("The same bend in numbers"))


def _angle(degrees: float | None) -> str:
    return _("not in it") if degrees is None else fixed_amount(float(degrees), "°", 1)


def pairs() -> Page:
    """Which activities of one study can be told apart."""
    rows = []
    for first, second in PAIRS:
        one, other = map(sources.muscle_activity, (first, second))
        rows.append((one.muscle, _with_interval(one), _with_interval(other), verdict(one, other)))
    return table(
        (_("muscle"), _("first"), _("second"), _("verdict")), rows, _("Four pairs of one study: told apart or void?")
    )


def verdict(one: MuscleActivity, other: MuscleActivity) -> str:
    """Which of two activities of one study is higher, in words."""
    return VERDICTS[compare(activity(one), activity(other))]


def _with_interval(row: MuscleActivity) -> str:
    band = activity(row).band
    low, high = (fixed(read_in(float(end), "%"), 1) for end in (band.low, band.high))
    told = _("{value} ({low} to {high})").format(value=amount(row.value, "%"), low=low, high=high)
    return f"{row.exercise}, {row.side}: {told}"


def muscles() -> Page:
    """All that was seen of the exercises of this lesson, study by study; never to be compared across studies."""
    rows = [row for exercise in ("bridge", "plank", "bird-dog", "lifting a leg on all fours", "curl-up", "squat",
                             "hanging leg raise")
            for row in sources.muscle_activities(exercise)]  # fmt: skip
    studies = [[row for row in rows if row.key == key] for key in dict.fromkeys(row.key for row in rows)]
    return table((_("study"), _("in % of"), _("people"), _("found")), map(_study, studies))


def _study(rows: list[MuscleActivity]) -> tuple[str, str, str, str]:
    """Who measured, in shares of what, in how many, and exercise by exercise what they found."""
    exercises = groupby(rows, lambda row: ", ".join(filter(None, (row.exercise, row.detail))))
    told = (f"{exercise.capitalize()}: {'; '.join(map(_active, of_one))}." for exercise, of_one in exercises)
    return source(rows[0]), rows[0].scale, many(rows[0]), " ".join(told)


def _active(row: MuscleActivity) -> str:
    what = ", ".join(filter(None, (row.muscle, row.side)))
    return f"{what} {found(row).replace(f' {row.scale}', '')}"


def implant() -> Page:
    """Which exercises loaded the implant little, and which at least as much as walking."""
    rows = sorted(sources.measured_loads("implant force over walking"), key=is_low, reverse=True)
    called = [CALLED.get(row.name, "{exercise}").format(exercise=row.posture) for row in rows]
    cells = [(name, LOW if is_low(row) else NOT_LOW) for name, row in zip(called, rows, strict=True)]
    force = _("force on the implant, {count} [{source}]").format(count=many(rows[0]), source=source(rows[0]))
    return table((_("exercise"), force), cells)


def is_low(row: MeasuredLoad) -> bool:
    """Whether the source calls a force on the implant low, without a figure."""
    return row.bound == "low"


def other_model() -> Page:
    """Compression in a model that another group drove by muscle signals."""
    found_there = sources.measured_loads("compression in a model")
    rows = [(row.posture, found(row, "N"), many(row)) for row in found_there]
    exercise = _("exercise [{source}]").format(source=source(found_there[0]))
    return table((exercise, _("compression"), _("people")), rows)


def trials(*names: str) -> Page:
    """Rows of data/exercise_trials.csv: what was compared, in whom, and what was found."""
    head = (_("outcome, and what was compared"), _("in whom"), _("found"), _("by"))
    rows = [_trial(sources.exercise_trial(name)) for name in names]
    return table(head, rows, _("All {count} results, with intervals and sources").format(count=len(names)))


def _trial(row: ExerciseTrial) -> tuple[str, str, str, str]:
    compared = row.treatment
    if row.contrast:
        compared = _("{treatment} against {contrast}").format(treatment=row.treatment, contrast=row.contrast)
    result = ", ".join(filter(None, (found(row), many(row))))
    return f"{row.outcome}, {compared}", row.who, result, source(row)
