"""What the pictures of the lesson on the film say: which number of the state stands where."""

import re

import numpy as np
import pytest
from matplotlib.path import Path
from tests.pictures import look

from jointlab import sources
from jointlab.models.film.cross_fluid import synovial_fluid
from jointlab.models.film.joint_films import films, speed_under_load


def FILM(picture, state):
    _section(picture, state)
    _speed(picture, state)
    _hold(picture, state)
    _curve(picture, state)
    _map(picture, state)
    _pull(picture, state)
    assert look.numbers(look.said(picture.centre)) == pytest.approx([state.centre / 1e3], abs=0.51)
    assert look.colour(picture.centre) == ("vermilion" if state.centre < 0 else "blue")
    assert look.said(picture.centre).startswith("↓") == (state.centre < -200e3)  # as far down as the plot reaches
    assert look.numbers(look.said(picture.viscosity)) == pytest.approx([state.viscosity], rel=0.05)
    beside = look.text(picture, "viscosity, as it flows").get_position()[1]
    assert picture.viscosity.get_position()[1] == beside


def _section(picture, state):
    """25 pixels a mm across, fourteen times as much up; fluid flows in."""
    (fluid,) = (p for p in look.shapes(picture.page, "fluid") if p in picture.movers and p is not picture.rim)
    assert "14 × too large" in look.said(look.text(picture, "thickness"))
    points = np.vstack(look.outlines(fluid)) @ [1, 1j]
    for across, gap in ((0, state.gaps[0]), (state.across[-1], state.gaps[-1])):
        for side in (-1, 1):
            for y in (163, 163 - 14 * 25 * 1e3 * gap):
                assert np.abs(points - (309 + side * 25e3 * across + 1j * y)).min() < 0.1
    rim = 25e3 * state.across[-1]
    for tail, tip in look.arrows(picture.flow):  # from the rim's own fluid, within the capsule
        assert rim < abs(tip[0] - 309) < abs(tail[0] - 309) < rim + 25
        assert tip[1] == tail[1]
    assert sorted(np.sign(tip[0] - 309) for _, tip in look.arrows(picture.flow)) == [-1, 1]
    assert (
        look.colour(look.text(picture, "small arrows: fluid flows in, not to scale"))
        == look.colour(picture.flow)
        == "blue"
    )


def _speed(picture, state):
    """The arrow stands on the upper bone's surface and points up; from mark to mark the speed is ten times as large."""
    ((tail, tip),) = look.arrows(picture.up)
    assert tip[0] == tail[0] == 309
    assert 0 < 163 - 14 * 25e3 * state.gap - tail[1] < 4
    marks = picture.ladder.get_ydata()
    assert list(picture.ladder.get_xdata()) == [309] * 4
    assert tip[1] < tail[1]
    assert np.interp(np.log10(1e3 * state.speed), [-1, 0, 1, 2], marks) == pytest.approx(tip[1])
    assert np.diff(marks) == pytest.approx([-21] * 3)
    assert look.numbers(look.said(picture.speed)) == pytest.approx([1e3 * state.speed], rel=0.05)
    assert look.said(picture.speed).endswith("mm/s")
    assert picture.speed.get_position()[1] == pytest.approx(tip[1])
    assert "ten times at each mark" in look.said(look.text(picture, "arrow up: opening speed"))


def _hold(picture, state):
    """The gap is held by the upper bone, beside its arrow; the speed by the tip of the arrow."""
    (gap,), (speed,) = picture.grips(state)
    assert (gap.control, speed.control) == ("gap", "speed")
    ((_, tip),) = look.arrows(picture.up)
    assert speed.place(state.speed) == pytest.approx(tuple(tip), abs=0.5)
    place = gap.place(state.gap)
    assert place[0] < 309 - 24
    upper = min(_bones(picture), key=lambda outline: outline[:, 1].min())
    assert Path(upper).contains_point(place)
    assert not Path(upper).contains_point((place[0], place[1] + 15))  # at its surface, not somewhere above


def _bones(picture):
    """The outlines of both bones, from the film's section."""
    (bone,) = (p for p in look.shapes(picture.page, "bone") if p in picture.movers)
    return look.outlines(bone)


