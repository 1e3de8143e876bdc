"""Explorer: a ligament is stretched. How hard does it pull, how stiff is it here, and who says so?

How far checked: published tables of inputs of models (textbook model), one measured curve (checked against papers);
the fibres are a toy model that reproduces the curve.
"""

from jointlab import sources
from jointlab.explorers.curves import Axis, Curve, Heard, Place
from jointlab.explorers.declare import Build, Choice, Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.stretch.uncrimp_picture import (
    FOOT,
    FULL,
    LEFT,
    LONGEST,
    NAMES,
    RIGHT,
    TOP,
    Stretched,
    StretchPicture,
    shown_strains,
    table_words,
)
from jointlab.models.tissue.ligament import MEASURED, curves
from jointlab.units import amount, number, percent, read_in

SLOPES = {"two": _("two slopes"), "one": _("one slope"), "three": _("three slopes"), MEASURED: _("measured (capsule)")}


def stretched(strain: float, ligament: str, table: str) -> Stretched:
    """A `ligament` stretched by a share of its length, by one `table`; only of the capsule a curve was measured, and
    for the others two slopes stand in."""
    known = curves(ligament)
    return Stretched(ligament, table if table in known else "two", strain, known, table not in known)


def sentence(state: Stretched) -> str:
    """What the state shows, in words."""
    told = [_here(state), _("The others say {others}.").format(others=state.others)]
    if state.unmeasured:
        told.append(_("Only the capsule was measured: two slopes stand in."))
    return " ".join(told)


def _here(state: Stretched) -> str:
    """What the chosen table has of this stretch."""
    curve, strain = state.curve, state.strain
    if state.failed:
        told = _("{ligament} stretched by {strain}: {source} has it torn, at {fails} already.")
    elif curve.assumed:
        told = _(
            "{ligament} stretched by {strain}: a pull of {pull}, and {further} N more for each further mm; {taut} of "
            "the fibres are taut (by {source}; {parts} assumed)."
        )
    else:
        told = _(
            "{ligament} stretched by {strain}: a pull of {pull}, and {further} N more for each further mm; {taut} of "
            "the fibres are taut (by {source})."
        )
    return told.format(
        ligament=NAMES[state.ligament].capitalize(),
        strain=amount(strain, "%"),
        source=table_words(curve.key),
        fails=percent(curve.fails or 0.0),
        pull=amount(float(curve.force(strain)), "N"),
        further=number(read_in(float(curve.stiffness(strain)), "N/mm")),
        taut=percent(float(curve.taut(strain))),
        parts=_(curve.assumed),
    )


def toe_and_torn(state: Stretched) -> bool:
    """Whether the chosen table still has it in its toe region, and another pulls harder than it can stand."""
    curve = state.curve
    if state.table == MEASURED or curve.most is None or curve.toe is None or state.strain > curve.toe:
        return False
    return max(float(other.force(state.strain)) for other in state.curves.values()) > curve.most


def _two_slopes(state: Stretched) -> dict[str, float]:
    """The table with two slopes, as the learner's line gets it."""
    row = sources.ligament(f"{state.ligament}_two")
    return {
        "strain": state.strain,
        "toe": row.first_end,
        "first": row.first,
        "second": row.second,
        "area": row.area,
    }


def heard(state: Stretched) -> Heard:
    """The pull over the strain by the chosen table, up to where it fails."""
    curve = state.curve
    strains = shown_strains(curve)
    return Heard(
        Axis(_("Stretch"), "%", 0.0, LONGEST),
        Axis(_("Pull"), "N", 0.0, FULL[state.ligament]),
        [
            Curve(
                strains,
                curve.force(strains),
                place=None if state.failed else Place(_("the stretch shown"), state.strain),
            )
        ],
        (LEFT, TOP, RIGHT, FOOT),
    )


STRETCH = Declaration(
    title=_("A ligament is stretched"),
    controls=(
        Slider("strain", _("Stretch by"), "ε", "%", 0, 60, 20, steps=120),
        Choice("ligament", _("Ligament"), {name: words.capitalize() for name, words in NAMES.items()}, "capsule"),
        Choice("table", _("Whose figures"), SLOPES, MEASURED),
    ),
    model=stretched,
    picture=StretchPicture,
    sentence=sentence,
    presets={
        _("Capsule, measured"): {"strain": 20.0, "ligament": "capsule", "table": MEASURED},
        _("Capsule, nearly torn"): {"strain": 60.0, "ligament": "capsule", "table": MEASURED},
        _("Front, two slopes"): {"strain": 6.0, "ligament": "front", "table": "two"},
        _("Front, one slope"): {"strain": 6.0, "ligament": "front", "table": "one"},
        _("Front, three slopes"): {"strain": 6.0, "ligament": "front", "table": "three"},
    },
    goal=Goal(_("in its toe region by two slopes, and pulled by another table harder than it can stand"), toe_and_torn),
    build=Build(
        _two_slopes, lambda pull: _("{pull} by two slopes (beyond the toe region)").format(pull=amount(pull, "N"))
    ),
    recorded={
        "strain": [*range(7), 7.5, 9, 10.5, 12, 13.5, 15, 17.5, 20, 22.5, *range(25, 61, 5)]
    },  # the goal lies at 12
    hear=heard,
)
