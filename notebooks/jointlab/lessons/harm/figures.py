"""The still figures of the lesson: what hands say, how far backs are, how rare harm is, what came first."""

from jointlab import sources
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale
from jointlab.drawings.still import Still
from jointlab.language import _
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
    label=_("odds ratio"),
    log=True,
    null=1,
    sides=(_("less often in people who crack"), _("more often")),
)
HANDS = _("Hands: arthritis")
# Rows without a figure: label, who, what the source says, to which side that leans, its key.
IN_WORDS = {
    HANDS: ((_("300 people in a clinic"), _("of 45 and more"), _("as often"), 0, "castellanos1990"),),
    _("Hands: other things"): (
        (_("300 people in a clinic"), _("swelling; grip was weaker, too"), _("more often"), 1, "castellanos1990"),
        (
            _("40 people without complaints"),
            _("examined by people who did not know"),
            _("no difference found"),
            0,
            "boutin2017",
        ),
        (_("70 young people"), _("cartilage of the knuckle"), _("thicker: good or bad?"), 0, "yildizgoren2017"),
    ),
    _("Knuckles in the laboratory"): (
        (_("adults"), _("energy of a crack per cartilage"), _("harmful level passed"), 1, "watson1989"),
    ),
    _("Lower backs"): ((_("people who crack their backs"), "", _("no study found"), 0, ""),),
}
ONE_IN = Scale(
    low=1e-9,
    high=4e-3,
    ticks={1e-9: _("1 billion"), 1e-7: _("10 million"), 1e-5: fixed(1e5), 1e-3: fixed(1e3)},
    label=_("one in …"),
    log=True,
    spoken=_("how rare, logarithmic, from one in a billion to one in 250"),
)
# Heading → rows of data/observations.csv with their label and their denominator.
RATES = {
    _("Any serious event, after a clinician’s thrust"): {
        "harm_overview_least": (_("an overview of reviews, lowest"), _("per thrust")),
        "harm_overview_most": (_("the same overview, highest"), _("per thrust")),
        "harm_per_thrust_least": (_("another review, lowest"), _("per thrust")),
        "harm_per_patient_most": (_("the same review, highest"), _("per patient")),
    },
    _("One study, two women with broken ribs"): {
        "severe_per_session": (_("counted over 960,140"), _("per session")),
        "severe_per_patient": (_("counted over 54,846"), _("per patient")),
    },
    _("An artery of the neck, after a clinician’s thrust"): {
        "neck_artery_per_thrust": (_("low estimate"), _("per thrust to the neck")),
        "neck_artery_per_patient": (_("high estimate"), _("per patient")),
    },
    _("Lower back, in people who already have back pain"): {
        "disc_worse": (_("a slipped disc made worse: less than"), _("of what, the abstract does not say")),
        "cauda_equina_after_thrust": (
            _("squeezed bladder nerves, after a thrust"),
            _("cauda equina; per patient in three months"),
        ),
        "cauda_equina_without": (
            _("squeezed bladder nerves, no thrust"),
            _("cauda equina; per patient in three months"),
        ),
    },
}
NOBODY = Row(_("nobody has counted"), [Mark(words=_("no denominator, no rate"), leans=1)], under="")


def hands() -> Still:
    """What studies of people who crack their knuckles found, and what was found of backs."""
    people = _four(_("28 old people in a home"), _("worn joints, X-rays"), old_people(), "swezey1975")
    asked = _four(_("206 people of 50 to 89"), _("osteoarthritis, X-rays"), who_are_ill(), "deweber2011")
    groups = {heading: [_worded(*row) for row in rows] for heading, rows in IN_WORDS.items()}
    groups[HANDS] = [people, asked, *groups[HANDS]]
    words = _(
        "Forest plot of what was found in people who crack, against others. A vertical line at 1 means no difference; "
        "where a study gives no figure, its finding stands in words."
    )
    caption = _("People who crack against others; in the laboratory, against a level. Bars: 95 % intervals.")
    return Still(RowChart(groups, ODDS, words, Layout(left=300, right=720, pitch=42)), caption)


def _four(label: str, under: str, four: Table, key: str) -> Row:
    found = ratio(four)
    value, low, high = (float(part) for part in (found.value, found.low, found.high))
    says = _("{value} ({low} to {high})").format(value=fixed(value, 2), low=fixed(low, 2), high=fixed(high, 2))
    return Row(label, [Mark(value, low, high)], f"{says}\n{sources.reference(key).short}", under)


def _worded(label: str, under: str, says: str, leans: int, key: str) -> Row:
    return Row(label, [Mark(words=says, leans=leans)], sources.reference(key).short if key else "–", under)


def leap() -> Still:
    """A knuckle and two lumbar facet joints to one scale, and the gap that no study has crossed."""
    return Still(Leap())


def rates() -> Still:
    """How rare serious events are, by what they are counted over."""
    groups = {heading: [_rate(name, *row) for name, row in rows.items()] for heading, rows in RATES.items()}
    groups[_("People who crack their own back or neck")] = [NOBODY]
    words = _(
        "Dot chart of how often serious events follow a thrust, each with the denominator that it was counted over."
    )
    caption = _("Clinicians’ thrusts. The further right, the more often.")
    return Still(RowChart(groups, ONE_IN, words, Layout(left=350, right=744, pitch=39)), caption)


def _rate(name: str, label: str, over: str) -> Row:
    row = sources.observation(name)
    bound = row.high == row.value  # nothing but an upper bound was given
    low, high = (row.low, row.high) if row.low else (None, None)  # no logarithm of 0
    mark = Mark(row.value, low, high, fill="hollow" if bound else "full")
    rare = _("1 in {count}").format(count=rounded(1 / row.value))
    return Row(label, [mark], f"{rare}\n{source(row)}", over)


def before() -> Still:
    """The same four events in two orders: a habit that harms, and a harm that makes the habit."""
    return Still(Before())
