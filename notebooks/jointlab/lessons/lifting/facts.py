"""The numbers of the lesson “What does your lower back carry?”, as tables that the tests can compare with the prose."""

from jointlab import sources
from jointlab.learn import Page
from jointlab.learn.facts import table
from jointlab.lessons.lifting.carry import CARRY, LEAN, WHO, carry
from jointlab.models.body.adult import adult
from jointlab.models.body.compressive_strength import strength_distributions
from jointlab.models.body.lumbar_load import SpineLoad, muscle_force, spine_load
from jointlab.models.body.niosh import METRIC, US, Hands, weight_limit
from jointlab.models.body.reach import reaching
from jointlab.models.interval import Interval
from jointlab.units import amount, fixed, number, percent, read_in, rounded, span, with_unit

BOX = 20  # kg, that is lifted with bent knees and without
AGAINST_THE_BODY = (0.25, 0.95)  # m in front of the ankles and above the floor: hands that hold a box close


def pull() -> Page:
    """How hard the back muscles pull in a forward lean with empty hands."""
    state = carry(LEAN, 0, 0, 0)
    carried, arm = state.result, sources.constant("extensor_arm")
    per_weight = carried.muscle * Interval.exactly(1 / (state.body.mass * sources.value("gravity")))
    shortest, longest = amount(arm.low, "cm"), amount(arm.high, "cm")
    above = f"{amount(carried.weight.size, 'N')}, {amount(carried.weight_arm, 'cm', 2)} in front of it"
    rows = [
        ("she leans forward", f"by {amount(LEAN, '°')}, with empty hands"),
        ("above L5-S1", above),
        ("lever arm of the back muscles", f"{amount(arm.value, 'cm')}, from {shortest} to {longest}"),
        ("moment about L5-S1", _band(carried.moment, "N m")),
        ("pull of the back muscles", f"{_band(carried.muscle, 'N')}, {_band(per_weight, '')} times her weight"),
        ("compression of the disc", _band(carried.compression, "N")),
        ("shear of the disc", _band(carried.shear, "N")),
    ]
    return table((f"a woman of {amount(state.body.mass, 'kg')} and {amount(state.body.height, 'm')}", "found"), rows)


def _band(band: Interval, unit: str) -> str:
    return span(band.low, band.high, unit)


def sitting() -> Page:
    """Sitting over standing, in both classic measurements."""
    one_man, standing = (sources.measured_load(f"wilke_{posture}").value for posture in ("sitting", "standing"))
    rows = []
    for share, who in (
        (one_man / standing, "Wilke et al. 1999, one man"),
        (sources.measured_load("nachemson_sitting").value, "Nachemson 1966"),
    ):
        change = f"{percent(abs(share - 1))} {'more' if share > 1 else 'less'}"
        rows.append((who, f"{percent(share)} of standing", change))
    return table(("who measured", "sitting without a backrest", "that is"), rows)


def distance_and_knees() -> Page:
    """The same box in three ways: pressure in one man's disc, compression in the model, and how far away it hangs."""
    round_back = sources.measured_load("wilke_lift_round").value
    rows = []
    for name, (words, result) in zip(
        ("wilke_lift_round", "wilke_lift_knees", "wilke_lift_close"), ways().items(), strict=True
    ):
        pressure = sources.measured_load(name).value
        less = f", {percent(1 - pressure / round_back)} less" if pressure < round_back else ""
        arms = f"{_from_disc(result.weight_arm)} and {_from_disc(result.load_arm)}"
        rows.append((words, f"{amount(pressure, 'MPa')}{less}", _band(result.compression, "N"), arms))
    head = (amount(BOX, "kg"), "pressure in one man", "compression in the model", "trunk and box in front of the disc")
    return table(head, rows)


def _from_disc(arm: float) -> str:
    """Such as "3 cm": how far in front of the disc a weight acts, `arm` m; below 0 it says so."""
    whole = round(read_in(float(arm), "cm"))
    return f"{abs(whole)} cm{' behind' if whole < 0 else ''}"


def ways() -> dict[str, SpineLoad]:
    """What L5-S1 carries when the box is held in three ways."""
    close = spine_load(adult(), reaching(adult(), *AGAINST_THE_BODY, BOX).posture, BOX)
    return {
        "lifted with a round back": CARRY.preset("20 kg, round back").result,
        "lifted with bent knees": CARRY.preset("20 kg, bent knees").result,
        "held against the body": close,
    }


def implant() -> Page:
    """Forces on the implant, with how the sources put them."""
    rows = [
        (row.posture, f"{row.bound} {amount(row.value, 'N')}", sources.reference(row.key).short)
        for row in sources.measured_loads("implant force")
    ]
    rows += [
        (row.posture, f"{row.bound} {percent(-row.value)} less", sources.reference(row.key).short)
        for row in sources.measured_loads("change of implant force")
    ]
    return table(("force on an implant, five patients", "found", "who"), rows, "What did the implants measure?")


