"""The still figures of the lesson: who is hypermobile by which rule, and what goes together with it."""

from jointlab import sources
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale, every
from jointlab.drawings.still import Still
from jointlab.language import _
from jointlab.learn.facts import found, many
from jointlab.units import read_in

# Rows of data/prevalence.csv with their labels: what stays the same is the heading, what changes is the row.
SAME_PEOPLE = {
    _("335 students in Turkey"): {
        "turkey_any": _("any joint is hypermobile"),
        "turkey_generalised": _("generalised hypermobility"),
        "turkey_brighton": _("a syndrome, by rules of 1998 (Brighton)"),
        "turkey_villefranche": _("the same, by rules of 1997 (Villefranche)"),
        "turkey_2017": _("the same, by rules of 2017"),
    },
    _("1,006 adults in Denmark"): {
        "denmark_5pq": _("questionnaire: 2 or more yes of 5"),
        "denmark_5pq_shoulder": _("the same, and a loose shoulder"),
    },
}
SAME_RULE = {
    _("Beighton score of 4 or more"): {
        "perth_girls_4": _("girls of 14, Perth"),
        "perth_boys_4": _("boys of 14, Perth"),
        "premier_league_4": _("footballers of one English club"),
        "brazil_students_4": _("students, Brazil"),
        "championship_4": _("footballers of three English clubs"),
        "county_white_4": _("adults of about 65, USA, white"),
        "county_black_4": _("adults of about 65, USA, African-American"),
    },
    _("Beighton score of 6 or more"): {
        "perth_girls_6": _("girls of 14, Perth"),
        "children_girls_6": _("girls up to 18, many countries"),
        "perth_boys_6": _("boys of 14, Perth"),
        "children_boys_6": _("boys up to 18, many countries"),
        "bristol_girls_6": _("girls of 14, Bristol"),
        "bristol_boys_6": _("boys of 14, Bristol"),
    },
    _("Questionnaire: 2 or more yes of 5"): {
        "brazil_students_5pq": _("students, Brazil"),
        "denmark_5pq": _("adults of 25 to 65, Denmark"),
        "sweden_pregnant_5pq": _("pregnant women, Sweden"),
        "uk_5pq": _("adults, UK"),
    },
}
# What a bar is, in words for somebody who has not met intervals.
BARS = _("Bars: where the true value may well lie (95 % intervals)")
PER_CENT = Scale(0, 100, every(20, 0, 100), _("hypermobile (%)"))

# Rows of data/associations.csv.
OUTCOMES = {
    _("Knees and other limbs"): (
        "knee_pain",
        "shoulder_pain",
        "ankle_pain",
        "sport_knee",
        "child_knee_traumatic",
        "child_knee_overuse",
    ),
    _("Lower back and pelvis"): (
        "back_pain_18",
        "chronic_back_pain",
        "back_symptoms_white",
        "back_symptoms_black",
        "pelvic_pain_pregnant",
        "pelvic_pain_first_months",
    ),
    _("Backs, where loose joints are on record as a complaint"): ("recruit_back_pain",),
    _("Palms flat on the floor, one of the nine tests"): ("palms_back_pain", "palms_spine_oa"),
}
LEANS = {"sport_knee": 1}  # findings without a figure that point one way
RATIOS = Scale(
    low=0.2,
    high=6,
    ticks={0.25: "¼", 0.5: "½", 1: "1", 2: "2", 4: "4"},
    label=_("odds ratio"),
    log=True,
    null=1,
    sides=(_("less often than others"), _("more often")),
)


def same_people() -> Still:
    """How many of the same people are hypermobile, by different rules."""
    words = _(
        "Dot chart of how many people count as hypermobile: in each group the same people, judged by different rules."
    )
    return Still(
        RowChart(_charts(SAME_PEOPLE), PER_CENT, words), _("The same people, another line. {bars}.").format(bars=BARS)
    )


def same_rule() -> Still:
    """How many people are hypermobile by the same rule, in different groups."""
    words = _("Dot chart of how many people count as hypermobile: in each group one rule, applied to different people.")
    caption = _(
        "The same line, other people and other examiners. {bars}, where the size of the group is known."
    ).format(bars=BARS)
    return Still(RowChart(_charts(SAME_RULE), PER_CENT, words), caption)


def _charts(groups: dict[str, dict[str, str]]) -> dict[str, list[Row]]:
    return {
        heading: [_prevalence(label, sources.prevalence(name)) for name, label in rows.items()]
        for heading, rows in groups.items()
    }


def _prevalence(label: str, row: sources.Prevalence) -> Row:
    value, low, high = (None if share is None else read_in(share, "%") for share in (row.share, row.low, row.high))
    return Row(label, [Mark(value, low, high)], found(row))


def knees_and_backs() -> Still:
    """What hypermobility goes together with."""
    groups = {heading: [_outcome(name) for name in names] for heading, names in OUTCOMES.items()}
    words = _(
        "Forest plot of how often an outcome is met in hypermobile people, against others. "
        "A vertical line at 1 means no difference; where a study gives no figure, its finding stands in words."
    )
    caption = _("Hypermobile people against others. {bars}; one that crosses 1 leaves the question open.").format(
        bars=BARS
    )
    return Still(RowChart(groups, RATIOS, words, Layout(pitch=42)), caption)


def _outcome(name: str) -> Row:
    row = sources.association(name)
    ratio = "" if row.value is None else found(row)
    note = "\n".join(filter(None, (ratio, many(row))))
    mark = Mark(row.value, row.low, row.high, row.says, leans=LEANS.get(name, 0))
    return Row(row.outcome, [mark], note, row.who)
