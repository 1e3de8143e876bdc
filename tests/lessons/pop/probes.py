"""What the pictures of the lesson on the pop say: which number of the state stands where."""

import numpy as np
import pytest
from tests.pictures import look

from jointlab import sources
from jointlab.models.bubble import mechanisms
from jointlab.models.bubble.joint_liquid import joint_fluid
from jointlab.models.bubble.keller_miksis import keller_miksis
from jointlab.models.bubble.recovery import Recovery
from jointlab.models.bubble.statics import resting_bubble


def COLLAPSE(picture, state):
    _size_and_pressure(picture, state.bubble)
    _sound(picture, state)
    _spectrum(picture, state)
    _gas_that_stays(picture, state)
    _held_at_rest_and_at_the_end_of_the_return(picture, state)


def _held_at_rest_and_at_the_end_of_the_return(picture, state):
    """Before the return the hand finds either curve at its height; its end where the pressure is that outside."""
    (radius,), (pressure,), (end,) = picture.grips(state)
    assert [track.control for track in (radius, pressure, end)] == ["radius", "pressure", "return_time"]
    outside = state.bubble.ambient_pressure
    back = state.bubble.time[np.argmax(outside > outside[0] + 0.9999 * np.ptp(outside))]
    for track, curve, value, moments in (
        (radius, picture.radius, state.bubble.radius[0], (-2, 0)),
        (pressure, picture.pressure, outside[0], (-2, 0)),
        (end, picture.pressure, back, (0, 12)),
    ):
        x, y = _plotted(picture, curve, track.place(value))
        assert moments[0] < x < moments[1], track.control
        assert y == pytest.approx(np.interp(x, *curve.get_data()), abs=0.005 * curve.axes.get_ylim()[1]), track.control
    assert _plotted(picture, picture.pressure, end.place(0.004)) == pytest.approx((4, outside[-1] / 1e3))


def _plotted(picture, curve, place):
    """A place in pixels from the top left in the coordinates of a curve's plot."""
    return curve.axes.transData.inverted().transform((place[0], picture.height - place[1]))


def _size_and_pressure(picture, bubble):
    for line, truth, words in (
        (picture.radius, 1e3 * bubble.radius, "Bubble radius (mm)"),
        (picture.pressure, bubble.ambient_pressure / 1e3, "fluid pressure (kPa), dashed"),
    ):
        _drawn(line, bubble.time, truth)
        assert line.axes.get_xlim() == (-2, 12)
        assert words in line.axes.get_title(loc="left") or look.text(picture, words)
    assert (picture.radius.get_linestyle(), picture.pressure.get_linestyle()) == ("-", "--")


def _drawn(line, seconds, truth):
    """Every drawn point is one of the curve's, from 0 to 12 ms; and the curve reaches what it reaches in truth. Before
    that, for 2 ms, all is at rest."""
    milliseconds, drawn = line.get_data()
    assert (milliseconds[0], drawn[0]) == (-2, drawn[1])
    milliseconds, drawn = milliseconds[1:], drawn[1:]
    assert drawn == pytest.approx(np.interp(milliseconds / 1e3, seconds, truth))
    assert (milliseconds[0], milliseconds[-1]) == pytest.approx((0, 12))
    assert np.diff(milliseconds).max() < 0.12
    assert (drawn.min(), drawn.max()) == pytest.approx((truth.min(), truth.max()))


def _sound(picture, state):
    """Upwards is a pressure above that at rest; 1 is the peak of the whole sound."""
    _drawn(picture.sound, state.bubble.time, state.sound / np.abs(state.sound).max())
    assert np.abs(picture.sound.get_ydata()).max() == pytest.approx(1)
    words = dict(zip(picture.sound.axes.get_yticks(), picture.sound.axes.get_yticklabels(), strict=True))
    assert (look.said(words[-1]), look.said(words[1])) == ("below", "above")
    assert picture.sound.axes.get_xlim() == picture.radius.axes.get_xlim()
    ends = [np.round(axes.bbox.intervalx, 3).tolist() for axes in (picture.sound.axes, picture.radius.axes)]
    assert ends[0] == ends[1]
    for axes in (picture.sound.axes, picture.radius.axes):
        assert [look.said(name) for name in axes.get_xticklabels()] == ["0", "2", "4", "6", "8", "10", "12"]


