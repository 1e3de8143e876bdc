"""The numbers of the lesson: what an abstract prints, what its table says, what a study of some size can see."""

from jointlab import sources
from jointlab.language import _
from jointlab.learn._block import Page
from jointlab.learn.facts import measured, source, table
from jointlab.lessons.harm.counted import old_people, ratio, who_are_ill, who_crack
from jointlab.models.evidence import contingency, effect_sizes
from jointlab.models.evidence import power as sizes
from jointlab.models.evidence.studies import BASE, STUDIES, Design, simulate
from jointlab.units import fixed, number, percent, read_in

SMALL = 40  # in each group, in the second prediction
DOUBLED = 2.0
LOOSE = (0.10, 0.05)  # shares whose difference a study of backs might be after: invented for the question
# The line of the safety card that is about necks holds these words.
NECK = "neck crack"


def printed() -> Page:
    """What the abstract says, in numbers."""
    asked, crack, p = (sources.observation(name) for name in ("oa_asked", "crackers_asked", "printed_p"))
    shares = [percent(sources.observation(name).value, 1) for name in ("printed_oa_crackers", "printed_oa_others")]
    return table(
        (_("printed"), _("number")),
        (
            (_("people with osteoarthritis"), _("{count} of {all}").format(count=fixed(asked.value), all=asked.n)),
            (_("people who crack"), percent(crack.value)),
            (_("osteoarthritis, of those who crack"), shares[0]),
            (_("osteoarthritis, of those who do not"), shares[1]),
            (_("P of this difference"), number(p.value)),
        ),
    )


def only_table() -> Page:
    """The one table of whole people that fits, read both ways."""
    hits, people, other_hits, other_people = who_crack()
    ill, crackers, others_ill, others = who_are_ill()
    crack, have = _("{count} of {all} crack"), _("{count} of {all} have osteoarthritis")
    groups = (
        (_("with osteoarthritis"), crack, hits, people),
        (_("without osteoarthritis"), crack, other_hits, other_people),
        (_("who crack"), have, ill, crackers),
        (_("who do not crack"), have, others_ill, others),
    )
    rows = [(who, says.format(count=count, all=of), percent(count / of, 1)) for who, says, count, of in groups]
    return table((_("group"), _("of these"), _("share")), rows)


def excluded() -> Page:
    """What “no difference” in these hands rules out, and what it does not."""
    hits, people, other_hits, other_people = who_crack()
    share, found = other_hits / other_people, ratio(who_are_ill())
    seen = sizes.power(hits / people, people, share, other_people)
    least = sizes.least_odds_ratio(share, people, other_people)
    bayes = contingency.bayes_factor_for_no_difference(who_crack())
    together = contingency.mantel_haenszel([who_are_ill(), old_people()])
    times = _("{number} times")
    room = _("{low} lower to {high} higher").format(
        low=percent(1 - float(found.low)), high=percent(float(found.high) - 1)
    )
    return table(
        (_("question"), _("answer")),
        (
            (_("Odds ratio in these hands"), _interval(found)),
            (_("The interval leaves room for odds"), room),
            (_("The same, reckoned exactly"), _interval(contingency.exact_odds_ratio(who_are_ill()))),
            (
                _("Ratio of the shares, which depends on whom one asks"),
                _interval(effect_sizes.risk_ratio(*who_are_ill())),
            ),
            (
                _("A difference as large as the printed one would be noticed"),
                _("{share} of the time").format(share=percent(seen)),
            ),
            (_("To be noticed 80 % of the time, the odds must grow"), times.format(number=fixed(least, 1))),
            (
                _("The table is likelier if nothing differs (Bayes factor; all shares equally likely before)"),
                times.format(number=fixed(bayes, 1)),
            ),
            (_("With the study of 1975, odds ratio together"), _interval(together)),
        ),
        _("Odds, power, Bayes, and both studies together"),
    )


def _interval(one: effect_sizes.Ratio) -> str:
    return _("{value} ({low} to {high})").format(
        value=fixed(float(one.value), 2), low=fixed(float(one.low), 2), high=fixed(float(one.high), 2)
    )


def small_study() -> Page:
    """How many of the studies of the second prediction find what is there, and what it would take."""
    harmful = simulate(DOUBLED, Design(SMALL))
    harmless = simulate(1.0, Design(SMALL))
    often = sizes.power(DOUBLED * BASE, SMALL, BASE, SMALL)
    needed = sizes.needed_in_each(DOUBLED * BASE, BASE, 0.9)
    return table(
        (_("question"), _("answer")),
        (
            (
                _("{count} in each group, harm doubled: studies that find it").format(count=SMALL),
                _("{count} of {all}").format(count=harmful.find_harm.sum(), all=STUDIES),
            ),
            (
                _("{count} in each group, no harm: studies that find some").format(count=SMALL),
                _("{count} of {all}").format(count=harmless.find_harm.sum(), all=STUDIES),
            ),
            (_("The same by theory, harm doubled"), percent(often)),
            (_("To find it nine times in ten"), _("{count} in each group").format(count=needed)),
            (
                _("To tell {more} loose lower backs from {fewer}, four times in five").format(
                    more=percent(LOOSE[0]), fewer=percent(LOOSE[1])
                ),
                _("{count} in each group").format(count=sizes.needed_in_each(*LOOSE)),
            ),
        ),
    )


def none_seen() -> Page:
    """What is still possible where nobody was harmed."""
    rows = [
        (
            _("none of {count} people").format(count=fixed(n)),
            _("at most {count} of 100").format(count=number(read_in(contingency.most_with_none(n), "%"), 2)),
        )
        for n in (10, 183, 1000)
    ]
    return table((_("harmed"), _("still possible, 95 %")), rows, _("What “no harm seen” leaves open"))


def events() -> Page:
    """The rates of the still, in a list."""
    names = (
        "harm_overview_least", "harm_overview_most", "harm_per_thrust_least", "harm_per_patient_most",
        "severe_per_session", "severe_per_patient", "neck_artery_per_thrust", "neck_artery_per_patient",
        "disc_worse", "cauda_equina_after_thrust", "cauda_equina_without",
    )  # fmt: skip
    rows = []
    for name in names:
        row = sources.observation(name)
        found = _("less than {count} in a million") if row.high == row.value else _("{count} in a million")
        rows.append((row.what, found.format(count=number(row.value * 1e6, 2)), source(row)))
    return table((_("what"), _("found"), _("who")), rows, _("All rates, counted in a million"))


def neck() -> Page:
    """The line of the safety card that is about necks."""
    (sign,) = sources.warning_signs(NECK)
    return table((_("when"), _("sign")), ((_("emergency department, now"), sign.sign),))


def measured_all() -> Page:
    """What else the lesson quotes."""
    return measured(
        {
            "clinic_crackers": "",
            "worn_crackers": "",
            "worn_others": "",
            "artery_strokes": "",
            "stroke_after_pain": "days",
            "face_tingles": "%",
        },
        folded=_("More numbers of this lesson, and who found them"),
    )
