"""What the pictures of the lesson on relief say: which number of the state stands where."""

import numpy as np
import pytest
from tests.pictures import look

from jointlab import sources


def URGE(picture, state):
    habit, cracks = state.habit, state.story.cracks
    minutes, percent = picture.urge.get_data()
    starts = np.r_[0, cracks]
    assert (minutes[0], minutes[-1]) == (0, 120)
    since = minutes * 60 - starts[(np.arange(len(minutes)) // (len(minutes) // len(starts)))]
    assert since.min() > -1e-9
    assert percent == pytest.approx(100 * (1 - (1 - habit.relieved) * np.exp(-habit.rate * since)))
    assert picture.now.get_xydata() == pytest.approx(np.array([[120, percent[-1]]]))
    assert list(picture.cracks.get_xdata()) == pytest.approx(list(cracks / 60))
    steps, levels = np.reshape(picture.threshold.get_data(), (2, -1, 2))
    assert steps == pytest.approx(np.column_stack([starts / 60, np.r_[cracks / 60, 120]]))
    assert levels == pytest.approx(100 * np.column_stack([state.story.thresholds] * 2))
    ends = [end for piece in look.outlines(picture.bands) for end in (piece[:, 0].min(), piece[:, 0].max())]
    waits = np.column_stack([starts, np.minimum(starts + habit.refractory, 7200)]) / 60
    assert ends == pytest.approx(list(waits.ravel()))
    assert look.said(picture.count) == str(len(cracks))
    assert look.said(picture.count_word) == f"crack{'' if len(cracks) == 1 else 's'}"
    below = look.text(picture, "in two hours").get_position()
    assert below == (picture.count_word.get_position()[0], pytest.approx(picture.count.get_position()[1] + 10))
    assert look.said(picture.allowed) == str(int(7200 // habit.refractory))
    assert look.said(picture.clock) == f"The {state.clock} sets the pace."
    for line, words, colour in (
        (picture.cracks, "▼ crack", "vermilion"),
        (picture.threshold, "– – threshold", "purple"),
    ):
        assert look.colour(line) == look.colour(look.text(picture, words)) == colour
    (key,) = (p for p in look.shapes(picture.page, "grid"))
    assert look.colour(picture.bands) == "grid"
    assert 0 < look.text(picture, "joint not ready").get_position()[0] - look.span(key)[1] < 20
    assert key.get_edgecolor() == picture.bands.get_edgecolor()
    _hands_on_a_habit(picture, state)


def _hands_on_a_habit(picture, state):
    """On the left end of the threshold, on the right edge of the first band, on the curve of the first rise."""
    habit, axes = state.habit, picture.urge.axes
    at = look.tracks(picture, state)
    level = picture.threshold.get_xydata()[0]
    assert at["threshold"].place(habit.threshold) == pytest.approx(picture.pixels(axes, *level)[0], abs=0.5)
    first = look.outlines(picture.bands)[0]
    x, y = _on(picture, axes, at["refractory"].place(habit.refractory))
    assert x == pytest.approx(first[:, 0].max(), abs=0.1)
    assert first[:, 1].min() < y < first[:, 1].max()
    x, y = _on(picture, axes, at["rate"].place(habit.rate))
    rise = slice(0, len(picture.urge.get_xdata()) // (len(state.story.cracks) + 1))
    minutes, percent = (values[rise] for values in picture.urge.get_data())
    assert minutes[0] < x <= minutes[-1] + 1e-6
    assert y == pytest.approx(np.interp(x, minutes, percent), abs=4)


def _on(picture, axes, place):
    """A place in pixels from the top left of the picture, as the plot has it."""
    return axes.transData.inverted().transform((place[0], picture.height - place[1]))


def with_or_without(picture):
    """One figure for each person, head and shoulders; green are those who were much better."""
    rows = {"It popped": "pop_improved", "It did not": "no_pop_improved"}
    look.counted(
        picture,
        {label: sources.observation(name) for label, name in rows.items()},
        [("paper", 2), ("green", 2)],
        ("green", 2),
    )
    for label, name in rows.items():
        row = sources.observation(name)
        assert look.text(picture, f"{row.value:.0f} ({100 * row.value / row.n:.0f} %)")
        assert (
            look.text(picture, f"{row.n} people").get_position()[1] - look.text(picture, label).get_position()[1] < 30
        )


def relief_over_time(picture):
    """Above: two effects at 0, 5 and 10 minutes with both ends; below: who found a difference, and when."""
    _, studies, sizes = picture.figure.axes
    intervals = [line for line in look.lines(sizes, "blue") if len(line.get_xdata()) == 2]
    values = [line for line in look.lines(sizes, "blue") if len(line.get_xdata()) == 1]
    names = (
        *("threshold_0_least", "threshold_0_most", "threshold_5_least", "threshold_5_most"),
        *("threshold_10_least", "threshold_10_most"),
    )
    for interval, value, name in zip(intervals, values, names, strict=True):
        row = sources.relief(name)
        assert list(interval.get_ydata()) == pytest.approx([row.low, row.high]), name
        assert list(value.get_ydata()) == pytest.approx([row.value])
        assert value.get_xdata()[0] == interval.get_xdata()[0] == pytest.approx(row.first / 60, abs=0.5)
    for name, size in (("small", 0.2), ("medium", 0.5), ("large", 0.8)):  # Cohen's convention
        assert 0 < look.text(picture, f"{name} {size}").get_position()[1] - size < 0.2
    tested, before = sources.relief("threshold_tested_sham"), sources.relief("threshold_before")
    found = list(_found(studies).values())
    assert found[0] == {0: "some", 1: "no", 5: "yes", 10: "yes", 30: "no"}
    assert set(found[1].values()) == {"no"}
    assert (min(found[1]), max(found[1])) == (tested.first / 60, pytest.approx(tested.last / 60, abs=10))
    assert found[2] == {0: "no", 10: "yes", 20: "yes", 30: "yes"}
    assert (before.first, before.last) == (600, 1800)
    credible = sources.observation("credible_shams")
    heads = [
        f"{credible.n} studies, {credible.value:.0f} credible shams",
        "One study, a tested sham",
        "One study, no sham",
    ]
    heights = [look.text(picture, head).get_position()[1] for head in heads]
    assert heights == sorted(heights)
    assert look.text(picture, f"{tested.n} students, 2020").get_position()[1] - heights[1] < 30
    assert look.text(picture, f"{before.n} people, before and after").get_position()[1] - heights[2] < 30
    for minute, words in ((0, "1 of 4"), (5, "4 of 5")):
        assert look.text(picture, words).get_position()[0] == minute


def _found(axes):
    """Row → minute → whether its mark is filled, half filled or empty."""
    found = {}
    for line in axes.lines:
        if len(line.get_xdata()) == 1:
            fill = look.colour_name(line.get_markerfacecolor()) != "paper"
            kind = "some" if line.get_fillstyle() == "left" else "yes" if fill else "no"
            found.setdefault(line.get_ydata()[0], {})[line.get_xdata()[0]] = kind
    return found
