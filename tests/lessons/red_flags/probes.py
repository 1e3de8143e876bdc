"""What the pictures of the lesson on red flags say: which number of the state stands where."""

import numpy as np
import pytest
from tests.pictures import look

from jointlab import sources
from jointlab.lessons.red_flags.figures import LEADS, MULTIPLIES
from jointlab.models.evidence import diagnosis, two_errors

PITCH = 12  # px from dot to dot


def SIGN(picture, state):
    """Every mark is a person: squares are serious, dots are not; the frame holds those who are asked about."""
    squares, dots = (_marks(line.lines[0]) for line in (picture.serious, picture.others))
    assert len(squares) + len(dots) == 1000
    assert len(squares) == round(1000 * state.base_rate)
    assert look.colour(picture.serious.lines[0]) == "vermilion"
    assert look.colour(picture.others.lines[0]) == "muted"
    every = np.vstack([squares, dots])
    assert len(np.unique(every.round(), axis=0)) == 1000
    table = diagnosis.confusion(state.base_rate, state.sensitivity, state.specificity, 1000)
    expected = {"with": (table.flagged, table.hits), "without": (table.unflagged, table.misses)}
    chosen = "with" if state.present else "without"
    left, right, top, bottom = look.span(picture.frame)
    framed = [_within(marks, left, right, top, bottom) for marks in (every, squares)]
    assert framed == pytest.approx(list(expected[chosen]), abs=1.01)
    for name, (people, serious) in expected.items():
        assert _people(look.said(picture.heads[name]).split(": ")[1]) == pytest.approx(float(people), abs=0.96)
        assert _people(look.said(picture.tails[name]).split(" of them")[0]) == pytest.approx(float(serious), abs=0.96)
        assert (picture.heads[name].get_weight() == "bold") == (name == chosen)
    assert look.said(picture.heads["with"]).startswith("With the sign")
    assert look.said(picture.heads["without"]).startswith("Without the sign")
    _chances(picture, state, expected[chosen])


def _people(words):
    """The number in "none", "fewer than 1", "about 9"."""
    return {"none": 0.0, "fewer than 1": 0.5}[words] if words in ("none", "fewer than 1") else look.numbers(words)[0]


def _within(marks, left, right, top, bottom):
    inside = (marks[:, 0] > left) & (marks[:, 0] < right) & (marks[:, 1] > top) & (marks[:, 1] < bottom)
    return int(inside.sum())


def _chances(picture, state, expected):
    """The ring and the diamond stand at the logarithm of the odds; the words tell the same chances."""
    people, serious = expected
    after = float(serious / people) if people else 0.0
    low, high = picture.axes.get_ylim()
    for mark, chance in ((picture.before, state.base_rate), (picture.after, after)):
        with np.errstate(divide="ignore"):
            odds = np.log(chance / (1 - chance)) if chance < 1 - 1e-12 else np.inf
        assert mark.get_ydata()[0] == pytest.approx(np.clip(odds, low, high), abs=1e-6)
    assert list(picture.step.get_ydata()) == [picture.before.get_ydata()[0], picture.after.get_ydata()[0]]
    for name, chance in (("before", state.base_rate), ("after", after)):
        assert look.said(picture.words[name]).startswith(f"{name}: ")
        assert look.numbers(look.said(picture.words[name]))[0] == pytest.approx(100 * chance, rel=0.06, abs=1e-9)
    said = look.said(picture.multiplied)
    assert said.startswith("The sign" if state.present else "Its absence")
    if "proves" in said:
        assert after == pytest.approx(1)
    elif 0 < after < 1:
        ratio = after / (1 - after) / (state.base_rate / (1 - state.base_rate))
        assert look.numbers(said)[0] == pytest.approx(ratio, rel=0.06)
    ticks = dict(zip(picture.axes.get_yticks(), (t.get_text() for t in picture.axes.get_yticklabels()), strict=True))
    for place, words in ticks.items():
        have, of = look.numbers(words)
        assert place == pytest.approx(np.log(have / (of - have)))
    assert look.tracks(picture, state)["base_rate"].place(state.base_rate) == pytest.approx(
        np.ravel(picture.pixels(picture.axes, picture.before.get_xdata()[0], picture.before.get_ydata()[0])), abs=0.6
    )
    heights = [picture.words[name].get_position()[1] for name in ("before", "after")]
    assert np.sign(heights[1] - heights[0]) == np.sign(after - state.base_rate) or after == pytest.approx(
        state.base_rate
    )


