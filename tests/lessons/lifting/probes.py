"""What the pictures of the lesson on lifting say: which number of the state stands where."""

import numpy as np
import pytest
from matplotlib.path import Path
from tests.pictures import look
from tests.pictures.extents import colour_name

from jointlab import sources
from jointlab.drawings.human.side import outlines
from jointlab.drawings.human.upright import Upright
from jointlab.models.body.balance import hip_above_floor, standing
from jointlab.models.body.kinematics import Posture, trunk_points, turn
from jointlab.models.body.lumbar_load import spine_load
from jointlab.models.body.segments import body


def CARRY(picture, state):
    _a_body_and_its_load(picture, state)
    _handles_of_the_body(picture, state)
    assert not look.texts(picture, "specimens"), "strength is explained later in the lesson"


def WHO(picture, state):
    _a_body_and_its_load(picture, state)
    _strength(picture, picture.bars.of_force)
    _handles_of_the_head_and_the_bars(picture, state)


def _a_body_and_its_load(picture, state):
    _person(picture.scene, picture.movers, state.body, state.posture, state.hip, complex(state.result.load.place))
    _forces(picture, state)
    _lever_arms(picture, state)
    _moment(picture.bars, state.result)
    _bands(picture, state)


def _handle(picture, state, control, value):
    """Where the way of a control says that its handle stands, in pixels; None if it cannot be taken hold of."""
    track = look.tracks(picture, state).get(control)
    return track and np.array(track.place(value))


def _inside(picture, patch, place):
    """Whether a place in pixels lies in an outline of a shape."""
    (point,) = patch.axes.transData.inverted().transform([place * (1, -1) + (0, picture.height)])
    return any(Path(outline).contains_point(point) for outline in look.outlines(patch))


def _in_the_head(picture, place):
    (cloth,) = (p for p in look.shapes(picture.scene, "cloth"))
    (skin,) = (p for p in look.shapes(picture.scene, "skin") if p.get_zorder() < cloth.get_zorder())
    return _inside(picture, skin, place) and not _inside(picture, cloth, place)


def _handles_of_the_body(picture, state):
    """The head leans, the seat (on the shorts) bends the knees; the hands can be led unless nothing is left to lift."""
    bend, knee = float(state.posture.trunk), float(state.posture.leg.knee)
    assert _in_the_head(picture, _handle(picture, state, "bend", bend))
    (cloth,) = (p for p in look.shapes(picture.scene, "cloth"))
    assert _inside(picture, cloth, _handle(picture, state, "knee", knee))
    reach = float(state.posture.arm.shoulder) - bend
    hands = _handle(picture, state, "reach", reach)
    if hands is None:
        assert bend > 60, "only who bends low has no room for the arms"
    else:
        (arm,) = (p for p in look.shapes(picture.scene, "skin") if p.get_zorder() > cloth.get_zorder() + 0.2)
        assert _inside(picture, arm, hands)
        grip = complex(state.result.load.place) + state.hip
        knuckles = picture.pixels(picture.scene, grip.real, grip.imag)[0]
        assert np.hypot(*(hands - knuckles)) < 10, "in the hand, not on the arm"


def _handles_of_the_head_and_the_bars(picture, state):
    """The head makes taller; the ends of the two bars of the moment make heavier."""
    assert _in_the_head(picture, _handle(picture, state, "height", float(state.body.height)))
    for control, name, value in (("mass", "weight", float(state.body.mass)), ("load", "load", state.load)):
        bar = picture.bars.shares[name]
        (end,) = picture.pixels(bar.axes, *bar.get_xydata()[-1:].T)
        assert _handle(picture, state, control, value) == pytest.approx(end, abs=0.5), control


