"""Explorer: an urge comes back, a relief resets it, a joint has to wait; what habit follows?

The learner's units are minutes and percent; the model's are SI. How far checked: toy model. No measurement stands
behind its equation or its numbers, and every number is assumed.
"""

from dataclasses import dataclass

from jointlab import sources
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.lessons.refractory.urge_picture import SHOWN, HabitPicture
from jointlab.models.habit import Habit, Story, live

SAME = 1.01  # two waits count as the same up to this factor
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


@dataclass(frozen=True, eq=False)
class Urge:
    """A `habit` and its `story` over two hours."""

    habit: Habit
    story: Story

    @property
    def allowed(self) -> int:
        """Cracks in that time if the joint were cracked whenever it is ready."""
        return int(60 * SHOWN / self.habit.refractory)

    @property
    def last_wait(self) -> float:
        """s before the last crack; without one, the wait that would be needed."""
        waits = self.story.intervals
        return float(waits[-1]) if waits.size else self.habit.interval()

    @property
    def clock(self) -> str:
        """What sets the pace at the end: urge or joint."""
        return "joint" if self.last_wait <= SAME * self.habit.refractory else "urge"


def urge(rate: float, threshold: float, refractory: float, learning: float) -> Urge:
    """Urge that comes back at `rate` (% a minute), threshold (%), wait of the joint (minutes), learning (% a crack)."""
    habit = Habit(
        rate=rate / 100 / 60,
        threshold=threshold / 100,
        relieved=sources.value("urge_relieved"),
        refractory=60 * refractory,
        learning=learning / 100,
    )
    return Urge(habit, live(habit, 60 * SHOWN))


def sentence(state: Urge) -> str:
    """What the state shows, in words."""
    cracks, wait = state.story.cracks.size, state.habit.refractory / 60
    if cracks == 0:
        return (
            f"No crack in two hours: the urge would need {state.last_wait / 60:,.0f} minutes to pass the threshold. "
            "Nothing in this toy is ill, and nothing in it is measured."
        )
    number = NUMBERS[cracks] if cracks < len(NUMBERS) else f"{cracks}"
    crack, last = ("crack", "it came") if cracks == 1 else ("cracks", "the last came")
    return (
        f"{number} {crack} in two hours; {last} after a wait of {state.last_wait / 60:.0f} minutes, and the joint is "
        f"ready after {wait:.0f}: the {state.clock} sets the pace. Nothing in this toy is ill, and nothing in it is "
        "measured."
    )


def as_often_as_allowed(state: Urge) -> bool:
    """Whether the habit has come to crack whenever the joint is ready."""
    return state.story.cracks.size >= 2 and state.clock == "joint"


URGE = Declaration(
    title="A habit, as a toy",
    controls=(
        Slider(
            "rate", "Urge comes back", "r", "% a minute", 1, 30, round(6000 * sources.value("urge_rate")), steps=116
        ),
        Slider("threshold", "Threshold", "θ", "%", 30, 95, 100 * sources.value("urge_threshold"), steps=65),
        Slider(
            "refractory",
            "Joint ready after",
            "T",
            "minutes",
            5,
            60,
            sources.observation("refractory_time").value / 60,
            steps=55,
        ),
        Slider("learning", "Learning", "a", "% a crack", 0, 40, 0, steps=40),
    ),
    model=urge,
    picture=HabitPicture,
    sentence=sentence,
    presets={
        "It is learned": {"rate": 5.0, "threshold": 80.0, "refractory": 20.0, "learning": 25.0},
        "A rare urge": {"rate": 2.0, "threshold": 90.0, "refractory": 20.0, "learning": 0.0},
        "A joint that is quickly ready": {"rate": 5.0, "threshold": 80.0, "refractory": 5.0, "learning": 0.0},
    },
    goal=Goal("a habit that cracks as often as the joint allows", as_often_as_allowed),
)
