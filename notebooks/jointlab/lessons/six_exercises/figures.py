"""The still figures of the lesson “Six exercises under the microscope”."""

from collections.abc import Mapping

from jointlab import sources
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.panels import Panel, Panels
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale, every
from jointlab.drawings.still import Still
from jointlab.language import _
from jointlab.learn.facts import many
from jointlab.lessons.six_exercises.hold_panels import LOOKS
from jointlab.lessons.six_exercises.who_holds import OnTheFloor, WhoHolds
from jointlab.models.body.flexion_sharing import RULES, level_angles
from jointlab.models.evidence.challenge import activity
from jointlab.units import amount, fixed_amount, number, read_in

BEND = 40.0  # degrees: of the lower back in `two_rules`

# Rows of data/exercise_emg.csv with their labels, study by study.
SIDES = {
    "callaghan_eo_bird_near": _("external oblique, leg’s side"),
    "callaghan_eo_bird_far": _("external oblique, other side"),
    "callaghan_ra_bird_near": _("rectus abdominis, leg’s side"),
    "callaghan_ra_bird_far": _("rectus abdominis, other side"),
}
HIPS = {
    "ekstrom_gmax_bridge": _("bridge: gluteus maximus"),
    "ekstrom_gmed_bridge": _("bridge: gluteus medius"),
    "ekstrom_gmax_bird": _("bird-dog: gluteus maximus"),
    "ekstrom_gmed_bird": _("bird-dog: gluteus medius"),
}
PATIENTS = {
    "calatayud_ra_plank": _("plank: rectus abdominis"),
    "calatayud_ra_curl": _("curl-up: rectus abdominis"),
    "calatayud_es_bird": _("bird-dog: erector spinae"),
    "calatayud_es_squat": _("squat: erector spinae"),
}

# Rows of data/exercise_trials.csv with the observation that says which difference is important.
POINTS = {
    _("Pain"): ("exercise_pain_important", ("hayden_pain", "hayden_pain_other", "ijzelenberg_pain")),
    _("Limits in daily life"): ("exercise_function_important", ("hayden_function",)),
}
PREVENTION = {
    _("In people without back pain: an episode within a year"): ("steffens_with_education", "steffens_alone"),
    _("In people who had it: back pain again"): ("afterwards_recurrence", "pocovi_recurrence"),
}
KINDS = {"RR": _("risk ratio"), "HR": _("hazard ratio"), "rate ratio": _("rate ratio")}
LEAST = -22.0  # points: end of the axis


def on_the_floor() -> Still:
    """All fours, plank and bridge on the floor, before anything is said of their muscles."""
    return Still(OnTheFloor(), _("Each of them is held up at two ends. What would sag in between, if no muscle held?"))


def who_holds() -> Still:
    """All fours, plank and bridge on the floor, and on which side the lowest joint is held."""
    return Still(
        WhoHolds(), _("Held up at two ends, the middle sags. The side that would open is the side that holds.")
    )


def two_rules() -> Still:
    """One bend of the lower back, shared among its levels by two published rules."""
    looks = LOOKS
    angles = {rule: level_angles(BEND, rule) for rule in RULES}
    levels = reversed([*angles["Beaucage-Gauvreau 2019"]])
    rows = [
        Row(level, [_angle(angles[rule][level], looks[rule]) for rule in RULES if level in angles[rule]])
        for level in levels
    ]
    scale = Scale(0, 14, every(2, 0, 14), _("bend of one level (degrees)"))
    words = _("Dot chart of how two rules share a bend of {bend}: circles are one, squares the other.").format(
        bend=amount(BEND, "degrees")
    )
    picture = RowChart({"": rows}, scale, words, Layout(left=150, right=900, pitch=44, close=True), looks)
    return Still(
        picture,
        _("The same bend of the whole lower back, shared out by two published rules."),
    )


def _angle(degrees: float, look: tuple[str, str]) -> Mark:
    return Mark(float(degrees), words=fixed_amount(float(degrees), "°", 1), series=look)


