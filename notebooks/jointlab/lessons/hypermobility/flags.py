"""Explorer: a test for hypermobility among a thousand people; what is a flag worth?

People are whole: the model's expected numbers are rounded to them, and every share that is shown is one of these
people. How far checked: textbook model; the presets take their sensitivity, specificity and base rate from studies of
one questionnaire.
"""

from jointlab import sources
from jointlab.explorers.declare import Build, Declaration, Goal, Slider
from jointlab.language import _, ngettext
from jointlab.lessons.hypermobility.flags_picture import PEOPLE, FlagsPicture, Screening
from jointlab.models.evidence.diagnosis import confusion
from jointlab.units import fixed, percent, read_in

BEYOND = 100.0  # of all flags: what a learner's line gives beyond is told as more than this
SURE = 0.9  # of the flags, for the goal …
EVERYDAY = sources.value("swedish_hypermobility")  # … where at most so many are hypermobile
# The same questionnaire in three settings: its sensitivity and its specificity there.
QUESTIONNAIRE = {
    "clinic": ("questionnaire_sensitivity_clinic", "questionnaire_specificity_clinic"),
    "second": ("questionnaire_sensitivity_second", "questionnaire_specificity_second"),
    "pregnant": ("questionnaire_sensitivity_pregnant", "questionnaire_specificity_pregnant"),
}


def screening(base_rate: float, sensitivity: float, specificity: float) -> Screening:
    """A thousand people, a share `base_rate` of them hypermobile, screened with a test of that quality (shares)."""
    have = round(PEOPLE * base_rate)
    table = confusion(have / PEOPLE, sensitivity, specificity, PEOPLE)
    hits, false_alarms = round(float(table.hits)), round(float(table.false_alarms))
    return Screening(hits, have - hits, false_alarms, PEOPLE - have - false_alarms)


def sentence(state: Screening) -> str:
    """What the state shows, in words."""
    return f"{_worth(state)} {_missed(state)}"


def _worth(state: Screening) -> str:
    """How often a flag is right."""
    if not state.false_alarms:
        told = _("The test flags {flagged} people. {hits} of them are hypermobile, so a flag is always right.")
        return told.format(flagged=state.flagged, hits=state.hits)
    times = fixed(read_in(state.ppv, "%"))
    told = ngettext(
        "The test flags {flagged} people. {hits} of them are hypermobile, so a flag is right {times} time in 100.",
        "The test flags {flagged} people. {hits} of them are hypermobile, so a flag is right {times} times in 100.",
        int(times),
    )
    return told.format(flagged=state.flagged, hits=state.hits, times=times)


def _missed(state: Screening) -> str:
    """Whom the test does not flag."""
    told = ngettext(
        "Of the {others} without a flag, {count} is hypermobile.",
        "Of the {others} without a flag, {count} are hypermobile.",
        state.misses,
    )
    if not state.misses:
        told = _("Of the {others} without a flag, none is hypermobile.")
    return told.format(others=PEOPLE - state.flagged, count=state.misses)


def right_nine_times_in_ten(state: Screening) -> bool:
    """Whether at least nine of ten flags are right, among everyday people."""
    return state.ppv >= SURE and state.hypermobile <= PEOPLE * EVERYDAY


def _rates(state: Screening) -> dict[str, float]:
    """Those of the people who are drawn, so that a right line gives the share that is drawn."""
    return {
        "base_rate": state.hypermobile / PEOPLE,
        "sensitivity": state.hits / state.hypermobile,
        "specificity": state.cleared / (PEOPLE - state.hypermobile),
    }


def _share_told(share: float) -> str:
    """What the learner's line gives, in words."""
    if abs(share) > BEYOND:
        beyond = _("more than {share} of flags right") if share > 0 else _("less than {share} of flags right")
        return beyond.format(share=percent(BEYOND if share > 0 else -BEYOND))
    return _("{share} of flags right").format(share=percent(share))


def _published(setting: str, base_rate: float | None = None) -> dict[str, float]:
    """The controls (%) at the questionnaire's published quality in a setting; without a `base_rate`, among those who
    were asked there, patients and controls together.
    """
    sensitivity, specificity = map(sources.observation, QUESTIONNAIRE[setting])
    if base_rate is None:
        base_rate = sensitivity.n / (sensitivity.n + specificity.n)
    shares = {"base_rate": base_rate, "sensitivity": sensitivity.value, "specificity": specificity.value}
    return {name: round(read_in(share, "%"), 1) for name, share in shares.items()}


CLINIC = _published("clinic")

SCREENING = Declaration(
    title=_("What is a flag worth?"),
    controls=(
        Slider("base_rate", _("Base rate"), "", "%", 1, 80, 30, steps=790),
        Slider("sensitivity", _("Sensitivity"), "", "%", 50, 100, CLINIC["sensitivity"], steps=500),
        Slider("specificity", _("Specificity"), "", "%", 50, 100, CLINIC["specificity"], steps=500),
    ),
    model=screening,
    picture=FlagsPicture,
    sentence=sentence,
    presets={
        _("Hypermobility clinic"): CLINIC,
        _("Its second group"): _published("second"),
        _("Pregnant women"): _published("pregnant", sources.prevalence("sweden_pregnant_5").share),
        _("Clinic figures, everyday people"): _published("clinic", EVERYDAY),
    },
    goal=Goal(
        _("a flag that is right nine times in ten where at most {count} in 100 are hypermobile"),
        right_nine_times_in_ten,
        {"count": fixed(read_in(EVERYDAY, "%"))},
    ),
    build=Build(_rates, _share_told),
)