def _pull(picture, state):
    """The pull as a number, and at its place between 0.01 and 1,000 N; a triangle if it is less."""
    assert look.numbers(look.said(picture.force)) == pytest.approx([max(state.pull, 0.01)], rel=0.05, abs=0.0051)
    assert look.said(picture.force).endswith(" N")
    places = [look.text(picture, words).get_position()[0] for words in ("0.01", "0.1", "1", "10", "100", "1,000 N")]
    (x,) = picture.point.get_xdata()
    assert np.interp(x, places, range(-2, 4)) == pytest.approx(np.log10(max(state.pull, 0.01)))
    assert picture.point.get_marker() == ("<" if state.pull < 0.01 else "o")


def _curve(picture, state):
    """Below the section at its scale: blue above a vacuum, orange below; at the rim and beyond the air outside."""
    plot = picture.above.axes
    assert plot.transData.transform([(0, 0), (1e-3, 0)])[:, 0] == pytest.approx([309, 309 + 25])
    assert look.colour(picture.above) == "blue"
    assert look.colour(picture.below) == "vermilion"
    strokes = [*look.strokes(picture.above), *look.strokes(picture.below)]
    x, y = np.vstack(strokes).T
    assert y == pytest.approx(np.interp(np.abs(x), state.across, state.pressure), abs=500)
    assert (x.min(), x.max()) == (-9e-3, 9e-3)
    blue, orange = (np.vstack([*look.strokes(line), (0, 0)])[:, 1] for line in (picture.above, picture.below))
    assert blue.min() >= -1e-3
    assert orange.max() <= 1e-3
    assert (len(orange) > 1) == (state.centre < 0)
    outside = sources.value("standard_atmosphere")
    (level,) = look.lines(plot, "muted")
    assert list(level.get_ydata()) == pytest.approx([outside] * 2)
    for words, pascals in (("air outside", outside), ("vacuum", 0)):
        place = look.text(picture, words).get_position()[1]
        assert picture.height - place == pytest.approx(plot.transData.transform((0, pascals))[1], abs=1), words
    ticks = [(tick.get_position()[0] * 1e3, tick) for tick in plot.get_xticklabels()]  # in mm, and in kPa
    ticks += [(tick.get_position()[1] / 1e3, tick) for tick in plot.get_yticklabels()]
    assert [look.numbers(look.said(tick)) for _, tick in ticks] == [[pytest.approx(place)] for place, _ in ticks]


def _map(picture, state):
    """11 pixels a mm; a ring where the pressure has the level of its tint, filled orange below a vacuum."""
    whole = np.array([2e3 * state.half_width, 2e3 * state.half_length])
    assert (picture.rim.width, picture.rim.height) == pytest.approx(tuple(11 * whole))
    assert {patch.center for patch in (picture.rim, *picture.rings, picture.tension)} == {(756, 126)}
    kilopascals = state.pressure / 1e3
    for ring, level in zip((*picture.rings, picture.tension), (75, 50, 25, 0), strict=True):
        assert ring.get_visible() == (kilopascals[0] < level)
        if ring.get_visible():
            share = ring.width / picture.rim.width
            assert np.interp(share, state.across / state.across[-1], kilopascals) == pytest.approx(level, abs=1e-6)
            assert ring.height / picture.rim.height == pytest.approx(share)
    assert [look.colour(ring) for ring in (*picture.rings, picture.tension)] == ["blue"] * 3 + ["vermilion"]
    assert look.numbers(look.said(picture.size)) == pytest.approx(sorted({*whole.round(6)}, reverse=True))
    _tension(picture)
    key = [look.text(picture, words).get_position()[1] for words in ("75 kPa", "50", "25")]
    assert key == sorted(key)


def _tension(picture):
    """Its area has a rim of paper, and its word where there is room for it; the key says it, too."""
    assert look.colour_name(picture.tension.get_edgecolor()) == "paper"
    said = picture.tense.get_visible()
    assert said == (picture.tension.get_visible() and picture.tension.width > 72)
    if said:
        assert look.said(picture.tense) == "tension"
        assert look.centre(picture.tense) == pytest.approx(picture.tension.center, abs=3)
    (key,) = (
        text for text in look.texts(picture, "tension") if look.colour(text) == "vermilion" and len(look.said(text)) < 8
    )
    boxes = [look.span(patch) for patch in look.shapes(picture.page, "vermilion") if patch not in picture.movers]
    assert any(top < key.get_position()[1] < foot for _, _, top, foot in boxes)