def people() -> Page:
    """The same lean and load in people of two builds."""
    rows = []
    for name in ("Short and light", "Tall and heavy"):
        state = WHO.preset(name)
        who = f"{name.lower()} ({amount(state.body.height, 'cm')}, {amount(state.body.mass, 'kg')})"
        does = f"by {amount(LEAN, '°')} with {amount(state.load, 'kg')}"
        rows.append((who, does, _band(state.result.compression, "N")))
    return table(("who", "leans", "compression"), rows)


def strength() -> Page:
    """How strong specimens of spines were, and the share that was weaker than the action limit."""
    mean, spread = sources.observation("lumbar_strength"), sources.observation("lumbar_strength_sd")
    limit = sources.value("action_limit")
    rows = [
        ("weakest and strongest", f"{amount(mean.low, 'N')} to {amount(mean.high, 'N')}"),
        ("their mean", amount(mean.value, "N")),
        ("their standard deviation", amount(spread.value, "N")),
    ]
    rows += [
        (f"weaker than {amount(limit, 'N')}, if the curve is {name}", percent(distribution.cdf(limit)))
        for name, distribution in strength_distributions().items()
    ]
    return table((f"{fixed(mean.n)} specimens", "broke at"), rows, "At which force did they break?")


def distances() -> Page:
    """What the lifting equation says of distance, all else as good as can be."""
    limits = {away: weight_limit(Hands(away, 0.75), 0.25).weight for away in (0.25, 0.50, 0.63)}
    best = limits[0.25]
    rows = [
        (amount(away, "cm"), f"at most {amount(limit, 'kg')}", percent(limit / best)) for away, limit in limits.items()
    ]
    return table(("hands in front of the ankles, all else ideal", "load", "of the best"), rows)


def balance() -> Page:
    """The balance of moments at work, with round numbers."""
    mass, arm, muscles = 32, 0.21, sources.constant("extensor_arm")
    tries = [(0, 0, muscle_arm) for muscle_arm in (muscles.value, muscles.low, muscles.high)]
    rows = []
    for load, load_arm, muscle_arm in (*tries, (10, 0.25, muscles.value), (10, 0.5, muscles.value)):
        held = f"{amount(load, 'kg')} at {amount(load_arm, 'cm')}" if load else "empty hands"
        force = float(muscle_force(mass, arm, load, load_arm, muscle_arm))
        rows.append((held, amount(muscle_arm, "cm"), with_unit(rounded(force), "N")))
    trunk = f"trunk of {amount(mass, 'kg')} at {amount(arm, 'cm')}, and"
    return table((trunk, "muscles at", "they pull with"), rows)


def examples() -> Page:
    """Published examples of the lifting equation beside this model."""
    rows = []
    for example in sources.lifting_examples():
        system = {"metric": METRIC, "US": US}[example.system]
        hands = Hands(example.horizontal, example.height, example.asymmetry)
        how_often = (example.frequency, example.duration, example.coupling)
        limit = weight_limit(hands, example.travel, *how_often, system=system)
        limits = (with_unit(words, system.weight_unit) for words in (number(example.limit), fixed(limit.weight, 1)))
        rows.append((example.name.replace("_", " "), *limits, sources.reference(example.key).short))
    head = ("example of the lifting equation", "printed limit", "limit here", "who")
    return table(head, rows, "Does our equation give what was printed?")


def one_lift() -> Page:
    """One lift, multiplier by multiplier."""
    load, hands, travel, rate = 15, Hands(0.30, 0.30, 45), 0.70, 6
    way = f"from {amount(hands.height, 'cm')} up to {amount(hands.height + travel, 'cm')}"
    side = f"{amount(hands.horizontal, 'cm')} in front, {amount(hands.asymmetry, '°')} to the side"
    limit = weight_limit(hands, travel, rate, "short", "fair")
    weight = METRIC.load_constant
    rows = [("at the beginning", "", amount(weight, "kg"))]
    for name, share in limit.multipliers.items():
        weight *= share
        rows.append((name, fixed(share, 3), f"{fixed(weight, 1)} kg"))
    rows.append(("lifting index", f"{amount(load, 'kg')} over {fixed(weight, 2)} kg", fixed(load / weight, 2)))
    lifted = f"{amount(load, 'kg')} {way}, {side}, {rate} times a minute for an hour, fair grip"
    return table((lifted, "times", "leaves"), rows, "One lift, number by number")


def step() -> Page:
    """The same job, started a little lower or higher: the step of the equation at 75 cm."""
    load, away, travel, rate = 10, 0.40, 0.40, 9
    rows = []
    for start in (0.60, 0.74, 0.75, 0.80):
        limit = weight_limit(Hands(away, start), travel, rate, "long", "fair").weight
        index = fixed(load / limit, 1) if limit else "none"
        rows.append((amount(start, "cm"), f"{fixed(limit, 2)} kg" if limit else "no load is allowed", index))
    job = f"{amount(load, 'kg')}, {amount(away, 'cm')} in front, lifted by {amount(travel, 'cm')}"
    often = f"fair grip, {rate} times a minute for 2 to 8 hours"
    return table((f"{job}, {often}, from", "limit", "lifting index"), rows)