def _marks(line):
    """The middles of the marks of a broken line, PITCH apart, in rows."""
    places = []
    for start, end in (stroke for stroke in look.strokes(line) if len(stroke) == 2):
        many = int((end[0] - start[0]) // PITCH) + 1
        first = (start[0] + end[0]) / 2 - PITCH * (many - 1) / 2
        places += [(first + PITCH * i, start[1]) for i in range(many)]
    return np.array(places).reshape(-1, 2)


def TWO_WAYS(picture, state):
    """Filled are the missed and the needlessly sent; the chart shows the cost of both against sending everybody."""
    assert list(picture.divide.get_xdata()) == [state.line] * 2
    apart = two_errors.separation(sources.observation("fracture_rule_auc").value)
    missed, needless = look.span(picture.shape_missed), look.span(picture.shape_needless)
    assert missed[1] == pytest.approx(state.line)
    assert needless[0] == pytest.approx(state.line)
    assert (look.colour(picture.shape_missed), look.colour(picture.shape_needless)) == ("vermilion", "blue")
    peaks = {look.colour(line): line.get_xdata()[np.argmax(line.get_ydata())] for line in picture.axes.lines[:2]}
    assert peaks == pytest.approx({"blue": 0.0, "vermilion": apart}, abs=0.05)
    found, others = two_errors.sent(state.line, apart)
    serious = 1000 * state.base_rate
    said = {name: look.said(text) for name, text in picture.counts.items()}
    assert _counted(said["missed"]) == pytest.approx(serious * (1 - float(found)), abs=0.96)
    assert _counted(said["needless"]) == pytest.approx((1000 - serious) * float(others), abs=0.96)
    total = sum(two_errors.cost(state.line, apart, state.base_rate, state.weight))
    assert _counted(said["cost"]) == pytest.approx(1000 * float(total), abs=0.96)
    everybody = 1 - state.base_rate
    top = picture.chart.get_ylim()[1]
    assert picture.here.get_xydata()[0] == pytest.approx([state.line, min(float(total) / everybody, top)])
    both = picture.curves["both"].get_xydata()
    sums = sum(two_errors.cost(both[:, 0], apart, state.base_rate, state.weight)) / everybody
    assert both[:, 1] == pytest.approx(sums)
    if len(picture.best.get_xdata()):
        x, y = picture.best.get_xydata()[0]
        assert x == pytest.approx(float(two_errors.cheapest_line(apart, state.base_rate, state.weight)))
        assert y <= both[:, 1].min() + 1e-9
    assert look.tracks(picture, state)["line"].place(state.line)[0] == pytest.approx(
        float(np.ravel(picture.pixels(picture.axes, state.line, 0.5))[0]), abs=0.6
    )
    assert (
        look.text(picture, "← calm: carry on").get_position()[0]
        < look.text(picture, "alarming: sent").get_position()[0]
    )


def _counted(words):
    return _people(words.split(": ")[1].split(" of ")[0])


def leads(picture):
    """Each mark stands at its chance; the first is 11 of those who carry a flag."""
    any_flag = look.row(picture, "any red flag at all at most")
    flagged = sources.observation("any_red_flag")
    serious = sources.observation("serious_found_at_once").n
    assert any_flag.values == pytest.approx([100 * serious / (flagged.value * flagged.n)])
    assert look.numbers(any_flag.note) == pytest.approx(any_flag.values, abs=0.051)
    for heading, rows in LEADS.items():
        for name, label in rows.items():
            row, figure = look.row(picture, label), sources.observation(name)
            assert row.heading == heading
            assert row.values == pytest.approx([100 * figure.value])
            ends = [100 * end for end in (figure.low, figure.high) if end is not None]
            assert sorted(row.ends) == pytest.approx(ends)
            assert look.numbers(row.note) == pytest.approx([*row.values, *ends])


def multiplies(picture):
    """Each mark stands at the printed likelihood ratio."""
    for heading, rows in MULTIPLIES.items():
        for name, label in rows.items():
            row, figure = look.row(picture, label), sources.observation(name)
            assert row.heading == heading
            assert row.values == pytest.approx([figure.value])
            assert look.numbers(row.note) == pytest.approx([figure.value])
    assert picture.axes.get_xscale() == "log"
