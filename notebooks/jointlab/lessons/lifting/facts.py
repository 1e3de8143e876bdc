"""The numbers of the lesson “What does your lower back carry?”, as tables that the tests can compare with the prose."""

from jointlab import sources
from jointlab.language import _, listed
from jointlab.learn import Page
from jointlab.learn.facts import bounded, table
from jointlab.lessons.lifting.carry import CARRY, LEAN, WHO, carry
from jointlab.models.body.adult import adult
from jointlab.models.body.compressive_strength import strength_distributions
from jointlab.models.body.lumbar_load import SpineLoad, muscle_force, spine_load
from jointlab.models.body.niosh import METRIC, US, Hands, weight_limit
from jointlab.models.body.reach import reaching
from jointlab.models.interval import Interval
from jointlab.units import amount, fixed, fixed_amount, number, percent, read_in, rounded, span, with_unit

CURVES = {"normal": _("normal"), "gamma": _("gamma"), "lognormal": _("lognormal")}  # of `strength_distributions`
EXAMPLES = {"package_inspection": _("package inspection"), "box_onto_shelf": _("box onto shelf")}
BOX = 20  # kg, that is lifted with bent knees and without
AGAINST_THE_BODY = (0.25, 0.95)  # m in front of the ankles and above the floor: hands that hold a box close


def pull() -> Page:
    """How hard the back muscles pull in a forward lean with empty hands."""
    state = carry(LEAN, 0, 0, 0)
    carried, arm = state.result, sources.constant("extensor_arm")
    per_weight = carried.muscle * Interval.exactly(1 / (state.body.mass * sources.value("gravity")))
    shortest, longest = amount(arm.low, "cm"), amount(arm.high, "cm")
    above = _("{force}, {distance} in front of it").format(
        force=amount(carried.weight.size, "N"), distance=amount(carried.weight_arm, "cm", 2)
    )
    rows = [
        (_("she leans forward"), _("by {angle}, with empty hands").format(angle=amount(LEAN, "°"))),
        (_("above L5-S1"), above),
        (
            _("lever arm of the back muscles"),
            _("{value}, from {shortest} to {longest}").format(
                value=amount(arm.value, "cm"), shortest=shortest, longest=longest
            ),
        ),
        (_("moment about L5-S1"), _band(carried.moment, "N m")),
        (
            _("pull of the back muscles"),
            _("{force}, {times} times her weight").format(
                force=_band(carried.muscle, "N"), times=_band(per_weight, "")
            ),
        ),
        (_("compression of the disc"), _band(carried.compression, "N")),
        (_("shear of the disc"), _band(carried.shear, "N")),
    ]
    return table(
        (
            _("a woman of {mass} and {height}").format(
                mass=amount(state.body.mass, "kg"), height=amount(state.body.height, "m")
            ),
            _("found"),
        ),
        rows,
    )


def _band(band: Interval, unit: str) -> str:
    return span(band.low, band.high, unit)


def sitting() -> Page:
    """Sitting over standing, in both classic measurements."""
    one_man, standing = (sources.measured_load(f"wilke_{posture}").value for posture in ("sitting", "standing"))
    rows = []
    for share, who in (
        (one_man / standing, _("Wilke et al. 1999, one man")),
        (sources.measured_load("nachemson_sitting").value, "Nachemson 1966"),
    ):
        change = _("{share} more") if share > 1 else _("{share} less")
        found = _("{share} of standing").format(share=percent(share))
        rows.append((who, found, change.format(share=percent(abs(share - 1)))))
    return table((_("who measured"), _("sitting without a backrest"), _("that is")), rows)


