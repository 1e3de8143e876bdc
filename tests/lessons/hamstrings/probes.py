"""What the pictures of the lesson on hamstrings say: which number of the state stands where."""

import numpy as np
import pytest
from matplotlib.path import Path
from tests.pictures import look

from jointlab import sources
from jointlab.models.body.adult import adult
from jointlab.models.body.hamstring_length import lengthening
from jointlab.models.body.kinematics import leg_points
from jointlab.models.body.passive_muscle import passive_moments
from jointlab.models.body.spinopelvic import measured_angles

SHORT = {"biceps_femoris": "biceps femoris", "semimembranosus": "semimembranosus", "semitendinosus": "semitendinosus"}
CURVES = {"Thelen 2003": ("vermilion", "-"), "Millard 2013": ("purple", "--")}


def RAISED_LEG(picture, state):
    found, hip = state.lying, state.lying.hip
    _panels(picture, state.pull)
    _muscle(picture, found.posture, hip)
    _on_the_floor(picture)
    swept = picture.arc.get_xydata() @ [1, 1j] - hip
    assert np.degrees(np.angle(swept[0])) == pytest.approx(0)
    assert np.degrees(np.angle(swept[-1])) == pytest.approx(state.raised)
    thigh = complex(leg_points(state.body, found.posture, found.posture.leg).knee)
    assert np.degrees(np.angle(thigh)) == pytest.approx(state.raised, abs=1e-6), "the drawn thigh is raised so far"
    assert picture.raised.get_visible() == (state.raised >= 1)
    assert look.said(picture.raised) == f"{round(state.raised)}°"
    rolled = state.raised - state.pull.hip
    assert picture.roll.get_visible() == picture.rolled.get_visible() == (rolled >= 1)
    turned = picture.roll.get_xydata() @ [1, 1j] - hip
    assert np.degrees(np.angle(turned[-1] / turned[0])) == pytest.approx(rolled)
    (told,) = look.numbers(look.said(picture.rolled))
    assert told == round(state.raised) - round(state.pull.hip)
    assert told == pytest.approx(rolled, abs=1)
    assert -90 - float(found.posture.pelvis) == pytest.approx(rolled), "the drawn pelvis has rolled so far"
    handle = look.tracks(picture, state)["raised"].place(state.raised)
    assert handle == pytest.approx(_pixel(picture, thigh + hip), abs=3)
    _held(picture, state, found.posture, hip)


def _held(picture, state, posture, hip):
    """The ankle bends the knee."""
    ankle = complex(leg_points(state.body, posture, posture.leg).ankle) + hip
    track = look.tracks(picture, state).get("knee")
    if track is None:
        assert state.raised < 60, "only close to the floor has the ankle no way"
    else:
        assert track.place(state.pull.knee) == pytest.approx(_pixel(picture, ankle), abs=6)


def _pixel(picture, place):
    return picture.pixels(picture.scene, place.real, place.imag)[0]


def _on_the_floor(picture):
    """Nobody floats, nobody sinks: the lowest outline is at the floor."""
    colours = ("skin", "far_skin", "cloth")
    drawn = [patch for colour in colours for patch in look.shapes(picture.scene, colour)]
    low = min(outline[:, 1].min() for patch in drawn for outline in look.outlines(patch))
    assert low == pytest.approx(0, abs=0.003)


def _muscle(picture, posture, hip):
    """The band begins near the sit bone, ends behind the shank, and lies inside leg and trunk."""
    (band,) = (p for p in picture.scene.patches if p.get_visible() and look.colour(p) == "muscle")
    (outline,) = look.outlines(band)
    leg = leg_points(adult(), posture, posture.leg)
    points = outline @ [1, 1j] - hip
    for place, near in ((0j, 0.09), (complex(leg.knee), 0.10)):
        assert np.abs(points - place).min() < near
    skins = [piece for p in look.shapes(picture.scene, "skin") for piece in look.outlines(p)]
    skins += [piece for p in look.shapes(picture.scene, "cloth") for piece in look.outlines(p)]
    for point in outline:  # inside, or in the fold behind a knee that is bent far
        near = min(np.linalg.norm(skin - point, axis=1).min() for skin in skins)
        assert near < 0.015 or any(Path(skin).contains_point(point) for skin in skins)


