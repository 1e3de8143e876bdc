"""The numbers of the lesson “How does a ligament give?” as tables that the tests can compare with the prose."""

import math

from jointlab import sources
from jointlab.language import _, listed
from jointlab.learn import Page
from jointlab.learn.facts import found, many, measured, source, table
from jointlab.lessons.stretch.figures import FADES, ends, half_of
from jointlab.lessons.stretch.uncrimp_picture import NAMES, table_words
from jointlab.models.tissue.creep import crept, one_time, two_times
from jointlab.models.tissue.ligament import LIGAMENTS, MEASURED, TABLES, TANGENTS, bilinear, curve
from jointlab.units import amount, fixed_amount, in_si, number, percent

SMALL = 0.05  # strain at which tables are compared
DISPUTED = 0.115  # strain of the front ligament at which the tables contradict each other
RESTS = (2, 10, 20)  # minutes
FIRST = TANGENTS[min(TANGENTS)]
WORDS = {"two": _("two slopes"), "one": _("one slope"), "three": _("three slopes")}


def capsule() -> Page:
    """How stiff the capsule is, and where."""
    pulled = curve("capsule", MEASURED)
    first = float(pulled.slope(min(TANGENTS)))
    rows = []
    for strain, name in TANGENTS.items():
        row = sources.observation(name)
        times = float(pulled.slope(strain)) / first
        compared = _("{count} times").format(count=number(times, 2)) if times > 1 else _("the first")
        rows.append((percent(strain), found(row, "MPa"), compared, percent(float(pulled.taut(strain)))))
    head = (
        _("stretched by"),
        _("modulus here (one standard deviation)"),
        _("compared with the first"),
        _("fibres taut (toy)"),
    )
    return table(head, rows)


def disagree() -> Page:
    """Stiffness of each ligament at a small strain, by each of the tables that are inputs of models."""
    rows = []
    for name in LIGAMENTS:
        stiff = {kind: float(curve(name, kind).stiffness(SMALL)) for kind in TABLES}
        cells = "; ".join(f"{WORDS[kind]} {amount(value, 'N/mm')}" for kind, value in stiff.items())
        two = curve(name, "two")
        called = _("{ligament} (length assumed: {length})") if two.assumed else "{ligament}"
        called = called.format(ligament=NAMES[name], length=amount(two.length, "mm"))
        rows.append((called, cells, _("{count} times").format(count=number(apart(name), 2))))
    rows += [_softer(), *map(_two_moduli, ("front", "capsule"))]
    return table(
        (_("ligament"), _("stiffness at {strain}").format(strain=percent(SMALL)), _("largest over smallest")),
        rows,
        _("All six ligaments"),
    )


def apart(ligament: str) -> float:
    """How many times as stiff the stiffest table has a ligament as the softest, at a small strain."""
    stiff = [float(curve(ligament, kind).stiffness(SMALL)) for kind in TABLES]
    return max(stiff) / min(stiff)


def _softer() -> tuple[str, str, str]:
    """The capsule that was measured against its tables, as materials: no size comes in."""
    seen = sources.observation(FIRST).value
    moduli = {WORDS[kind]: sources.ligament(f"capsule_{kind}").first for kind in ("two", "one")}
    cells = "; ".join(f"{words} {amount(value, 'MPa')}" for words, value in moduli.items())
    times = listed([number(value / seen, 2) for value in moduli.values()])
    name = _("capsule as it was measured, modulus at {strain}").format(strain=percent(min(TANGENTS)))
    return name, f"{amount(seen, 'MPa')}; {cells}", _("{count} times the measured").format(count=times)


def _two_moduli(ligament: str) -> tuple[str, str, str]:
    """Both slopes of a table with two: from which of them a table with one slope was made."""
    row = sources.ligament(f"{ligament}_two")
    return (
        _("{ligament} by two slopes, moduli").format(ligament=NAMES[ligament]),
        _("{first}, then {second}").format(first=amount(row.first, "MPa"), second=amount(row.second, "MPa")),
        "",
    )


def conclusion() -> Page:
    """The front ligament at the strain at which two tables contradict each other."""
    rows = []
    most = curve("front", "two").most
    for kind in TABLES:
        one = curve("front", kind)
        pull = float(one.force(DISPUTED))
        within = _("in its toe region") if (one.toe or 0.0) >= DISPUTED else _("beyond the toe")
        toe = _("no toe region") if one.toe is None else within
        pulled = (
            _("more than the {force} at which it fails by two slopes")
            if pull > most
            else _("less than the {force} at which it fails by two slopes")
        )
        verdict = f"{toe}; {pulled.format(force=amount(most, 'N'))}"
        called = _("{table} ({source}, {parts} {length} assumed)") if one.assumed else "{table} ({source})"
        called = called.format(
            table=WORDS[kind], source=table_words(one.key), parts=_(one.assumed), length=amount(one.length, "mm")
        )
        rows.append((called, amount(pull, "N"), verdict))
    longer = curve("front", "one").length
    # Newtons for a millimetre were printed: at the same strain a longer one is pulled by more millimetres.
    pull = float(one.force(DISPUTED)) * longer / one.length
    rows.append((_("the same, {length} long").format(length=amount(longer, "mm")), amount(pull, "N"), _("as above")))
    return table((_("front ligament, {strain}").format(strain=amount(DISPUTED, "%")), _("pull"), _("so it is …")), rows)


