"""Arrows begin and end where they should."""

import numpy as np
import pytest

from jointlab.drawings.shapes.arrows import arrow, bent


@pytest.mark.parametrize("end", [(100, 0), (0, -30), (3, 4)])
def test_an_arrow_begins_and_ends_where_it_should(end):
    outline = arrow((0, 0), end)
    assert np.linalg.norm(outline - end, axis=1).min() == pytest.approx(0)
    along = np.asarray(end) / np.linalg.norm(end)
    assert (outline @ along).min() == pytest.approx(0)
    assert (outline @ along).max() == pytest.approx(np.linalg.norm(end))


def test_a_bent_arrow_follows_its_way_and_points_ahead_at_its_end():
    angle = np.linspace(0, np.pi / 2, 40)
    way = 100 * np.column_stack([np.cos(angle), np.sin(angle)])
    outline = bent(way, 4, 12)
    tip = np.linalg.norm(outline - way[-1], axis=1).argmin()
    assert outline[tip] == pytest.approx(way[-1])
    wings = (outline[tip - 1] + outline[tip + 1]) / 2
    assert (way[-1] - wings) / 12 == pytest.approx([-1, 0], abs=0.07)
    shaft = np.delete(outline, [tip - 1, tip, tip + 1], axis=0)
    assert np.abs(np.linalg.norm(shaft, axis=1) - 100).max() == pytest.approx(2, abs=0.05)
    assert np.linalg.norm(outline - way[0], axis=1).min() == pytest.approx(2, abs=0.01)


def test_a_bent_arrow_shorter_than_its_head_is_all_head():
    assert len(bent(np.array([[0.0, 0.0], [3.0, 0.0]]), 4, 12)) == 3
