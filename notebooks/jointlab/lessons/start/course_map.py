"""The course as a map: four parts from left to right, one card per lesson, what is ready and what has been done."""

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence

from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from jointlab.drawings import style
from jointlab.drawings.picture import Picture

PARTS = {"Pop": "blue", "Loose": "purple", "Move": "green", "Judge": "vermilion"}
WIDTH, HEIGHT, ACROSS, DOWN, TOP = 216, 88, 240, 100, 84  # pixels: a card, and from one to the next


class CourseMap(Picture):
    """`lessons`: rows with `name`, `number`, `title`, `part` (a key of PARTS, or another word for a lesson before them)
    and `status` ("ready" or "planned"). `done`: name of a lesson → words to set on its card, such as "2 of 3 done"."""

    def __init__(self, lessons: Sequence, done: Mapping[str, str] | None = None):
        self.lessons = [lesson for lesson in lessons if lesson.part in PARTS]
        self.done = done or {}
        self.height = TOP + DOWN * max(Counter(lesson.part for lesson in self.lessons).values())
        words = [f"{lesson.number} {lesson.title} ({lesson.part}; {self._status(lesson)})" for lesson in self.lessons]
        self.description = (
            "Map of the course: four parts in a row, joined by arrows, each with its lessons below it. "
            + "; ".join(words)
            + "."
        )
        super().__init__()

    def _status(self, lesson) -> str:
        if lesson.status != "ready":
            return "not yet written"
        return self.done.get(lesson.name, "ready")

    def build(self) -> None:
        axes = self.figure.add_axes((0, 0, 1, 1))
        axes.set(xlim=(0, self.width), ylim=(self.height, 0))
        axes.set_axis_off()
        for column, (part, name) in enumerate(PARTS.items()):
            x = 12 + column * ACROSS
            axes.text(x + WIDTH / 2, 38, part, size=22, weight="bold", ha="center", color=style.colour(name))
            if column:
                arrow = FancyArrowPatch(
                    (x - 62, 31),
                    (x + 38, 31),
                    arrowstyle="-|>",
                    mutation_scale=18,
                    color=style.colour("line"),
                )
                axes.add_patch(arrow)
            for row, lesson in enumerate(lesson for lesson in self.lessons if lesson.part == part):
                self._card(axes, x, TOP + row * DOWN - 20, lesson, style.colour(name))

    def _card(self, axes, x: float, y: float, lesson, colour: str) -> None:
        ready = lesson.status == "ready"
        axes.add_patch(
            FancyBboxPatch(
                (x, y),
                WIDTH,
                HEIGHT,
                boxstyle="round,pad=0,rounding_size=10",
                facecolor=style.colour("panel" if ready else "paper"),
                edgecolor=colour if ready else style.colour("line"),
                lw=style.LINE["strong" if ready else "thin"],
                ls="-" if ready else (0, (4, 3)),
            )
        )
        ink = style.colour("ink" if ready else "muted")
        axes.text(x + 12, y + 25, lesson.number, size=style.TEXT["label"], weight="bold", color=ink)
        axes.text(
            x + WIDTH - 12,
            y + 24,
            self._status(lesson),
            size=style.TEXT["small"],
            ha="right",
            color=colour if ready else ink,
        )
        title = "\n".join(textwrap.wrap(lesson.title, 24))
        axes.text(x + 12, y + 36, title, va="top", color=ink, linespacing=1.25)