def _person(axes, movers, person, posture, hip, hands):
    """The person stands on the floor; head and hands are drawn where the model has them."""
    drawn = [patch for patch in axes.patches if patch in movers and patch.get_visible()]

    def points(colour):
        return np.vstack([outline for p in drawn if look.colour(p) == colour for outline in look.outlines(p)])

    assert points("skin")[:, 1].min() == pytest.approx(0, abs=0.02)
    vertex = complex(trunk_points(person, posture).vertex)
    for place, colour, near in ((vertex, "hair", 0.06), (hands, "skin", 0.08)):
        assert np.abs(points(colour) @ [1, 1j] - place - hip).min() < near
    (cloth,) = (patch for patch in drawn if look.colour(patch) == "cloth")
    _trunk(look.outlines(cloth)[0], person, posture, hip)


def _trunk(drawn, person, posture, hip):
    """From pelvis to shoulders the trunk bends as the posture says: about each joint it is as thick as upright."""
    upright = outlines(Upright(person), Posture())["cloth"][0]
    ends = _thickness(drawn, person, posture, hip), _thickness(upright, person, Posture(), 0)
    for (back, front), (plain_back, plain_front) in zip(*ends, strict=True):
        assert back == pytest.approx(plain_back, abs=0.008)
        assert front == pytest.approx(plain_front, rel=0.25)  # a large belly moves when its bearer bends


def _thickness(outline, person, posture, hip):
    """How far behind and in front of L5-S1, L2-L3 and the middle of the chest a trunk ends, in m, square to it."""
    trunk = trunk_points(person, posture)
    joints = (trunk.levels[0], trunk.levels[3], trunk.chest)
    for joint, leans in zip(joints, (trunk.turns[0], trunk.turns[3], trunk.upper), strict=True):
        here = (outline @ [1, 1j] - hip - joint) / turn(leans)
        after = np.roll(here, -1)
        crossing = (here.imag < 0) != (after.imag < 0)
        here, after = here[crossing], after[crossing]
        across = here.real - here.imag * (after - here).real / (after - here).imag
        yield [across.min(), across.max()]


def _forces(picture, state):
    """All arrows to the scale of the ruler, each from or to the place where it acts."""
    result, hip = state.result, state.hip
    ruler = next(line for line in look.lines(picture.scene, "ink") if np.ptp(line.get_ydata()) == 0)
    assert look.text(picture, "1,000 N").get_position()[1] == ruler.get_ydata()[0]
    per_newton = np.ptp(ruler.get_xdata()) / 1000
    below = -1.5j * picture.ball.get_radius()  # the load's weight hangs from the ball
    for name, colour, force, shift in (
        ("weight", "blue", result.weight, 0),
        ("load", "purple", result.load, below),
        ("muscle", "vermilion", result.muscle_pull, None),
        ("disc", "ink", result.reaction, None),
    ):
        arrow, words, vector = picture.arrows[name], picture.words[name], complex(force.vector) * per_newton
        assert (look.colour(arrow), look.colour(words)) == (colour, colour)
        assert arrow.get_visible() == (abs(vector) > 0.002)
        if arrow.get_visible():
            tip = complex(force.place) + hip + (vector + shift if shift is not None else 0)
            _arrow(look.outlines(arrow), tip, vector, bent=name == "muscle" and result.moment.middle > 0)
        _said_of(look.said(words), name, force.size, result.muscle)
    (disc,) = (p for p in look.shapes(picture.scene, "vermilion") if p is not picture.arrows["muscle"])
    place = complex(result.disc) + hip
    left, right, low, high = look.span(disc)
    assert ((left + right) / 2, (low + high) / 2) == pytest.approx((place.real, place.imag), abs=0.004)
    assert picture.ball.get_visible() == (state.load > 0)
    assert picture.ball.get_radius() ** 3 == pytest.approx(0.042**3 * state.load)  # as large as its mass
    assert picture.ball.get_center()[0] == pytest.approx(complex(result.load.place + hip).real)
    assert picture.ball.get_center()[1] >= picture.ball.get_radius() - 1e-9 or not state.load, "above the floor"


