"""The still figures and the printed numbers of lesson 10, What does your lower back carry?"""

from typing import Any

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.charts.line_chart import Axis, Curve, LineChart
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale, every
from jointlab.drawings.still import Still
from jointlab.explorers.declare import Declaration
from jointlab.lessons.lifting.carry import CARRY, LEAN, WHO, WOMAN, carry, somebody
from jointlab.lessons.lifting.lever import Lever
from jointlab.lessons.lifting.panels import Panel, Panels
from jointlab.models.body import niosh
from jointlab.models.body.balance import standing
from jointlab.models.body.compressive_strength import strength_distributions
from jointlab.models.body.lumbar_load import SpineLoad, muscle_force, spine_load
from jointlab.models.body.niosh import METRIC, US, Hands, weight_limit
from jointlab.models.body.reach import reaching
from jointlab.models.body.segments import body
from jointlab.models.interval import Interval
from jointlab.units import amount, number, percent, read_in, span

# The postures of the two classic measurements, from lying to lifting.
POSTURES = (
    "lying, face down",
    "reclining",
    "sitting, leaning back",
    "sitting, no backrest",
    "standing",
    "sitting, bent far forward",
    "standing, bent forward",
    "lifting weights",
    "20 kg held close to the body",
    "20 kg lifted, knees bent",
    "20 kg lifted, back round",
)
MASS = 70  # kg, of the man in the model, as of the man whose disc was measured
# What he does in `three_quantities`: words, lean of the trunk (degrees), load in hanging hands (kg).
TASKS = (("standing", 0, 0), ("bent by 45°, empty hands", 45, 0), ("bent by 45°, 20 kg", 45, 20))
BOX = 20  # kg, that is lifted with bent knees and without
AGAINST_THE_BODY = (0.25, 0.95)  # m in front of the ankles and above the floor: hands that hold a box close


def lever() -> Still:
    """The lever in a back that leans, as a body and as a seesaw."""
    arm = sources.constant("extensor_arm")
    return Still(
        Lever(carry(LEAN, 0, 0, 0), (arm.low, arm.high)), "The same lever twice: in the body, and as a seesaw."
    )


def disc_pressures() -> Still:
    """Two classic measurements of what a disc bears, each relative to its own standing value."""
    names = dict(zip(("Wilke 1999, one man", "Nachemson 1966"), style.SERIES, strict=False))
    wilke, nachemson = names.values()
    marks = {posture: [] for posture in POSTURES}
    for row, share in _over_standing():
        if row.posture in marks:
            marks[row.posture].append(Mark(100 * share, words=percent(share), series=wilke))
    marks["standing"].append(Mark(100, words=percent(1), series=nachemson))
    for row in sources.measured_loads("disc load over standing"):
        words = f"{row.bound} {percent(row.value)}".strip()
        marks[row.posture].append(Mark(100 * row.value, words=words, series=nachemson, more=bool(row.bound)))
    scale = Scale(
        low=0,
        high=500,
        ticks=every(100, 0, 500),
        label="pressure or load on the disc, in % of the same study’s value for standing",
        null=100,
        at_null="standing",
    )
    words = "Dot chart of two studies: circles are Wilke, squares are Nachemson, an arrow means more than."
    rows = {"": [Row(posture, found) for posture, found in marks.items()]}
    picture = RowChart(rows, scale, words, Layout(left=250, right=930, pitch=42, close=True), names)
    return Still(picture, "Each study in per cent of its own value for standing. An arrow: more than that.")


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _over_standing() -> list[tuple[sources.MeasuredLoad, float]]:
    """The disc pressures of one man, each with its ratio to his standing value."""
    standing_still = sources.measured_load("wilke_standing").value
    return [(row, row.value / standing_still) for row in sources.measured_loads("disc pressure")]


