"""What the pictures of the lesson on hypermobility say: which number of the state stands where."""

import re

import numpy as np
import pytest
from matplotlib.path import Path
from tests.pictures import look
from tests.pictures.extents import colour_name

from jointlab import sources
from jointlab.lessons.hypermobility.close_views import VIEWS
from jointlab.models.body.kinematics import Leg, Posture, leg_points
from jointlab.models.evidence import beighton, reliability

SIDES = ("left", "right")


def BEIGHTON(picture, state):
    """The person faces the reader: the right side of the body is on the reader's left."""
    assert (_way(picture, "right"), _way(picture, "left")) == (-1, 1)
    _score(picture, state)
    _points(picture, state)
    for side in SIDES:
        measured = state.measures.sides[side]
        _arm(picture, side, measured.elbow)
        _little_finger(picture, side, measured.little_finger)
        _thumb(picture, side, measured.thumb)
        _elbow(picture, side, measured.elbow)
        _knee(picture, side, measured.knee)
        for joint in ("little_finger", "thumb", "elbow", "knee"):
            _held(picture, state, joint, side)
    _palms(picture, state)


def _score(picture, state):
    """So many of nine marks are filled; the line stands before the mark from which the score counts."""
    assert look.said(picture.number) == str(state.score)
    (empty,) = (p for p in picture.page.patches if p not in picture.movers and len(look.outlines(p)) == 9)
    steps = _middles(empty)
    assert look.colour(empty) == "paper"
    assert look.colour(picture.filled) == "green"
    assert _middles(picture.filled) == pytest.approx(steps[: state.score])
    assert list(picture.cut.get_xdata()) == pytest.approx([steps[state.cut_off - 2 : state.cut_off, 0].mean()] * 2)
    assert look.said(picture.line_words) == f"line at {state.cut_off}, {state.stage}"


def _middles(patch):
    """The middles of the pieces of a shape."""
    return np.array([(piece.min(axis=0) + piece.max(axis=0)) / 2 for piece in look.outlines(patch)]).reshape(-1, 2)


def _way(picture, side):
    """Where a side of the body is drawn: −1 is the reader's left."""
    return np.sign(look.text(picture, f"{side} side").get_position()[0] - picture.width / 2)


def _points(picture, state):
    """The mark beside a name and the one on the body are filled if the joint scores, else empty."""
    measures = state.measures
    for (joint, side), scores in state.points.items():
        marks = _middles(picture.marks[scores])
        place = picture.places[joint, side]
        assert _has(marks, picture.pixels(picture.front_axes, place.real, place.imag)[0]), joint
        assert _has(marks, _heading(picture, joint, side) - (13, 0)), joint
        assert np.sign(place.real) == (_way(picture, side) if side else 0), joint
        value = getattr(measures.sides[side], joint) if side else measures.palms
        shown = f"{value:.0f}°" if joint in ("little_finger", "elbow", "knee") else f"{100 * value:.0f} cm"
        assert look.said(picture.names[joint, side]) == f"{joint.replace('_', ' ')} {shown}"
    for scored, colours in ((True, ("green", "green")), (False, ("paper", "muted"))):
        many, marks = sum(value is scored for value in state.points.values()), picture.marks[scored]
        assert (look.colour(marks), colour_name(marks.get_edgecolor())) == colours
        assert len(_middles(marks)) == 2 * many


def _heading(picture, joint, side):
    """Where the name of a close-up stands, in pixels."""
    return np.array(picture.names[joint, side].get_position())


def _has(places, place):
    return bool((np.linalg.norm(places - place, axis=1) < 1e-6).any())


def _arm(picture, side, angle):
    """Held out to the side; beyond the elbow it hangs by the angle that is measured there."""
    finger, thumb, elbow = (picture.places[joint, side] for joint in ("little_finger", "thumb", "elbow"))
    assert abs(finger.real) > abs(thumb.real) > abs(elbow.real)
    forearm = finger - elbow
    hangs = -np.degrees(np.arctan2(forearm.imag, abs(forearm.real)))
    assert hangs == pytest.approx(angle, abs=1.5)
    skin = [
        patch for patch in picture.movers if patch.axes is picture.front_axes and patch in picture.front_axes.patches
    ]
    points = np.vstack([np.vstack(look.outlines(patch)) for patch in skin]) @ [1, 1j]
    assert max(np.abs(points - place).min() for place in (finger, thumb, elbow)) < 0.06