def _arrow(outlines, tip, vector, bent):
    """It points to where the force acts, or away from there, and is as long as the force is large, or has a gap."""
    points = np.vstack(outlines) @ [1, 1j]
    assert np.abs(points - tip).min() < 1e-9
    along = (points - tip) / (vector / abs(vector))
    if len(outlines) == 2:
        assert abs(vector) > 0.3, "only a long arrow has a gap"
        assert 0.3 < np.abs(points - tip).max() < min(abs(vector), 0.56)
    elif not bent:
        assert -along.real.min() == pytest.approx(abs(vector), abs=1e-6)
    else:
        assert 0.8 * abs(vector) < np.abs(points - tip).max() < abs(vector) + 0.015
    head = outlines[0] @ [1, 1j]
    at = np.abs(head - tip).argmin()
    wings = (head[at - 1] + head[(at + 1) % len(head)]) / 2
    turned = np.angle((tip - wings) / vector, deg=True)
    assert abs(turned) < (20 if bent else 0.1), "its head points as the force pulls"
    if not bent:
        assert np.abs(along.imag).max() < 0.04


def _said_of(words, name, size, muscle):
    """A weight within 5 N, a load within 1 N, of the muscles a band."""
    if name in ("weight", "load"):
        assert look.numbers(words)[-1] == pytest.approx(float(size), abs=5 if name == "weight" else 0.5)
        assert words.endswith(" N")
    if name == "muscle":
        ends = look.numbers(words.replace("–", " "))
        assert ends == pytest.approx([float(muscle.low), float(muscle.high)][-len(ends) :], rel=0.05, abs=5)
        assert words.endswith(" N")
        assert len(ends) == 2 or "up to" in words


def _lever_arms(picture, state):
    """In front of the disc to the right; the words say the same in cm."""
    result, hip = state.result, state.hip
    disc = complex(result.disc) + hip
    weights = {"weight": result.weight, "load": result.load} if state.load else {"weight": result.weight}
    assert {name for name, ruler in picture.rulers.items() if ruler.get_visible()} == weights.keys()
    for name, force in weights.items():
        ruler, words = picture.rulers[name], look.said(picture.lengths[name])
        place = complex(force.place) + hip
        assert list(ruler.get_xdata()) == pytest.approx([disc.real, place.real])
        (centimetres,) = look.numbers(words)
        signed = -centimetres if "behind" in words else centimetres
        assert signed == pytest.approx(100 * (place - disc).real, abs=0.51)
        assert look.colour(ruler) == look.colour(picture.lengths[name]) == look.colour(picture.arrows[name])
        assert any(plumb[0] == pytest.approx([place.real, place.imag]) for plumb in look.strokes(picture.plumb))
    muscle = complex(result.muscle_pull.place) + hip
    assert picture.muscle_arm.get_xydata() @ [1, 1j] == pytest.approx(np.array([disc, muscle]))


def _moment(bars, result):
    """Blue from 0; purple from where it ends, or from 0 if the two turn in different ways; rows with their names."""
    own, held = (float(f.size * (f.place - result.disc).real) for f in (result.weight, result.load))
    start = own if own * held >= 0 else 0
    rows = {"trunk": bars.shares["weight"], "load": bars.shares["load"], "both": bars.moment_band}
    spans = {"trunk": [0, own], "load": [start, start + held]}
    spans["both"] = [float(result.moment.low), float(result.moment.high)]
    low, high = bars.of_moment.get_xlim()
    for name, bar in rows.items():
        assert list(bar.get_xdata()) == pytest.approx(spans[name]), name
        assert low <= min(spans[name]) <= max(spans[name]) <= high, name
        assert look.colour(bar) == {"trunk": "blue", "load": "purple", "both": "ink"}[name]
        assert _named(bar) == (name, look.colour(bar))
    assert _heading(bars.of_moment) == "Moment about L5-S1 (N m)"


def _named(bar):
    """The name at the left of a bar, on one line, and its colour."""
    page = bar.axes.figure.axes[0]
    height = page.get_ylim()[0]
    y = height - bar.axes.transData.transform(bar.get_xydata()[:1])[0, 1]
    found = [t for t in page.texts if t.get_ha() == "right" and abs(t.get_position()[1] - y) < 2]
    assert len(found) == 1
    return look.said(found[0]), look.colour(found[0])