def three_quantities() -> Still:
    """Pressure in a disc, force on an implant, compression in a model: three things, three axes."""
    panels = (
        Panel(
            "Pressure in a disc",
            "sensor in L4-L5, one man",
            ("megapascals (MPa)", 3.2, 1),
            _measured("MPa", "wilke_standing", "wilke_standing_bent", "wilke_lift_round"),
            "It is no force: the area that it acts on was not measured. One healthy disc of one man. Silent about "
            "muscles, ligaments and facet joints.",
        ),
        Panel(
            "Force on an implant",
            "in place of a vertebra, 5 patients",
            ("newtons (N)", 2800, 1000),
            _measured("N", "implant_standing", "implant_bent", "implant_largest"),
            "Rods behind the implant carry a share that nobody knows, so it is not the force on a spine.",
        ),
        Panel(
            "Compression in a model",
            f"L5-S1, a man of {MASS} kg, this lesson",
            ("newtons (N)", 7800, 2000),
            {words: _compression(*task) for words, *task in TASKS},
            "Nobody measured it. The lever arm of the muscles is uncertain, and muscles that pull against each other "
            "are left out.",
        ),
    )
    picture = Panels(panels, "Three bar charts, each with an axis of its own.")
    return Still(
        picture, "Three quantities, three axes. A line with ends: the lowest to the highest that the model says."
    )


def _measured(unit: str, *names: str) -> dict[str, Mark]:
    """Bars of what was measured, by posture."""
    rows = map(sources.measured_load, names)
    return {
        row.posture: Mark(read_in(row.value, unit), words=f"{row.bound} {amount(row.value, unit)}".strip(), bar=True)
        for row in rows
    }


def _compression(bend: float, load: float) -> Mark:
    force = _leaning(bend, load).compression
    low, middle, high = map(float, (force.low, force.middle, force.high))
    return Mark(middle, low, high, span(low, high, "N"), bar=True)


def _leaning(bend: float, load: float) -> SpineLoad:
    """What L5-S1 carries in the man of the figures, who leans by `bend` (degrees) with `load` (kg) in hanging hands."""
    man = body("male", mass=MASS)
    return spine_load(man, standing(man, bend, load=load), load)


def _two_digits(band: Interval) -> str:
    """From the low to the high end of a band; a wide band deserves no more digits."""
    return " to ".join(f"{float(f'{end:.2g}'):,g}" for end in (band.low, band.high)).replace("-", "−")


def often() -> Still:
    """How the frequency multiplier of the lifting equation falls, and where a low start makes it nothing."""
    names = {
        "short": ("work lasts up to 1 hour", (7.6, 0.69)),
        "moderate": ("1 to 2 hours", (5.75, 0.57)),
        "long": ("2 to 8 hours", (0.6, 0.47)),
    }
    curves, ends = [], []
    for series, (duration, (name, place)) in enumerate(names.items()):
        rates, shares = niosh.frequency_table(duration, above=True)
        low_rates, low_shares = niosh.frequency_table(duration, above=False)
        hollow = range(len(low_rates), len(rates))
        curves.append(Curve(2 * [low_rates[-1]], (low_shares[-1], 0), series, dashed=True))
        curves.append(Curve(rates, shares, series, name, place, hollow=hollow))
        ends.append(
            f"{name}: from {number(shares[0])} down to {number(shares[-1])} at {number(rates[-1])} lifts a minute, "
            f"or to {number(low_shares[-1])} at {number(low_rates[-1])} from below 75 cm"
        )
    notes = {
        (9.0, 0.93): "Hollow marks: only if the hands start at 75 cm or higher.",
        (9.0, 0.87): "Dotted: from lower down, no more is allowed.",
    }
    words = f"Line chart of three falling curves. {'; '.join(ends)}; beyond, the multiplier is 0."
    across, up = Axis("lifts a minute", 0, 16, range(0, 17, 2)), Axis("frequency multiplier", 0, 1.04)
    picture = LineChart(curves, across, up, words, notes)
    return Still(
        picture, "The more often and the longer, the lighter the load may be. To the right of each curve: nothing."
    )


