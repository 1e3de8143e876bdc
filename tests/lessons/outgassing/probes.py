"""What the pictures of the lesson on the gas say: which number of the state stands where."""

import numpy as np
import pytest
from scipy.constants import R
from tests.pictures import look

from jointlab import sources
from jointlab.models.bubble.blake import blake_threshold
from jointlab.models.gas.joint_gases import joint_gases

LOOKS = {
    "carbon dioxide": ("vermilion", "s"),
    "nitrogen": ("blue", "o"),
    "oxygen": ("green", "D"),
    "water vapour": ("muted", "v"),
}


def GAS(picture, state):
    inside = dict(zip(state.names, state.inside, strict=True)) | {"water vapour": state.vapour}
    before = dict(zip(state.names, state.before, strict=True)) | {"water vapour": state.vapour}
    _cavity(picture, state, inside)
    _dissolved(picture, state)
    _pressures(picture, state, before, inside)
    _mixture(picture, state)
    _held_where_it_is_drawn(picture, state)


def _held_where_it_is_drawn(picture, state):
    """The hand finds the cavity at its corner and on its curve, the carbon dioxide at the end of its outline."""
    corner, point, end = picture.grips(state)
    _, right, top, _ = look.span(picture.cavity)
    assert corner[0].place(state.ratio) == pytest.approx((right, top), abs=0.5)
    drawn = picture.pixels(picture.now.axes, *picture.now.get_xydata()[-1])[0]
    assert point[0].place(state.ratio) == pytest.approx(drawn, abs=0.7)
    row = look.span(picture.fills["carbon dioxide"])
    (before,) = (rim for rim in look.outlines(picture.outlines) if row[2] < rim[:, 1].mean() < row[3])
    middle = (row[2] + row[3]) / 2
    assert end[0].place(state.before[0]) == pytest.approx((before[:, 0].max(), middle), abs=0.5)
    assert state.names[0] == "carbon dioxide"
    assert [track.control for (track,) in (corner, point, end)] == ["size", "size", "carbon_dioxide"]


def _cavity(picture, state, inside):
    """To scale beside 1 mL of fluid; its stripes are stacked from below in proportion to their pressures."""
    (fluid,) = look.shapes(picture.page, "fluid")
    left, right, top, foot = look.span(fluid)
    cavity = look.span(picture.cavity)
    assert (cavity[1] - cavity[0]) ** 2 / (right - left) ** 2 == pytest.approx(state.ratio)
    assert cavity[3] == foot == pytest.approx(top + right - left)
    assert look.numbers(look.said(picture.size)) == pytest.approx([state.ratio], rel=0.05)
    share_below, height = 0.0, cavity[3] - cavity[2]
    for name in ("water vapour", "nitrogen", "oxygen", "carbon dioxide"):
        stripe, share = look.span(picture.stripes[name]), inside[name] / sum(inside.values())
        assert stripe[:2] == pytest.approx(cavity[:2])
        edges = [foot - (share_below + share) * height, foot - share_below * height]
        assert stripe[2:] == pytest.approx(edges), name
        assert look.colour(picture.stripes[name]) == LOOKS[name][0]
        _labelled(picture.labels[name], name, stripe)
        share_below += share
    seams = [(seam[:, 0].min(), seam[:, 0].max(), seam[0, 1]) for seam in look.strokes(picture.seams)]
    feet = [(*cavity[:2], look.span(picture.stripes[name])[3]) for name in picture.stripes]
    assert np.array(seams) == pytest.approx(np.array(feet))


def _labelled(label, name, stripe):
    """A stripe as high as letters has its name: in it, or beside it in its colour."""
    left, right, top, foot = stripe
    assert label.get_visible() == (foot - top > 15)
    assert look.said(label) == name
    x, y = label.get_position()
    assert top < y < foot
    inside = right - left > 112
    assert left < x < right if inside else right < x < right + 20
    assert look.colour(label) == ("paper" if inside else LOOKS[name][0])


def _dissolved(picture, state):
    """A dot in the fluid for every 0.03 mol/m³."""
    (fluid,) = look.shapes(picture.page, "fluid")
    left, right, top, foot = look.span(fluid)
    every = np.vstack([dots.get_xydata() for dots in picture.dots.values()])
    assert len(np.unique(every.round(3), axis=0)) == len(every)
    assert ((every > (left, top)) & (every < (right, foot))).all()
    for name, left_over in zip(state.names, state.left, strict=True):
        dots = picture.dots[name]
        assert len(dots.get_xdata()) == round(left_over / 0.03), name
        assert (look.colour(dots), dots.get_marker()) == LOOKS[name]