def _heading(axes):
    """The heading of an axis: the bold words on the page close above its left upper corner."""
    page = axes.figure.axes[0]
    left, top = axes.bbox.x0, page.get_ylim()[0] - axes.bbox.y1
    found = [t for t in page.texts if t.get_position()[0] == pytest.approx(left) and 0 < top - t.get_position()[1] < 20]
    assert len(found) == 1
    return look.said(found[0])


def _bands(picture, state):
    result, bars = state.result, picture.bars
    axes = bars.of_force
    assert _heading(axes) == "Force (N)"
    low, high = axes.get_xlim()
    for words, band, colour in (
        ("disc compression", result.compression, "ink"),
        ("disc shear", result.shear, "ink"),
        (look.said(bars.muscles), result.muscle, "vermilion"),
    ):
        (name,) = (name for name, bar in bars.bands.items() if _named(bar)[0] == words)
        bar, middle = bars.bands[name], bars.middles[name]
        assert middle.get_ydata()[0] == bar.get_ydata()[0] == bar.get_ydata()[1]
        newtons = [float(end) for end in (band.low, band.high, band.middle)]
        assert [*bar.get_xdata(), *middle.get_xdata()] == pytest.approx(newtons), words
        assert low <= min(newtons) <= max(newtons) <= high, words
        assert (look.colour(bar), look.colour(middle)) == (colour, colour)
    own = state.body.mass * 9.80665
    assert list(bars.own.get_xdata()) == pytest.approx([own, own], rel=1e-3)
    assert bars.own_words.get_position()[0] == pytest.approx(own, abs=150)
    assert look.said(bars.own_words) == "body weight"
    assert f"from 0 to {high:,.0f} newtons" in picture.description
    muscles = look.said(bars.muscles)
    if result.moment.low > 2:  # N m: the weight acts in front of the disc, whatever is uncertain
        assert muscles == "back muscles"
    if result.moment.high < -2:
        assert muscles == "muscles in front"


def _strength(picture, axes):
    """The curve of the specimens is highest where a gamma distribution of their mean and deviation is."""
    mean, deviation = (sources.observation(name).value for name in ("lumbar_strength", "lumbar_strength_sd"))
    force, down = axes.collections[0].get_paths()[0].vertices.T
    assert force[down.argmin()] == pytest.approx(mean - deviation**2 / mean, abs=100)
    limit = sources.value("action_limit")
    (mark,) = (line for line in look.lines(axes, "muted") if line not in picture.movers)
    assert list(mark.get_xdata()) == pytest.approx([limit, limit])
    words = look.said(look.text(picture, "action limit"))
    assert look.numbers(words) == pytest.approx([limit])
    assert words.endswith(" N")
    compression = picture.bars.bands["disc compression"].get_ydata()[0]
    assert down.min() < compression < down.max(), "the curve stands behind the bar of the compression"
    assert mark.get_ydata().min() < compression < mark.get_ydata().max()
    assert f"{sources.observation('lumbar_strength').n:,}" in look.said(look.text(picture, "specimens broke"))


ENDS = {"start": (0.0, "blue", -0.19), "end": (1.68, "green", 0.19)}  # ankles (m), colour, place in a row of bars


def LIFT(picture, state):
    for name, (ankles, colour, _) in ENDS.items():
        pose = state.ends[name]
        drawn = [a for a in picture.movers if (a.get_zorder() >= 2) == (name == "start")]
        hands = pose.hands - pose.hip if pose.reached else complex(trunk_points(state.body, pose.posture).vertex)
        _person(picture.scene, drawn, state.body, pose.posture, ankles + pose.hip, hands)
        _box(picture, ankles + pose.hands, over=name == "start")
        _distances(picture, name, ankles, colour, pose.hands)
        assert look.colour(look.text(picture, f"{name}: {pose.limit.weight:.1f} kg")) == colour
        assert ("◂" in look.said(picture.limits[name])) == (name == state.decides)
    _way(picture, state)
    _multipliers(picture, state)
    _from_above(picture, state.twist)
    assert look.numbers(look.said(picture.limit)) == pytest.approx([state.judged.limit], abs=0.051)
    assert picture.missed.get_visible() == (not state.start.reached)
    assert (look.said(picture.missed), look.said(picture.most)) == ("out of reach", "most")
    _handles_of_the_boxes(picture, state)
    assert look.said(look.text(picture, "Lifting index")) == "Lifting index"
    load, *index = look.numbers(look.said(picture.index))
    assert load == state.judged.load
    assert index == pytest.approx([load / state.judged.limit] if state.judged.limit else [], abs=0.0051)


