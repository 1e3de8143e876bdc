"""Explorer: build a study, and see what two hundred of its kind would have found.

How far checked: **toy model**; the studies come out as the theory of their size says. Risks and faults are invented.
"""

from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.harm.study_picture import OTHERS, Heaps, StudiesPicture
from jointlab.models.evidence.studies import STUDIES, Design, simulate
from jointlab.units import number

FEW = STUDIES / 10
AFFORDABLE, DOUBLING = 150, 2.0
FAULT = _("Fault")  # three faults share one place among the controls


def heaps(people: float, harmed: float, confounding: float, examiner: float, leavers: float) -> Heaps:
    """Both heaps; `harmed`: so many of 100 with the habit in the second heap; all faults are shares."""
    design = Design(round(people), confounding, examiner, leavers)
    effect = harmed / OTHERS
    return Heaps(design, effect, simulate(1.0, design), simulate(effect, design))


def sentence(state: Heaps) -> str:
    """What the state shows, in words."""
    found = STUDIES - state.misses
    return _(
        "If the habit is harmless, {false_alarms} of {studies} studies find harm all the same. If it harms "
        "{harmed} of 100 instead of {others}, {misses} of {studies} miss it. Who prints only harm "
        "prints {false_alarms} of the first and {found} of the second."
    ).format(
        false_alarms=state.false_alarms,
        studies=STUDIES,
        harmed=number(state.harmed),
        others=OTHERS,
        misses=state.misses,
        found=found,
    )


def good_and_affordable(state: Heaps) -> bool:
    """Whether a doubling is missed and a harmless habit blamed in fewer than one in ten studies of such a size."""
    few = state.misses < FEW and state.false_alarms < FEW
    return few and state.effect <= DOUBLING and state.design.people <= AFFORDABLE


def _fault(name: str, label: str, most: float, default: float) -> Slider:
    return Slider(name, label, "", "%", 0, most, default, steps=round(most), group=FAULT)


STUDY = Declaration(
    title=_("Build a study"),
    controls=(
        Slider("people", _("People in each group"), "", "people", 20, 1000, 40, steps=100, scale="log"),
        Slider("harmed", _("True harm, of 100"), "", "people", OTHERS + 1, 60, 40, steps=39),
        _fault("confounding", _("More hard work"), 60, 30),
        _fault("examiner", _("Examiner sees too much"), 20, 5),
        _fault("leavers", _("Harmed who left"), 60, 0),
    ),
    model=heaps,
    picture=StudiesPicture,
    sentence=sentence,
    presets={
        _("Small and clean"): {"people": 40, "confounding": 0, "examiner": 0, "leavers": 0},
        _("Large, and hard work"): {"people": 600, "confounding": 30, "examiner": 0, "leavers": 0},
        _("An examiner who knows"): {"people": 150, "confounding": 0, "examiner": 12, "leavers": 0},
        _("The harmed have left"): {"people": 150, "confounding": 0, "examiner": 0, "leavers": 60},
    },
    goal=Goal(
        _("at most {count} in each group, and fewer than 1 in 10 miss a doubling or blame a harmless habit"),
        good_and_affordable,
        {"count": str(AFFORDABLE)},
    ),
    # Five controls: of each fault, none and much.
    recorded={"confounding": (0, 30, 60), "examiner": (0, 5, 12), "leavers": (0, 60)},
)