def BUDGET(picture, state):
    """The film and the rest make up the pull; all arrows, and all bars, have one scale."""
    sizes = {
        "pull": (state.pull, "ink"),
        "film": (state.film, "blue"),
        "rest": (state.pull - state.film, "capsule_edge"),
    }
    names = {"pull": "the pull", "film": "the film holds, at most", "rest": "left for ligaments and capsule"}
    for name, (newtons, colour) in sizes.items():
        bar, words = picture.bars[name], picture.words[name]
        assert list(bar.get_xdata()) == pytest.approx([530, 530 + 390 * newtons / 150]), name
        heading = look.text(picture, names[name])
        assert bar.get_ydata()[0] - heading.get_position()[1] == pytest.approx(22)
        assert look.colour(heading) == colour
        assert look.numbers(look.said(words)) == pytest.approx([newtons], abs=0.051 if newtons < 10 else 0.51)
        assert words.get_position()[1] == pytest.approx(bar.get_ydata()[0], abs=2)
        assert look.colour(bar) == look.colour(picture.forces[name]) == colour
        drawn = [tip[0] - tail[0] for tail, tip in look.arrows(picture.forces[name])]
        assert sum(drawn) == pytest.approx(0.95 * newtons * (1 if name == "pull" else -1), abs=1e-6), name
        assert len(drawn) == (2 if name == "rest" else 1)
    for end in ("150 N", "1,500 kPa"):  # the pull itself may be so large
        (words,) = (text for text in look.texts(picture, end) if text not in {*picture.words.values(), picture.held})
        assert words.get_position()[0] == 920
    for words, colour in (("pull", "ink"), ("film", "blue"), ("ligaments and capsule", "capsule_edge")):
        assert look.colour(look.text(picture, words)) == colour
    _tensions(picture, state)
    wetted = np.ptp(picture.wetted.get_ydata()) / 12  # mm, along a cartilage that is a little too far out
    assert wetted == pytest.approx(2e3 * state.radius, rel=0.05)
    ((tail, _),) = look.arrows(picture.forces["film"])
    middle = [picture.wetted.get_xdata().max(), np.mean(picture.wetted.get_ydata())]
    assert tail == pytest.approx(middle, abs=3)  # the film pulls where it is
    held = look.said(picture.held)
    assert held.startswith("film: ")
    assert held.endswith(" N")
    assert look.numbers(held) == pytest.approx([state.film], abs=0.051 if state.film < 10 else 0.51)
    assert look.colour(picture.held) == "blue"
    assert 5 < tail[1] - picture.held.get_position()[1] < 30  # straight above its arrow
    assert abs(tail[0] - picture.held.get_position()[0]) < 40
    _grips(picture, state)
    above, below = sorted(tail[1] for tail, _ in look.arrows(picture.forces["rest"]))
    assert above < picture.wetted.get_ydata().min() < picture.wetted.get_ydata().max() < below


def _grips(picture, state):
    """The pull is held by the tip of its arrow, the film by its lower edge, the tension by its mark."""
    places = {control: track.place(getattr(state, control)) for control, track in look.tracks(picture, state).items()}
    ((_, tip),) = look.arrows(picture.forces["pull"])
    assert places == {
        "pull": pytest.approx(tuple(tip)),
        "radius": pytest.approx(max(map(tuple, picture.wetted.get_xydata()), key=lambda place: place[1]), abs=0.5),
        "tension": pytest.approx(tuple(picture.borne.get_xydata()[0])),
    }


def _tensions(picture, state):
    def along(pascals):
        return 530 + 390 * pascals / 1.5e6

    assert list(picture.borne.get_xdata()) == pytest.approx([along(state.tension)])
    needed = state.pull / (np.pi * state.radius**2) - sources.value("standard_atmosphere")
    (x,) = picture.needed.get_xdata()
    assert x == pytest.approx(along(min(max(needed, 0), 1.53e6)))
    assert picture.needed.get_marker() == (">" if needed > 1.5e6 else "^")
    assert (look.colour(picture.borne), look.colour(picture.needed)) == ("blue", "vermilion")
    words = look.said(picture.needed_words)
    assert look.numbers(words) == (pytest.approx([needed / 1e3], abs=0.51) if needed > 0 else [])
    assert words.endswith("kPa" if needed > 0 else "no tension")
    seen = [line for line in look.lines(picture.page, "muted") if line.get_xdata()[0] == line.get_xdata()[1]]
    assert [line.get_xdata()[0] for line in seen] == pytest.approx([along(sources.observation("lab_tension").value)])
    assert any(text.get_position()[0] == seen[0].get_xdata()[0] for text in look.texts(picture, "water"))