# Pixels for a metre, and from the name of a close-up the box in which it is drawn, on the reader's right: left, top,
# right, bottom.
SCALES = {"little_finger": 660, "thumb": 580, "elbow": 220, "knee": 210}
BOXES = {
    "little_finger": (-30, 30, 140, 105),
    "thumb": (-30, 30, 110, 155),
    "elbow": (-30, 30, 112, 125),
    "knee": (-64, -10, 110, 140),
}


def _within(picture, joint, side, place):
    """Whether a place lies in a close-up."""
    x, y = (picture.width - place[0], place[1]) if _way(picture, side) < 0 else place  # mirrored
    x, y = (x, y) - _heading(picture, joint, "left")
    left, top, right, bottom = BOXES[joint]
    return left < x < right and top < y < bottom


def _drawn(picture, joint, side, patches):
    """The outlines of some shapes that lie in one close-up."""
    pieces = [piece for patch in patches for piece in look.outlines(patch)]
    return [piece for piece in pieces if _within(picture, joint, side, (piece.max(axis=0) + piece.min(axis=0)) / 2)]


def _limb(picture, joint, side):
    """The outline of what moves in one close-up."""
    (limb,) = _drawn(picture, joint, side, [picture.limbs])
    return limb


def _guides(picture, joint, side):
    """The dashed lines of one close-up, above what moves: where each begins, and its direction as forward + i·up."""
    found = []
    for line in look.lines(picture.page, "muted"):
        start, end = line.get_xydata()[[0, -1]]
        if line.is_dashed() and _within(picture, joint, side, (start + end) / 2):
            way = (end - start) * (_way(picture, side), -1) @ [1, 1j]
            found.append((start, way / abs(way)))
            assert line.get_zorder() > picture.limbs.get_zorder()
    return found


def _held(picture, state, joint, side):
    """A hand takes hold of a joint in what moves there."""
    value = getattr(state.measures.sides[side], joint)
    place = _grip(picture, state, f"{joint}_{side}", value, picture.page)
    limb = _limb(picture, joint, side)
    assert Path(limb).contains_point(place), f"{joint}, {side}"
    hinge = VIEWS[joint].hinge
    still = np.array([picture.width - hinge[0] if _way(picture, side) < 0 else hinge[0], hinge[1]])
    assert np.hypot(*(place - still)) > 0.6 * np.hypot(*(limb - still).T).max(), f"{joint}, {side}: near its hinge"


def _little_finger(picture, side, angle):
    points = _limb(picture, "little_finger", side) @ [_way(picture, side), -1j]
    along = np.exp(1j * np.radians(angle))
    lengths = ((points - points.mean()) / along).real, ((points - points.mean()) / along).imag
    assert np.ptp(lengths[0]) > 3 * np.ptp(lengths[1])
    assert abs(np.polyfit(*lengths, 1)[0]) < 0.02
    (_, upright), *others = _guides(picture, "little_finger", side)
    assert upright == pytest.approx(1j)
    assert not others
    assert look.texts(picture, f"from {beighton.LITTLE_FINGER:.0f}°")


def _thumb(picture, side, gap):
    """Between the tip of the thumb and the forearm."""
    thumb = _limb(picture, "thumb", side)
    still = [patch for patch in look.shapes(picture.page, "skin") if patch not in picture.movers]
    (forearm,) = _drawn(picture, "thumb", side, still)
    way = _way(picture, side)
    tip = thumb[way * thumb[:, 0] < (way * thumb[:, 0]).min() + 9]
    beside = forearm[np.abs(forearm[:, 0] - tip[:, 0].mean()) < 15]
    assert (tip[:, 1].min() - beside[:, 1].max()) / SCALES["thumb"] == pytest.approx(gap, abs=0.004)


def _elbow(picture, side, angle):
    """The hand lies so many degrees below the first dashed line; the second is 10 degrees below it."""
    (hinge, straight), (_, scores) = _guides(picture, "elbow", side)
    assert np.degrees(np.angle(straight / scores)) == pytest.approx(beighton.ELBOW)
    arm = (_limb(picture, "elbow", side) - hinge) @ [_way(picture, side), -1j] / SCALES["elbow"]
    hand = arm[np.abs(arm) > 0.28]
    assert np.degrees(np.angle(straight / hand.mean())) == pytest.approx(angle, abs=1.6)


