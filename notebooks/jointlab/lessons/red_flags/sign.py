"""Explorer: a sign among a thousand people with back pain; what does it mean that it is there, or that it is missing?

How far checked: textbook model; the settings are those of studies of red flags, or the kindest that these allow.
"""

from jointlab import sources
from jointlab.explorers.declare import Build, Choice, Declaration, Goal, Slider
from jointlab.language import _, pgettext
from jointlab.lessons.red_flags.chances import about, in_percent, one_in
from jointlab.lessons.red_flags.sign_picture import FIRST, LAST, PEOPLE, Signed, SignPicture
from jointlab.units import fixed, number, read_in

EMERGENCY = sources.observation("emergency_serious").value
ANY_FLAG = sources.observation("any_red_flag")
FOUND, WRONGLY = (sources.observation(f"serious_{name}") for name in ("found_at_once", "suspected_wrongly"))
PRIMARY = FOUND.n / ANY_FLAG.n
KINDEST = [sources.observation(f"nerve_sign_{name}_most").value for name in ("sensitivity", "specificity")]
CLEARED, HALF = 0.001, 0.5  # for the goal: so few are left, and so many are cleared, at the least
MUCH, LITTLE = 10.0, 2.0  # factors of the odds
BEYOND = 10.0  # what a learner's line gives beyond is told as more than this chance


def signed(base_rate: float, sensitivity: float, specificity: float, sign: str) -> Signed:
    """People with back pain and a sign that is "present" or "absent"; shares from 0 to 1."""
    return Signed(base_rate, sensitivity, specificity, sign == "present")


def sentence(state: Signed) -> str:
    """What the state shows, in words."""
    people, serious = state.groups["with" if state.present else "without"]
    certain = state.after in (0, 1)
    if state.present:
        told = (
            _("Of {all} people, {people} have the sign, {serious} of them with something serious.")
            if certain
            else _("Of {all} people, {people} have the sign, {serious} of them with something serious: {after}.")
        )
    else:
        told = (
            _("Of {all} people, {people} do not have it, {serious} of them with something serious.")
            if certain
            else _("Of {all} people, {people} do not have it, {serious} of them with something serious: {after}.")
        )
    told = told.format(all=number(PEOPLE), people=about(people), serious=about(serious), after=one_in(state.after))
    before = _("Before it was {chance}.").format(chance=one_in(state.base_rate))
    return f"{told} {before} {_meaning(state)}"


def _meaning(state: Signed) -> str:
    if state.present:
        steps = (
            (1 / LITTLE, _("It speaks against something serious.")),
            (LITTLE, _("It tells little.")),
            (MUCH, _("It tells something.")),
        )
        return next((words for below, words in steps if state.ratio < below), _("That is a strong sign."))
    if state.ratio > LITTLE:
        return _("Here its absence is the warning.")
    if clears(state):
        return _("This absence clears.")
    if state.after < CLEARED:
        few = state.base_rate >= PRIMARY
        return _("This absence clears, but too few people.") if few else _("There was hardly anything to clear.")
    helps = state.ratio < 1 / LITTLE
    return _("Its absence helps, but does not clear.") if helps else _("Its absence hardly clears anybody.")


def clears(state: Signed) -> bool:
    """Whether fewer than 1 in 1,000 without the sign have something serious, and at least half of all are without it,
    where something serious is no rarer than in primary care."""
    many = state.groups["without"][0] >= HALF * PEOPLE
    return not state.present and state.after < CLEARED and many and state.base_rate >= PRIMARY


def _setting(base_rate: float, sensitivity: float, specificity: float, sign: str = "present") -> dict[str, float | str]:
    shares = {"base_rate": base_rate, "sensitivity": sensitivity, "specificity": specificity}
    return {name: round(read_in(share, "%"), 4) for name, share in shares.items()} | {"sign": sign}


# All 11 with something serious are taken to carry a flag: so a flag cannot be worth more.
ANY = _setting(PRIMARY, 1.0, 1 - (ANY_FLAG.value - PRIMARY) / (1 - PRIMARY))
SUSPECTED = (PRIMARY, FOUND.value / FOUND.n, 1 - WRONGLY.value / WRONGLY.n)


def _inputs(state: Signed) -> dict[str, float]:
    return {"chance": state.base_rate, "ratio": min(state.ratio, 1e9)}


def _told(chance: float) -> str:
    """What the learner's line gives, in words."""
    if abs(chance) > BEYOND:
        told = _("more than {chance}") if chance > 0 else _("less than {chance}")
        return told.format(chance=in_percent(BEYOND if chance > 0 else -BEYOND))
    return in_percent(chance)


SIGN = Declaration(
    title=_("What is a sign worth?"),
    controls=(
        Slider(
            "base_rate",
            _("Serious before"),
            "",
            "%",
            read_in(FIRST, "%"),
            read_in(LAST, "%"),
            ANY["base_rate"],
            steps=270,
            scale="log",
        ),
        Slider("sensitivity", _("Sensitivity"), "", "%", 1, 100, ANY["sensitivity"], steps=990),
        Slider("specificity", _("Specificity"), "", "%", 1, 100, ANY["specificity"], steps=990),
        Choice(
            "sign",
            _("The sign is"),
            {"present": pgettext("a sign", "there"), "absent": pgettext("a sign", "missing")},
            "present",
        ),
    ),
    model=signed,
    picture=SignPicture,
    sentence=sentence,
    presets={
        _("Any red flag, at best"): ANY,
        _("Suspected at once"): _setting(*SUSPECTED),
        _("Not suspected"): _setting(*SUSPECTED, "absent"),
        _("No nerve sign, at best"): _setting(EMERGENCY, *KINDEST, "absent"),
    },
    goal=Goal(
        _("clear half of the people: fewer than 1 in {count} of them serious, from {share} before"),
        clears,
        {"count": fixed(1 / CLEARED), "share": in_percent(PRIMARY)},
    ),
    build=Build(_inputs, _told),
)
