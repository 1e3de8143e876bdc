"""The still figures and the printed numbers of lesson 08, How loose is too loose?"""

from jointlab import sources
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale, every
from jointlab.drawings.still import Still
from jointlab.lessons.hypermobility.flags import SCREENING
from jointlab.models.evidence import beighton, diagnosis, effect_sizes, reliability

# Rows of data/prevalence.csv with their labels: what stays the same is the heading, what changes is the row.
SAME_PEOPLE = {
    "335 students in Turkey": {
        "turkey_any": "any joint is hypermobile",
        "turkey_generalised": "generalised hypermobility",
        "turkey_brighton": "a syndrome, by the Brighton criteria",
        "turkey_villefranche": "the same, by the Villefranche criteria",
        "turkey_2017": "the same, by the criteria of 2017",
    },
    "1,006 adults in Denmark": {
        "denmark_5pq": "questionnaire: 2 or more yes of 5",
        "denmark_5pq_shoulder": "the same, and a loose shoulder",
    },
}
SAME_RULE = {
    "Beighton score of 4 or more": {
        "perth_girls_4": "girls of 14, Perth",
        "perth_boys_4": "boys of 14, Perth",
        "premier_league_4": "footballers of one English club",
        "brazil_students_4": "students, Brazil",
        "championship_4": "footballers of three English clubs",
        "county_white_4": "adults of about 65, USA, white",
        "county_black_4": "adults of about 65, USA, African-American",
    },
    "Beighton score of 6 or more": {
        "perth_girls_6": "girls of 14, Perth",
        "perth_boys_6": "boys of 14, Perth",
        "bristol_girls_6": "girls of 14, Bristol",
        "bristol_boys_6": "boys of 14, Bristol",
    },
    "Questionnaire: 2 or more yes of 5": {
        "brazil_students_5pq": "students, Brazil",
        "denmark_5pq": "adults of 25 to 65, Denmark",
        "sweden_pregnant_5pq": "pregnant women, Sweden",
        "uk_5pq": "adults, UK",
    },
}
PER_CENT = Scale(0, 100, every(20, 0, 100), "hypermobile (%)")

# Rows of data/associations.csv.
OUTCOMES = {
    "Knees and other limbs": (
        "knee_pain",
        "shoulder_pain",
        "ankle_pain",
        "sport_knee",
        "child_knee_traumatic",
        "child_knee_overuse",
    ),
    "Backs": ("back_pain_18", "chronic_back_pain", "back_symptoms_white", "back_symptoms_black"),
    "Backs, where loose joints are on record as a complaint": ("recruit_back_pain",),
    "Palms flat on the floor, one of the nine tests": ("palms_back_pain", "palms_spine_oa"),
}
LEANS = {"sport_knee": 1}  # findings without a figure that point one way
RATIOS = Scale(
    low=0.2,
    high=6,
    ticks={0.25: "¼", 0.5: "½", 1: "1", 2: "2", 4: "4"},
    label="odds ratio",
    log=True,
    null=1,
    sides=("less often than others", "more often"),
)

BASE_RATES = (0.01, 0.05, 0.10, 0.30, 0.50, 0.80)


def same_people() -> Still:
    """How many of the same people are hypermobile, by different rules."""
    words = (
        "Dot chart of how many people count as hypermobile: in each group the same people, judged by different rules."
    )
    return Still(
        RowChart(_charts(SAME_PEOPLE), PER_CENT, words), "The same people, another line. Bars: 95 % intervals."
    )


def same_rule() -> Still:
    """How many people are hypermobile by the same rule, in different groups."""
    words = "Dot chart of how many people count as hypermobile: in each group one rule, applied to different people."
    caption = "The same line, other people and other examiners. Bars: 95 % intervals, where the group's size is known."
    return Still(RowChart(_charts(SAME_RULE), PER_CENT, words), caption)


def _charts(groups: dict[str, dict[str, str]]) -> dict[str, list[Row]]:
    return {
        heading: [_prevalence(label, sources.prevalence(name)) for name, label in rows.items()]
        for heading, rows in groups.items()
    }


def _prevalence(label: str, row: sources.Prevalence) -> Row:
    low, high = (None if end is None else 100 * end for end in (row.low, row.high))
    return Row(label, [Mark(100 * row.share, low, high)], _share(row))


def _share(row: sources.Prevalence) -> str:
    """A share with its interval, in words."""
    span = "" if row.low is None else f" ({100 * row.low:.1f} to {100 * row.high:.1f})"
    return f"{100 * row.share:.3g} %{span}"


def print_prevalence() -> None:
    """One line per row of the two charts of prevalence."""
    names = {name for groups in (SAME_PEOPLE, SAME_RULE) for rows in groups.values() for name in rows}
    for row in (sources.prevalence(name) for name in sorted(names)):
        many = f", n = {row.n:,}" if row.n else ""
        print(f"{row.population}, {row.rule}: {_share(row)}{many} [{sources.reference(row.key).short}]")


def knees_and_backs() -> Still:
    """What hypermobility goes together with."""
    groups = {heading: [_outcome(name) for name in names] for heading, names in OUTCOMES.items()}
    words = (
        "Forest plot of how often an outcome is met in hypermobile people, against others. "
        "A vertical line at 1 means no difference; where a study gives no figure, its finding stands in words."
    )
    caption = "Hypermobile people against others. Bars: 95 % intervals; one that crosses 1 leaves the question open."
    return Still(RowChart(groups, RATIOS, words, Layout(pitch=46)), caption)