def _knee(picture, side, angle):
    """The leg is drawn around the shank of the model; the second line is 10 degrees forward."""
    (hinge, straight), (_, scores) = _guides(picture, "knee", side)
    assert straight == pytest.approx(-1j)
    assert np.degrees(np.angle(scores / straight)) == pytest.approx(beighton.KNEE)
    points = leg_points(picture.person, Posture(), Leg(knee=-angle))
    leg = _limb(picture, "knee", side)
    for share in (0.3, 0.6, 0.95):
        place = share * complex(points.ankle - points.knee) * SCALES["knee"]
        away = np.array([_way(picture, side) * place.real, -place.imag])
        assert Path(leg).contains_point(hinge + away), f"knee {side}"


def _palms(picture, state):
    """The bent person's palms are so far above the floor; fingers that hang end lower, by less than their length."""
    drawn = [patch for patch in look.shapes(picture.bent_axes, "skin") if len(look.outlines(patch))]
    arms = max(drawn, key=lambda patch: (len(look.outlines(patch)) == 2, patch.get_zorder()))
    palms = state.measures.palms
    assert palms - picture.person.fingers < look.span(arms)[2] < palms + 0.01
    hand = min(look.outlines(arms), key=lambda outline: outline[:, 1].mean())
    assert Path(hand).contains_point(_grip(picture, state, "palms", palms, picture.bent_axes)), "held by the hand"
    every = np.vstack([np.vstack(look.outlines(patch)) for patch in drawn])
    assert every[:, 1].min() > -0.003, "nothing sinks into the floor"
    if palms == 0:
        wrist = hand[hand[:, 1] > 0.7 * hand[:, 1].max(), 0].mean()
        forward, back = hand[:, 0].max() - wrist, wrist - hand[:, 0].min()
        assert forward > picture.person.fingers > 2 * back, "flat, with the fingers forward"


def AGREEMENT(picture, state):
    drawn = _people(picture)
    assert len(np.unique(np.vstack(list(drawn.values())).round(), axis=0)) == 100
    for name, words, colour, marker in (
        ("both_yes", "both yes", "blue", "s"),
        ("split", "split", "vermilion", "D"),
        ("both_no", "both no", "muted", "o"),
    ):
        many = getattr(state, name)
        assert len(drawn[name]) == many
        assert look.said(picture.counts[name]) == f"{many} {words}"
        (key,) = (line for line in look.lines(picture.page, colour) if line.get_marker() == marker)
        assert 0 < picture.counts[name].get_position()[0] - key.get_xdata()[0] < 20
    _bar(picture, state)
    assert np.array(picture.curve.get_data()) == pytest.approx(np.array([100 * state.base_rates, state.kappas]))
    assert [*picture.now.get_xdata(), *picture.now.get_ydata()] == pytest.approx([100 * state.base_rate, state.kappa])
    (published,) = look.lines(picture.curve.axes, "purple")
    behind = []
    for kappa, said in (
        ("hypermobility_kappa_a", "hypermobile_children_a"),
        ("hypermobility_kappa_b", "hypermobile_children_b"),
    ):
        kappa, said = sources.observation(kappa).value, sources.observation(said).value
        behind.append((100 * float(reliability.examiners_behind(kappa, said)[0]), kappa))
    assert published.get_xydata() == pytest.approx(np.array(behind))
    assert look.colour(look.text(picture, "published")) == "purple"
    place = _grip(picture, state, "base_rate", state.base_rate, picture.curve.axes)
    assert place == pytest.approx([100 * state.base_rate, state.kappa], abs=0.008), "on the curve, where they are now"


def _people(picture):
    """The middles of the marks of each kind: filled squares, filled diamonds, empty circles."""
    yes, no = picture.people["both_yes"], picture.people["both_no"]
    assert [look.colour(line) for line in (*yes.lines, *no.lines)] == ["blue", "muted", "paper"]
    assert look.colour(picture.split) == "vermilion"
    diamonds = [(piece.min(axis=0) + piece.max(axis=0)) / 2 for piece in look.outlines(picture.split)]
    return {
        "both_yes": _dots(yes.lines[0], 28),
        "split": np.array(diamonds).reshape(-1, 2),
        "both_no": _dots(no.lines[0], 28),
    }