def _pressures(picture, state, before, inside):
    """Bars to one scale, 330 pixels for 80 kPa; an outline for what was in the fluid, as a number what is inside."""
    first = [look.span(picture.fills[name])[0] for name in inside]
    assert [*first, look.span(picture.outlines)[0]] == [first[0]] * 5
    rows = sorted(look.outlines(picture.outlines), key=lambda piece: piece[:, 1].mean())
    bars = {name: look.span(fill) for name, fill in picture.fills.items()}
    names = sorted(bars, key=lambda name: bars[name][2])
    for name, outline in zip(names, rows, strict=True):
        left, right, above, below = bars[name]
        assert right - left == pytest.approx(330 / 80e3 * inside[name]), name
        assert np.ptp(outline[:, 0]) == pytest.approx(330 / 80e3 * before[name]), name
        y = (outline[:, 1].min() + outline[:, 1].max()) / 2
        assert y == pytest.approx((above + below) / 2)
        assert look.numbers(look.said(picture.readings[name])) == pytest.approx([inside[name] / 1e3], abs=0.051)
        (label,) = (t for t in look.texts(picture, name) if t.get_ha() == "right" and abs(t.get_position()[1] - y) < 1)
        assert look.colour(label) == look.colour(picture.fills[name])
        assert picture.readings[name].get_position()[1] == pytest.approx(y)
    (together,) = look.numbers(look.said(picture.total))
    assert together == pytest.approx(sum(inside.values()) / 1e3, abs=0.051)
    assert together == pytest.approx(state.pressure / 1e3, abs=0.051)
    (air,) = look.numbers(look.said(look.text(picture, "the air outside")))
    assert air == pytest.approx(sources.value("standard_atmosphere") / 1e3, abs=0.51)


def _mixture(picture, state):
    """Stacked from below: carbon dioxide, oxygen, nitrogen, together 100 %."""
    below = np.zeros(len(state.ratios))
    for name in ("carbon dioxide", "oxygen", "nitrogen"):
        (band,) = look.outlines(picture.bands[name])
        above = below + 100 * state.mixture[:, state.names.index(name)]
        there, back = band[: len(below)], band[len(below) : 2 * len(below)][::-1]
        assert there == pytest.approx(np.column_stack([state.ratios, above])), name
        assert back == pytest.approx(np.column_stack([state.ratios, below])), name
        assert look.colour(picture.bands[name]) == LOOKS[name][0]
        if name in picture.words:
            x, y = picture.words[name].get_position()
            assert np.interp(x, state.ratios, below) < y < np.interp(x, state.ratios, above), name
        if name == "oxygen":
            assert picture.oxygen.get_position()[1] == pytest.approx((above + below)[-1] / 2)
        below = above
    assert below == pytest.approx(np.full(len(below), 100))
    dioxide = 100 * state.share[state.names.index("carbon dioxide")]
    assert look.numbers(look.said(picture.share)) == pytest.approx([dioxide], abs=0.51)
    assert picture.now.get_xydata()[-1] == pytest.approx([state.ratio, dioxide])
    told = 100 * sources.observation("cavity_carbon_dioxide").value
    assert list(picture.told.get_ydata()) == pytest.approx([told] * 2)
    assert look.numbers(look.said(look.text(picture, "reported"))) == pytest.approx([told])
    percent = [float(look.said(words)) for words in picture.now.axes.get_xticklabels()]
    assert percent == pytest.approx(list(100 * picture.now.axes.get_xticks()))


def NUCLEUS(picture, state):
    outside = sources.value("standard_atmosphere")
    radii, needed = picture.needed.get_data()
    inputs = [sources.value(name) for name in ("surface_tension", "standard_atmosphere", "vapour_pressure")]
    assert needed == pytest.approx(outside - blake_threshold(radii, *inputs))
    assert radii[[0, -1]] == pytest.approx([1e-9, 1e-4])
    assert picture.now.get_xydata() == pytest.approx(np.array([[state.radius, state.fall]]))
    limit = outside - float(blake_threshold(state.radius, *inputs))
    assert picture.apart.get_xydata() == pytest.approx(np.array([(state.radius, state.fall), (state.radius, limit)]))
    grows = state.fall > limit
    assert {look.colour(a) for a in (picture.now, picture.apart, picture.fate)} == {"vermilion" if grows else "blue"}
    assert look.said(picture.fate) == ("It grows without end." if grows else "It holds.")
    assert len(look.outlines(picture.arrows)) == (3 if grows else 0)
    (size,) = look.numbers(look.said(picture.size))
    assert size * 1e-6 == pytest.approx(state.radius, rel=0.01)
    _pocket(picture, state, grows)
    _levels(picture, outside)
    ((across, up),) = picture.grips(state)
    assert (across.control, up.control) == ("radius", "fall")
    (point,) = picture.pixels(picture.now.axes, *picture.now.get_xydata().T)
    for track, value in ((across, state.radius), (up, state.fall)):
        assert track.place(value) == pytest.approx(point, abs=0.7)