def story(picture):
    """Rest, pull, resist, from left to right; every arrow points as its step says, every leader to what it names."""
    page = picture.page
    steps = [look.text(picture, words).get_position()[0] for words in ("1 At rest", "2 Pull", "3 Resist")]
    assert steps == sorted(steps)
    middles = [step + 98 for step in steps]
    ((tail, tip),) = look.arrows(_arrows(page, "ink"))
    assert tip[0] == middles[1]
    assert tip[1] < tail[1]
    for tail, tip in look.arrows(_arrows(page, "blue")):
        assert abs(tip[0] - middles[1]) < abs(tail[0] - middles[1]) < 98
    shaded = [look.span(patch) for patch in look.shapes(page, "blue") if patch.get_alpha()]
    assert all((left + right) / 2 == pytest.approx(middles[2]) for left, right, *_ in shaded)
    heights = [_gap(page, middle) for middle in middles]
    assert heights[0] < heights[1] == heights[2]
    for words in ("capsule", "cartilage", "synovial fluid"):
        line = min(look.lines(page, "ink"), key=lambda line: _apart(look.centre(look.text(picture, words)), line))
        end = page.transData.transform(line.get_xydata()[-1])
        assert words.split()[-1] in _around(picture, end, 3), words
    rings = [patch for patch in page.patches if not patch.get_fill()]
    assert all("fluid" in _around(picture, page.transData.transform(ring.center), 5) for ring in rings)
    assert len(rings) == 2


def weber(picture):
    """The head sits in its socket where there is air, and hangs below it where there is none."""
    page = picture.page
    titles = [look.text(picture, words) for words in ("1 Air around it", "2 Air pumped away", "3 Air let in again")]
    middles = [title.get_position()[0] + 96 for title in titles]
    assert middles == sorted(middles)
    says = ("It holds the weight.", "The head slips out.", "The head goes back.")
    assert [look.text(picture, words).get_position()[0] for words in says] == middles
    spans = [look.span(head) for head in picture.heads]
    assert [(left + right) / 2 for left, right, *_ in spans] == pytest.approx(middles, abs=0.5)
    tops = [top for _, _, top, _ in spans]
    assert tops[0] == tops[2] < 148 - 20  # deep in a socket that ends at 148
    assert tops[1] > 148 - 4
    air = [len(dots.get_xdata()) for dots in picture.air]
    assert air[0] == air[2] > 10 * air[1] > 0
    for middle, dots in zip(middles, picture.air, strict=True):
        assert (np.abs(dots.get_xdata() - middle) < 96).all()
    ends = {round(min(tail[0], tip[0]) - 96): tip[0] - tail[0] for tail, tip in _flows(page)}
    assert [np.sign(way) for _, way in sorted(ends.items())] == [1, -1]  # out of the second, into the third
    assert len(look.texts(picture, "weight")) == 4  # on each, and in what the first says


def _flows(page):
    return [ends for patch in look.shapes(page, "vermilion") for ends in look.arrows(patch)]


def suction(picture):
    """The air pushes the bones together, everywhere alike; the fluid apart, once they are pulled less, least inside."""
    rest, pulled = (look.text(picture, words).get_position()[0] + 130 for words in ("At rest", "Pulled"))
    air, fluid = ({}, {})
    for pushes, patch, way in ((air, picture.air, 1), (fluid, picture.fluid, -1)):
        for tail, tip in look.arrows(patch):
            middle = min((rest, pulled), key=lambda x: abs(x - tip[0]))
            above = tail[1] < 170
            assert np.sign(tip[1] - tail[1]) == (way if above else -way), "towards the film, or away from it"
            pushes.setdefault((middle, round(tip[0] - middle)), []).append(abs(tip[1] - tail[1]))
    assert all(both == pytest.approx([40, 40]) for both in air.values())
    assert fluid.keys() == air.keys()
    assert len(air) == 6
    assert all(fluid[rest, place] == pytest.approx([40, 40]) for place in (-56, 0, 56))
    (side, _), (inside, _), (other, _) = (fluid[pulled, place] for place in (-56, 0, 56))
    assert 0 < inside < side == other < 40
    assert _gap(picture.page, pulled) > _gap(picture.page, rest)
    for words, patch in (("air", picture.air), ("fluid", picture.fluid)):
        (name,) = (text for text in look.texts(picture, words) if look.said(text) == words)
        assert look.colour(name) == look.colour(patch)