def _outcome(name: str) -> Row:
    row = sources.association(name)
    many = f"n = {row.n:,}" if row.n else ""
    note = "\n".join(filter(None, (_ratio(row), many)))
    mark = Mark(row.value, row.low, row.high, row.says, leans=LEANS.get(name, 0))
    return Row(row.outcome, [mark], note, row.who)


def _ratio(row: sources.Association) -> str:
    return "" if row.value is None else f"{row.value:.2f} ({row.low:.2f} to {row.high:.2f})"


def print_associations() -> None:
    """One line per row of `knees_and_backs`."""
    for row in (sources.association(name) for names in OUTCOMES.values() for name in names):
        many = f", n = {row.n:,}" if row.n else ""
        print(f"{row.outcome}, {row.who}: {_ratio(row) or row.says}{many} [{sources.reference(row.key).short}]")


def print_line_and_people() -> None:
    """What moves a prevalence: the line, the sex, the study."""

    def at(who: str, line: int) -> float:
        return sources.prevalence(f"{who}_{line}").share

    girls, boys = "perth_girls", "perth_boys"
    for who in (girls, boys):
        fewer = at(who, 4) / at(who, 6)
        name = sources.prevalence(f"{who}_4").population
        print(
            f"{name}, line from 4 to 6: {100 * at(who, 4):.1f} % to {100 * at(who, 6):.1f} %, {fewer:.1f} times fewer"
        )
    for line in (4, 6):
        print(f"line at {line}, boys for girls: {at(girls, line) / at(boys, line):.1f} times fewer")
    for who in ("girls", "boys"):
        perth, bristol = at(f"perth_{who}", 6), at(f"bristol_{who}", 6)
        print(f"line at 6, {who} of Bristol for {who} of Perth: {perth / bristol:.1f} times fewer")


def print_settings() -> None:
    """One questionnaire in the settings of the explorer: what it was found to do, and what a flag is worth there."""
    for setting, rates in SCREENING.presets.items():
        rate, sensitivity, specificity = (rates[name] for name in ("base_rate", "sensitivity", "specificity"))
        ppv = diagnosis.positive_predictive_value(rate / 100, sensitivity / 100, specificity / 100)
        print(
            f"{setting.lower()}: base rate {rate:.3g} %, sensitivity {sensitivity:.3g} %, "
            f"specificity {specificity:.3g} %: {100 * ppv:.0f} % of flags are right"
        )


def print_base_rates() -> None:
    """What a flag of the clinic's questionnaire is worth, where fewer or more people are hypermobile."""
    sensitivity, specificity = (
        sources.observation(f"questionnaire_{kind}_clinic").value for kind in ("sensitivity", "specificity")
    )
    print(f"sensitivity {100 * sensitivity:.0f} %, specificity {100 * specificity:.0f} %")
    for rate in BASE_RATES:
        ppv = diagnosis.positive_predictive_value(rate, sensitivity, specificity)
        print(f"base rate {100 * rate:.0f} %: {100 * ppv:.0f} % of flags are right")


def print_nine() -> None:
    """The nine tests of the Beighton score, and the lines by stage of life."""
    for joint, test in {
        "little finger, left and right": f"bends back {beighton.LITTLE_FINGER:.0f} degrees or more",
        "thumb, left and right": "touches the forearm",
        "elbow, left and right": f"goes {beighton.ELBOW:.0f} degrees or more past straight",
        "knee, left and right": f"goes {beighton.KNEE:.0f} degrees or more past straight",
        "palms": "lie flat on the floor, knees straight",
    }.items():
        print(f"{joint}: {test}")
    lines = "; ".join(f"{words}: {beighton.cut_off(stage)}" for stage, words in beighton.STAGES.items())
    print(f"line of 2017, points or more: {lines}")


def print_agreement() -> None:
    """How often two examiners agree, behind two published kappas."""
    for way in ("a", "b"):
        kappa, share = (
            sources.observation(f"{name}_{way}") for name in ("hypermobility_kappa", "hypermobile_children")
        )
        raw, luck = reliability.agreement(kappa.value, share.value), reliability.chance_agreement(share.value)
        print(
            f"kappa {kappa.value:.2f}, {100 * share.value:.0f} % hypermobile: they agree on {100 * raw:.0f} % of the "
            f"children; luck alone gives {100 * luck:.0f} % [{sources.reference(kappa.key).short}]"
        )


def print_elbow(angle: float = 8.0) -> None:
    """How often an elbow of a true `angle` (degrees) scores, if measuring has an error."""
    for which in ("least", "most"):
        error = sources.observation(f"angle_error_{which}").value
        chance = beighton.chance_to_score(angle, beighton.ELBOW, error)
        print(
            f"an elbow that goes {angle:.0f} degrees past straight, standard error {error:.1f} degrees: "
            f"measured as {beighton.ELBOW:.0f} degrees or more {100 * chance:.0f} % of the time"
        )


def print_knees() -> None:
    """What the odds ratio of knee pain means in people: the table that its published margins allow."""
    everybody, pain = sources.prevalence("bristol_all_6"), sources.observation("knee_pain_at_18")
    ratio = sources.association("knee_pain").value
    loose, cases = everybody.share * everybody.n, pain.value * everybody.n
    both = effect_sizes.exposed_cases(ratio, loose, cases, everybody.n)
    print(f"knee pain at 18: {100 * both / loose:.0f} of 100 hypermobile people,", end=" ")
    print(f"{100 * (cases - both) / (everybody.n - loose):.0f} of 100 others")
    print(f"low back pain at 18: {100 * sources.observation('low_back_pain_at_18').value:.0f} of 100 people")