def _pocket(picture, state, grows):
    """The cap on the crack is part of a circle: with the bar, 24 pixels, as the radius at rest."""
    (bar,) = (line for line in look.lines(picture.page, "ink") if np.ptp(line.get_ydata()) == 0)
    rest = np.ptp(bar.get_xdata())
    (outline,) = look.outlines(picture.gas)
    assert (outline[:, 0].min() + outline[:, 0].max()) / 2 == pytest.approx(202, abs=0.1)  # on the crack
    height = 276 - outline[:, 1].min()
    radius = (height**2 + rest**2) / (2 * height)
    assert radius == pytest.approx(88 if grows else min(rest * state.swells, 88), rel=0.01)
    for arrow in look.outlines(picture.arrows):
        tail, tip = arrow[0], arrow[3]
        assert np.hypot(*(tip - (202, 188))) > np.hypot(*(tail - (202, 188))) > 88


def _levels(picture, outside):
    axes = picture.now.axes
    (band,) = look.shapes(axes, "green")
    bore = outside + sources.observation("lab_tension").value
    assert look.span(band)[2:] == pytest.approx((1e4, bore))
    (level,) = (line for line in look.lines(axes, "ink") if line not in picture.movers)
    vacuum, (pure, _) = level.get_ydata()[0], picture.tears.get_ydata()
    assert list(picture.tears.get_xdata()) == list(axes.get_xlim())
    assert (vacuum, pure) == pytest.approx((outside, outside + sources.value("water_tension_limit")))
    for words, low, high in (
        ("thin film bore", 1e4, bore),
        ("vacuum", outside / 2, outside),
        ("without a pocket", pure, 2 * pure),
    ):
        assert low < look.text(picture, words).get_position()[1] < high, words
    told = look.numbers(look.said(look.text(picture, "without a pocket")))
    assert told == pytest.approx([sources.value("water_tension_limit") / 1e3])
    radii, needed = picture.needed.get_data()
    for words, above in (("grows without end", True), ("holds", False)):
        (name,) = (text for text in axes.texts if look.said(text) == words)
        x, y = name.get_position()
        assert (y > np.interp(x, radii, needed)) == above, words
        assert look.colour(name) == ("vermilion" if above else "blue")


def one_millilitre(picture):
    """Width: pressure; height: solubility; so the area is what is dissolved. Left: the same gas by volume."""
    gases, (page,) = joint_gases(), picture.figure.axes
    damp = sources.value("standard_atmosphere") - sources.value("vapour_pressure")
    volumes = gases.content * R * gases.temperature / damp  # over that of the fluid
    fluid = look.span(look.shapes(page, "fluid")[0])
    side = fluid[1] - fluid[0]
    foot = fluid[3]
    drawn = {}
    for i, name in enumerate(gases.names):
        strip, product = (look.span(patch) for patch in look.shapes(page, LOOKS[name][0]))
        square = side * volumes.sum() ** 0.5
        assert strip[1] - strip[0] == pytest.approx(square)
        assert (strip[3] - strip[2]) * square == pytest.approx(volumes[i] * side**2), name
        assert strip[3] == pytest.approx(foot)
        foot = strip[2]
        width, height = product[1] - product[0], product[3] - product[2]
        drawn[name] = (width / gases.tension[i], height / gases.solubility[i], width * height / gases.content[i])
        label = look.text(picture, name)
        said = look.text(picture, f"= {gases.content[i]:.3g} µmol")
        assert look.numbers(look.said(said))[:2] == pytest.approx(
            [gases.tension[i] / 1e3, 1e3 * gases.solubility[i]], rel=0.01
        )
        assert look.colour(label) == LOOKS[name][0]
        assert said.get_position()[1] - label.get_position()[1] == pytest.approx(23)
    assert look.text(picture, f"from below {', '.join(gases.names)}")
    assert np.ptp(list(drawn.values()), axis=0) == pytest.approx([0, 0, 0], abs=1e-3 * max(drawn["nitrogen"]))
    assert look.text(picture, f"{volumes.sum():.3f} mL")


def ages(picture):
    """All four are events, each at its time (s)."""
    pop, wait = sources.observation("pop_duration"), sources.observation("refractory_time").value
    cross = sources.value("film_thickness") ** 2 / joint_gases().diffusivity
    join = sources.value("bicarbonate_time")
    for label, low, high, said in (
        ("One pop", pop.low, pop.high, 1e3 * pop.value),
        ("Gas crosses the film", cross.min(), cross.max(), cross.max()),
        ("Bicarbonate joins in", join, join, join),
        ("Wait until the next crack", wait, wait, wait / 60),
    ):
        row = look.row(picture, label)
        assert row.ends == pytest.approx([low, high]), label
        assert row.values == pytest.approx([(low * high) ** 0.5])
        assert row.marks == [("vermilion", "o")]
        assert look.numbers(row.words)[0] == pytest.approx(said, rel=0.05), label