def _box(picture, hands, over):
    """A box around the hands, on the floor or above it."""
    boxes = sorted(look.shapes(picture.scene, "fluid"), key=lambda box: box.get_zorder())
    left, right, low, high = look.span(boxes[over])
    assert ((left + right) / 2, low) == pytest.approx((hands.real, max(hands.imag - 0.14, 0)))
    assert (right - left, high - low) == pytest.approx((0.20, 0.22))


def _distances(picture, name, ankles, colour, hands):
    """H from the ankles to below the hands, V from the floor to their height; words beside them in cm."""
    (ruler,) = look.lines(picture.scene, colour)
    strokes = look.strokes(ruler)
    assert strokes[1][:, 0] == pytest.approx([ankles, ankles + hands.real])
    assert strokes[4][:, 1] == pytest.approx([0, hands.imag])
    assert np.ptp(strokes[1][:, 1]) == np.ptp(strokes[4][:, 0]) == 0
    words = picture.rulers[name].words
    assert look.said(words["H"]) == f"H {100 * hands.real:.0f} cm"
    assert look.said(words["V"]) == f"V {100 * hands.imag:.0f} cm"
    assert words["H"].get_position()[1] == strokes[1][0, 1]
    assert look.colour(words["V"]) == colour


def _way(picture, state):
    (way,) = (line for line in look.lines(picture.scene, "ink") if line in picture.movers)
    heights = [state.start.hands.imag, state.end.hands.imag]
    assert look.strokes(way)[1][:, 1] == pytest.approx(heights)
    (word,) = picture.rulers["way"].words.values()
    assert look.said(word) == f"D {100 * abs(heights[1] - heights[0]):.0f} cm"
    levels = look.strokes(picture.levels)
    assert [stroke[0, 1] for stroke in levels[:2]] == pytest.approx(heights)
    across = [state.start.hands.real, 1.68 + state.end.hands.real]
    assert [stroke[0, 0] for stroke in levels[2:]] == pytest.approx(across)


def _multipliers(picture, state):
    """Two bars for each, the upper for the start; the numbers and the word "most" stand beside them."""
    axes = picture.most.axes
    for name, (_, colour, shift) in ENDS.items():
        multipliers = state.ends[name].limit.multipliers
        assert colour_name(picture.shares[name].get_edgecolor()) == colour
        assert look.colour(picture.shares[name]) == {"start": "blue", "end": "paper"}[name], "full and hollow"
        bars = look.outlines(picture.shares[name])
        assert len(bars) == len(multipliers)
        for bar in bars:
            y = (bar[:, 1].min() + bar[:, 1].max()) / 2 - shift
            (letters,) = (look.said(t) for t in axes.texts if t.get_position() == (-0.08, pytest.approx(y - 0.19)))
            assert (bar[:, 0].min(), bar[:, 0].max()) == pytest.approx((0, multipliers[letters])), letters
            values = look.numbers(look.said(picture.values[round(y)]))
            assert values[name == "end"] == pytest.approx(multipliers[letters], abs=0.0051)
            assert picture.values[round(y)].get_position()[1] == pytest.approx(y)
            if (name, letters) == (state.decides, state.worst):
                assert picture.most.get_position()[1] == pytest.approx(y + shift)
    _key(picture)


def _key(picture):
    """Above the bars: a full blue one is called start, a hollow green one end."""
    shapes = {look.colour(p): p for p in picture.page.patches if p not in picture.movers}
    for name, fill, colour in (("start", "blue", "blue"), ("end", "paper", "green")):
        _, right, low, high = look.span(shapes[fill])
        (words,) = (t for t in picture.page.texts if look.said(t) == name)
        assert colour_name(shapes[fill].get_edgecolor()) == look.colour(words) == colour
        assert 0 < words.get_position()[0] - right < 10
        assert low < words.get_position()[1] < high


