"""The course as a map: four parts from left to right, one card per lesson, what is ready and what has been done."""

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence

from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.page import Page
from jointlab.drawings.picture import StillPicture
from jointlab.language import N_, _
from jointlab.sources import Lesson

PARTS = {N_("Pop"): "blue", N_("Loose"): "purple", N_("Move"): "green", N_("Judge"): "vermilion"}
WIDTH, HEIGHT, ACROSS, DOWN, TOP = 216, 88, 240, 100, 84  # pixels: a card, and from one to the next


class CourseMap(StillPicture, Page):
    """`lessons`: all of the course; one whose part is no key of PARTS stands before them and has no card.

    `done`: name of a lesson → words to set on its card, such as "2 of 3 done".
    """

    def __init__(self, lessons: Sequence[Lesson], done: Mapping[str, str] | None = None):
        self.lessons = [lesson for lesson in lessons if lesson.part in PARTS]
        self.done = done or {}
        self.height = TOP + DOWN * max(Counter(lesson.part for lesson in self.lessons).values())
        words = "; ".join(
            f"{lesson.number} {lesson.title} ({_(lesson.part)}; {self._status(lesson)})" for lesson in self.lessons
        )
        self.description = _(
            "Map of the course: four parts in a row, joined by arrows, each with its lessons below it. {words}."
        ).format(words=words)
        super().__init__()

    def _status(self, lesson: Lesson) -> str:
        if lesson.status != "ready":
            return _("not yet written")
        return self.done.get(lesson.name, _("ready") if sources.is_translated(lesson.name) else _("in English"))

    def lay_out(self) -> None:
        for column, (part, colour) in enumerate(PARTS.items()):
            x = 12 + column * ACROSS
            self.write(x + WIDTH / 2, 38, _(part), 22, colour, bold=True, ha="center", va="baseline")
            if column:
                look = {"arrowstyle": "-|>", "mutation_scale": 18, "color": style.colour("line")}
                self.page.add_patch(FancyArrowPatch((x - 62, 31), (x + 38, 31), **look))
            for row, lesson in enumerate(lesson for lesson in self.lessons if lesson.part == part):
                self._card(x, TOP + row * DOWN - 20, lesson, colour)

    def _card(self, x: float, y: float, lesson: Lesson, colour: str) -> None:
        ready = lesson.status == "ready"
        look = {
            "boxstyle": "round,pad=0,rounding_size=10",
            "fc": style.colour("panel" if ready else "paper"),
            "ec": style.colour(colour if ready else "line"),
            "lw": style.LINE["strong" if ready else "thin"],
            "ls": "-" if ready else (0, (4, 3)),
        }
        self.page.add_patch(FancyBboxPatch((x, y), WIDTH, HEIGHT, **look))
        ink, aside = ("ink", colour) if ready else ("muted", "muted")
        self.write(x + 12, y + 25, lesson.number, "label", ink, bold=True, va="baseline")
        self.write(x + WIDTH - 12, y + 24, self._status(lesson), colour=aside, ha="right", va="baseline")
        title = "\n".join(textwrap.wrap(lesson.title, 24))
        self.write(x + 12, y + 36, title, "body", ink, va="top", linespacing=1.25)
