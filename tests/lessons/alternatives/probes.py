"""What the pictures of the lesson on alternatives say: which number of the state stands where."""

import numpy as np
import pytest
from scipy.stats import norm
from tests.pictures import look

from jointlab import sources
from jointlab.lessons.alternatives.figures import STRICTER, WORKED, in_points_of_100, standardised
from jointlab.models.evidence.intervals import standard_error
from jointlab.models.interval import Interval

FILLED = {"high": "full", "moderate": "full", "low": "half"}


def FOREST(picture, state):
    _rows(picture, state)
    _axis(picture, state)
    _marked(picture, state)


def _rows(picture, state):
    """Each row has its words at one height, its mark and its interval there, and a fill for its certainty."""
    length = state.scale.length
    strokes = look.strokes(picture.intervals)
    assert len(strokes) == len(state.rows)
    for i, (one, slot) in enumerate(zip(state.rows, picture.slots, strict=False)):
        texts = (slot.treatment, slot.compared, slot.effect, slot.people, slot.rated)
        assert all(text.get_visible() for text in texts)
        (y,) = {text.get_position()[1] for text in texts}
        assert [look.said(text) for text in texts[:2]] == [one.treatment, one.comparison]
        numbers = [-one.difference.middle, -one.difference.high, -one.difference.low]
        assert look.numbers(look.said(slot.effect)) == pytest.approx(
            numbers, abs=0.5 * 10**-state.scale.decimals + 1e-9
        )
        assert look.said(slot.people) == (f"{one.n:,}" if one.n else "–")
        assert look.said(slot.rated) == (one.certainty or "not rated")
        low, high = max(one.difference.low / length, -1), one.difference.high / length
        assert strokes[i][:, 0] == pytest.approx([low, high])
        assert strokes[i][:, 1] == pytest.approx([y, y])
        fill = FILLED.get(one.certainty, "hollow")
        assert [one.difference.middle / length, y] in _points(picture.values[fill])
    assert sum(len(_points(line)) for line in picture.values.values()) == len(state.rows)
    assert not any(text.get_visible() for slot in picture.slots[len(state.rows) :] for text in vars(slot).values())
    heights = [slot.treatment.get_position()[1] for slot in picture.slots[: len(state.rows)]]
    assert heights == sorted(heights)
    gone = [one.difference.low / length < -1 for one in state.rows]
    assert len(picture.beyond.get_xdata()) == sum(gone)
    assert set(picture.beyond.get_ydata()) == {y for y, beyond in zip(heights, gone, strict=True) if beyond}


def _points(line):
    return [list(point) for point in line.get_xydata()]


def _axis(picture, state):
    """Ticks say what lies there; the band lies where the change that matters is; better is on the left."""
    length, ticks = state.scale.length, [look.numbers(look.said(text))[0] for text in picture.ticks]
    assert ticks == pytest.approx([length * abs(place) for place in (-1, -0.75, -0.5, -0.25, 0, 0.25)])
    left, right = look.span(picture.band)[:2]
    assert (left, right) == pytest.approx((-state.band[1] / length, -state.band[0] / length))
    assert look.colour(picture.band) == look.colour(picture.matters) == "green"
    assert "points of 100" in look.said(picture.unit) or state.on == "spreads"
    constant = "daily_change_that_matters" if state.on == "daily life" else "pain_change_that_matters"
    row, spread = sources.constant(constant), sources.constant("pain_spread")
    expected = (row.low / spread.high, row.low / spread.low) if state.on == "spreads" else (row.low, row.high)
    assert state.band == pytest.approx(expected)
    assert look.said(picture.better).startswith("← ")
    places = [text.get_position()[0] for text in picture.ticks]
    assert places == pytest.approx(
        [picture.pixels(picture.axes, x, 100)[0][0] for x in (-1, -0.75, -0.5, -0.25, 0, 0.25)]
    )


def _marked(picture, state):
    """The marked row is the one at the handle's height; its inner bar is one standard error to either side."""
    length, one = state.scale.length, state.here.difference
    y = picture.slots[state.marked].treatment.get_position()[1]
    assert list(picture.marked.get_ydata()) == [y, y]
    error = standard_error(one.low, one.high)
    bar = [max((one.middle + side * error) / length, -1) for side in (-1, 1)]
    assert picture.error.get_xdata() == pytest.approx(bar)
    assert picture.error.get_linewidth() > 2 * picture.marked.get_linewidth()
    assert look.colour(picture.error) == look.colour(picture.marked) == look.colour(picture.handle) == "vermilion"
    handle = picture.handle.get_ydata()[0]
    assert abs(handle - y) <= (312 - 46) / len(state.rows) / 2 + 0.5
    assert picture.grips(state)[0][0].place(state.down) == pytest.approx((18, handle))


