"""Explorer: a test for hypermobility among a thousand people; what is a flag worth?

Rates are entered in per cent. People are whole: the model's expected numbers are rounded to them, and every share that
is shown is one of these people. How far checked: textbook model; the presets take their sensitivity, specificity and
base rate from studies of one questionnaire.
"""

from dataclasses import dataclass

from jointlab import sources
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.lessons.hypermobility.icon_array import PEOPLE, Dots, in_words
from jointlab.models.evidence.diagnosis import confusion

SURE = 0.9  # of the flags, for the goal …
EVERYDAY = sources.value("swedish_hypermobility")  # … where at most so many are hypermobile


class HypermobileDots(Dots):
    """The dots with the words of this lesson."""

    have, have_not = "hypermobile", "not hypermobile"
    description = in_words(have, have_not)


@dataclass(frozen=True)
class Screening:
    """Whole numbers of people, 1,000 in all."""

    hits: int
    misses: int
    false_alarms: int
    cleared: int

    @property
    def flagged(self) -> int:
        """All who are flagged."""
        return self.hits + self.false_alarms

    @property
    def ppv(self) -> float:
        """The share of the flagged who are hypermobile."""
        return self.hits / self.flagged


def screening(base_rate: float, sensitivity: float, specificity: float) -> Screening:
    """A thousand people, `base_rate` % of them hypermobile, screened with a test of that quality (%)."""
    have = round(PEOPLE * base_rate / 100)
    table = confusion(have / PEOPLE, sensitivity / 100, specificity / 100, PEOPLE)
    hits, false_alarms = round(float(table.hits)), round(float(table.false_alarms))
    return Screening(hits, have - hits, false_alarms, PEOPLE - have - false_alarms)


def sentence(state: Screening) -> str:
    """What the state shows, in words."""
    times = round(100 * state.ppv)
    right = "always right" if not state.false_alarms else f"right {times} {'time' if times == 1 else 'times'} in 100"
    missed = f"{state.misses or 'none'} {'are' if state.misses > 1 else 'is'} hypermobile"
    return (
        f"The test flags {state.flagged} people. {state.hits} of them are hypermobile, so a flag is {right}. "
        f"Of the {PEOPLE - state.flagged} without a flag, {missed}."
    )


def right_nine_times_in_ten(state: Screening) -> bool:
    """Whether at least nine of ten flags are right, among everyday people."""
    return state.ppv >= SURE and state.hits + state.misses <= PEOPLE * EVERYDAY


def _published(setting: str, base_rate: float) -> dict[str, float]:
    """The questionnaire's published sensitivity and specificity in one setting, and who was asked there."""
    rates = {
        kind: 100 * sources.observation(f"questionnaire_{kind}_{setting}").value
        for kind in ("sensitivity", "specificity")
    }
    return {"base_rate": round(100 * base_rate, 1)} | {kind: round(rate, 1) for kind, rate in rates.items()}


def _asked(setting: str) -> float:
    """The share of hypermobile people among those who were asked: patients and controls together."""
    patients, controls = (
        sources.observation(f"questionnaire_{kind}_{setting}").n for kind in ("sensitivity", "specificity")
    )
    return patients / (patients + controls)


SCREENING = Declaration(
    title="What is a flag worth?",
    controls=(
        Slider("base_rate", "Base rate", "", "%", 1, 80, 30, steps=790),
        Slider("sensitivity", "Sensitivity", "", "%", 50, 100, 84, steps=500),
        Slider("specificity", "Specificity", "", "%", 50, 100, 89, steps=500),
    ),
    model=screening,
    picture=HypermobileDots,
    sentence=sentence,
    presets={
        "Hypermobility clinic": _published("clinic", _asked("clinic")),
        "Its second group": _published("second", _asked("second")),
        "Pregnant women": _published("pregnant", sources.prevalence("sweden_pregnant_5").share),
        "Clinic figures, everyday people": _published("clinic", EVERYDAY),
    },
    goal=Goal(
        f"a flag that is right nine times in ten where at most {100 * EVERYDAY:.0f} in 100 are hypermobile",
        right_nine_times_in_ten,
    ),
)
