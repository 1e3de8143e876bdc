"""The numbers of the lesson “What does your lower back carry?”, printed so that the tests can compare them."""

from jointlab import sources
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


def print_pull() -> None:
    """How hard the back muscles pull in a forward lean with empty hands."""
    state = carry(LEAN, 0, 0, 0)
    carried, arm = state.result, sources.constant("extensor_arm")
    per_weight = carried.muscle * Interval.exactly(1 / (state.body.mass * sources.value("gravity")))
    woman = f"a woman of {amount(state.body.mass, 'kg')} and {amount(state.body.height, 'm')}"
    shortest, longest = amount(arm.low, "cm"), amount(arm.high, "cm")
    print(f"{woman} leans forward by {amount(LEAN, '°')}, with empty hands")
    print(f"above L5-S1: {amount(carried.weight.size, 'N')}, {amount(carried.weight_arm, 'cm', 2)} in front of it")
    print(f"lever arm of the back muscles: {amount(arm.value, 'cm')}, from {shortest} to {longest}")
    print(f"moment about L5-S1: {_band(carried.moment, 'N m')}")
    print(f"pull of the back muscles: {_band(carried.muscle, 'N')}, {_band(per_weight, '')} times her weight")
    print(f"compression of the disc: {_band(carried.compression, 'N')}; shear: {_band(carried.shear, 'N')}")


def _band(band: Interval, unit: str) -> str:
    return span(band.low, band.high, unit)


def print_sitting() -> None:
    """Sitting over standing, in both classic measurements."""
    sitting, standing = (sources.measured_load(f"wilke_{posture}").value for posture in ("sitting", "standing"))
    for share, who in (
        (sitting / standing, "Wilke et al. 1999, one man"),
        (sources.measured_load("nachemson_sitting").value, "Nachemson 1966"),
    ):
        change = f"{percent(abs(share - 1))} {'more' if share > 1 else 'less'}"
        print(f"sitting without a backrest: {percent(share)} of standing, {change} [{who}]")


def print_distance_and_knees() -> None:
    """The same box in several ways: pressure in one man's disc, compression in the model."""
    round_back = sources.measured_load("wilke_lift_round")
    print("pressure in the disc L4-L5 of one man:")
    for name in ("wilke_lift_round", "wilke_lift_knees", "wilke_lift_close"):
        row = sources.measured_load(name)
        less = f", {percent(1 - row.value / round_back.value)} less" if row is not round_back else ""
        print(f"  {row.posture}: {amount(row.value, 'MPa')}{less}")
    print("compression of L5-S1 in the model, the same woman:")
    for words, result in ways().items():
        places = f"trunk {_from_disc(result.weight_arm)} the disc, box {_from_disc(result.load_arm)} it"
        print(f"  {amount(BOX, 'kg')} {words}: {_band(result.compression, 'N')} ({places})")


def _from_disc(arm: float) -> str:
    """Such as "3 cm in front of": where a weight acts, `arm` m in front of the disc or, below 0, behind it."""
    whole = round(read_in(float(arm), "cm"))
    return f"{abs(whole)} cm {'behind' if whole < 0 else 'in front of'}" if whole else "0 cm from"


def ways() -> dict[str, SpineLoad]:
    """What L5-S1 carries when the box is held in three ways."""
    close = spine_load(adult(), reaching(adult(), *AGAINST_THE_BODY, BOX).posture, BOX)
    return {
        "lifted with a round back": CARRY.preset("20 kg, round back").result,
        "lifted with bent knees": CARRY.preset("20 kg, bent knees").result,
        "held against the body": close,
    }


def print_people() -> None:
    """The same lean and load in people of two builds."""
    for name in ("Short and light", "Tall and heavy"):
        state = WHO.preset(name)
        who = f"{name.lower()} ({amount(state.body.height, 'cm')}, {amount(state.body.mass, 'kg')})"
        does = f"leaning by {amount(LEAN, '°')} with {amount(state.load, 'kg')}"
        print(f"{who}, {does}: compression {_band(state.result.compression, 'N')}")


def print_strength() -> None:
    """How strong specimens of spines were, and the share that was weaker than the action limit."""
    mean, spread = sources.observation("lumbar_strength"), sources.observation("lumbar_strength_sd")
    print(f"{fixed(mean.n)} specimens failed at {amount(mean.low, 'N')} to {amount(mean.high, 'N')}")
    print(f"their mean: {amount(mean.value, 'N')}; their standard deviation: {amount(spread.value, 'N')}")
    limit = sources.value("action_limit")
    for name, distribution in strength_distributions().items():
        print(f"weaker than {amount(limit, 'N')}, if the spread is {name}: {percent(distribution.cdf(limit))}")