def distance_and_knees() -> Page:
    """The same box in three ways: pressure in one man's disc, compression in the model, and how far away it hangs."""
    round_back = sources.measured_load("wilke_lift_round").value
    rows = []
    for name, (words, result) in zip(
        ("wilke_lift_round", "wilke_lift_knees", "wilke_lift_close"), ways().items(), strict=True
    ):
        pressure = sources.measured_load(name).value
        found = amount(pressure, "MPa")
        if pressure < round_back:
            found = _("{pressure}, {share} less").format(pressure=found, share=percent(1 - pressure / round_back))
        arms = listed([_from_disc(result.weight_arm), _from_disc(result.load_arm)])
        rows.append((words, found, _band(result.compression, "N"), arms))
    head = (
        amount(BOX, "kg"),
        _("pressure in one man"),
        _("compression in the model"),
        _("trunk and box in front of the disc"),
    )
    return table(head, rows)


def _from_disc(arm: float) -> str:
    """Such as "3 cm": how far in front of the disc a weight acts, `arm` m; below 0 it says so."""
    whole = round(read_in(float(arm), "cm"))
    return f"{whole} cm" if whole >= 0 else _("{distance} behind").format(distance=f"{-whole} cm")


def ways() -> dict[str, SpineLoad]:
    """What L5-S1 carries when the box is held in three ways."""
    close = spine_load(adult(), reaching(adult(), *AGAINST_THE_BODY, BOX).posture, BOX)
    return {
        _("lifted with a round back"): CARRY.preset(_("20 kg, round back")).result,
        _("lifted with bent knees"): CARRY.preset(_("20 kg, bent knees")).result,
        _("held against the body"): close,
    }


def implant() -> Page:
    """Forces on the implant, with how the sources put them."""
    rows = [
        (row.posture, bounded(row, amount(row.value, "N")), sources.reference(row.key).short)
        for row in sources.measured_loads("implant force")
    ]
    rows += [
        (
            row.posture,
            _("{share} less").format(share=bounded(row, percent(-row.value))),
            sources.reference(row.key).short,
        )
        for row in sources.measured_loads("change of implant force")
    ]
    return table(
        (_("force on an implant, five patients"), _("found"), _("who")), rows, _("What did the implants measure?")
    )


def people() -> Page:
    """The same lean and load in people of two builds."""
    rows = []
    for name in (_("Short and light"), _("Tall and heavy")):
        state = WHO.preset(name)
        who = f"{name.lower()} ({amount(state.body.height, 'cm')}, {amount(state.body.mass, 'kg')})"
        does = _("by {angle} with {load}").format(angle=amount(LEAN, "°"), load=amount(state.load, "kg"))
        rows.append((who, does, _band(state.result.compression, "N")))
    return table((_("who"), _("leans"), _("compression")), rows)


def strength() -> Page:
    """How strong specimens of spines were, and the share that was weaker than the action limit."""
    mean, spread = sources.observation("lumbar_strength"), sources.observation("lumbar_strength_sd")
    limit = sources.value("action_limit")
    rows = [
        (
            _("weakest and strongest"),
            _("{low} to {high}").format(low=amount(mean.low, "N"), high=amount(mean.high, "N")),
        ),
        (_("their mean"), amount(mean.value, "N")),
        (_("their standard deviation"), amount(spread.value, "N")),
    ]
    rows += [
        (
            _("weaker than {limit}, if the curve is {name}").format(limit=amount(limit, "N"), name=CURVES[name]),
            percent(distribution.cdf(limit)),
        )
        for name, distribution in strength_distributions().items()
    ]
    return table(
        (_("{count} specimens").format(count=fixed(mean.n)), _("broke at")), rows, _("At which force did they break?")
    )


def distances() -> Page:
    """What the lifting equation says of distance, all else as good as can be."""
    limits = {away: weight_limit(Hands(away, 0.75), 0.25).weight for away in (0.25, 0.50, 0.63)}
    best = limits[0.25]
    rows = [
        (amount(away, "cm"), _("at most {amount}").format(amount=amount(limit, "kg")), percent(limit / best))
        for away, limit in limits.items()
    ]
    return table((_("hands in front of the ankles, all else ideal"), _("load"), _("of the best")), rows)