def _spectrum(picture, state):
    hertz, drawn = picture.spectrum.get_data()
    assert (hertz[0], hertz[-1], drawn.max()) == pytest.approx((20, 20_000, 1))
    assert hertz[drawn.argmax()] == pytest.approx(state.peak, rel=0.04)
    assert list(picture.peak.get_xdata()) == pytest.approx([state.peak])
    (necks,) = look.shapes(picture.spectrum.axes, "green")
    recorded = sources.observation("neck_frequency_median")
    assert look.span(necks)[:2] == pytest.approx((recorded.low, recorded.high))
    words = look.text(picture, "neck cracks")
    assert recorded.low < words.get_position()[0] < recorded.high
    assert look.colour(words) == "green"


def _gas_that_stays(picture, state):
    """The section of the flat cavity belongs to its volume, V = 4/3 · area · radius, as far as there is room."""
    gas = look.moving(picture, "gas")
    (outline,) = look.outlines(gas)
    *_, low, high = look.span(gas)
    on_axis = outline[np.abs(outline[:, 1]) < (high - low) / 10, 0].mean()
    assert low + high == pytest.approx(0, abs=0.01)
    assert on_axis == pytest.approx(1e3 * sources.value("mcp_head_radius") + 1, abs=0.1)  # mid gap, which is 2 mm
    start, tip = picture.leader.get_xydata()
    assert tip == pytest.approx([on_axis, 0], abs=0.1)
    assert np.linalg.norm(look.centre(look.text(picture, "the gas that stays")) - start) < 1  # mm
    volume = 4 / 3 * look.area(outline) * (high - low) / 2
    room = 2 / 3 * np.pi * 5.17**2 * 1.8  # mm³ in the drawn gap: a lens of 5.17 mm radius, 1.8 mm high
    assert volume == pytest.approx(min(1e9 * state.cavity, room), rel=0.02)


def CAMERA(picture, state):
    frames = _frames(picture)
    _named(picture, state, frames)
    across = frames[0, :, 0]  # the middle of each of the eight pictures; the third is the one with the crack
    pictures = (np.concatenate([s[:, 0] for s in look.strokes(picture.truth)]) - across[2]) / (across[3] - across[2])
    heights = [_heights(picture, line) for line in (picture.truth, picture.steps)]
    per_mm3 = 23 / 56  # pixels: the graph is 23 high, and 56 mm³ fill it
    truth = np.concatenate([np.clip(1e9 * strip.truth, 0, 56) for strip in state.strips])
    assert np.concatenate(heights[0]) == pytest.approx(per_mm3 * truth, abs=1e-6)
    assert pictures == pytest.approx(np.concatenate([strip.clock for strip in state.strips]))
    frames_held = 1e9 * np.concatenate([strip.frames for strip in state.strips])
    assert [step[0] for step in heights[1]] == pytest.approx(per_mm3 * np.clip(frames_held, 0, 56), abs=1e-6)
    middles = [stroke[:, 0].mean() for stroke in look.strokes(picture.steps)]
    assert middles == pytest.approx(np.tile(across, 4))
    _lenses(picture, frames_held, frames)
    _bones_part(picture, state)
    crack = across[2] + state.crack * (across[3] - across[2])
    assert [*picture.crack.get_xdata(), picture.word.get_position()[0]] == pytest.approx([crack] * 3)
    assert look.said(picture.word) == "crack"
    assert look.colour(picture.word) == look.colour(picture.crack)
    _keyed(picture)
    _held_at_the_crack_and_on_the_scale(picture, state, across)


def _keyed(picture):
    """Beside the name of each curve stands a stroke of its colour and width."""
    for curve, words in ((picture.truth, "gas space in truth"), (picture.steps, "what each picture holds")):
        y = look.text(picture, words).get_position()[1]
        (stroke,) = (line for line in picture.page.lines if set(line.get_ydata()) == {y})
        assert (look.colour(stroke), stroke.get_linewidth()) == (look.colour(curve), curve.get_linewidth())
    assert picture.steps.get_linewidth() > 2 * picture.truth.get_linewidth()


def _held_at_the_crack_and_on_the_scale(picture, state, across):
    """The hand finds the crack on its line, all over its picture, and the time of a picture as a point on a scale."""
    (crack,), (time,) = picture.grips(state)
    assert (crack.control, time.control) == ("phase", "interval")
    x, y = crack.place(state.crack + 0.5)
    (line, _), (top, foot) = picture.crack.get_data()
    assert x == pytest.approx(line)
    assert top < y < foot
    assert np.ptp(np.array(crack.places)[:, 0]) == pytest.approx(across[3] - across[2])
    (point,) = picture.speed.get_xydata()
    assert time.place(state.interval) == pytest.approx(point, abs=0.7)
    for marked in (1, 10, 100):
        x, _ = look.text(picture, f"{marked} ms").get_position()
        assert x == pytest.approx(time.place(marked / 1e3)[0], abs=0.7)


