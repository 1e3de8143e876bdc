"""The 88 claims in the order of their squares, and where these stand in the picture."""

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.learn.article import AUDIT
from jointlab.learn.claims import GRADES, VERDICTS
from jointlab.sources import Claim

SIDE, PITCH, DEEP = 16, 20, 3  # px: a square, from one to the next; squares one above the other
LEFT, TOP, GAP, ROW = 134, 48, 14, 66  # px: the first square, between grades, from verdict to verdict

CLAIMS = sorted(
    sources.claims_of(AUDIT),
    key=lambda claim: (list(VERDICTS).index(claim.verdict), list(GRADES).index(claim.grade), claim.id),
)


def _cell(verdict: str, grade: str) -> list[Claim]:
    return [claim for claim in CLAIMS if (claim.verdict, claim.grade) == (verdict, grade)]


def _columns(grade: str) -> int:
    """How many squares stand side by side where most have this grade."""
    return -(-max(len(_cell(verdict, grade)) for verdict in VERDICTS) // DEEP)


def grade_at() -> dict[str, int]:
    """Grade → the left edge of its squares, in pixels."""
    edges, x = {}, LEFT
    for grade in GRADES:
        edges[grade] = x
        x += _columns(grade) * PITCH + GAP
    return edges


def places() -> NDArray:
    """The top left corner of the square of each claim, in pixels; within a cell the way goes down and up again."""
    edges, found = grade_at(), []
    for row, verdict in enumerate(VERDICTS):
        for grade in GRADES:
            for i in range(len(_cell(verdict, grade))):
                column, down = divmod(i, DEEP)
                down = DEEP - 1 - down if column % 2 else down
                found.append((edges[grade] + column * PITCH, TOP + row * ROW + down * PITCH))
    return np.array(found, dtype=float)