def balance() -> Page:
    """The balance of moments at work, with round numbers."""
    mass, arm, muscles = 32, 0.21, sources.constant("extensor_arm")
    tries = [(0, 0, muscle_arm) for muscle_arm in (muscles.value, muscles.low, muscles.high)]
    rows = []
    for load, load_arm, muscle_arm in (*tries, (10, 0.25, muscles.value), (10, 0.5, muscles.value)):
        held = (
            _("{load} at {distance}").format(load=amount(load, "kg"), distance=amount(load_arm, "cm"))
            if load
            else _("empty hands")
        )
        force = float(muscle_force(mass, arm, load, load_arm, muscle_arm))
        rows.append((held, amount(muscle_arm, "cm"), with_unit(rounded(force), "N")))
    trunk = _("trunk of {mass} at {distance}, and").format(mass=amount(mass, "kg"), distance=amount(arm, "cm"))
    return table((trunk, _("muscles at"), _("they pull with")), rows)


def examples() -> Page:
    """Published examples of the lifting equation beside this model."""
    rows = []
    for example in sources.lifting_examples():
        system = {"metric": METRIC, "US": US}[example.system]
        hands = Hands(example.horizontal, example.height, example.asymmetry)
        how_often = (example.frequency, example.duration, example.coupling)
        limit = weight_limit(hands, example.travel, *how_often, system=system)
        limits = (with_unit(words, system.weight_unit) for words in (number(example.limit), fixed(limit.weight, 1)))
        rows.append((EXAMPLES[example.name], *limits, sources.reference(example.key).short))
    head = (_("example of the lifting equation"), _("printed limit"), _("limit here"), _("who"))
    return table(head, rows, _("Does our equation give what was printed?"))


def one_lift() -> Page:
    """One lift, multiplier by multiplier."""
    load, hands, travel, rate = 15, Hands(0.30, 0.30, 45), 0.70, 6
    limit = weight_limit(hands, travel, rate, "short", "fair")
    weight = METRIC.load_constant
    rows = [(_("at the beginning"), "", amount(weight, "kg"))]
    for name, share in limit.multipliers.items():
        weight *= share
        rows.append((name, fixed(share, 3), fixed_amount(weight, "kg", 1)))
    rows.append(
        (
            _("lifting index"),
            _("{load} over {limit}").format(load=amount(load, "kg"), limit=fixed_amount(weight, "kg", 2)),
            fixed(load / weight, 2),
        )
    )
    lifted = _(
        "{load} from {start} up to {end}, {distance} in front, {angle} to the side, {rate} times a minute for an hour, "
        "fair grip"
    ).format(
        load=amount(load, "kg"),
        start=amount(hands.height, "cm"),
        end=amount(hands.height + travel, "cm"),
        distance=amount(hands.horizontal, "cm"),
        angle=amount(hands.asymmetry, "°"),
        rate=rate,
    )
    return table((lifted, _("times"), _("leaves")), rows, _("One lift, number by number"))


def step() -> Page:
    """The same job, started a little lower or higher: the step of the equation at 75 cm."""
    load, away, travel, rate = 10, 0.40, 0.40, 9
    rows = []
    for start in (0.60, 0.74, 0.75, 0.80):
        limit = weight_limit(Hands(away, start), travel, rate, "long", "fair").weight
        index = fixed(load / limit, 1) if limit else _("none")
        rows.append(
            (
                amount(start, "cm"),
                fixed_amount(limit, "kg", 2) if limit else _("no load is allowed"),
                index,
            )
        )
    job = _(
        "{load}, {distance} in front, lifted by {way}, fair grip, {rate} times a minute for 2 to 8 hours, from"
    ).format(load=amount(load, "kg"), distance=amount(away, "cm"), way=amount(travel, "cm"), rate=rate)
    return table((job, _("limit"), _("lifting index")), rows)