def _handles_of_the_boxes(picture, state):
    """The handles stand on the boxes; the two ways of the first box cross there."""
    first, last = sorted(look.shapes(picture.scene, "fluid"), key=lambda box: -box.get_zorder())
    hands = state.start.hands
    for control, value, box in (
        ("horizontal", hands.real, first),
        ("start", hands.imag, first),
        ("end", state.end.hands.imag, last),
    ):
        assert _inside(picture, box, _handle(picture, state, control, value)), control
    (above,) = look.shapes(look.text(picture, "from above").axes, "fluid")
    assert _inside(picture, above, _handle(picture, state, "twist", state.twist))


def _from_above(picture, twist):
    """The box lies so many degrees to the person's right of straight ahead, which is to the right."""
    words = look.text(picture, "from above")
    assert look.numbers(look.said(words)) == pytest.approx([twist], abs=0.51)
    (box,), (arc,) = look.shapes(words.axes, "fluid"), look.lines(words.axes, "blue")
    middle = np.vstack(look.outlines(box))[:4].mean(axis=0) @ [1, 1j]
    end = arc.get_xydata()[-1] @ [1, 1j]
    ahead = np.exp(-1j * np.radians(twist))
    assert [middle / abs(middle), end / abs(end)] == pytest.approx([ahead, ahead])


def lever(picture):
    """The same two arms in the body, at its scale, and as a seesaw."""
    woman = body("female", sources.value("adult_height"), sources.value("adult_mass"))
    posture = standing(woman, 45.0, 0.0, 0.0, load=0.0)
    result, hip = spine_load(woman, posture, 0.0), complex(hip_above_floor(woman, posture))
    arm, band = float(result.weight_arm), sources.constant("extensor_arm")
    page, scene = picture.figure.axes
    disc = complex(result.disc) + hip
    (red,) = look.shapes(scene, "vermilion")
    left, right, *_ = look.span(red)
    assert (left + right) / 2 == pytest.approx(disc.real, abs=0.004)
    level = next(line for line in look.lines(scene, "blue") if np.ptp(line.get_ydata()) == 0)
    assert list(level.get_xdata()) == pytest.approx([disc.real, disc.real + arm])
    (weight,) = _arrows(scene)
    assert weight.xyann[0] == weight.xy[0] == pytest.approx(disc.real + arm)
    assert weight.xyann[1] > weight.xy[1]
    pulls = look.lines(scene, "vermilion")
    short = next(line for line in pulls if np.ptp(line.get_xydata() @ [1, 1j]) and line.get_linewidth() == 1.5)
    assert np.abs(np.diff(short.get_xydata() @ [1, 1j])) == pytest.approx(band.value)
    _seesaw(picture, page, arm, band)


def _arrows(axes):
    return [text for text in axes.texts if getattr(text, "arrow_patch", None) is not None]


def _seesaw(picture, page, arm, band):
    (pivot,) = look.shapes(page, "ink")
    (block,) = look.shapes(page, "blue")
    middles = [sum(look.span(patch)[:2]) / 2 for patch in (pivot, block)]
    (pull,) = _arrows(page)
    long, short = middles[1] - middles[0], middles[0] - pull.xy[0]
    assert long / short == pytest.approx(arm / band.value)
    assert pull.xy[1] > pull.xyann[1]  # pixels from the top: the muscles pull their side down
    for colour, length in (("blue", long), ("vermilion", short)):
        assert max(np.ptp(line.get_xdata()) for line in look.lines(page, colour)) == pytest.approx(length)
    for words in look.texts(picture, f"{100 * arm:.0f} cm"):
        assert look.colour(words) == "blue"
    assert len(look.texts(picture, f"{100 * arm:.0f} cm")) == 2
    words = look.text(picture, "about")
    assert look.numbers(look.said(words)) == pytest.approx([100 * band.value, 100 * band.low, 100 * band.high])
    assert look.colour(words) == "vermilion"


