"""Arrows begin and end where they should."""

import numpy as np
import pytest

from jointlab.drawings.shapes.arrows import arrow


@pytest.mark.parametrize("end", [(100, 0), (0, -30), (3, 4)])
def test_an_arrow_begins_and_ends_where_it_should(end):
    outline = arrow((0, 0), end)
    assert np.linalg.norm(outline - end, axis=1).min() == pytest.approx(0)
    along = np.asarray(end) / np.linalg.norm(end)
    assert (outline @ along).min() == pytest.approx(0)
    assert (outline @ along).max() == pytest.approx(np.linalg.norm(end))
