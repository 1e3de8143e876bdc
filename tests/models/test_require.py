import numpy as np
import pytest

from jointlab.models import require


@pytest.mark.parametrize(
    "bad", [np.nan, np.inf, -np.inf, float("nan"), np.array(np.inf), "wide", [], [1.0, np.nan], None]
)
def test_nothing_but_finite_numbers_passes(bad):
    for check in (require.finite, require.positive, require.not_negative):
        with pytest.raises(ValueError, match="gap must be"):
            check(gap=bad)


def test_the_sentence_names_the_quantity_what_came_and_what_is_allowed():
    with pytest.raises(ValueError, match=r"gap must be a finite number greater than 0; got -2\."):
        require.positive(radius=1.0, gap=[1.0, -2.0])
    with pytest.raises(ValueError, match=r"share must be between 0 and 1; got 1\.5\."):
        require.between(0, 1, share=1.5)


def test_limits_belong_where_the_names_say():
    require.not_negative(gap=0.0)
    require.between(0, 1, share=[0.0, 1.0])
    for nothing in (0, 0.0, np.float64(0), np.array(0.0), np.zeros(2)):
        require.not_negative(gap=nothing)
        with pytest.raises(ValueError, match="greater than 0; got 0"):
            require.positive(gap=nothing)


@pytest.mark.parametrize("bad", [1.0, [1.0], [[0.0, 1.0]], [0.0, 0.0], [1.0, 0.5], [0.0, np.nan]])
def test_time_must_rise(bad):
    with pytest.raises(ValueError, match="time must"):
        require.rising(time=bad)