def _bar(picture, state):
    """Grey from the foot is luck, green on top of it the agreement beyond; kappa is green over all that is left."""
    (frame,) = (p for p in picture.page.patches if p not in picture.movers)
    *_, top, foot = look.span(frame)
    luck, beyond = ([(foot - edge) / (foot - top) for edge in look.span(part)[2:]] for part in picture.parts)
    assert [look.colour(part) for part in picture.parts] == ["line", "green"]
    assert luck == pytest.approx([state.luck, 0])
    assert beyond == pytest.approx([state.agreement, state.luck])
    assert (beyond[0] - beyond[1]) / (1 - luck[0]) == pytest.approx(state.kappa, abs=1e-6)
    assert look.numbers(look.said(picture.kappa)) == pytest.approx([state.kappa], abs=0.0051)
    assert look.said(picture.agree) == f"They agree on {100 * state.agreement:.0f} of 100"
    assert look.said(picture.luck) == f"luck: {100 * state.luck:.0f}"
    slips = (1 - np.sqrt(2 * state.agreement - 1)) / 2  # they agree where both slip or neither
    x, y = _grip(picture, state, "slips", slips, picture.page)
    edge = look.span(picture.parts[1])
    assert edge[0] < x < edge[1]
    assert y == pytest.approx(edge[2], abs=1), "on the upper edge of the agreement"
    assert picture.luck.get_position()[1] == pytest.approx((look.span(picture.parts[0])[2] + foot) / 2)


def CUT_OFF(picture, state):
    people = (
        ("girls", "perth_girls_4", "perth_girls_6", "blue"),
        ("boys", "perth_boys_4", "perth_boys_6", "vermilion"),
    )
    for (who, at_4, at_6, colour), crowd, part in zip(people, state.crowds, picture.parts, strict=True):
        at_least = {4: sources.prevalence(at_4).share, 6: sources.prevalence(at_6).share}
        shares = beighton.score_distribution(at_least[4], at_least[6])
        beyond = 100 * shares[crowd.line :].sum()
        assert look.numbers(look.said(part["share"])) == pytest.approx([beyond], abs=0.051), who
        points = {1: "1 point or more", 9: "9 points"}.get(crowd.line, f"{crowd.line} points or more")
        assert look.said(part["words"]) == f"hypermobile: {points}"
        assert [*part["ring"].get_xdata(), *part["ring"].get_ydata()] == pytest.approx([crowd.line, beyond])
        assert list(part["line"].get_xdata()) == [crowd.line - 0.5] * 2
        bars = [(piece[:, 0].mean(), np.ptp(piece[:, 1])) for piece in map(_corners, look.outlines(part["bars"]))]
        scores = range(crowd.line, 10)
        assert np.array(bars) == pytest.approx(np.array([(score, 100 * shares[score]) for score in scores]))
        (pale,) = (patch for patch in look.shapes(part["bars"].axes, "panel"))
        everybody = [(piece[:, 0].mean(), np.ptp(piece[:, 1])) for piece in map(_corners, look.outlines(pale))]
        assert np.array(everybody) == pytest.approx(np.column_stack([range(10), 100 * shares]))
        assert pale.get_zorder() <= part["bars"].get_zorder()
        assert who.capitalize() in part["bars"].axes.get_title(loc="left")
        curve, measured = look.lines(part["ring"].axes, colour)
        assert curve.get_ydata() == pytest.approx([100 * shares[line:].sum() for line in range(1, 10)])
        assert measured.get_xydata() == pytest.approx(np.array([(line, 100 * at_least[line]) for line in (4, 6)]))
        assert {look.colour(a) for a in (part["bars"], part["share"], look.text(picture, who))} == {colour}
        x, y = _grip(picture, state, who, crowd.line, part["line"].axes)
        foot, top = part["line"].get_ydata()
        assert x == pytest.approx(crowd.line - 0.5)
        assert max(100 * shares) < y < top, "on the line, above the bars"
        assert foot == 0


def _grip(picture, state, control, value, axes):
    """Where a hand takes hold of what `control` moves when it stands at `value`, in data coordinates of `axes`."""
    x, y = look.tracks(picture, state)[control].place(value)
    return axes.transData.inverted().transform((x, picture.height - y))


def _corners(piece):
    return np.unique(piece, axis=0)