def creep() -> Page:
    """What was measured in people, and how the model has it."""
    return measured({"flexion_creep": "degrees", "flexion_creep_time": "minutes", "stiffness_back_2": "%"})


def back() -> Page:
    """What is left after a rest, by two recoveries."""
    rows = []
    for rest in RESTS:
        seconds = in_si(rest, "minutes")
        rows.append((amount(seconds, "minutes"), *(_left(way.left(seconds)) for way in (one_time(), two_times()))))
    return table((_("after a rest of"), _("left by one time"), _("left by two times")), rows, _("What is left"))


def _left(share: float) -> str:
    return percent(share, 0 if share > 0.1 else 1) if share >= 0.001 else _("less than 0.1 %")


def held() -> Page:
    """Creep after some minutes."""
    rows = [
        (
            amount(in_si(minutes, "minutes"), "minutes"),
            fixed_amount(float(crept(in_si(minutes, "minutes"))), "°", 1),
        )
        for minutes in (1, 5, 20, 40)
    ]
    return table((_("slumped for"), _("bends further by")), rows, _("How far it creeps"))


def spells() -> Page:
    """Long and short spells: measured, and by the model."""
    rows = []
    for name, words in (("rests_long", _("4 times 3 minutes")), ("rests_short", _("12 times 1 minute"))):
        seen = fixed_amount(sources.observation(name).value, "degrees", 1)
        by_model = (fixed_amount(ends(fade)[name], "degrees", 1) for fade in FADES)
        rows.append((words, seen, *by_model))
    head = (
        _("bent"),
        _("measured"),
        *(_("model, half faded after {time}").format(time=half_of(fade)) for fade in FADES),
    )
    return table(head, rows, _("Long and short spells"))


def line() -> Page:
    """The learner's line with a few numbers."""
    row = sources.ligament("front_two")
    rows = []
    for strain in (0.05, row.first_end, 0.2):
        right = bilinear(strain, row.first_end, row.first, row.second, row.area)
        wrong = row.second * row.area * strain
        rows.append((percent(strain), amount(right, "N"), amount(wrong, "N")))
    return table((_("front ligament stretched by"), _("two slopes"), _("second slope from zero")), rows)


def misprint() -> Page:
    """The two parts of a modulus, and what becomes of them."""
    names = ("capsule_storage", "capsule_loss", "capsule_modulus_printed", "capsule_modulus")
    stored, lost, printed, whole = (sources.observation(name).value for name in names)
    angle = math.degrees(math.atan(sources.observation("capsule_loss_tangent").value))
    rows = [
        (_("given back"), amount(stored, "MPa")),
        (_("lost"), amount(lost, "MPa")),
        (_("printed as the whole"), amount(printed, "MPa")),
        (_("their sum"), amount(stored + lost, "MPa")),
        (_("root of the sum of their squares"), amount(whole, "MPa")),
        (_("lost over given back"), number(lost / stored)),
        (_("stress runs ahead by"), fixed_amount(angle, "°", 1)),
    ]
    return table((_("facet capsule, along its fibres"), _("modulus or number")), rows, _("The numbers of this case"))


def in_the_body() -> Page:
    """What was seen in whole joints and whole people, and what was put in."""
    seen = {
        "capsule_prestrain": "%",
        "capsule_saline_strain": "%",
        "capsule_strength": "MPa",
        "capsule_extensibility": "%",
        "spinous_ligaments_pull": "N",
    }
    put = {
        "capsule_area": (_("Cross-section of the capsule"), "mm²"),
        "capsule_fibre_length": (_("Length of its fibres"), "mm"),
        "recovery_fast": (_("Quick part of the way back: time constant"), "s"),
        "recovery_slow": (_("Slow part of the way back: time constant"), "minutes"),
    }
    observed = [(sources.observation(name), unit) for name, unit in seen.items()]
    rows = [
        (row.what, f"{found(row, unit)}{', ' if many(row) else ''}{many(row)}", source(row)) for row, unit in observed
    ]
    constants = [(words, sources.constant(name), unit) for name, (words, unit) in put.items()]
    rows += [(words, found(row, unit), source(row)) for words, row, unit in constants]
    return table((_("what"), _("how much"), _("who")), rows, folded=_("Numbers that are left over"))


def morning() -> Page:
    """A night's rest."""
    return measured({"morning_bending": "degrees", "morning_disc_stress": "%", "morning_ligament_stress": "%"})