def _frames(picture):
    """Middle (x, y) of the eight empty pictures in each of the four rows."""
    (boxes,) = (patch for patch in picture.page.patches if look.colour(patch) == "none")
    middles = sorted(tuple((box.min(axis=0) + box.max(axis=0))[::-1] / 2) for box in look.outlines(boxes))
    return np.array(middles)[:, ::-1].reshape(4, 8, 2)


def _heights(picture, line):
    """Pixels above the foot of its row, stroke by stroke."""
    feet = [base.get_ydata()[0] for base in look.lines(picture.page, "line")]
    strokes = look.strokes(line)
    each = len(strokes) // 4
    return [feet[i // each] - stroke[:, 1] for i, stroke in enumerate(strokes)]


def _named(picture, state, frames):
    for strip, name, letter, row in zip(state.strips, picture.names, picture.letters, frames, strict=True):
        assert (look.said(name), look.said(letter)) == (strip.title, strip.letter)
        assert max(abs(words.get_position()[1] - row[0, 1]) for words in (name, letter)) < 30
    said = look.said(picture.clock)
    assert f"{1e3 * state.interval:.3g} ms" in said
    assert float(said.split()[-3].replace(",", "")) == pytest.approx(1 / state.interval, rel=0.05)


def _lenses(picture, held, frames):
    """One lens for each picture that holds gas; its area grows with the volume."""
    places = frames.reshape(-1, 2)
    seen = held > 0.02 * 56
    lenses = [outline for outline in look.outlines(picture.lenses) if look.area(outline) > 0]
    assert len(lenses) == seen.sum()
    middles = [(lens.max(axis=0) + lens.min(axis=0)) / 2 for lens in lenses]
    assert np.array(middles).reshape(-1, 2) == pytest.approx(places[seen], abs=0.1)
    areas = np.array([look.area(lens) for lens in lenses])
    assert areas == pytest.approx(np.pi * 9 * 17.6 * np.clip(held[seen] / 56, 0, 1), rel=0.02)


def _bones_part(picture, state):
    """Between the two bones of a picture there is the more room, the longer its gas space has been as wide as it gets;
    no picture shows them closer than the one before."""
    reach = np.array([np.ptp(bone[:, 0]) for bone in look.outlines(picture.bones)]).reshape(4, 8, 2)
    assert reach[..., 0] == pytest.approx(reach[..., 1]), "both bones move alike"
    gaps = 74 - reach.sum(axis=2)
    for strip, row in zip(state.strips, gaps, strict=True):
        assert (np.diff(row) > -1e-6).all(), strip.title
        shut, open_ = 0.18 * 74, 0.34 * 74
        assert row == pytest.approx(shut + (open_ - shut) * strip.apart), strip.title
        assert np.interp(strip.frames.max(), [0, 56e-9], [0, 18]) < row[strip.frames.argmax()], "the gas has room"


def joints(picture):
    """Both joints to one scale, and every leader ends in the tissue that its words name."""
    page, knuckle, facet = picture.figure.axes
    for axes in (knuckle, facet):
        (ten,) = np.diff(axes.transData.transform([(0, 0), (10, 0)])[:, 0])
        bar = next(line for line in page.lines if np.ptp(line.get_ydata()) == 0 and np.ptp(line.get_xdata()) > 50)
        assert np.ptp(bar.get_xdata()) == pytest.approx(ten)
    assert look.text(picture, "10 mm, both drawings")
    head, socket = sorted(look.shapes(knuckle, "cartilage"), key=lambda patch: look.span(patch)[1])
    head, socket = (np.vstack(look.outlines(patch)) for patch in (head, socket))
    axis = [points[np.abs(points[:, 1]) < 0.5, 0] for points in (head, socket)]
    assert axis[1].min() - axis[0].max() == pytest.approx(0.5, abs=0.03)
    assert _named_tissues(picture, page) == {
        "capsule": ["capsule"] * 2,
        "cartilage": ["cartilage"] * 2,
        "synovial fluid in the joint space": ["fluid"],
        "synovial fluid": ["fluid"],
        "tendons": ["panel"],
        "palmar plate": ["capsule"],
        "ligamentum flavum": ["capsule"],
        "lower vertebra": ["bone"],
        "spinous process": ["bone_inner"],
    }
    for words, tissue in (
        ("hand bone", "bone_inner"),
        ("finger bone", "bone_inner"),
        ("upper vertebra", "bone_inner"),
        ("spinal canal", "panel"),
        ("disc", "panel"),
        ("muscle", "soft"),
    ):
        name = look.text(picture, words)
        assert look.ground(picture, page.transData.transform(name.get_position())) == tissue, words
    front_to_back = [look.text(picture, words).get_position()[1] for words in ("disc", "canal", "muscle", "↓ back")]
    assert min(np.diff(front_to_back)) > 20


def _named_tissues(picture, page):
    """Words → the tissue in which the leader that begins beside them ends, once for each."""
    leaders = [line for line in page.lines if line.get_linewidth() == 1]
    found = {}
    for leader in leaders:
        start, end = leader.get_xydata()
        name = min(page.texts, key=lambda words: np.linalg.norm(look.centre(words) - start))
        found.setdefault(look.said(name), []).append(look.ground(picture, page.transData.transform(end)))
    return found


def timescales(picture):
    """Events are circles, instruments squares; each at its time (s)."""
    seen = sources.observation
    pop, wait, needed = seen("pop_duration"), seen("refractory_time").value, seen("frames_needed").value
    flash, scanner = seen("flash_delay").value, seen("mri_frame_time").value
    for label, low, high, mark, words in (
        ("One pop", pop.low, pop.high, "o", f"{1e3 * pop.value:.2f} ms, mean of {pop.n}"),
        ("Flash on ultrasound", flash, flash, "o", f"{1e3 * flash:.0f} ms after the sound"),
        ("One picture of the scanner", scanner, scanner, "s", f"{seen('mri_frame_rate').value:g} pictures a second"),
        ("A camera that could tell", 1 / needed, 1 / needed, "s", f"{needed:,.0f} pictures a second"),
        ("Wait until the next crack", wait, wait, "o", f"{wait / 60:.0f} minutes"),
    ):
        row = look.row(picture, label)
        assert row.ends == pytest.approx([low, high] if mark == "o" else []), label
        assert row.values == pytest.approx([(low * high) ** 0.5]), label
        assert row.marks == [({"o": "vermilion", "s": "blue"}[mark], mark)], label
        assert words in row.words
    ticks = dict(zip(picture.axes.get_xticks(), picture.axes.get_xticklabels(), strict=True))
    assert (look.said(ticks[1e-3]), look.said(ticks[60]), look.said(ticks[3600])) == ("1 ms", "1 min", "1 h")


def levels(picture):
    """Two ends of each strip by the model; 54 collapses and 36 births; outside the same, by so much fainter."""
    outside, stiff = sources.value("standard_atmosphere"), sources.value("polytropic_exponent")
    fluid = joint_fluid(0.01)
    film = Recovery(0.1 * outside, outside, 1e-4)
    time = np.linspace(0, 2.1e-3, 4001)
    collapse = keller_miksis(time, resting_bubble(3e-3, 0.1 * outside, fluid, stiff), fluid, film, tolerance=1e-6)
    time = mechanisms.event_time(before=1e-4, after=4e-3, step=1e-6)
    joint = mechanisms.Joint(fluid, outside, 1e-7, 1e-4, stiff)
    birth = mechanisms.inception(time, joint, -1e6, 1e-5)
    ear, air = sources.value("listening_distance"), sources.value("air_density")
    rows = dict(zip(("fluid", "air"), (picture.groups[""][:2], picture.groups[""][2:]), strict=True))
    for (where, distance, density), strips in zip(
        (("in fluid, 10 mm away", 0.01, sources.value("liquid_density")), (f"outside, {ear:g} m away", ear, air)),
        rows.values(),
        strict=True,
    ):
        for row, name, count, loud in zip(strips, ("a collapse", "a birth"), (54, 36), (collapse, birth), strict=True):
            assert (row.label, row.under) == (name, where)
            (levels,) = (mark.value for mark in row.marks)
            assert len(levels) == count, name
            assert np.abs(np.subtract(levels, _decibels(loud, density, distance))).min() < 0.01, name
            assert row.band == pytest.approx((min(levels), max(levels)))
            assert [mark.words for mark in row.marks] == [f"{np.ptp(levels):.0f} dB apart"]
            assert f"{levels.min():.0f} to {levels.max():.0f} dB".replace("-", "−") in picture.description
    assert "0 dB is 20 µPa" in picture.axes.get_xlabel()


def _decibels(history, density, distance):
    """Of p = ρ V̈ / (4π r), over 20 µPa."""
    pressure = density * history.volume_acceleration / (4 * np.pi * distance)
    return 20 * np.log10(np.abs(pressure).max() / 20e-6)


def one_crack(picture):
    """Radius, volume and its second derivative are those of one birth, over the same time; so are the phases."""
    outside = sources.value("standard_atmosphere")
    joint = mechanisms.Joint(joint_fluid(1.0), outside, 1e-8, 1e-4, sources.value("polytropic_exponent"))
    story = mechanisms.inception(mechanisms.event_time(1e-4, 4e-3, 1e-6), joint, -1e5, 1e-5)
    _, radius, volume, swing, pressure = picture.figure.axes
    for axes, title, truth in (
        (radius, "Radius (mm)", 1e3 * (3 * story.cavity_volume / (4 * np.pi)) ** (1 / 3)),
        (volume, "Volume (mm³)", 1e9 * story.cavity_volume),
        (swing, "(mm³/ms²)", 1e3 * story.volume_acceleration),
    ):
        curve = max(axes.lines, key=lambda line: len(line.get_xdata()))
        milliseconds, drawn = curve.get_data()
        assert drawn == pytest.approx(np.interp(milliseconds / 1e3, story.time, truth)), title
        assert title in axes.get_title(loc="left")
        assert axes.get_xlim() == pytest.approx((-0.1, 1.4))
        assert (milliseconds[0], milliseconds[-1]) == pytest.approx((-0.1, 1.4))
    milliseconds = 1e3 * story.time
    bent = np.gradient(np.gradient(1e9 * story.cavity_volume, milliseconds), milliseconds)
    seen = (milliseconds > 0.1) & (milliseconds < 1.4)  # at 0 the pocket is let go at once
    assert 1e3 * story.volume_acceleration[seen] == pytest.approx(bent[seen], abs=0.02 * np.abs(bent[seen]).max())
    _the_fluids_pressure_is_read_from_the_volume(volume, pressure, story)
    _phases_of_a_crack(picture, (radius, volume, swing), story)


def _the_fluids_pressure_is_read_from_the_volume(volume, pressure, story):
    height = volume.transData.transform(np.column_stack([0 * story.time, 1e9 * story.cavity_volume]))
    read = pressure.transData.inverted().transform(height)[:, 1]
    after = story.time >= 0
    assert read[after] == pytest.approx(story.film_pressure[after] / 1e3, abs=0.6)


def _phases_of_a_crack(picture, plots, story):
    """Each phase is named between its ends; the dot marks the largest of all swings, at the turn."""
    widest = story.cavity_volume.argmax()
    smallest = widest + story.cavity_volume[widest:].argmin()
    edges = [0, *(1e3 * story.time[[widest, smallest]]), 1.4]
    for axes in plots:
        dotted = sorted(
            line.get_xdata()[0] for line in axes.lines if len(line.get_xdata()) == 2 and np.ptp(line.get_xdata()) == 0
        )
        assert dotted == pytest.approx(edges[:-1])
    for words, start, end in zip(("birth", "partial collapse", "it settles"), edges[:-1], edges[1:], strict=True):
        x, _ = look.text(picture, words).get_position()
        ends = plots[0].transData.transform([(start, 0), (end, 0)])[:, 0]
        assert x == pytest.approx(ends.mean(), abs=0.5), words
    swing = plots[-1]
    (dot,) = (line for line in swing.lines if len(line.get_xdata()) == 1)
    loudest = np.abs(story.volume_acceleration).argmax()
    assert dot.get_xydata()[0] == pytest.approx((1e3 * story.time[loudest], 1e3 * story.volume_acceleration[loudest]))
    assert story.time[loudest] == pytest.approx(story.time[widest], abs=2e-5)
    assert look.colour(look.text(picture, "the loudest moment: the turn")) == look.colour(dot) == "vermilion"
    said = picture.description
    for number in (
        f"radius of {1e3 * (3 * story.cavity_volume[widest] / (4 * np.pi)) ** (1 / 3):.3g} mm",
        f"volume of {1e9 * story.cavity_volume[widest]:.2g} mm³ after {edges[1]:.3g} ms",
        f"{1e9 * story.cavity_volume[smallest]:.2g} mm³ after {edges[2]:.3g} ms",
        f"rest at {1e9 * story.cavity_volume[-1]:.2g} mm³",
        f"{1e3 * story.volume_acceleration.min():,.0f} mm³/ms²".replace("-", "−"),
    ):
        assert number in said, number
