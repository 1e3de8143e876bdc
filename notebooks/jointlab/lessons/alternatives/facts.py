"""The numbers of the lesson: what is printed and what it means, shares and people, errors and spreads."""

from jointlab import sources
from jointlab.language import _
from jointlab.learn._block import Page
from jointlab.learn.facts import measured, source, table
from jointlab.lessons.alternatives.compared import Finding, findings, turned
from jointlab.models.evidence.intervals import spread_behind, standard_error
from jointlab.models.evidence.responders import number_needed_to_treat
from jointlab.units import fixed, number, percent, read_in

# Three results as they are printed: label, row of alternatives.csv.
PRINTED = {
    _("heat wrap against a placebo pill, relief"): "heat_wrap",
    _("acupuncture against usual care, daily life"): "acupuncture_daily",
    _("pills like ibuprofen against a placebo, daily life"): "nsaid_daily",
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
# Findings of the list row by row: names of rows.
ARTICLE = (
    "heat_wrap",
    "heated_blanket",
    "massage_new",
    "massage_other",
    "acupuncture_usual",
    "acupuncture_usual_short",
    "acupuncture_sham_now",
    "acupuncture_sham_short",
    "acupuncture_sham_later",
    "yoga_months",
    "sham_pain",
    "hayden_pain",
    "ijzelenberg_pain",
    "nsaid_new",
    "nsaid_lasting",
    "stay_active",
)


def as_printed() -> Page:
    """Three results that cannot be compared as they stand."""
    rows = [(label, f"{_signed(sources.alternative(name).value)}") for label, name in PRINTED.items()]
    return table((_("what was compared"), _("printed difference")), rows)


def on_one_scale() -> Page:
    """The same three, with scale and good end, and in points of 100."""
    rows = []
    for label, name in PRINTED.items():
        row = sources.alternative(name)
        higher, lower = _("0 to {most}, higher is better"), _("0 to {most}, lower is better")
        end = (higher if row.better == "higher" else lower).format(most=fixed(row.scale))
        points = _("{points} better").format(points=fixed(-turned(row).difference.middle, 1))
        rows.append((label, _signed(row.value), end, points))
    head = (_("what was compared"), _("printed"), _("scale"), _("points of 100"))
    return table(head, rows, _("The same three on one scale"))


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else ''}{fixed(value, 2)}"


def comparisons() -> Page:
    """What acupuncture did, by what it was compared with."""
    rows = []
    for name in NEEDLES:
        row = sources.alternative(name)
        low, value, high = (fixed(-x, 2) for x in (row.high, row.value, row.low))
        told = _("{value} spreads less pain ({low} to {high})").format(value=value, low=low, high=high)
        rows.append((row.comparison, told))
    return table((_("acupuncture against"), _("difference")), rows)


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
    low, less, high = (fixed(-x, 1) for x in (mean.high, mean.value, mean.low))
    of_1000 = _("{count} of 1,000")
    few, fewest, most = (number(count, 2) for count in needed)
    return table(
        (_("new back pain, up to three weeks"), _("found")),
        (
            (
                _("pain, on average"),
                _("{points} points of 100 less ({low} to {high})").format(points=less, low=low, high=high),
            ),
            (_("better on the whole, with a placebo"), of_1000.format(count=fixed(1000 * placebo.value))),
            (_("better on the whole, with pills"), of_1000.format(count=fixed(1000 * pills.value))),
            (_("more than with a placebo"), of_1000.format(count=fixed(1000 * more))),
            (_("number needed to treat"), _("{value} ({low} to {high})").format(value=few, low=fewest, high=most)),
            (
                _("people asked"),
                _("{pain} for pain, {whole} for better on the whole").format(pain=fixed(mean.n), whole=fixed(pills.n)),
            ),
        ),
    )


def one_error() -> Page:
    """The standard error behind one interval, step by step."""
    row = sources.alternative("nsaid_new")
    error = float(standard_error(row.low, row.high))
    return table(
        (_("pills like ibuprofen, new pain"), _("points of 100")),
        (
            (_("difference"), fixed(row.value, 2)),
            (_("interval, 95 %"), _("{low} to {high}").format(low=fixed(row.low, 2), high=fixed(row.high, 2))),
            (_("its width"), fixed(row.high - row.low, 2)),
            (_("standard error: width over 3.92"), fixed(error, 2)),
            (_("difference over standard error"), fixed(row.value / error, 1)),
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
        told = _("{error}, {count} people").format(error=fixed(error, 2), count=fixed(row.n))
        rows.append((_("pills, {who}").format(who=row.who), told, fixed(spread)))
    rows.append((_("massage trials"), _("printed as it is"), fixed(printed.value, 1)))
    return table((_("where"), _("standard error"), _("spread, points")), rows)


def row_by_row() -> Page:
    """What was found of each thing that the article names, with how sure."""
    rows = []
    for one in findings():
        if one.name in ARTICLE:
            what = _("{treatment} against {comparison}").format(treatment=one.treatment, comparison=one.comparison)
            rows.append((what, _effect(one), f"{one.rated}, {one.source}"))
    return table(
        (_("what"), _("less pain by"), _("how sure, and who")), sorted(rows), _("All that was found, in numbers")
    )


def _effect(one: Finding) -> str:
    decimals = 2 if one.standardised else 1
    told = _("{value} spreads ({low} to {high})") if one.standardised else _("{value} of 100 ({low} to {high})")
    low, value, high = (fixed(-x, decimals) for x in (one.difference.high, one.difference.middle, one.difference.low))
    return told.format(value=value, low=low, high=high)


def stays_away() -> Page:
    """How long back pain stays away, with walking and without."""
    ratio = sources.exercise_trial("pocovi_recurrence")
    days = [sources.observation(name) for name in ("walking_days", "no_walking_days")]
    told = _("{value} ({low} to {high})")
    rows = [
        (row.what, told.format(value=_days(row.value), low=_days(row.low), high=_days(row.high)), fixed(row.n))
        for row in days
    ]
    hazard = told.format(value=fixed(ratio.value, 2), low=fixed(ratio.low, 2), high=fixed(ratio.high, 2))
    return table((_("one trial"), _("found"), _("people")), [*rows, (_("hazard ratio"), hazard, fixed(ratio.n))])


def _days(seconds: float | None) -> str:
    return fixed(read_in(seconds or 0.0, "days"))


def side_effects() -> Page:
    """What trials of pills saw of side effects, and what they could not."""
    row = sources.observation("nsaid_side_effects")
    return measured({row.name: ""}, folded=_("Side effects in the trials of pills"))


def tested() -> Page:
    """How many treatments were tested against a placebo, and how many did better."""
    treatments, share = sources.observation("treatments_tested"), sources.observation("treatments_better")
    lines = sources.constant("pain_change_that_matters"), sources.constant("daily_change_that_matters")
    reviews = [sources.observation(name) for name in ("nsaid_pain_important", "exercise_pain_important")]
    return table(
        (_("more numbers of this lesson"), _("found"), _("who")),
        (
            (_("treatments tested against a placebo or sham"), number(treatments.value), source(treatments)),
            (_("of these, better than it"), percent(share.value), source(share)),
            (_("change in pain that matters to one person"), _range(lines[0]), source(lines[0])),
            (_("change in daily life that matters to one person"), _range(lines[1]), source(lines[1])),
            *((f"{row.what[0].lower()}{row.what[1:]}", fixed(row.value), source(row)) for row in reviews),
        ),
        _("More numbers of this lesson, and who found them"),
    )


def _range(row: sources.Constant) -> str:
    return _("{low} to {high} points of 100").format(low=fixed(row.low), high=fixed(row.high))
