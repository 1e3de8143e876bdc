"""What the pictures of the lesson on the wait say: which number of the state stands where."""

import re

import numpy as np
import pytest
from tests.pictures import look

from jointlab import sources
from jointlab.models.gas.joint_cavity import FIRST_GASES, first_gas, gas_that_lasts, joint_shape
from jointlab.units import duration

MOMENTS = ("at first", "1 min", "20 min", "3 h", "1 day", "7 days")
STACK = {"nitrogen": "blue", "oxygen": "green", "carbon dioxide": "vermilion"}  # from below


def DISSOLVE(picture, state):
    _cavities(picture, state)
    _volume_left(picture, state)
    _tenth(picture, state)
    _hands_on_a_cavity(picture, state)


def _cavities(picture, state):
    """Above its moment each that is left, to the scale of the bar, and its volume, or its thickness if flat."""
    bar = np.ptp(picture.bar.get_xdata())
    per_mm = bar / look.numbers(look.said(picture.bar_word))[0]
    across = [text.get_position()[0] for text in picture.volumes]
    ticks = picture.edge.axes
    places = {text.get_text(): x for text, x in zip(ticks.get_xticklabels(), ticks.get_xticks(), strict=True)}
    moments = [places[words] for words in MOMENTS]
    assert moments[1:] == [60, 1200, 10_800, 86_400, 604_800]
    assert moments[0] < picture.edge.get_xdata()[0]  # at first: not on the axis of time, but to the left of it
    assert picture.pixels(ticks, moments, 0)[:, 0] == pytest.approx(across)
    shown = [look.said(words) for words in picture.volumes]
    left = [(x, 1e9 * volume) for x, volume in zip(across, state.volume, strict=True) if volume > 0]
    outlines = look.outlines(picture.cavities)
    for outline, (x, volume) in zip(outlines, left, strict=True):
        (wide, high), middle = np.ptp(outline, axis=0) / per_mm, (outline.min(axis=0) + outline.max(axis=0)) / 2
        assert middle == pytest.approx([x, 83], abs=0.1)
        size = _size(volume, state.width)
        assert (wide, high) == pytest.approx(size, rel=0.01)
        said = shown[across.index(x)]
        assert said.endswith("thick") == (state.width is not None and x == across[0] and said != "a trace")
        told = [number * (1e-3 if "µm" in said else 1) for number in look.numbers(said)]
        assert told == ([] if said == "a trace" else pytest.approx([size[1] if state.width else volume], rel=0.05))
    assert [said == "gone" for said in shown] == [volume <= 0 for volume in state.volume]
    _blood(picture, state, outlines[0], per_mm)


def _size(volume, width):
    """Width and height (mm) of so many mm³: of a sphere, or of a disc that is `width` m wide."""
    if width is None:
        return ((6 * volume / np.pi) ** (1 / 3),) * 2
    return 1e3 * width, volume / (np.pi / 4 * (1e3 * width) ** 2)


def _blood(picture, state, first, per_mm):
    """Dashed around the first cavity, as far from it as the blood is; words say if it is too far to be drawn."""
    drawn = look.outlines(picture.blood)
    assert bool(drawn) == (look.said(picture.blood_word) == "blood")
    assert look.colour(picture.blood_word) == "purple"
    if drawn:
        reach = np.vstack(drawn)[:, 1].max() - first[:, 1].max()
        assert reach == pytest.approx(1e3 * state.blood * per_mm, abs=0.1)
        assert first[:, 1].min() - np.vstack(drawn)[:, 1].min() == pytest.approx(reach, abs=0.1)
        middles = [(points[:, 0].min() + points[:, 0].max()) / 2 for points in (np.vstack(drawn), first)]
        assert middles[0] == pytest.approx(middles[1], abs=0.1)


def _volume_left(picture, state):
    """In per cent of the first volume, stacked from below: nitrogen, oxygen, carbon dioxide; at first, and later."""
    drawn = np.isin(state.time, picture.edge.get_xdata())
    time, percent, shares = state.time[drawn], 100 * state.share[drawn], state.shares[drawn]
    below, bar_below = np.zeros(len(time)), 0.0
    for name, colour in STACK.items():
        which = state.names.index(name)
        bar, outline = look.outlines(picture.areas[name])
        above, bar_above = below + percent * shares[:, which], bar_below + 100 * first_gas(state.first)[which]
        expected = np.vstack([np.column_stack([time, below]), np.column_stack([time, above])[::-1]])
        assert outline[: len(expected)] == pytest.approx(expected, abs=1e-6), name
        assert (bar[:, 1].min(), bar[:, 1].max()) == pytest.approx((bar_below, bar_above)), name
        assert look.colour(picture.areas[name]) == look.colour(_in_key(picture, name)) == colour
        below, bar_below = above, bar_above
    assert picture.edge.get_ydata() == pytest.approx(below)
    assert list(picture.edge.get_xdata()) == list(time)
    assert np.interp(state.time, time, below) == pytest.approx(100 * state.share, abs=0.7)
    _key(picture)
    _names_in_areas(picture)
    wait, level = picture.marks[:2]
    assert list(wait.get_xdata()) == [sources.observation("refractory_time").value] * 2
    assert list(level.get_ydata()) == [10, 10]
    assert 1 < look.text(picture, "the wait of a knuckle").get_position()[0] / wait.get_xdata()[0] < 1.2


