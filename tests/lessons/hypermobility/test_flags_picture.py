"""A thousand dots: each is drawn once, in its block and in its kind, and the bar shows the share of right flags."""

from itertools import pairwise

import numpy as np
import pytest

from jointlab.drawings.yours import Yours
from jointlab.lessons.hypermobility.flags import SCREENING
from jointlab.lessons.hypermobility.flags_picture import GAP, PITCH, FlagsPicture, Screening
from jointlab.models.evidence.diagnosis import positive_predictive_value

GROUPS = [(252, 48, 77, 623), (8, 2, 109, 881), (662, 126, 23, 189), (0, 5, 0, 995), (800, 0, 200, 0), (1, 0, 0, 999)]
KINDS = ("hits", "misses", "false_alarms", "cleared")


@pytest.fixture(scope="module")
def picture():
    return FlagsPicture()


def show(picture, groups):
    picture.update(Screening(*groups))


def places(picture, kind) -> np.ndarray:
    """Where the dots of a kind are, from the rows of dashes that draw them."""
    line = picture.rows[kind].lines[0]
    x, y = (np.asarray(data).reshape(-1, 3) for data in line.get_data())
    found = []
    for (start, end, gap), (row, _, _) in zip(x, y, strict=True):
        assert np.isnan(gap)
        many = int((end - start) // PITCH) + 1  # a dash is shorter than the way to the next
        first = (start + end - PITCH * (many - 1)) / 2
        found += [(first + PITCH * i, row) for i in range(many)]
    return np.array(found).reshape(-1, 2)


@pytest.mark.parametrize("groups", GROUPS)
def test_every_person_is_drawn_once(picture, groups):
    show(picture, groups)
    drawn = {kind: places(picture, kind) for kind in KINDS}
    assert [len(drawn[kind]) for kind in KINDS] == list(groups)
    together = np.round(np.vstack(list(drawn.values())), 6)
    assert len(np.unique(together, axis=0)) == 1000


@pytest.mark.parametrize("groups", GROUPS)
def test_the_two_blocks_keep_apart(picture, groups):
    show(picture, groups)
    have, have_not = (np.vstack([places(picture, kind) for kind in pair]) for pair in (KINDS[:2], KINDS[2:]))
    for row in np.unique(have[:, 1]):
        others = have_not[have_not[:, 1] == row, 0]
        if others.size:
            assert others.min() - have[have[:, 1] == row, 0].max() >= PITCH + GAP - 1e-9


@pytest.mark.parametrize("groups", GROUPS)
def test_flagged_people_stand_at_the_foot(picture, groups):
    show(picture, groups)
    for flagged, other in (KINDS[:2], KINDS[2:]):
        if len(places(picture, flagged)) and len(places(picture, other)):
            assert places(picture, flagged)[:, 1].min() >= places(picture, other)[:, 1].max() - 1e-9


@pytest.mark.parametrize("groups", GROUPS)
def test_the_bar_shows_the_share_of_right_flags(picture, groups):
    show(picture, groups)
    hits, _, wrong, _ = groups
    share = hits / (hits + wrong) if hits + wrong else 0
    assert picture.right.get_height() / picture.wrong.get_height() == pytest.approx(share)
    assert picture.wrong.get_visible() == (hits + wrong > 0)
    assert picture.words["worth"].get_text() == (f"{100 * share:.0f} %" if hits + wrong else "–")


def test_dashes_are_as_far_apart_as_dots(picture):
    for rows in picture.rows.values():
        for line in rows.lines:
            dash, gap = line._unscaled_dash_pattern[1]
            assert (dash + gap) * line.get_linewidth() == pytest.approx(PITCH)


def test_a_thousand_dots_are_few_marks(picture):
    show(picture, GROUPS[0])
    assert len(picture.frame_svg()) < 9000


@pytest.mark.parametrize("groups", [groups for groups in GROUPS if groups[0]])
@pytest.mark.parametrize("factor", [1, 0.5, 2, 100, -1])
def test_the_learners_line_lies_on_the_bar(picture, groups, factor):
    """Where a right line leads is where the bar changes its colour; its words keep clear of the others."""
    state = Screening(*groups)
    share = factor * positive_predictive_value(**SCREENING.build.inputs(state))
    picture.frame_at(state, Yours(float(share), factor == 1))
    left, right, _ = picture.yours.get_xdata()
    y = picture.yours.get_ydata()[0]
    bar = picture.wrong
    foot = bar.get_y() + bar.get_height()
    assert (foot - y) / bar.get_height() == pytest.approx(min(max(share, 0), 1))
    if factor == 1:
        assert y == pytest.approx(foot - picture.right.get_height())
    assert left < bar.get_x()
    assert bar.get_x() + bar.get_width() < right
    assert picture.yours.is_dashed() == (factor != 1)
    words = picture.yours_words
    assert words.get_text() == "your line" + (" ↑" if share > 1 + 1e-9 else " ↓" if share < 0 else "")
    assert words.get_position()[1] == picture.yours.get_ydata()[-1]
    seen = [words, *(picture.words[name] for name in ("wrong", "worth"))]
    boxes = sorted((text.get_window_extent() for text in seen), key=lambda box: box.y0)
    assert all(below.y1 <= above.y0 for below, above in pairwise(boxes))
    picture.frame_at(state, Yours())
    assert not any(artist.get_visible() for artist in (picture.ground, picture.yours, words))


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.459, "46 %"), (1e6, "more than 10,000 %"), (-1e6, "less than −10,000 %"), (-0.459, "−46 %")],
)
def test_the_share_of_the_learners_line_is_told(share, words):
    assert SCREENING.build.words(share) == f"{words} of flags right"