def print_pull() -> None:
    """How hard the back muscles pull in a forward lean with empty hands."""
    state = carry(LEAN, 0, 0, 0)
    carried, arm = state.result, sources.constant("extensor_arm")
    per_weight = carried.muscle * Interval.exactly(1 / (state.body.mass * sources.value("gravity")))
    print(f"a woman of {WOMAN[2]:g} kg and {WOMAN[1]:g} m leans forward by {LEAN:g}°, with empty hands")
    print(f"above L5-S1: {carried.weight.size:.0f} N, {100 * carried.weight_arm:.0f} cm in front of it")
    print(f"lever arm of the back muscles: {100 * arm.value:g} cm, from {100 * arm.low:g} cm to {100 * arm.high:g} cm")
    print(f"moment about L5-S1: {_two_digits(carried.moment)} N m")
    print(f"pull of the back muscles: {_two_digits(carried.muscle)} N, {_two_digits(per_weight)} times her weight")
    print(f"compression of the disc: {_two_digits(carried.compression)} N; shear: {_two_digits(carried.shear)} N")


def print_sitting() -> None:
    """Sitting over standing, in both classic measurements."""
    one_man = next(share for row, share in _over_standing() if row.name == "wilke_sitting")
    for share, who in (
        (one_man, "Wilke et al. 1999, one man"),
        (sources.measured_load("nachemson_sitting").value, "Nachemson 1966"),
    ):
        change = f"{_percent(abs(share - 1))} {'more' if share > 1 else 'less'}"
        print(f"sitting without a backrest: {_percent(share)} of standing, {change} [{who}]")


def print_distance_and_knees() -> None:
    """The same box three ways: pressure in one man's disc, compression in the model."""
    round_back = sources.measured_load("wilke_lift_round")
    print("pressure in the disc L4-L5 of one man:")
    for name in ("wilke_lift_round", "wilke_lift_knees", "wilke_lift_close"):
        row = sources.measured_load(name)
        less = f", {_percent(1 - row.value / round_back.value)} less" if row is not round_back else ""
        print(f"  {row.posture}: {amount(row.value, 'MPa')}{less}")
    print("compression of L5-S1 in the model, the same woman:")
    for words, result in _ways():
        places = f"trunk {_from_disc(result.weight_arm)} the disc, box {_from_disc(result.load_arm)} it"
        print(f"  {BOX} kg {words}: {_two_digits(result.compression)} N ({places})")


def _from_disc(arm: Any) -> str:
    """Such as "3 cm in front of": where a weight acts, `arm` m in front of the disc or, below 0, behind it."""
    whole = round(100 * float(arm))
    return f"{abs(whole)} cm {'behind' if whole < 0 else 'in front of'}" if whole else "0 cm from"


def _ways() -> list[tuple[str, SpineLoad]]:
    """What L5-S1 carries when the box is held in four ways."""
    woman = somebody(*WOMAN)
    close = spine_load(woman, reaching(woman, *AGAINST_THE_BODY, BOX).posture, BOX)
    return [
        ("lifted with a round back", _preset(CARRY, "20 kg, round back").result),
        ("lifted with bent knees", _preset(CARRY, "20 kg, bent knees").result),
        ("held against the body", close),
        ("hanging beside the body", carry(0, 0, 0, BOX).result),
    ]


def _preset(explorer: Declaration, name: str) -> Any:
    """The state of an explorer at one of its presets."""
    return explorer.model(**{**explorer.defaults, **explorer.presets[name]})


def print_people() -> None:
    """The same lean and load in people of two builds."""
    for name in ("Short and light", "Tall and heavy"):
        state = _preset(WHO, name)
        who = f"{name.lower()} ({100 * state.body.height:.0f} cm, {state.body.mass:.0f} kg)"
        pressed = _two_digits(state.result.compression)
        print(f"{who}, leaning by {LEAN:g}° with {state.load:g} kg: compression {pressed} N")