def PERSON(picture, state):
    low, high = picture.axes.get_xlim()
    for name, mean in (("untreated", state.usual), ("treated", state.usual + state.difference)):
        x, y = picture.curves[name].get_data()
        assert y == pytest.approx(norm.pdf(x, mean, state.spread))
        assert list(picture.means[name].get_xdata()) == [mean, mean]
        tail = np.vstack(look.outlines(picture.tails[name]))
        assert tail[:, 0].min() == pytest.approx(state.line)
        assert tail[:, 0].max() == pytest.approx(high)
    assert picture.curves["untreated"].is_dashed()
    assert not picture.curves["treated"].is_dashed()
    assert list(picture.line_that_matters.get_xdata()) == [state.line] * 2
    assert look.numbers(look.said(picture.words["line"])) == pytest.approx([state.line])
    assert low < -60
    assert picture.axes.get_ylim()[1] >= norm.pdf(0, 0, 12)
    _hundreds(picture, state)


def _hundreds(picture, state):
    """A hundred squares in each block; those helped have a cross, and are as many as pass more than without."""
    anyway = round(100 * norm.sf((state.line - state.usual) / state.spread))
    passed = round(100 * norm.sf((state.line - state.usual - state.difference) / state.spread))
    expected = {
        "untreated": {"anyway": anyway, "helped": 0, "not": 100 - anyway},
        "treated": {"anyway": anyway, "helped": passed - anyway, "not": 100 - passed},
    }
    for name, parts in expected.items():
        shown = {kind: len(look.outlines(patch)) for kind, patch in picture.squares[name].items()}
        assert shown == parts, name
        assert look.numbers(look.said(picture.counts[name])) == [parts["anyway"] + parts["helped"], 100]
    assert len(look.strokes(picture.crosses)) == 2 * (passed - anyway)
    assert look.colour(picture.squares["treated"]["helped"]) == look.colour(picture.verdict) == "vermilion"
    more = state.treated - state.untreated
    if more < 0.005:
        assert look.said(picture.verdict) == ("hardly anybody" if state.difference > 0 else "nobody")
        assert look.said(picture.because) == ""
    else:
        assert look.numbers(look.said(picture.verdict)) == pytest.approx([1, 1 / more], rel=0.05)
        assert "number needed to treat" in look.said(picture.because)


def rigour(picture):
    """Printed findings are filled, translated ones hollow and as far as the spread among people says."""
    spread = Interval.of_constant("pain_spread")
    for heading, rows in STRICTER.items():
        for label, under, name in rows:
            row = sources.alternative(name) if name.startswith("acupuncture") else sources.exercise_trial(name)
            (drawn,) = (r for r in look.rows(picture) if r.heading == heading and r.label == f"{label} {under}")
            found = in_points_of_100(row)
            if standardised(row):
                assert found.middle == pytest.approx(row.value * spread.middle)
                assert (found.low, found.high) == pytest.approx((row.low * spread.high, row.high * spread.low))
                assert "translated" in under
            else:
                assert (found.low, found.middle, found.high) == (row.low, row.value, row.high)
            assert drawn.values == pytest.approx([found.middle])
            assert sorted(drawn.ends) == pytest.approx([found.low, found.high])
            assert look.numbers(drawn.note)[:3] == pytest.approx([found.middle, found.low, found.high], abs=0.051)
    middles = {
        heading: [in_points_of_100(_row(name)).middle for *_, name in rows] for heading, rows in STRICTER.items()
    }
    assert all(found[0] == min(found) for found in middles.values()), "the loosest comparison finds most"
    exercise, needles = middles["Exercise, lasting back pain"], STRICTER["Acupuncture, one review"]
    assert exercise == sorted(exercise), "the stricter, the smaller"
    printed = {row.name for row in sources.alternatives() if row.key == "acupuncture2020" and row.against == "sham"}
    assert printed <= {name for *_, name in needles}, "no time at which needles were compared with a sham is left out"


def _row(name):
    return sources.alternative(name) if name.startswith("acupuncture") else sources.exercise_trial(name)


def one_in_ten(picture):
    """So many squares as treatments, so many of them filled and ticked as did better."""
    tested, share = sources.observation("treatments_tested"), sources.observation("treatments_better")
    boxes = [patch for patch in picture.page.patches if hasattr(patch, "get_boxstyle")]
    assert len(boxes) == tested.value
    assert [look.colour(box) for box in boxes] == ["green"] * len(WORKED) + ["paper"] * (len(boxes) - len(WORKED))
    assert len(WORKED) / tested.value == pytest.approx(share.value, abs=0.01)
    assert look.text(picture, f"{len(WORKED)} of {tested.value:.0f}")
    assert "new pain pills like ibuprofen; against lasting pain exercise, spinal" in picture.description
    assert len(look.lines(picture.page, "paper")) == len(WORKED)
