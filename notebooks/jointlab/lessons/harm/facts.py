"""The numbers of the lesson: what an abstract prints, what its table says, what a study of some size can see."""

from jointlab import sources
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
        ("printed", "number"),
        (
            ("people with osteoarthritis", f"{fixed(asked.value)} of {asked.n}"),
            ("people who crack", percent(crack.value)),
            ("osteoarthritis, of those who crack", shares[0]),
            ("osteoarthritis, of those who do not", shares[1]),
            ("P of this difference", number(p.value)),
        ),
    )


def only_table() -> Page:
    """The one table of whole people that fits, read both ways."""
    hits, people, other_hits, other_people = who_crack()
    ill, crackers, others_ill, others = who_are_ill()
    return table(
        ("group", "of these", "share"),
        (
            ("with osteoarthritis", f"{hits} of {people} crack", percent(hits / people, 1)),
            ("without osteoarthritis", f"{other_hits} of {other_people} crack", percent(other_hits / other_people, 1)),
            ("who crack", f"{ill} of {crackers} have osteoarthritis", percent(ill / crackers, 1)),
            ("who do not crack", f"{others_ill} of {others} have osteoarthritis", percent(others_ill / others, 1)),
        ),
    )


def excluded() -> Page:
    """What “no difference” in these hands rules out, and what it does not."""
    hits, people, other_hits, other_people = who_crack()
    share, found = other_hits / other_people, ratio(who_are_ill())
    seen = sizes.power(hits / people, people, share, other_people)
    least = sizes.least_odds_ratio(share, people, other_people)
    bayes = contingency.bayes_factor_for_no_difference(who_crack())
    together = contingency.mantel_haenszel([who_are_ill(), old_people()])
    room = f"{percent(1 - float(found.low))} lower to {percent(float(found.high) - 1)} higher"
    return table(
        ("question", "answer"),
        (
            ("Odds ratio in these hands", _interval(found)),
            ("The interval leaves room for odds", room),
            ("The same, reckoned exactly", _interval(contingency.exact_odds_ratio(who_are_ill()))),
            ("Ratio of the shares, which depends on whom one asks", _interval(effect_sizes.risk_ratio(*who_are_ill()))),
            ("A difference as large as the printed one would be noticed", f"{percent(seen)} of the time"),
            ("To be noticed 80 % of the time, the odds must grow", f"{fixed(least, 1)} times"),
            (
                "The table is likelier if nothing differs (Bayes factor; all shares equally likely before)",
                f"{fixed(bayes, 1)} times",
            ),
            ("With the study of 1975, odds ratio together", _interval(together)),
        ),
        "Odds, power, Bayes, and both studies together",
    )


def _interval(one: effect_sizes.Ratio) -> str:
    return f"{fixed(float(one.value), 2)} ({fixed(float(one.low), 2)} to {fixed(float(one.high), 2)})"


def small_study() -> Page:
    """How many of the studies of the second prediction find what is there, and what it would take."""
    harmful = simulate(DOUBLED, Design(SMALL))
    harmless = simulate(1.0, Design(SMALL))
    often = sizes.power(DOUBLED * BASE, SMALL, BASE, SMALL)
    needed = sizes.needed_in_each(DOUBLED * BASE, BASE, 0.9)
    return table(
        ("question", "answer"),
        (
            (f"{SMALL} in each group, harm doubled: studies that find it", f"{harmful.find_harm.sum()} of {STUDIES}"),
            (f"{SMALL} in each group, no harm: studies that find some", f"{harmless.find_harm.sum()} of {STUDIES}"),
            ("The same by theory, harm doubled", percent(often)),
            ("To find it nine times in ten", f"{needed} in each group"),
            (
                f"To tell {percent(LOOSE[0])} loose lower backs from {percent(LOOSE[1])}, four times in five",
                f"{sizes.needed_in_each(*LOOSE)} in each group",
            ),
        ),
    )


def none_seen() -> Page:
    """What is still possible where nobody was harmed."""
    rows = [
        (f"none of {fixed(n)} people", f"at most {number(read_in(contingency.most_with_none(n), '%'), 2)} of 100")
        for n in (10, 183, 1000)
    ]
    return table(("harmed", "still possible, 95 %"), rows, "What “no harm seen” leaves open")


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
        bound = "less than " if row.high == row.value else ""
        rows.append((row.what, f"{bound}{number(row.value * 1e6, 2)} in a million", source(row)))
    return table(("what", "found", "who"), rows, "All rates, counted in a million")


def neck() -> Page:
    """The line of the safety card that is about necks."""
    (sign,) = sources.warning_signs(NECK)
    return table(("when", "sign"), (("emergency department, now", sign.sign),))


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
        folded="More numbers of this lesson, and who found them",
    )