def _panels(picture, pull):
    panels, thigh = picture.panels, adult().segments["thigh"].length
    for muscle, words in SHORT.items():
        models = {m: 1000 * lengthening(m, muscle, thigh, pull.hip, pull.knee) for m in ("regression", "full model")}
        band = panels.bands[muscle]
        assert list(band.get_xdata()) == pytest.approx(sorted(models.values())), muscle
        low, high = panels.of_length.get_xlim()
        assert low <= min(models.values()) <= max(models.values()) <= high, muscle
        for model, marker in (("regression", "o"), ("full model", "s")):
            mark = panels.marks[muscle, model]
            assert mark.get_marker() == marker
            assert list(mark.get_xdata()) == pytest.approx([models[model]])
            assert list(mark.get_ydata()) == [band.get_ydata()[0]]
        name = look.text(picture, words)
        y = picture.height - panels.of_length.transData.transform((0, band.get_ydata()[0]))[1]
        assert name.get_position()[1] == pytest.approx(y, abs=1)
    moments = passive_moments(pull.hip, pull.knee)
    hips = np.linspace(0, 120, 9)
    for curve, (colour, dash) in CURVES.items():
        line, dot = panels.curves[curve], panels.dots[curve]
        assert look.colour(line) == look.colour(dot) == look.colour(look.text(picture, curve)) == colour
        assert (line.get_linestyle() == "-") == (dash == "-")
        assert np.interp(hips, *line.get_data()) == pytest.approx(passive_moments(hips, pull.knee)[curve], abs=0.6)
        assert (dot.get_xdata()[0], dot.get_ydata()[0]) == pytest.approx((pull.hip, moments[curve]))
        low, high = panels.of_moment.get_ylim()
        assert low <= moments[curve] <= high
    assert list(panels.here.get_xdata()) == [pull.hip] * 2
    assert look.texts(picture, "Longer than standing (mm)")
    assert look.texts(picture, "Pull on the pelvis (N m)")


def TOE_TOUCH(picture, state):
    sits = state.sits
    _panels(picture, state.pull)
    _muscle(picture, sits.posture, sits.hip)
    _on_the_floor(picture)
    assert list(picture.ruler.get_xdata()) == pytest.approx([sits.toes.real, sits.fingers.real])
    assert sits.fingers.imag == pytest.approx(sits.toes.imag), "at the height of the toes"
    skin = np.vstack([piece for p in look.shapes(picture.scene, "skin") for piece in look.outlines(p)]) @ [1, 1j]
    for place in (sits.toes, sits.fingers):
        assert np.abs(skin - place).min() < 0.025, "where they are drawn"
    said, centimetres = look.said(picture.reach), 100 * sits.reach
    if round(centimetres):
        assert look.numbers(said) == pytest.approx([abs(centimetres)], abs=0.51)
        assert ("past" in said) == (centimetres > 0)
    else:
        assert said == "at the toes"
    tilt = float(sits.posture.pelvis)
    line = picture.axis.get_xydata() @ [1, 1j]
    assert -np.degrees(np.angle((line[1] - line[0]) / 1j)) == pytest.approx(tilt)
    words = look.said(picture.tilt)
    assert ("back" in words, "forward" in words) == (round(tilt) < 0, round(tilt) > 0)
    assert look.numbers(words) == ([abs(round(tilt))] if round(tilt) else [])
    track = look.tracks(picture, state)["tilt"]
    assert track.place(tilt) == pytest.approx(_pixel(picture, line[1]), abs=1)
    head = np.array(look.tracks(picture, state)["back"].place(float(sits.posture.lumbar)))
    (hair,) = look.shapes(picture.scene, "hair")
    (point,) = picture.scene.transData.inverted().transform([head * (1, -1) + (0, picture.height)])
    assert min(np.linalg.norm(outline - point, axis=1).min() for outline in look.outlines(hair)) < 0.10