def print_strength() -> None:
    """How strong specimens of spines were, and the share that was weaker than the action limit."""
    mean, spread = sources.observation("lumbar_strength"), sources.observation("lumbar_strength_sd")
    print(f"{mean.n:,} specimens failed at {amount(mean.low, 'N')} to {amount(mean.high, 'N')}")
    print(f"their mean: {amount(mean.value, 'N')}; their standard deviation: {amount(spread.value, 'N')}")
    limit = sources.value("action_limit")
    for name, distribution in strength_distributions().items():
        print(f"weaker than {limit / 1000:g} kN, if the spread is {name}: {_percent(distribution.cdf(limit))}")


def print_distances() -> None:
    """What the lifting equation says of distance, all else as good as can be."""
    for centimetres in (25, 50, 63):
        limit = weight_limit(Hands(centimetres / 100, 0.75), 0.25)
        print(f"hands {centimetres} cm in front of the ankles, all else ideal: at most {limit.weight:.3g} kg")


def print_balance() -> None:
    """The balance of moments at work, with round numbers."""
    mass, arm = 32, 0.21
    print(f"trunk, head and arms: {mass} kg, {100 * arm:.0f} cm in front of the disc")
    for load, load_arm, muscle_arm in ((0, 0, 0.05), (0, 0, 0.036), (0, 0, 0.07), (10, 0.25, 0.05), (10, 0.5, 0.05)):
        held = f"{load} kg at {100 * load_arm:.0f} cm" if load else "empty hands"
        pull = float(muscle_force(mass, arm, load, load_arm, muscle_arm))
        print(f"{held}, muscles at {100 * muscle_arm:g} cm: {float(f'{pull:.2g}'):,g} N")


def print_examples() -> None:
    """Published examples of the lifting equation beside this model."""
    for example in sources.lifting_examples():
        system = {"metric": METRIC, "US": US}[example.system]
        hands = Hands(example.horizontal, example.height, example.asymmetry)
        how_often = (example.frequency, example.duration, example.coupling)
        limit = weight_limit(hands, example.travel, *how_often, system=system)
        unit, source = system.weight_unit, sources.reference(example.key).short
        words = example.name.replace("_", " ")
        print(f"{words}: printed {example.limit:g} {unit}, here {limit.weight:.1f} {unit} [{source}]")


def print_one_lift() -> None:
    """One lift, multiplier by multiplier."""
    print("15 kg from 30 cm up to 100 cm, 30 cm in front, 45° to the side, 6 times a minute for an hour, fair grip")
    limit = weight_limit(Hands(0.30, 0.30, 45), 0.70, 6, "short", "fair")
    weight = METRIC.load_constant
    print(f"load constant: {weight:g} kg")
    for name, share in limit.multipliers.items():
        weight *= share
        print(f"{name} {share:.3f}: {weight:.1f} kg")
    print(f"lifting index: 15 kg over {weight:.2f} kg is {15 / weight:.2f}")


def print_step() -> None:
    """The same job, started a little lower or higher: the step of the equation at 75 cm."""
    print("10 kg, 40 cm in front, lifted by 40 cm, fair grip, 9 times a minute for 2 to 8 hours")
    for centimetres in (60, 74, 75, 80):
        limit = weight_limit(Hands(0.40, centimetres / 100), 0.40, 9, "long", "fair")
        allowed = (
            f"limit {limit.weight:.2f} kg, lifting index {10 / limit.weight:.1f}"
            if limit.weight
            else "no load is allowed"
        )
        print(f"from {centimetres} cm: {allowed}")


def print_implant() -> None:
    """Forces on the implant, with how the sources put them."""
    for row in sources.measured_loads("implant force"):
        print(f"{row.posture}: {row.bound} {amount(row.value, 'N')}, n = {row.n} [{sources.reference(row.key).short}]")
    for row in sources.measured_loads("change of implant force"):
        print(f"{row.posture}: {row.bound} {_percent(-row.value)} less [{sources.reference(row.key).short}]")
