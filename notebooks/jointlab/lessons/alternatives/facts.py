"""The numbers of the lesson: what is printed and what it means, shares and people, errors and spreads."""

from jointlab import sources
from jointlab.learn._block import Page
from jointlab.learn.facts import measured, source, table
from jointlab.lessons.alternatives.compared import Finding, findings, turned
from jointlab.models.evidence.intervals import spread_behind, standard_error
from jointlab.models.evidence.responders import number_needed_to_treat
from jointlab.units import fixed, number, percent, read_in

# Three results as they are printed: label, row of alternatives.csv.
PRINTED = {
    "heat wrap against a placebo pill, relief": "heat_wrap",
    "acupuncture against usual care, daily life": "acupuncture_daily",
    "pills like ibuprofen against a placebo, daily life": "nsaid_daily",
}
# What one review prints of acupuncture and pain, all of it.
NEEDLES = (
    "acupuncture_usual_short",
    "acupuncture_nothing",
    "acupuncture_sham_now",
    "acupuncture_sham_short",
    "acupuncture_sham_later",
)
# Rows whose spread among people is worked out from their interval.
SPREADS = ("nsaid_lasting", "nsaid_new")
# Findings of the list row by row: treatment and comparison.
ARTICLE = (
    ("heat wrap", "a placebo pill, new pain"),
    ("heated blanket", "no heat, new pain"),
    ("massage", "nothing/sham, new pain"),
    ("massage", "other treatment"),
    ("acupuncture", "usual care"),
    ("acupuncture", "sham needles, at once"),
    ("acupuncture", "sham needles, soon"),
    ("acupuncture", "sham needles, later"),
    ("yoga", "no exercise, 3 months"),
    ("hands-on treatment", "sham hands"),
    ("exercise", "little or nothing"),
    ("exercise", "sham, new pain"),
    ("pills like ibuprofen", "placebo, new pain"),
    ("pills like ibuprofen", "placebo, lasting pain"),
    ("staying active", "rest in bed, new pain"),
)


def as_printed() -> Page:
    """Three results that cannot be compared as they stand."""
    rows = [(label, f"{_signed(sources.alternative(name).value)}") for label, name in PRINTED.items()]
    return table(("what was compared", "printed difference"), rows)


def on_one_scale() -> Page:
    """The same three, with scale and good end, and in points of 100."""
    rows = []
    for label, name in PRINTED.items():
        row = sources.alternative(name)
        end = f"0 to {fixed(row.scale)}, {row.better} is better"
        rows.append((label, _signed(row.value), end, f"{fixed(-turned(row).difference.middle, 1)} better"))
    return table(("what was compared", "printed", "scale", "points of 100"), rows, "The same three on one scale")


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else ''}{fixed(value, 2)}"


def comparisons() -> Page:
    """What acupuncture did, by what it was compared with."""
    rows = []
    for name in NEEDLES:
        row = sources.alternative(name)
        span = f"{fixed(-row.high, 2)} to {fixed(-row.low, 2)}"
        rows.append((row.comparison, f"{fixed(-row.value, 2)} spreads less pain ({span})"))
    return table(("acupuncture against", "difference"), rows)


def people() -> Page:
    """Shares with pills and with a placebo, and the number needed to treat."""
    pills, placebo = (sources.observation(name) for name in ("nsaid_improved", "placebo_improved"))
    more = pills.value - placebo.value
    ratio = sources.observation("nsaid_better_ratio")
    needed = [
        float(number_needed_to_treat(with_pills, placebo.value))
        for with_pills in (pills.value, ratio.high * placebo.value, ratio.low * placebo.value)
    ]
    mean = sources.alternative("nsaid_new")
    span = f"{fixed(-mean.high, 1)} to {fixed(-mean.low, 1)}"
    return table(
        ("new back pain, up to three weeks", "found"),
        (
            ("pain, on average", f"{fixed(-mean.value, 1)} points of 100 less ({span})"),
            ("better on the whole, with a placebo", f"{fixed(1000 * placebo.value)} of 1,000"),
            ("better on the whole, with pills", f"{fixed(1000 * pills.value)} of 1,000"),
            ("more than with a placebo", f"{fixed(1000 * more)} of 1,000"),
            ("number needed to treat", f"{number(needed[0], 2)} ({number(needed[1], 2)} to {number(needed[2], 2)})"),
            ("people asked", f"{fixed(mean.n)} for pain, {fixed(pills.n)} for better on the whole"),
        ),
    )