def _in_key(picture, name):
    """The name of a gas beside its sample; where it stands in its area as well, that is another."""
    (words,) = (text for text in look.texts(picture, name) if text is not picture.names[name])
    return words


def _names_in_areas(picture):
    """A name stands in its own area, over all its length; one that is too low bears none."""
    for name in STACK:
        words, outline = picture.names[name], look.outlines(picture.areas[name])[1]
        if not words.get_visible():
            continue
        box = words.get_window_extent(picture.figure.canvas.get_renderer())
        (left, foot), (right, top) = words.axes.transData.inverted().transform(box.get_points())
        half = len(outline) // 2
        below, above = outline[:half], outline[half : 2 * half][::-1]
        assert foot > 10, f"the line of a tenth crosses {name}"
        along = np.geomspace(left, right, 9)
        assert (np.interp(along, *below.T) <= foot + 2).all(), name
        assert (np.interp(along, *above.T) >= top - 2).all(), name


def _key(picture):
    """Names in the order of the stack, each beside a sample of its area: the same colour, paint and pattern."""
    heights = [_in_key(picture, name).get_position()[1] for name in STACK]
    assert heights == sorted(heights, reverse=True)
    looks = set()
    for (name, colour), y in zip(STACK.items(), heights, strict=True):
        area = picture.areas[name]
        (sample,) = look.shapes(picture.page, colour)
        _, right, top, foot = look.span(sample)
        assert top < y < foot
        assert 0 < _in_key(picture, name).get_position()[0] - right < 10
        assert sample.get_facecolor() == area.get_facecolor()
        assert sample.get_hatch() == area.get_hatch()
        looks.add((area.get_facecolor()[3], area.get_hatch()))
    assert len(looks) == 3  # they stay apart without their colours


def _tenth(picture, state):
    """A ring where the curve falls to a tenth, if that is within the axis."""
    seen = state.tenth <= 864_000
    assert len(picture.tenth.get_xdata()) == seen
    if not seen:
        assert look.said(picture.when) == ""
        assert state.share[-1] > 0.1 - 1e-6
        return
    (x,), (y,) = picture.tenth.get_data()
    assert (x, y) == pytest.approx((max(state.tenth, 1), 10))
    if x > 1:
        assert np.interp(x, state.time, 100 * state.share) == pytest.approx(10, abs=0.3)
    assert look.said(picture.when) == duration(state.tenth if state.tenth > 1 else 0)
    box = picture.when.get_window_extent(picture.figure.canvas.get_renderer())
    ends = picture.edge.axes.transData.inverted().transform(box.get_points())
    seen = np.linspace(*ends[:, 0], 20)
    assert (np.interp(seen, state.time, 100 * state.share, right=0) < ends[0, 1]).all(), "the curve crosses the words"
    hangs = picture.marks[0].get_ydata()[0] * 100  # the line of the wait ends above the words
    assert hangs > ends[1, 1]


def _hands_on_a_cavity(picture, state):
    """On the ring, on the border below carbon dioxide in the bar at first, on the line around a sphere."""
    at = look.tracks(picture, state)
    assert set(at) == {"volume", "first"} | ({"blood"} if state.width is None else set())
    ring = at["volume"].place(state.run.start)
    if state.tenth <= 864_000:
        assert ring == pytest.approx(picture.pixels(picture.tenth.axes, *picture.tenth.get_data())[0], abs=0.5)
    else:
        assert ring == pytest.approx(picture.pixels(picture.tenth.axes, 864_000, 10)[0], abs=0.5)
    bar = look.outlines(picture.areas["carbon dioxide"])[0]
    middle = np.sqrt(bar[:, 0].min() * bar[:, 0].max())  # on a logarithmic axis
    border = picture.pixels(picture.tenth.axes, middle, bar[:, 1].min())[0]
    assert at["first"].place(state.first) == pytest.approx(border, abs=1)
    if state.width is None:
        x, y = at["blood"].place(state.blood)
        drawn = look.outlines(picture.blood)
        assert y == pytest.approx(83)
        if drawn:
            assert x == pytest.approx(np.vstack(drawn)[:, 0].max(), abs=0.5)
        else:  # at the end of its way, beside the words that the blood is further away
            assert 0 < picture.blood_word.get_position()[0] - x < 20


