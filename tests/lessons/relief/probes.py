"""What the pictures of the lesson on relief say: which number of the state stands where."""

import numpy as np
import pytest
from scipy.stats import norm, ttest_ind
from tests.pictures import look

from jointlab import sources


def NOTHING(picture, state):
    _diary(picture, state)
    _groups(picture, state)
    _more(picture, state)
    _hands_on_nothing(picture, state)


def _diary(picture, state):
    """Pain on each of 60 days; days above the limit, three days or more apart, each joined to the day 3 days later."""
    assert np.array(picture.days.get_data()) == pytest.approx(np.array([range(60), state.diary]))
    assert list(picture.usual.get_ydata()) == [state.usual] * 2 == [4, 4]
    assert picture.usual_word.get_position()[1] == 4
    limit = norm.isf(state.share, 4, state.spread) if state.share < 1 else 0
    assert list(picture.limit.get_ydata()) == pytest.approx([max(limit, 0)] * 2, abs=1e-9)
    days, pain = picture.bad.get_data()
    after, later = picture.later.get_data()
    assert (pain > limit).all()
    assert list(pain) == list(state.diary[days])
    assert (np.diff(days) >= 3).all()
    free = [day for day in np.flatnonzero(state.diary[:57] > limit) if not any(0 <= day - bad < 3 for bad in days)]
    assert free == []
    assert list(after) == [day + 3 for day in days]
    assert list(later) == list(state.diary[after])
    ways = look.strokes(picture.ways)
    assert len(ways) == len(days)
    for way, *ends in zip(ways, days, pain, after, later, strict=True):
        assert way == pytest.approx(np.reshape(ends, (2, 2)))
    for line, words, colour in (
        (picture.bad, "bad enough to crack", "vermilion"),
        (picture.later, "● 3 days later", "blue"),
        (picture.limit, "the limit", "purple"),
    ):
        key = next(text for text in look.texts(picture, words) if text.get_weight() == "bold")
        assert look.colour(key) == colour
        if len(line.get_xdata()):
            assert look.colour(line) == colour
    assert picture.limit.is_dashed()


def _groups(picture, state):
    """A row for those who do nothing, above; one for those who crack, below: mean before and after, and the change."""
    heights = []
    for name, words in (("idle", "50 do nothing"), ("cracked", "50 crack")):
        way, before, after, changed = picture.rows[name]
        group = getattr(state, name)
        assert group.before.size == group.after.size == 50
        means = [group.before.mean(), group.after.mean()]
        assert [before.get_xdata()[0], after.get_xdata()[0]] == pytest.approx(means)
        assert list(way.get_xdata()) == pytest.approx(means)
        assert look.colour_name(before.get_markerfacecolor()) == "paper"
        assert look.colour(after) == "blue"
        said = look.said(changed)
        told = {"lower": 1, "higher": -1, "the same": 0}[said.split(" ", 1)[1] if said[0].isdigit() else said]
        fall = round(round(means[0], 1) - round(means[1], 1), 1)
        assert told * (look.numbers(said) or [0])[0] == pytest.approx(fall)
        label = look.text(picture, words)
        assert 0 < changed.get_position()[1] - label.get_position()[1] < 25
        y = picture.pixels(before.axes, means[0], before.get_ydata()[0])[0][1]
        assert label.get_position()[1] < y < changed.get_position()[1]
        heights.append(y)
    assert heights == sorted(heights)
    assert look.text(picture, "○ that day, ● 3 days later")


def _more(picture, state):
    """The difference of the two falls with its interval, by Welch; dashed: what a crack does."""
    (x,) = picture.more.get_xdata()
    falls = [group.before - group.after for group in (state.cracked, state.idle)]
    assert x == pytest.approx(falls[0].mean() - falls[1].mean())
    interval = ttest_ind(*falls, equal_var=False).confidence_interval(0.95)
    assert list(picture.interval.get_xdata()) == pytest.approx([interval.low, interval.high])
    assert look.numbers(look.said(picture.verdict))[0] == pytest.approx(x, abs=0.051)
    assert list(picture.truth.get_xdata()) == [state.effect] * 2
    assert picture.truth.is_dashed()
    low, high = picture.more.axes.get_xlim()
    assert low < interval.low < interval.high < high
    assert {look.colour(picture.more), look.colour(picture.interval), look.colour(picture.verdict)} == {"green"}
    assert look.text(picture, "More relief than doing nothing").get_position()[1] < 240


def _hands_on_nothing(picture, state):
    """On the limit, and on the mean of those who cracked."""
    at = look.tracks(picture, state)
    assert set(at) == {"share", "effect"}
    _, y = _on(picture, picture.days.axes, at["share"].place(state.share))
    assert y == pytest.approx(picture.limit.get_ydata()[0], abs=0.15)
    x, y = _on(picture, picture.rows["cracked"][2].axes, at["effect"].place(state.effect))
    assert (x, y) == pytest.approx((state.cracked.after.mean(), 0), abs=0.05)


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
    assert found[2] == {0: "yes", 30: "yes"}
    for minute in found[2]:
        row = sources.relief(f"threshold_switched_off_{minute:.0f}")
        assert row.first == 60 * minute
        assert look.text(picture, row.says.removeprefix("higher, ")).get_position()[0] == minute
    assert found[3] == {0: "no", 10: "yes", 20: "yes", 30: "yes"}
    assert (before.first, before.last) == (600, 1800)
    credible = sources.observation("credible_shams")
    heads = [
        f"{credible.n} studies, {credible.value:.0f} credible shams",
        "One study, a tested sham",
        "One study, a device switched off",
        "One study, no sham",
    ]
    heights = [look.text(picture, head).get_position()[1] for head in heads]
    assert heights == sorted(heights)
    assert look.text(picture, f"{tested.n} students, 2020").get_position()[1] - heights[1] < 30
    switched_off = sources.relief("threshold_switched_off_0")
    assert look.text(picture, f"{switched_off.n} people, 2024").get_position()[1] - heights[2] < 30
    assert look.text(picture, f"{before.n} people, before and after").get_position()[1] - heights[3] < 30
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
