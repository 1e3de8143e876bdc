"""The still figures of the lesson: where some flags lead, and what single signs multiply."""

from jointlab import sources
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale, every
from jointlab.drawings.still import Still
from jointlab.language import _
from jointlab.learn.facts import found
from jointlab.lessons.red_flags.sign import ANY_FLAG, PRIMARY
from jointlab.units import number, percent, read_in

# Rows of data/observations.csv with their labels.
LEADS = {
    _("A broken bone of the spine"): {
        "fracture_if_old": _("older age"),
        "fracture_if_injury": _("a serious injury"),
        "fracture_if_steroids": _("steroids for long"),
        "fracture_if_bruise": _("a bruise or graze on the back"),
        "fracture_if_several": _("several of these"),
    },
    _("Cancer in the spine"): {
        "cancer_if_before": _("cancer before, emergency"),
        "cancer_if_before_at_family_doctors": _("cancer before, family doctor"),
    },
}
MULTIPLIES = {
    _("Serious cause in the spine"): {
        "lr_saddle_numbness": _("numb where one sits on a saddle"),
        "lr_injected_drugs": _("injected drugs"),
        "lr_retention": _("urine suddenly does not come"),
    },
    _("Serious cause, in the spine or elsewhere"): {
        "lr_fever": _("fever"),
        "lr_weight_loss": _("weight loss without trying"),
    },
}
CHANCES = Scale(0, 100, every(20, 0, 100), _("of 100 people with the flag have it"))
FACTORS = Scale(
    low=0.8,
    high=100,
    ticks={1: "1", 2: "2", 5: "5", 10: "10", 20: "20", 50: "50"},
    label=_("likelihood ratio: what the sign multiplies the odds by"),
    log=True,
    null=1,
    sides=("", _("more likely")),
)


def any_flag_chance() -> float:
    """The chance of something serious with any flag, if all who had something serious carried one."""
    return PRIMARY / ANY_FLAG.value


def leads() -> Still:
    """Where a flag leads: how many of those who carry it have what it warns of."""
    first = Row(
        _("any red flag at all"), [Mark(read_in(any_flag_chance(), "%"))], percent(any_flag_chance(), 1), _("at most")
    )
    groups = {_("Anything serious, in primary care"): [first]}
    for heading, rows in LEADS.items():
        groups[heading] = [_chance(name, label) for name, label in rows.items()]
    words = _("Dot chart of how many of 100 people with back pain and a certain red flag have what it warns of.")
    caption = _("Flags are not alike. Bars: where the true chance may well lie (95 % intervals); two rows have none.")
    return Still(RowChart(groups, CHANCES, words, Layout(pitch=34)), caption)


def _chance(name: str, label: str) -> Row:
    row = sources.observation(name)
    ends = (read_in(end, "%") for end in (row.value, row.low, row.high) if end is not None)
    return Row(label, [Mark(*ends)], found(row, "%"))


def multiplies() -> Still:
    """What single signs multiplied the odds by, in an emergency department."""
    groups = {heading: [_factor(name, label) for name, label in rows.items()] for heading, rows in MULTIPLIES.items()}
    words = _(
        "Dot chart of likelihood ratios of single signs among 1,000 people with back pain in an emergency department."
    )
    caption = _("One department, read from records; no intervals were printed where we could read.")
    return Still(RowChart(groups, FACTORS, words, Layout(pitch=34)), caption)


def _factor(name: str, label: str) -> Row:
    row = sources.observation(name)
    return Row(label, [Mark(row.value)], number(row.value))
