"""The still figures of the lesson: what hands say, how far backs are, how rare harm is, what came first."""

from jointlab import sources
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale
from jointlab.drawings.still import Still
from jointlab.learn.facts import source
from jointlab.lessons.harm.before_picture import Before
from jointlab.lessons.harm.counted import old_people, ratio, who_are_ill
from jointlab.lessons.harm.leap_picture import Leap
from jointlab.models.evidence.contingency import Table
from jointlab.units import fixed, rounded

ODDS = Scale(
    low=0.009,
    high=40,
    ticks={0.01: "1/100", 0.1: "1/10", 1: "1", 10: "10"},
    label="odds ratio",
    log=True,
    null=1,
    sides=("less often in people who crack", "more often"),
)
# Rows without a figure: label, who, what the source says, to which side that leans, its key.
IN_WORDS = {
    "Hands: arthritis": (("300 people in a clinic", "of 45 and more", "as often", 0, "castellanos1990"),),
    "Hands: other things": (
        ("300 people in a clinic", "swelling; grip was weaker, too", "more often", 1, "castellanos1990"),
        ("40 people without complaints", "examined by people who did not know", "no difference found", 0, "boutin2017"),
        ("70 young people", "cartilage of the knuckle", "thicker: good or bad?", 0, "yildizgoren2017"),
    ),
    "Knuckles in the laboratory": (
        ("adults", "energy of a crack per cartilage", "harmful level passed", 1, "watson1989"),
    ),
    "Lower backs": (("people who crack their backs", "", "no study found", 0, ""),),
}
ONE_IN = Scale(
    low=1e-9,
    high=4e-3,
    ticks={1e-9: "1 billion", 1e-7: "10 million", 1e-5: "100,000", 1e-3: "1,000"},
    label="one in …",
    log=True,
    spoken="how rare, logarithmic, from one in a billion to one in 250",
)
# Heading → rows of data/observations.csv with their label and their denominator.
RATES = {
    "Any serious event, after a clinician’s thrust": {
        "harm_overview_least": ("an overview of reviews, lowest", "per thrust"),
        "harm_overview_most": ("the same overview, highest", "per thrust"),
        "harm_per_thrust_least": ("another review, lowest", "per thrust"),
        "harm_per_patient_most": ("the same review, highest", "per patient"),
    },
    "One study, two women with broken ribs": {
        "severe_per_session": ("counted over 960,140", "per session"),
        "severe_per_patient": ("counted over 54,846", "per patient"),
    },
    "An artery of the neck, after a clinician’s thrust": {
        "neck_artery_per_thrust": ("low estimate", "per thrust to the neck"),
        "neck_artery_per_patient": ("high estimate", "per patient"),
    },
    "Lower back, in people who already have back pain": {
        "disc_worse": ("a slipped disc made worse: less than", "of what, the abstract does not say"),
        "cauda_equina_after_thrust": (
            "squeezed bladder nerves, after a thrust",
            "cauda equina; per patient in three months",
        ),
        "cauda_equina_without": ("squeezed bladder nerves, no thrust", "cauda equina; per patient in three months"),
    },
}
NOBODY = Row("nobody has counted", [Mark(words="no denominator, no rate", leans=1)], under="")


def hands() -> Still:
    """What studies of people who crack their knuckles found, and what was found of backs."""
    people = _four("28 old people in a home", "worn joints, X-rays", old_people(), "swezey1975")
    asked = _four("206 people of 50 to 89", "osteoarthritis, X-rays", who_are_ill(), "deweber2011")
    groups = {heading: [_worded(*row) for row in rows] for heading, rows in IN_WORDS.items()}
    groups["Hands: arthritis"] = [people, asked, *groups["Hands: arthritis"]]
    words = (
        "Forest plot of what was found in people who crack, against others. A vertical line at 1 means no difference; "
        "where a study gives no figure, its finding stands in words."
    )
    caption = "People who crack against others; in the laboratory, against a level. Bars: 95 % intervals."
    return Still(RowChart(groups, ODDS, words, Layout(left=300, right=720, pitch=42)), caption)


def _four(label: str, under: str, four: Table, key: str) -> Row:
    found = ratio(four)
    value, low, high = (float(part) for part in (found.value, found.low, found.high))
    note = f"{fixed(value, 2)} ({fixed(low, 2)} to {fixed(high, 2)})\n{sources.reference(key).short}"
    return Row(label, [Mark(value, low, high)], note, under)


def _worded(label: str, under: str, says: str, leans: int, key: str) -> Row:
    return Row(label, [Mark(words=says, leans=leans)], sources.reference(key).short if key else "–", under)


def leap() -> Still:
    """A knuckle and two lumbar facet joints to one scale, and the gap that no study has crossed."""
    return Still(Leap())


def rates() -> Still:
    """How rare serious events are, by what they are counted over."""
    groups = {heading: [_rate(name, *row) for name, row in rows.items()] for heading, rows in RATES.items()}
    groups["People who crack their own back or neck"] = [NOBODY]
    words = "Dot chart of how often serious events follow a thrust, each with the denominator that it was counted over."
    caption = "Clinicians’ thrusts. The further right, the more often."
    return Still(RowChart(groups, ONE_IN, words, Layout(left=350, right=744, pitch=39)), caption)


def _rate(name: str, label: str, over: str) -> Row:
    row = sources.observation(name)
    bound = row.high == row.value  # nothing but an upper bound was given
    low, high = (row.low, row.high) if row.low else (None, None)  # no logarithm of 0
    mark = Mark(row.value, low, high, fill="hollow" if bound else "full")
    return Row(label, [mark], f"1 in {rounded(1 / row.value)}\n{source(row)}", over)


def before() -> Still:
    """The same four events in two orders: a habit that harms, and a harm that makes the habit."""
    return Still(Before())
