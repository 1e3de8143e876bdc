"""The picture of the 88 squares: verdicts from above, grades from the left, and the chosen claim in words."""

import textwrap
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.language import _, english, quoted
from jointlab.learn.article import part
from jointlab.learn.claims import GRADES, VERDICTS
from jointlab.lessons.audit.ledger import CLAIMS, DEEP, LEFT, PITCH, ROW, SIDE, TOP, grade_at, places
from jointlab.sources import Claim

WHOLE = "whole"
COLOURS = dict(zip(VERDICTS, ("green", "blue", "amber", "vermilion", "muted"), strict=True))
RING = 4  # px around the chosen square
CARD, WIDE = 614, 37  # px: where the claim stands; letters in a line of it
CLAIM, VERDICT, NOTE, GRADE = 46, 148, 170, 326  # px: tops of the words, middle of the verdict


@dataclass(frozen=True)
class Tally:
    """The square that is chosen (its place among CLAIMS), and the part that is shown, in English, or WHOLE."""

    place: int
    within: str

    @property
    def chosen(self) -> Claim:
        """The claim that is told."""
        return CLAIMS[self.place]

    def holds(self, claim: Claim) -> bool:
        """Whether the claim stands in the part that is shown."""
        return self.within in (WHOLE, english(part(claim)))


class SquaresPicture(Page):
    width, height = 960, 380
    description = _(
        "Unit chart of the 88 claims of the article, one square each. Rows from above: supported, partly, weak "
        "evidence, contradicted, no data. Columns from the left: grades A to D. Claims of the part that is shown are "
        "filled, the others hollow. A ring marks the chosen square; at the right its claim and verdict, with reasons."
    )

    def lay_out(self) -> None:
        self.corners = places()
        self.hollow = self.shape("paper", "line", moves=True)
        self.filled = {verdict: self.shape(colour, moves=True) for verdict, colour in COLOURS.items()}
        self.ring = self.shape(None, "ink", "normal", moves=True)
        for grade, x in grade_at().items():
            self.write(x, TOP - 22, _("grade A") if grade == "A" else grade, colour="muted")
        self.counts = {}
        for row, verdict in enumerate(VERDICTS):
            middle = TOP + ROW * row + (DEEP * PITCH - PITCH + SIDE) / 2
            self.write(LEFT - 14, middle - 10, _(verdict), bold=True, ha="right")
            self.counts[verdict] = self.write(LEFT - 14, middle + 11, "", ha="right", moves=True)
        self._card()

    def _card(self) -> None:
        lines = {"va": "top", "linespacing": 1.25, "moves": True}
        self.name = self.write(CARD, 26, "", "label", bold=True, moves=True)
        self.claim = self.write(CARD, CLAIM, "", "body", **lines)
        self.sign = self.shape("blue", moves=True)
        self.verdict = self.write(CARD + 24, VERDICT, "", "body", bold=True, moves=True)
        self.note = self.write(CARD, NOTE, "", "body", **lines)
        self.grade = self.write(CARD, GRADE, "", colour="muted", **lines)

    def update(self, state: Tally) -> None:
        shown, others = {verdict: [] for verdict in VERDICTS}, []
        for claim, corner in zip(CLAIMS, self.corners, strict=True):
            (shown[claim.verdict] if state.holds(claim) else others).append(_square(*corner))
        for verdict, squares in shown.items():
            self.filled[verdict].set_path(outlines.path(*squares))
            self.counts[verdict].set_text(f"{len(squares)}")
        self.hollow.set_path(outlines.path(*others))
        self.ring.set_path(outlines.path(_square(*self.corners[state.place], RING)))
        self._tell(state.chosen)

    def _tell(self, chosen: Claim) -> None:
        self.name.set_text(f"{chosen.id} · {part(chosen)}")
        self.claim.set_text(_lines(quoted(chosen.claim), WIDE))
        self.sign.set_path(outlines.path(_square(CARD, VERDICT - SIDE / 2)))
        self.sign.set_facecolor(style.colour(COLOURS[chosen.verdict]))
        verdict = _("{verdict}, grade {grade}").format(verdict=_(chosen.verdict).capitalize(), grade=chosen.grade)
        self.verdict.set_text(verdict)
        self.note.set_text(_lines(chosen.learner_note, WIDE))
        self.grade.set_text(_lines(f"{chosen.grade}: {GRADES[chosen.grade]}", WIDE + 6))

    def grips(self, state: Tally) -> list[Grip]:
        """The chosen square: a hand leads it over all of them, in their order."""
        count = len(CLAIMS)
        return [(Track("square", np.arange(1, count + 1) / count, self.corners + SIDE / 2),)]


def _square(x: float, y: float, around: float = 0) -> NDArray:
    return outlines.box(x - around, y - around, x + SIDE + around, y + SIDE + around)


def _lines(words: str, letters: int) -> str:
    return "\n".join(textwrap.wrap(words, letters))