def SCREENING(picture, state):
    """Every dot is a person; squares to the left have it, circles to the right have not; the filled are flagged."""
    dots = {name: _dots(rows.lines[0]) for name, rows in picture.rows.items()}
    counts = {name: getattr(state, name) for name in ("hits", "misses", "false_alarms", "cleared")}
    assert {name: len(places) for name, places in dots.items()} == counts
    every = np.vstack(list(dots.values()))
    assert len(np.unique(every.round(), axis=0)) == 1000
    looks = {name: [look.colour(line) for line in rows.lines] for name, rows in picture.rows.items()}
    filled = {"hits": ["blue"], "false_alarms": ["vermilion"]}
    assert looks == filled | {"misses": ["blue", "paper"], "cleared": ["muted", "paper"]}
    for row in np.unique(every[:, 1].round()):
        have, others = (
            [x for name in names for x, y in dots[name] if round(y) == row]
            for names in (("hits", "misses"), ("false_alarms", "cleared"))
        )
        assert max(have, default=0) < min(others, default=999)
    for flagged, not_flagged in (("hits", "misses"), ("false_alarms", "cleared")):
        assert min(dots[flagged][:, 1], default=999) >= max(dots[not_flagged][:, 1], default=0) - 0.01
    _flags(picture, state)
    _borders(picture, state, dots)


def _borders(picture, state, dots):
    """A hand takes hold of the border between the blocks, and of that between filled and empty dots in each block."""
    have, have_not = state.hits + state.misses, state.false_alarms + state.cleared
    x, y = _grip(picture, state, "base_rate", have / 1000, picture.page)
    row = min(np.unique(np.vstack(list(dots.values()))[:, 1]), key=lambda row: abs(row - y))
    left, right = (
        [place[0] for name in names for place in dots[name] if abs(place[1] - row) < 1]
        for names in (("hits", "misses"), ("false_alarms", "cleared"))
    )
    assert max(left, default=0) < x < min(right, default=999)
    for control, share, flagged, others in (
        ("sensitivity", state.hits / have, "hits", "misses"),
        ("specificity", state.cleared / have_not, "false_alarms", "cleared"),
    ):
        x, y = _grip(picture, state, control, share, picture.page)
        block = np.vstack([dots[flagged], dots[others]])
        assert block[:, 0].min() - 5 <= x <= block[:, 0].max() + 5, control
        filled, empty = dots[flagged][:, 1], dots[others][:, 1]
        assert y < min(filled, default=999) + 7.1, control
        assert y > max(empty, default=0) - 7.1, control
        assert block[:, 1].min() - 7.1 <= y <= block[:, 1].max() + 7.1, control


