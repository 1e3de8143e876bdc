"""The still figures of the lesson: how often a thrust hits, and what aiming is worth."""

from jointlab import sources
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale, every
from jointlab.drawings.still import Still
from jointlab.language import _
from jointlab.models.body.lumbar_chain import FULL_MOMENT
from jointlab.models.evidence.effect_sizes import wilson
from jointlab.units import amount, fixed, fixed_amount, number, percent

HITS = {
    _("Which joint popped?"): {
        "ross_lumbar_hit": (_("just the joint aimed at"), _("lower back")),
        "cramer_zone": (_("in the zone of three joints aimed at"), _("lower back")),
    },
    _("Which side popped?"): {
        "cramer_up_side": (_("the side that was thrust at"), _("lower back")),
        "mourad_same_side": (_("the side that was thrust at"), _("lower back, L5-S1")),
        "dunning_same_side": (_("the side that was aimed at"), _("neck")),
    },
}
WORTH = {"target_pain": _("after the treatment"), "target_pain_later": _("at follow-up")}


def hits() -> Still:
    """How often clinicians hit what they aimed at."""
    groups = {heading: [_hit(name, *words) for name, words in rows.items()] for heading, rows in HITS.items()}
    ticks = {share: percent(share) for share in (0, 0.25, 0.5, 0.75, 1)}
    scale = Scale(0, 1, ticks, _("share of what was counted"), spoken=_("share of what was counted, 0 to 100 %"))
    words = _("Chart of four studies in which clinicians thrust at a spine: how much of what popped was aimed at.")
    caption = _(
        "A line: the 95 % interval, as if each pop came by itself; as they do not, it is too narrow. "
        "The 46 joints are of 40 people, ten of them only laid on the side."
    )
    return Still(RowChart(groups, scale, words, Layout(left=350, right=700, pitch=44)), caption)


def _hit(name: str, label: str, place: str) -> Row:
    row = sources.observation(name)
    who = sources.reference(row.key).short
    if row.unit == "count":
        share, (low, high) = row.value / row.n, wilson(round(row.value), row.n)
        counted = _("{count} of {all}: {share}").format(count=fixed(row.value), all=fixed(row.n), share=percent(share))
        return Row(label, [Mark(share, low, high)], note=counted, under=f"{place} · {who}")
    return Row(label, [Mark(row.value)], note=percent(row.value), under=f"{place} · {who}")


def worth() -> Still:
    """What aiming at a chosen level does for pain."""
    rows = []
    for name, label in WORTH.items():
        row = sources.observation(name)
        found = _("{value} ({low} to {high})").format(
            value=fixed(row.value, 2), low=fixed(row.low, 2), high=fixed(row.high, 2)
        )
        rows.append(Row(label, [Mark(row.value, row.low, row.high)], note=found))
    row = sources.observation("target_pain")
    ticks = {tick: number(tick) for tick in (-2, -1, 0, 1, 2)}
    scale = Scale(-2, 2, ticks, _("difference in pain, points of 10"), null=0, sides=(_("aiming better"), _("worse")))
    words = _("Forest plot of the pain of people treated by hand at a chosen level, against others ({source}).").format(
        source=_short(row.key)
    )
    picture = RowChart({"": rows}, scale, words, Layout(left=220, right=700, pitch=40))
    return Still(
        picture,
        _("Ten trials, {count} people with low back pain. A line: the 95 % interval.").format(count=fixed(row.n)),
    )


def _short(key: str) -> str:
    return sources.reference(key).short


def ranges() -> Still:
    """How far each joint turned in ten spines of the dead."""
    groups = {}
    for heading, part in {_("Twist to one side"): "twist", _("Bend forward"): "flexion"}.items():
        angles = {joint: getattr(row, part) for joint, row in reversed(sources.spine_ranges().items())}
        groups[heading] = [
            Row(joint, [Mark(angle, bar=True)], note=fixed_amount(angle, "°", 1)) for joint, angle in angles.items()
        ]
    scale = Scale(0, 10, every(2, 0, 10), _("degrees"))
    words = _("Bar chart of how far five joints turn under a moment of {moment}, means of ten spines.").format(
        moment=amount(FULL_MOMENT, "N m")
    )
    caption = _("Means of ten spines of the dead. How far single spines lie from them was not in what we read.")
    return Still(RowChart(groups, scale, words, Layout(left=180, right=700, pitch=28)), caption)