def _arrows(page, colour):
    (found,) = (p for p in look.shapes(page, colour) if p.get_alpha() is None and len(p.get_path().vertices) >= 8)
    return found


def _around(picture, pixel, reach):
    """What is drawn at a place and so many pixels beside it."""
    ways = np.array([(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)])
    return [look.ground(picture, pixel + reach * way) for way in ways]


def _apart(place, line):
    """How far a leader of two points begins from a place; far, if it is no leader."""
    start = line.get_xydata()[0]
    return np.linalg.norm(start - place) if len(line.get_xdata()) == 2 else np.inf


def _gap(page, middle):
    """Pixels of fluid in the middle of a step."""
    points = [np.vstack(look.outlines(patch)) for patch in look.shapes(page, "fluid")]
    heights = np.concatenate([p[np.abs(p[:, 0] - middle) < 1, 1] for p in points])
    return np.ptp(heights)


def gives(picture):
    """The gap over time under 1 N from 10 to 200 µm: each piece takes its length over its speed."""
    axes = picture.axes
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("time (s)", "gap (µm)")
    for fluid, words, colour in (
        ("healthy", "healthy fluid", "blue"),
        ("osteoarthritis", "fluid in osteoarthritis", "vermilion"),
        ("rheumatoid", "fluid in rheumatoid arthritis", "green"),
    ):
        (curve,) = look.lines(axes, colour)
        seconds, gaps = curve.get_data()
        assert (gaps[0], gaps[-1], seconds[0]) == pytest.approx((10, 200, 0))
        middles = np.sqrt(gaps[1:] * gaps[:-1]) / 1e6
        film, thick = films()["knuckle"], synovial_fluid(fluid)
        speeds = np.array([speed_under_load(film, thick, middle, 1.0) for middle in middles])
        assert np.diff(seconds) == pytest.approx(np.diff(gaps) / 1e6 / speeds, rel=0.02), fluid
        assert look.colour(look.text(picture, words)) == colour
        (told,) = re.findall(rf"{words} after (\S+) s", picture.description)
        assert float(told) == pytest.approx(seconds[-1], rel=0.02)
        assert np.interp(0.5 * seconds[-1], seconds, gaps) < 20  # low for most of its time
        assert gaps[-1] == look.numbers(picture.description.split("rises steeply, to ")[1])[0]


def pressures(picture):
    """kPa above the air; below it to the left of the line, above it to the right."""
    rows = {
        "healthy knees": "healthy_knee_pressure",
        "healthy knuckles": "healthy_knuckles_measured",
        "knees after an injury": "injured_knee_pressure",
        "knees, osteoarthritis": "osteoarthritis_knee_pressure",
        "knees, rheumatoid arthritis": "rheumatoid_knee_pressure",
        "knuckles, rheumatoid arthritis": "rheumatoid_knuckles_measured",
    }
    findings = {"healthy knuckles": "at or below", "knuckles, rheumatoid arthritis": "above"}
    for drawn, (label, name) in zip(look.rows(picture), rows.items(), strict=True):
        seen = sources.observation(name)
        told = [] if label in findings else [number / 1e3 for number in (seen.value, seen.low, seen.high)]
        assert drawn.label == label
        assert drawn.heading.startswith("Healthy") == label.startswith("healthy")
        assert [*drawn.values, *drawn.ends] == pytest.approx(told), label
        assert drawn.words == findings.get(label, "")
        assert look.numbers(drawn.note) == pytest.approx([*told[:1], seen.n], abs=0.051)
    chart = picture.axes
    for words, way in (("at or below", -1), ("← below", -1), ("above the air’s", 1)):
        assert np.sign(look.centre(look.text(picture, words))[0]) == way, words
    above = [text for text in look.texts(picture, "above") if look.said(text) == "above"]
    assert [np.sign(look.centre(text)[0]) for text in above] == [1]
    (null,) = look.lines(chart, "ink")
    assert list(null.get_xdata()) == [0, 0]
    assert "less that of the air (kPa)" in chart.get_xlabel()