def _dots(line, pitch=14):
    """The middles of the dots of a broken line: `pitch` pixels apart, in rows."""
    places = []
    for start, end in (stroke for stroke in look.strokes(line) if len(stroke) == 2):
        many = int((end[0] - start[0]) // pitch) + 1
        first = (start[0] + end[0]) / 2 - pitch * (many - 1) / 2
        places += [(first + pitch * i, start[1]) for i in range(many)]
    return np.array(places).reshape(-1, 2)


def _flags(picture, state):
    flagged = state.hits + state.false_alarms
    right, wrong = look.span(picture.right), look.span(picture.wrong)
    assert (right[3] - right[2]) / (wrong[3] - wrong[2]) == pytest.approx(state.hits / flagged)
    assert right[3] == pytest.approx(wrong[3])
    seam = picture.seam.get_ydata()[0]
    assert look.colour(picture.seam) == "paper"
    assert seam == pytest.approx(right[2], abs=1.3)
    assert (seam > right[2]) == (state.hits > state.false_alarms), "a seam must not hide the smaller part"
    assert (look.colour(picture.right), look.colour(picture.wrong)) == ("blue", "vermilion")
    said = {name: (look.said(words), look.colour(words)) for name, words in picture.words.items()}
    assert said == {
        "have": (f"{state.hits + state.misses} hypermobile", "blue"),
        "have_not": (f"{state.false_alarms + state.cleared} not hypermobile", "ink"),
        "missed": (f"{state.misses} not flagged", "ink"),
        "cleared": (f"{state.cleared} not flagged", "ink"),
        "hit": (f"{state.hits} flagged, rightly", "blue"),
        "alarm": (f"{state.false_alarms} flagged, wrongly", "vermilion"),
        "flagged": (f"All {flagged} flags", "ink"),
        "worth": (f"{100 * state.hits / flagged:.0f} %", "blue"),
        "wrong": (f"{state.false_alarms} wrong", "vermilion"),
    }


def same_people(picture):
    """The same people in one colour; each rule beside its row of prevalence.csv, in per cent."""
    _prevalences(
        picture,
        {
            "335 students in Turkey": {
                "any joint is hypermobile": "turkey_any",
                "generalised hypermobility": "turkey_generalised",
                "a syndrome, by rules of 1998 (Brighton)": "turkey_brighton",
                "the same, by rules of 1997 (Villefranche)": "turkey_villefranche",
                "the same, by rules of 2017": "turkey_2017",
            },
            "1,006 adults in Denmark": {
                "questionnaire: 2 or more yes of 5": "denmark_5pq",
                "the same, and a loose shoulder": "denmark_5pq_shoulder",
            },
        },
    )


def same_rule(picture):
    _prevalences(
        picture,
        {
            "Beighton score of 4 or more": {
                "girls of 14, Perth": "perth_girls_4",
                "boys of 14, Perth": "perth_boys_4",
                "footballers of one English club": "premier_league_4",
                "students, Brazil": "brazil_students_4",
                "footballers of three English clubs": "championship_4",
                "adults of about 65, USA, white": "county_white_4",
                "adults of about 65, USA, African-American": "county_black_4",
            },
            "Beighton score of 6 or more": {
                "girls of 14, Perth": "perth_girls_6",
                "girls up to 18, many countries": "children_girls_6",
                "boys of 14, Perth": "perth_boys_6",
                "boys up to 18, many countries": "children_boys_6",
                "girls of 14, Bristol": "bristol_girls_6",
                "boys of 14, Bristol": "bristol_boys_6",
            },
            "Questionnaire: 2 or more yes of 5": {
                "students, Brazil": "brazil_students_5pq",
                "adults of 25 to 65, Denmark": "denmark_5pq",
                "pregnant women, Sweden": "sweden_pregnant_5pq",
                "adults, UK": "uk_5pq",
            },
        },
    )


def _prevalences(picture, groups):
    expected = [(heading, label, name) for heading, rows in groups.items() for label, name in rows.items()]
    for drawn, (heading, label, name) in zip(look.rows(picture), expected, strict=True):
        row = sources.prevalence(name)
        ends = [100 * end for end in (row.low, row.high) if end is not None]
        assert (drawn.heading, drawn.label) == (heading, label)
        assert drawn.values == pytest.approx([100 * row.share]), label
        assert drawn.ends == pytest.approx(ends), label
        assert look.numbers(drawn.note) == pytest.approx([100 * row.share, *ends], abs=0.051)
    _one_colour_each(picture)


def _one_colour_each(picture):
    """Every heading has a colour and a mark of its own."""
    found = {(row.heading, row.marks[0]) for row in look.rows(picture) if row.marks}
    assert len(found) == len({heading for heading, _ in found})


def knees_and_backs(picture):
    """Ratios with both ends, backs and pelvis apart from knees; a finding without a figure stands in words at 1."""
    rows = look.rows(picture)
    names = (
        *("knee_pain", "shoulder_pain", "ankle_pain", "sport_knee", "child_knee_traumatic", "child_knee_overuse"),
        *("back_pain_18", "chronic_back_pain", "back_symptoms_white", "back_symptoms_black"),
        *("pelvic_pain_pregnant", "pelvic_pain_first_months", "recruit_back_pain", "palms_back_pain"),
        "palms_spine_oa",
    )
    for drawn, name in zip(rows, names, strict=True):
        row = sources.association(name)
        ends = [end for end in (row.low, row.high) if end is not None]
        assert drawn.label == f"{row.outcome} {row.who}"
        assert drawn.values == pytest.approx([] if row.value is None else [row.value]), name
        assert drawn.ends == pytest.approx(np.clip(ends, 0.2, 6)), name
        assert drawn.heads == ["<"] * any(end < 0.2 for end in ends) + [">"] * any(end > 6 for end in ends)
        assert drawn.words == (row.says if row.value is None else "")
        shown = [] if row.value is None else [row.value, *ends]
        assert look.numbers(drawn.note)[: len(shown)] == pytest.approx(shown, abs=0.0051)
        assert (re.search("back|pelvi|palms", name) is None) == drawn.heading.startswith("Knees")
        assert ("palms" in name) == drawn.heading.startswith("Palms") == ("palms alone" in drawn.label)
    chart = picture.axes
    (null,) = (line for line in look.lines(chart, "ink") if list(line.get_xdata()) == [1, 1])
    for words, side in (("more often", 1), ("less often", -1)):
        middle = look.centre(look.text(picture, words))[0]
        assert np.sign(np.log(middle)) == side, words
    assert null.get_visible()
    assert look.centre(look.text(picture, "raised"))[0] > 1.1
    for words in look.texts(picture, "no link found"):
        assert look.centre(words)[0] == pytest.approx(1, rel=0.01)
    _one_colour_each(picture)