def who_works() -> Still:
    """Three studies of how active muscles were, each on its own scale."""
    panels = (
        Panel(
            _("Bird-dog, both sides"),
            _("13 young men, Callaghan 1998"),
            (_("% of MVC"), 50, 10),
            {label: _of_a_mean(name) for name, label in SIDES.items()},
            _(
                "MVC: the hardest that each man could pull. The line is where the mean of all such men lies (95 %). "
                "The muscles of back and hips are not among these four."
            ),
        ),
        Panel(
            _("Bridge and bird-dog"),
            _("30 healthy people, Ekstrom 2007"),
            (_("% of MVIC"), 90, 30),
            {label: _without_spread(name) for name, label in HIPS.items()},
            _(
                "MVIC: the same, holding still. Hollow bars: how far people differed was not seen, so nobody can say "
                "what is told apart."
            ),
        ),
        Panel(
            _("Plank, curl-up and more"),
            _("13 patients, Calatayud 2019"),
            (_("% of nEMG"), 165, 50),
            {label: _as_printed(name) for name, label in PATIENTS.items()},
            _(
                "What exactly 100 % is was not seen, nor what the printed interval holds. The bar is the median. "
                "People with back pain."
            ),
        ),
    )
    picture = Panels(panels, _("Three bar charts of muscle activity, each of one study, on a scale of its own."))
    return Still(picture, _("Three studies, three scales. Compare inside one panel, never across."))


def _of_a_mean(name: str) -> Mark:
    band = activity(sources.muscle_activity(name)).band
    return _bar(band.middle, band.low, band.high)


def _as_printed(name: str) -> Mark:
    row = sources.muscle_activity(name)
    return _bar(row.value, row.low, row.high)


def _without_spread(name: str) -> Mark:
    value = sources.muscle_activity(name).value
    return Mark(read_in(value, "%"), words=amount(value, "%"), bar=True, fill="hollow")


def _bar(value: float, low: float, high: float) -> Mark:
    middle, least, most = (read_in(float(share), "%") for share in (value, low, high))
    return Mark(
        middle,
        least,
        most,
        _("{value} ({low} to {high})").format(value=amount(value, "%"), low=number(least, 2), high=number(most, 2)),
        bar=True,
    )


def pain() -> Still:
    """What trials found of exercise for pain and for daily life, in points of 100."""
    groups = {
        heading: [_points(name, sources.observation(important).value) for name in names]
        for heading, (important, names) in POINTS.items()
    }
    ticks = {tick: number(tick) for tick in range(-20, 6, 5)}
    scale = Scale(LEAST, 8, ticks, _("points of 100"), null=0, sides=(_("less with exercise"), _("more")))
    words = _(
        "Forest plot of exercise against something else. A vertical line at 0 means no difference. A pale band begins "
        "where the review calls a difference important: {points} less."
    ).format(points=", ".join(_important(POINTS)))
    caption = _("Bars: 95 % intervals. Pale band: a difference that the review calls important. It differs by outcome.")
    return Still(RowChart(groups, scale, words, Layout(pitch=52)), caption)


def _important(charts: Mapping[str, tuple[str, tuple[str, ...]]]) -> list[str]:
    return [
        _("{outcome}, {count} points").format(outcome=heading, count=number(sources.observation(important).value))
        for heading, (important, _names) in charts.items()
    ]


def _points(name: str, important: float) -> Row:
    row = sources.exercise_trial(name)
    return Row(
        _("against {contrast}").format(contrast=row.contrast),
        [_trial_mark(row)],
        _trial_note(row),
        row.who,
        band=(LEAST, -important),
    )


def prevention() -> Still:
    """What trials found of exercise against the next episode of back pain, as ratios."""
    groups = {heading: [_ratio(name) for name in names] for heading, names in PREVENTION.items()}
    ticks = {tick: number(tick) for tick in (0.35, 0.5, 0.7, 1, 1.4)}
    scale = Scale(0.3, 1.6, ticks, _("ratio"), log=True, null=1, sides=(_("fewer with exercise"), _("more")))
    words = _(
        "Forest plot of ratios: how often back pain came with exercise, over without. A line at 1: no difference."
    )
    caption = _("Bars: 95 % intervals. Three kinds of ratio: compare each with 1, not with its neighbours.")
    return Still(RowChart(groups, scale, words, Layout(pitch=52)), caption)


def _ratio(name: str) -> Row:
    row = sources.exercise_trial(name)
    kind = KINDS[row.effect]
    return Row(row.treatment, [_trial_mark(row)], _trial_note(row), f"{kind}, {_against(row)}")


def _against(row: sources.ExerciseTrial) -> str:
    return (
        _("against {contrast}").format(contrast=row.contrast) if row.contrast else _("what the others got was not seen")
    )


def _trial_mark(row: sources.ExerciseTrial) -> Mark:
    return Mark(row.value, row.low, row.high)


def _trial_note(row: sources.ExerciseTrial) -> str:
    certainty = _("certainty {grade}").format(grade=row.certainty) if row.certainty else many(row)
    found = _("{value} ({low} to {high})").format(value=number(row.value), low=number(row.low), high=number(row.high))
    return f"{found}\n{certainty}"
