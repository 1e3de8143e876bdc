"""Explorer: four stories of one crack before a camera; which films look alike?

The stories are set so that those which leave gas leave the same amount, because no one knows the amounts. How far
checked: textbook model for the bubbles, toy model for the capsule; sizes, pressures and times are assumed.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.lessons.pop.camera_picture import PICTURES, CameraPicture
from jointlab.models.bubble import exposure, mechanisms
from jointlab.models.bubble.joint_liquid import joint_fluid
from jointlab.models.bubble.mechanisms import Joint, PopHistory
from jointlab.units import amount

LEFT_OVER = 20e-9  # m³ of gas that birth, partial collapse and recoil leave; assumed, a fifth of a knuckle's fluid
TENSION = -100e3  # Pa in the film when a bubble is born; assumed, a tenth of what a film of water bore once
RETURN_TIME = 2e-3  # s in which the pressure comes back; assumed
GAS_SHARE = 0.005  # of the pressure in the cavity that collapses completely; the rest is vapour; assumed
GOAL = 10e-3  # s: a picture time at which only a slow opening tells birth from partial collapse
CAPSULE_NOTE, CAPSULE_DAMPING = 250.0, 0.2  # Hz and share of critical; toy
SEEN = 0.25  # of the largest gas space: two pictures that differ by less look alike; assumed
MOMENTS = np.linspace(-0.5, 0.5, 21)  # when within its picture the joint may crack
TITLES = ("Birth", "Complete collapse", "Partial collapse", "Capsule recoil")


@dataclass(frozen=True, eq=False)
class Story:
    """One story on film. `clock` counts pictures from the middle of the one with the crack; volumes in mm³."""

    title: str
    clock: NDArray
    truth: NDArray
    frames: NDArray
    group: str


@dataclass(frozen=True, eq=False)
class Film:
    """What the camera made of all four; `crack` is the moment of the crack on the clock of the stories."""

    interval: float
    crack: float
    stories: tuple[Story, ...]

    @property
    def tells_birth_from_collapse(self) -> bool:
        """Whether the two stories that are argued about most differ on film, whenever the joint cracks."""
        letter = {story.title: story.group for story in self.stories}
        return letter["Birth"] != letter["Partial collapse"]

    @property
    def groups(self) -> dict[str, list[str]]:
        """Letter → titles of the stories whose films look alike."""
        letters = dict.fromkeys(story.group for story in self.stories)
        return {letter: [s.title for s in self.stories if s.group == letter] for letter in letters}


@lru_cache(maxsize=256)
def histories(opening_time: float) -> tuple[PopHistory, ...]:
    """The four stories (SI units) if the gas space, or the drawn-in capsule, takes `opening_time` (s) to form."""
    time = mechanisms.event_time(before=opening_time, after=0.02, step=1e-5)
    ambient = sources.value("standard_atmosphere")
    low = sources.value("low_pressure_ratio") * ambient
    exponent = sources.value("polytropic_exponent")
    fluid = joint_fluid(sources.value("film_viscosity"))

    def joint(volume: float) -> Joint:
        return Joint(fluid, ambient, volume, opening_time, exponent)

    # A newborn bubble comes to rest where the film has risen to the vapour's pressure, short of the whole volume.
    wider = joint(LEFT_OVER * (ambient - TENSION) / (fluid.vapour_pressure - TENSION))
    larger = joint(LEFT_OVER / mechanisms.partial_collapse(time, joint(LEFT_OVER), low, RETURN_TIME).volume_left)
    return (
        mechanisms.inception(time, wider, TENSION, sources.value("nucleus_radius")),
        mechanisms.full_collapse(time, larger, low, RETURN_TIME, GAS_SHARE),
        mechanisms.partial_collapse(time, larger, low, RETURN_TIME),
        mechanisms.capsule_recoil(time, joint(LEFT_OVER), TENSION, CAPSULE_NOTE, CAPSULE_DAMPING),
    )


def film(interval: float, phase: float, opening_time: float) -> Film:
    """Film with a picture every `interval` (ms), the crack `phase` (%) into its picture, as `histories` says (ms)."""
    seconds, crack = interval / 1e3, phase / 100 - 0.5
    told = histories(opening_time / 1e3)
    films = [pictures(history, seconds, np.append(crack, MOMENTS)) for history in told]
    shown, every = [film[0] for film in films], [film[1:] for film in films]
    stories = []
    for title, history, seen, group in zip(TITLES, told, shown, letters(every), strict=True):
        clock = _clock(history.time / seconds + crack)
        truth = 1e9 * np.interp((clock - crack) * seconds, history.time, history.cavity_volume)
        stories.append(Story(title, clock, truth, seen, group))
    return Film(seconds, crack, tuple(stories))


def pictures(history: PopHistory, interval: float, cracks: NDArray) -> NDArray:
    """mm³ in each of PICTURES, for cracks at each of the moments `cracks` (m,) within a picture: shape (m, 8)."""
    starts = (PICTURES - 0.5 - cracks[:, None]) * interval
    return 1e9 * exposure.mean_volume(history, starts, starts + interval)


def letters(films: list[NDArray]) -> list[str]:
    """A letter per story, from its films (m, pictures) for all moments of the crack.

    Nobody knows when within its picture a joint cracks. So a story gets the letter of an earlier one if any film of
    it could be a film of that one: if no picture differs by more than SEEN of the largest gas space.
    """
    largest = max(film.max() for film in films)
    first: dict[str, NDArray] = {}
    given = []
    for one in films:
        apart = {letter: np.abs(one[:, None] - other[None]).max(axis=2).min() for letter, other in first.items()}
        alike = (letter for letter, least in apart.items() if least <= SEEN * largest)
        given.append(next(alike, "ABCD"[len(first)]))
        first.setdefault(given[-1], one)
    return given


def _clock(event: NDArray) -> NDArray:
    """Moments to draw: the whole strip evenly, and the event itself as finely as 100 points allow."""
    first, last = PICTURES[0] - 0.5, PICTURES[-1] + 0.5
    inside = event[(event > first) & (event < last)]
    fine = inside[:: max(1, inside.size // 100)]
    return np.unique(np.concatenate([np.linspace(first, last, 40), fine]))


def sentence(state: Film) -> str:
    """What the camera can tell, in words."""
    speed = f"At {amount(state.interval, 'ms')} a picture"
    alike = [_listed(titles).lower() for titles in state.groups.values() if len(titles) > 1]
    if not alike:
        return f"{speed} all four films differ, whenever the joint cracks: this camera could tell which story is true."
    return f"{speed} these can look alike: {'; '.join(alike)}. This camera cannot choose between them."


def _listed(titles: list[str]) -> str:
    return f"{', '.join(titles[:-1])} and {titles[-1]}"


CAMERA = Declaration(
    title="Four stories, one camera",
    controls=(
        Slider("interval", "Picture time", "Δt", "ms", 0.2, 400, 312.5, steps=120, scale="log"),
        Slider("phase", "Crack at", "", "%", 0, 100, 50, steps=20),
        Slider("opening_time", "Opening time", "", "ms", 1, 100, 20, steps=60, scale="log"),
    ),
    model=film,
    picture=CameraPicture,
    sentence=sentence,
    presets={
        "The scanner of 2015": {"interval": 312.5},
        "100 a second": {"interval": 10.0},
        "1,200 a second": {"interval": 1000 / 1200},
    },
    goal=Goal(
        f"tell birth from partial collapse with pictures of {GOAL * 1e3:g} ms or longer",
        lambda state: state.tells_birth_from_collapse and state.interval >= GOAL,
    ),
)