def print_distances() -> None:
    """What the lifting equation says of distance, all else as good as can be."""
    limits = {away: weight_limit(Hands(away, 0.75), 0.25).weight for away in (0.25, 0.50, 0.63)}
    for away, limit in limits.items():
        print(f"hands {amount(away, 'cm')} in front of the ankles, all else ideal: at most {amount(limit, 'kg')}")
    near, far, _ = limits
    share = percent(limits[far] / limits[near])
    print(f"{amount(far, 'cm')} in place of {amount(near, 'cm')}, twice as far: {share} of the load")


def print_balance() -> None:
    """The balance of moments at work, with round numbers."""
    mass, arm, muscles = 32, 0.21, sources.constant("extensor_arm")
    print(f"trunk, head and arms: {amount(mass, 'kg')}, {amount(arm, 'cm')} in front of the disc")
    tries = [(0, 0, muscle_arm) for muscle_arm in (muscles.value, muscles.low, muscles.high)]
    for load, load_arm, muscle_arm in (*tries, (10, 0.25, muscles.value), (10, 0.5, muscles.value)):
        held = f"{amount(load, 'kg')} at {amount(load_arm, 'cm')}" if load else "empty hands"
        pull = float(muscle_force(mass, arm, load, load_arm, muscle_arm))
        print(f"{held}, muscles at {amount(muscle_arm, 'cm')}: {with_unit(rounded(pull), 'N')}")


def print_examples() -> None:
    """Published examples of the lifting equation beside this model."""
    for example in sources.lifting_examples():
        system = {"metric": METRIC, "US": US}[example.system]
        hands = Hands(example.horizontal, example.height, example.asymmetry)
        how_often = (example.frequency, example.duration, example.coupling)
        limit = weight_limit(hands, example.travel, *how_often, system=system)
        printed, here = (
            with_unit(words, system.weight_unit) for words in (number(example.limit), fixed(limit.weight, 1))
        )
        source = sources.reference(example.key).short
        print(f"{example.name.replace('_', ' ')}: printed {printed}, here {here} [{source}]")


def print_one_lift() -> None:
    """One lift, multiplier by multiplier."""
    load, hands, travel, rate = 15, Hands(0.30, 0.30, 45), 0.70, 6
    way = f"from {amount(hands.height, 'cm')} up to {amount(hands.height + travel, 'cm')}"
    side = f"{amount(hands.horizontal, 'cm')} in front, {amount(hands.asymmetry, '°')} to the side"
    print(f"{amount(load, 'kg')} {way}, {side}, {rate} times a minute for an hour, fair grip")
    limit = weight_limit(hands, travel, rate, "short", "fair")
    weight = METRIC.load_constant
    print(f"load constant: {amount(weight, 'kg')}")
    for name, share in limit.multipliers.items():
        weight *= share
        print(f"{name} {fixed(share, 3)}: {fixed(weight, 1)} kg")
    print(f"lifting index: {amount(load, 'kg')} over {fixed(weight, 2)} kg is {fixed(load / weight, 2)}")


def print_step() -> None:
    """The same job, started a little lower or higher: the step of the equation at 75 cm."""
    load, away, travel, rate = 10, 0.40, 0.40, 9
    job = f"{amount(load, 'kg')}, {amount(away, 'cm')} in front, lifted by {amount(travel, 'cm')}"
    print(f"{job}, fair grip, {rate} times a minute for 2 to 8 hours")
    for start in (0.60, 0.74, 0.75, 0.80):
        limit = weight_limit(Hands(away, start), travel, rate, "long", "fair").weight
        allowed = "no load is allowed"
        if limit:
            allowed = f"limit {fixed(limit, 2)} kg, lifting index {fixed(load / limit, 1)}"
        print(f"from {amount(start, 'cm')}: {allowed}")


def print_implant() -> None:
    """Forces on the implant, with how the sources put them."""
    for row in sources.measured_loads("implant force"):
        print(f"{row.posture}: {row.bound} {amount(row.value, 'N')}, n = {row.n} [{sources.reference(row.key).short}]")
    for row in sources.measured_loads("change of implant force"):
        print(f"{row.posture}: {row.bound} {percent(-row.value)} less [{sources.reference(row.key).short}]")