def thumbs(picture):
    """18 joints in each row; so many with gas, from the left; before the crack the bubbles are small."""
    rows = {
        "Before": "thumb_bubbles_before",
        "Just after": "thumb_bubbles_after",
        "20 minutes later": "thumb_bubbles_later",
    }
    look.counted(
        picture, {label: sources.observation(name) for label, name in rows.items()}, [("fluid", 1)], ("blue", 1)
    )
    (page,) = picture.figure.axes
    wide = [np.ptp(look.span(bubble)[:2]) for bubble in look.shapes(page, "blue")]
    assert max(wide[:5]) * 2 < min(wide[5:])
    assert "small bubbles" in sources.observation("thumb_bubbles_before").note
    assert "large bubbles" in sources.observation("thumb_bubbles_after").note
    for label, name in rows.items():
        row, y = sources.observation(name), look.text(picture, label).get_position()[1]
        words = [text for text in look.texts(picture, f"of {row.n}") if abs(text.get_position()[1] - y) < 20]
        assert [look.said(text) for text in words] == [f"{row.value:.0f} of {row.n}"]


def sizes(picture):
    """mm³ of gas of which a tenth is left after 20 minutes: blood at 0.73 mm, and the ends from 0.3 and 3 mm."""
    rows = [(shape, first) for shape in ("sphere", "flat") for first in FIRST_GASES]
    wait, usual = sources.observation("refractory_time").value, sources.value("mcp_cartilage_thickness")
    for drawn, (shape, first) in zip(look.rows(picture), rows, strict=True):
        near, middle, far = (1e9 * gas_that_lasts(wait, 0.1, shape, first, blood) for blood in (3e-4, usual, 3e-3))
        assert drawn.label == FIRST_GASES[first]
        assert drawn.heading.startswith({"sphere": "A round", "flat": "A flat"}[shape])
        assert drawn.values == pytest.approx([middle]), drawn.label
        assert drawn.ends == pytest.approx(np.clip(sorted((near, far)), 3e-3, 3000)), drawn.label
        assert drawn.heads == [">"] * (max(near, far) > 3000)
        across = (6 * middle / np.pi) ** (1 / 3) if shape == "sphere" else 1e-6 * middle / joint_shape("flat").area
        told = look.numbers(drawn.note)[0] * (1e-3 if "µm" in drawn.note else 1)
        assert told == pytest.approx(across, rel=0.05), drawn.label
        assert drawn.note.endswith({"sphere": "across", "flat": "thick"}[shape])
    assert picture.axes.get_xlabel() == "gas at first (mm³)"


def reopening(picture):
    """Boyle: what is left under the air outside without vapour, spread over itself and the opening; and the vapour."""
    axes = picture.axes
    outside, vapour = sources.value("standard_atmosphere"), sources.value("vapour_pressure")
    steepest = []
    for gas, colour in ((8, "blue"), (2, "vermilion"), (0.2, "green")):
        curve = look.lines(axes, colour)[0]
        opening, kilopascals = curve.get_data()
        expected = vapour + (outside - vapour) * gas / (gas + opening)
        assert kilopascals == pytest.approx(expected / 1e3), gas
        name = look.text(picture, f"{gas:g} mm³ of gas left")
        assert look.colour(name) == colour
        x, y = name.get_position()
        assert y == pytest.approx(np.interp(x, opening, kilopascals), abs=8)
        assert opening[0] == 0
        (words,) = re.findall(rf"to (\S+) kPa with {gas:g} mm³ of gas left", picture.description)
        assert float(words) == pytest.approx(kilopascals[-1], rel=0.02)
        steepest.append((kilopascals[0] - kilopascals[1]) / (opening[1] - opening[0]))
    assert steepest == sorted(steepest)  # the less gas, the steeper at first
    assert f"from {outside / 1e3:.0f} kPa" in picture.description
    assert f"by up to {opening[-1]:.3g} mm³" in picture.description
    (floor,) = (line for line in axes.lines if line.get_linestyle() == ":")
    assert list(floor.get_ydata()) == pytest.approx([vapour / 1e3] * 2)
    assert look.numbers(look.said(look.text(picture, "the vapour")))[0] == pytest.approx(vapour / 1e3, rel=0.02)
    (words,) = re.findall(r"the vapour, (\S+) kPa, below which no curve falls", picture.description)
    assert float(words) == pytest.approx(vapour / 1e3, rel=0.02)
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("the joint opens by (mm³)", "pressure (kPa)")
