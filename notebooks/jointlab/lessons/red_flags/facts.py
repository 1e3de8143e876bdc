"""The numbers of the lesson, as folded tables: what a flag, a suspicion and a missing sign were worth."""

from jointlab import sources
from jointlab.language import _
from jointlab.learn import Page
from jointlab.learn.facts import measured, table
from jointlab.lessons.red_flags.chances import in_percent, one_in
from jointlab.lessons.red_flags.figures import LEADS, MULTIPLIES, any_flag_chance
from jointlab.lessons.red_flags.sign import ANY_FLAG, EMERGENCY, FOUND, KINDEST, PRIMARY, SIGN, WRONGLY
from jointlab.lessons.red_flags.two_ways_picture import PEOPLE, Line
from jointlab.models.evidence import diagnosis
from jointlab.models.evidence.effect_sizes import risk_ratio, wilson
from jointlab.units import fixed, number, percent, read_in

RATE = 0.01  # of something serious, for the table of lines
WEIGHTS = (1, 10, 100, 1000)
TEN = 10.0  # a factor that is easy to follow

OBSERVED = {
    "any_red_flag": "%",
    "serious_cause_share": "%",
    "serious_found_at_once": "",
    "serious_suspected_wrongly": "",
    "emergency_serious": "%",
    "emergency_serious_elsewhere": "%",
    "emergency_any_flag": "%",
    "nerve_sign_sensitivity_least": "%",
    "nerve_sign_sensitivity_most": "%",
    "nerve_sign_specificity_least": "%",
    "nerve_sign_specificity_most": "%",
    "fracture_rule_auc": "",
    "operated_numb": "%",
    "pain_gone_for_half": "days",
    "recovered_in_a_year": "%",
    "stiff_spine_found_late": "%",
    "bulge_at_20": "%",
    "knee_crepitus_odds": "",
}


def any_flag() -> Page:
    """Of 1,172 people: how many carry a flag, how many have something serious, what the flag is worth."""
    flagged, serious = round(ANY_FLAG.value * ANY_FLAG.n), FOUND.n
    low, high = wilson(serious, flagged)
    rows = [
        (_("people with new back pain"), fixed(ANY_FLAG.n)),
        (_("with a red flag, or several"), f"{fixed(flagged)} ({percent(ANY_FLAG.value)})"),
        (_("with something serious"), f"{fixed(serious)} ({in_percent(PRIMARY)}, {one_in(serious / ANY_FLAG.n)})"),
        (
            _("serious, of those with a flag"),
            _("at most {count} of {all} ({chance})").format(
                count=fixed(serious), all=fixed(flagged), chance=one_in(any_flag_chance())
            ),
        ),
        (
            _("with so few, the true chance may well be"),
            _("from {low} to {high}").format(low=one_in(low), high=one_in(high)),
        ),
        (
            _("the flag multiplies the odds by"),
            _("at most {count}").format(count=number(SIGN.preset(_("Any red flag, at best")).ratio)),
        ),
    ]
    return table((_("in Sydney"), _("how many")), rows)


def suspicion() -> Page:
    """What clinicians suspected at the first visit, and what was left without a suspicion."""
    sensitivity, specificity = FOUND.value / FOUND.n, 1 - WRONGLY.value / WRONGLY.n
    suspected, missed = FOUND.value + WRONGLY.value, FOUND.n - FOUND.value
    others = FOUND.n + WRONGLY.n - suspected
    # A likelihood ratio is a ratio of two shares, and has the interval of one.
    ratio = risk_ratio(FOUND.value, FOUND.n, WRONGLY.value, WRONGLY.n)
    rows = [
        (
            _("suspected"),
            _("{count} of {all} ({share})").format(
                count=fixed(FOUND.value), all=fixed(suspected), share=percent(FOUND.value / suspected)
            ),
        ),
        (
            _("not suspected"),
            _("{count} of {all} ({share})").format(
                count=fixed(missed), all=fixed(others), share=in_percent(missed / others)
            ),
        ),
        (
            _("suspicion multiplies the odds by"),
            _("{value} ({low} to {high})").format(
                value=number(ratio.value, 2), low=number(ratio.low, 2), high=number(ratio.high, 2)
            ),
        ),
        (_("no suspicion, by"), number(diagnosis.absent_likelihood_ratio(sensitivity, specificity), 2)),
    ]
    return table((_("first visit"), _("serious")), rows)


def missing() -> Page:
    """What is left when a nerve sign is missing: the kindest reading of the pooled figures."""
    shares = [sources.observation(f"nerve_sign_sensitivity_{end}").value for end in ("least", "most")]
    rarest, most_frequent = (fixed(read_in(share, "%")) for share in shares)
    ratio = float(diagnosis.absent_likelihood_ratio(*KINDEST))
    after = float(diagnosis.post_test_probability(EMERGENCY, ratio))
    rows = [
        (_("squeezed nerves: rarest sign there in"), _("{count} of 100").format(count=rarest)),
        (_("most frequent sign there in"), _("{count} of 100").format(count=most_frequent)),
        (_("at best, its absence multiplies the odds by"), number(ratio, 2)),
        (
            _("where {share} had something serious in the spine, that leaves").format(share=in_percent(EMERGENCY)),
            in_percent(after),
        ),
    ]
    return table((_("a sign that is missing"), _("what it means")), rows)


def ten_times() -> Page:
    """The same sign in three places: it multiplies the odds by ten, and leads to three chances."""
    rates = (
        (_("everybody with new back pain"), PRIMARY),
        (_("an emergency department, the spine only"), EMERGENCY),
        (_("1 in 5"), 0.2),
    )
    rows = [
        (place, in_percent(rate), in_percent(float(diagnosis.post_test_probability(rate, TEN))))
        for place, rate in rates
    ]
    after = _("after a sign that multiplies the odds by {count}").format(count=number(TEN))
    return table((_("where"), _("before"), after), rows)


def numbness() -> Page:
    """What numbness where one sits means in the emergency department where its likelihood ratio was found."""
    ratio = sources.observation("lr_saddle_numbness").value
    after = float(diagnosis.post_test_probability(EMERGENCY, ratio))
    rows = [
        (_("chance before"), in_percent(EMERGENCY)),
        (_("the odds, times"), number(ratio)),
        (_("chance after"), in_percent(after)),
    ]
    return table((_("numb where one sits"), _("in that department")), rows, _("The sum"))


def lines() -> Page:
    """Where a line costs least, for some weights of a missed case."""
    rows = []
    for weight in WEIGHTS:
        state = Line(Line(0.0, RATE, weight).cheapest, RATE, weight)
        sent = state.needless + PEOPLE * RATE * state.found
        told = _("{count} of {all}").format(count=fixed(sent), all=number(PEOPLE))
        rows.append((number(weight), percent(state.found), told))
    return table((_("a missed case weighs (needless visits)"), _("serious cases found"), _("people sent")), rows)


def measured_all() -> Page:
    """All figures that the lesson quotes."""
    names = {name: "%" for rows in LEADS.values() for name in rows}
    names |= {name: "" for rows in MULTIPLIES.values() for name in rows}
    return measured(OBSERVED | names, folded=_("The figures, and who found them"))