def disc_pressures(picture):
    """Circles: one man, over his own standing; squares: the older study; an arrow where it says more than."""
    own = sources.measured_load("wilke_standing").value
    shown = [row for row in sources.measured_loads("disc pressure") if look.texts(picture, row.posture)]
    older = sources.measured_loads("disc load over standing")
    wilke = [(row.posture, "o", "blue", 100 * row.value / own, "") for row in shown]
    others = [(row.posture, "s", "vermilion", 100 * row.value, row.bound) for row in older]
    for label, marker, colour, percent, bound in (*wilke, *others):
        row = look.row(picture, label)
        assert row.values[row.marks.index((colour, marker))] == pytest.approx(percent), label
        assert f"{bound} {percent:.0f} %".strip() in row.words
        assert row.heads == [">"] * any(other == label and more for other, *_, more in (*wilke, *others)), label
        if bound:
            tail, tip = row.ends
            assert tail == pytest.approx(percent)
            assert tip > percent
    assert len(wilke) == 9
    names = {line.get_marker(): line.get_xdata()[0] for line in picture.page.lines}
    for words, marker in (("Wilke", "o"), ("Nachemson", "s")):
        box = look.text(picture, words).get_window_extent(picture.figure.canvas.get_renderer())
        assert 0 < box.x0 - names[marker] < 15


def three_quantities(picture):
    """Each bar ends at its row of spine_loads.csv, or at what the model says of a man of 70 kg."""
    _, pressure, force, model = picture.figure.axes
    for axes, unit, names in (
        (pressure, 1e6, ("wilke_standing", "wilke_standing_bent", "wilke_lift_round")),
        (force, 1, ("implant_standing", "implant_bent", "implant_largest")),
    ):
        for bar, label, words, name in zip(axes.patches, axes.texts[::2], axes.texts[1::2], names, strict=True):
            row = sources.measured_load(name)
            assert (bar.get_x(), bar.get_width()) == pytest.approx((0, row.value / unit)), name
            assert look.said(label) == row.posture
            assert look.numbers(look.said(words)) == pytest.approx([row.value / unit], rel=0.01)
            assert look.said(words).startswith(row.bound)
    assert [axes.get_xlabel()[-4:] for axes in (pressure, force, model)] == ["MPa)", " (N)", " (N)"]
    man = body("male", sources.value("disc_man_height"), 70)
    tasks = ((0, 0, "standing"), (45, 0, "empty hands"), (45, 20, "20 kg"))
    for (bend, load, label), bar, span, name in zip(tasks, model.patches, model.lines, model.texts[::2], strict=True):
        band = spine_load(man, standing(man, bend, load=load), load).compression
        assert (bar.get_width(), *span.get_xdata()) == pytest.approx((band.middle, band.low, band.high)), label
        assert label in look.said(name)
    for words, span in zip(model.texts[1::2], model.lines, strict=True):
        assert look.numbers(look.said(words)) == pytest.approx(list(span.get_xdata()), rel=0.05)


def often(picture):
    """Every mark is a row of the manual's table; hollow if for high starts only; dotted where low starts end."""
    axes = picture.axes
    table = sources.lifting_frequency()
    for duration, words, colour in (
        ("short", "up to 1 hour", "blue"),
        ("moderate", "1 to 2 hours", "vermilion"),
        ("long", "2 to 8 hours", "green"),
    ):
        high = [(r.frequency, getattr(r, f"{duration}_above")) for r in table if getattr(r, f"{duration}_above") > 0]
        low = [(r.frequency, getattr(r, f"{duration}_below")) for r in table if getattr(r, f"{duration}_below") > 0]
        dotted, curve, *hollow = look.lines(axes, colour)
        assert curve.get_xydata() == pytest.approx(np.array(high)), duration
        assert [tuple(point) for line in hollow for point in line.get_xydata()] == high[len(low) :]
        assert dotted.get_xydata() == pytest.approx(np.array([low[-1], (low[-1][0], 0)]))
        assert dotted.get_linestyle() == ":"
        assert look.colour(look.text(picture, words)) == colour
    assert axes.get_xlabel() == "lifts a minute"