def one_error() -> Page:
    """The standard error behind one interval, step by step."""
    row = sources.alternative("nsaid_new")
    error = float(standard_error(row.low, row.high))
    return table(
        ("pills like ibuprofen, new pain", "points of 100"),
        (
            ("difference", fixed(row.value, 2)),
            ("interval, 95 %", f"{fixed(row.low, 2)} to {fixed(row.high, 2)}"),
            ("its width", fixed(row.high - row.low, 2)),
            ("standard error: width over 3.92", fixed(error, 2)),
            ("difference over standard error", fixed(row.value / error, 1)),
        ),
    )


def spreads() -> Page:
    """How far people differ, as intervals tell it, and as one review prints it."""
    printed = sources.constant("pain_spread")
    rows = []
    for name in SPREADS:
        row = sources.alternative(name)
        error = float(standard_error(row.low, row.high))
        spread = float(spread_behind(error, row.n))
        rows.append((f"pills, {row.who}", f"{fixed(error, 2)}, {fixed(row.n)} people", fixed(spread)))
    rows.append(("massage trials", "printed as it is", fixed(printed.value, 1)))
    return table(("where", "standard error", "spread, points"), rows)


def row_by_row() -> Page:
    """What was found of each thing that the article names, with how sure."""
    rows = []
    for one in findings():
        if one.outcome != "daily life" and (one.treatment, one.comparison) in ARTICLE:
            rows.append((f"{one.treatment} against {one.comparison}", _effect(one), f"{one.rated}, {one.source}"))
    return table(("what", "less pain by", "how sure, and who"), sorted(rows), "All that was found, in numbers")


def _effect(one: Finding) -> str:
    decimals, unit = (2, "spreads") if one.standardised else (1, "of 100")
    low, value, high = (fixed(-x, decimals) for x in (one.difference.high, one.difference.middle, one.difference.low))
    return f"{value} {unit} ({low} to {high})"


def stays_away() -> Page:
    """How long back pain stays away, with walking and without."""
    ratio = sources.exercise_trial("pocovi_recurrence")
    days = [sources.observation(name) for name in ("walking_days", "no_walking_days")]
    rows = [
        (row.what, f"{fixed(read_in(row.value, 'days'))} ({_days(row.low)} to {_days(row.high)})", fixed(row.n))
        for row in days
    ]
    span = f"{fixed(ratio.low, 2)} to {fixed(ratio.high, 2)}"
    return table(
        ("one trial", "found", "people"), [*rows, ("hazard ratio", f"{fixed(ratio.value, 2)} ({span})", fixed(ratio.n))]
    )


def _days(seconds: float | None) -> str:
    return fixed(read_in(seconds or 0.0, "days"))


def side_effects() -> Page:
    """What trials of pills saw of side effects, and what they could not."""
    row = sources.observation("nsaid_side_effects")
    return measured({row.name: ""}, folded="Side effects in the trials of pills")


def tested() -> Page:
    """How many treatments were tested against a placebo, and how many did better."""
    treatments, share = sources.observation("treatments_tested"), sources.observation("treatments_better")
    lines = sources.constant("pain_change_that_matters"), sources.constant("daily_change_that_matters")
    reviews = [sources.observation(name) for name in ("nsaid_pain_important", "exercise_pain_important")]
    return table(
        ("more numbers of this lesson", "found", "who"),
        (
            ("treatments tested against a placebo or sham", number(treatments.value), source(treatments)),
            ("of these, better than it", percent(share.value), source(share)),
            ("change in pain that matters to one person", _range(lines[0]), source(lines[0])),
            ("change in daily life that matters to one person", _range(lines[1]), source(lines[1])),
            *((f"{row.what[0].lower()}{row.what[1:]}", fixed(row.value), source(row)) for row in reviews),
        ),
        "More numbers of this lesson, and who found them",
    )


def _range(row: sources.Constant) -> str:
    return f"{fixed(row.low)} to {fixed(row.high)} points of 100"