def INCIDENCE(picture, state):
    spoke, top = (line.get_xydata() @ [1, 1j] for line in (picture.spoke, picture.top))
    along = (top[1] - top[0]) / abs(top[1] - top[0])
    drawn = measured_angles(spoke[0], (top[0] + top[1]) / 2, along)
    assert drawn == pytest.approx((state.incidence, state.tilt, state.slope), abs=1e-6), "measured on the drawing"
    assert state.incidence == pytest.approx(state.tilt + state.slope, abs=1e-9)
    assert spoke[1] == pytest.approx((top[0] + top[1]) / 2)
    square = picture.square.get_xydata() @ [1, 1j]
    assert np.angle((square[1] - square[0]) / along, deg=True) == pytest.approx(-90)
    for name, angle in vars(state).items():
        swept = picture.arcs[name].get_xydata() @ [1, 1j]
        at = spoke[0] if name == "tilt" else spoke[1]
        assert abs(np.degrees(np.angle((swept[-1] - at) / (swept[0] - at)))) == pytest.approx(abs(angle), abs=1e-6)
        assert look.numbers(look.said(picture.values[name])) == [round(angle)]
        letters = {"incidence": "PI", "tilt": "PT", "slope": "SS"}[name]
        assert look.said(picture.letters[name]) == letters
        colours = {look.colour(part) for part in (picture.arcs[name], picture.bars[name], picture.letters[name])}
        assert colours == {{"incidence": "ink", "tilt": "blue", "slope": "vermilion"}[name]}
        behind = picture.values[name].get_bbox_patch()
        assert look.colour(behind) == "paper", "the line at 0 runs through no number"
        assert behind.get_alpha() is None
    ends = {name: tuple(bar.get_xdata()) for name, bar in picture.bars.items()}
    assert ends["incidence"] == pytest.approx((0, state.incidence))
    assert ends["tilt"] == pytest.approx((0, state.tilt))
    assert ends["slope"] == pytest.approx((state.tilt, state.tilt + state.slope))
    low, high = picture.of_angles.get_xlim()
    assert all(low <= end <= high for pair in ends.values() for end in pair)
    place = look.tracks(picture, state)["tilt"].place(state.tilt)
    assert place == pytest.approx(_pixel(picture, spoke[1]), abs=2)
    bar = picture.bars["incidence"]
    (end,) = picture.pixels(bar.axes, *bar.get_xydata()[-1:].T)
    assert look.tracks(picture, state)["incidence"].place(state.incidence) == pytest.approx(end, abs=0.5)


def two_joints(picture):
    """Below each figure stands what both models say of its angles."""
    thigh = adult().segments["thigh"].length
    for name, hip, knee in (("Standing", 0, 0), ("Sitting", 90, 90), ("A straight leg raised", 70, 0)):
        leg = picture.postures[name]()[0].leg
        assert (float(leg.hip), float(leg.knee)) == pytest.approx((hip, knee), abs=0.5)
        told = look.numbers(picture.longer[name])
        ends = sorted(1000 * lengthening(m, "biceps_femoris", thigh, hip, knee) for m in ("regression", "full model"))
        assert told == (pytest.approx(ends, abs=0.51) if hip else [])
        assert look.texts(picture, picture.longer[name])
        assert picture.longer[name] in picture.description
    seats = [a for a in picture.figure.axes if look.shapes(a, "panel")]
    (stool,) = (outline for a in seats for p in look.shapes(a, "panel") for outline in look.outlines(p))
    body = [part for a in seats for p in look.shapes(a, "cloth") for part in look.outlines(p)]
    assert min(part[:, 1].min() for part in body) == pytest.approx(stool[:, 1].max(), abs=0.003), "rests on the stool"
    bands = [p for a in picture.figure.axes for p in a.patches if look.colour(p) == "muscle" and p.get_visible()]
    assert len(bands) == 3
    assert len({band.get_facecolor() for band in bands}) == 1, "how hard they pull is not shown: it is asked above"


def gains(picture):
    """Each row is its observation."""
    for name, label in (
        ("static_raise_gain", "straight leg raised"),
        ("static_passive_knee_gain", "by somebody"),
        ("static_active_knee_gain", "by oneself"),
    ):
        row, found = sources.observation(name), look.row(picture, label)
        assert found.values == [row.value]
        assert found.ends == [row.low, row.high]
        assert look.numbers(found.note) == [round(degrees) for degrees in (row.value, row.low, row.high)]


def same_curve(picture):
    """The first curve is the model's, the second lower by the trial's loss; marks lie on them where it is said."""
    gain, loss = (sources.observation(f"{name}_4_weeks").value for name in ("raise_gain", "stiffness_loss"))
    blue, orange = look.lines(picture.axes, "blue"), look.lines(picture.axes, "vermilion")
    stiff, before, after = (line.get_xydata() for line in blue if len(line.get_xdata()))
    soft, softer = (line.get_xydata() for line in orange if len(line.get_xdata()))
    assert stiff[:, 1] == pytest.approx(passive_moments(stiff[:, 0], 0.0)["Thelen 2003"])
    assert soft[:, 1] == pytest.approx((1 - loss) * stiff[:, 1])
    assert after[0, 0] - before[0, 0] == gain
    for point in (before[0], after[0]):
        assert np.interp(point[0], *stiff.T) == pytest.approx(point[1])
    assert softer[0, 1] == before[0, 1]
    assert np.interp(softer[0, 0], *soft.T) == pytest.approx(softer[0, 1])
    assert before[0, 0] < softer[0, 0] < after[0, 0]
    assert [f"{n:g}" in picture.description for n in (60, gain, 100 * loss)] == [True] * 3
