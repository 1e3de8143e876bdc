"""What the pictures of the first lesson say: which number of the state stands where."""

import numpy as np
import pytest
from tests.pictures import look

from jointlab import sources

OUTSIDE = 101_325  # Pa


def SYRINGE(picture, state):
    _barrel(picture, state)
    _graph(picture, state)
    _dial(picture, state.pressure)
    _grips(picture, state)


def _barrel(picture, state):
    """The stopper stands at its mark on the scale; 12 dots for each mL that was closed in, all in front of it."""
    face = look.span(picture.stopper)[0]
    zero, twenty = (_at_barrel(picture, words) for words in ("0", "20"))
    assert (face - zero) / (twenty - zero) * 20 == pytest.approx(1e6 * state.volume)
    assert look.span(picture.gas)[:2] == pytest.approx((zero, face))
    dots = np.array(look.outlines(picture.dots))[:, 0]
    assert len(dots) == round(12e6 * state.enclosed)
    assert zero < dots[:, 0].min()
    assert dots[:, 0].max() < face
    assert dots[:, 0].mean() == pytest.approx((zero + face) / 2, rel=0.1)  # spread over the whole space
    assert look.span(picture.rod)[0] > face
    assert (look.colour(picture.gas), look.colour_name(picture.dots.get_edgecolor())) == ("gas", "gas_edge")
    (closed,) = picture.mark.get_xdata()
    assert (closed - zero) / (twenty - zero) * 20 == pytest.approx(1e6 * state.enclosed)
    assert 0 < closed - picture.closed.get_position()[0] < 20  # the words end beside their mark


def _at_barrel(picture, number):
    """Where a mark of the barrel stands; it is the highest of all places with that number."""
    found = [text.get_position() for text in look.texts(picture, number) if look.said(text) == number]
    return min(found, key=lambda place: place[1])[0]


def _graph(picture, state):
    """Boyle's curve on the scale of the barrel, the point straight below the stopper."""
    volumes, pressures = picture.curve.get_data()
    assert volumes * pressures == pytest.approx(np.full(len(volumes), OUTSIDE * state.enclosed))
    assert volumes[[0, -1]] == pytest.approx([4e-6, 20e-6])
    graph = picture.curve.axes
    place = picture.guide.get_xydata()[-1]
    on_graph = graph.transData.inverted().transform(picture.page.transData.transform(place))
    assert on_graph == pytest.approx([state.volume, state.pressure])
    assert list(picture.guide.get_xdata()) == pytest.approx([look.span(picture.stopper)[0]] * 2)
    (level,) = look.lines(graph, "vermilion")
    assert list(level.get_ydata()) == pytest.approx([OUTSIDE] * 2)
    assert look.numbers(look.said(look.text(picture, "air outside"))) == [101]
    ticks = [(tick.get_position()[0] * 1e6, tick) for tick in graph.get_xticklabels()]  # in mL, and in kPa
    ticks += [(tick.get_position()[1] / 1e3, tick) for tick in graph.get_yticklabels()]
    assert [look.numbers(look.said(tick)) for _, tick in ticks] == [[pytest.approx(place)] for place, _ in ticks]


def _dial(picture, pressure):
    """The needle turns clockwise from 0 at the left to 300 kPa at the right, as the numbers and the mark for air do."""
    middle = np.array([look.text(picture, "Pressure inside").get_position()[0], 322])

    def reading(place):
        """kPa at the angle of a place in pixels."""
        along = np.asarray(place) - middle
        return 300 * (1 - np.arctan2(-along[1], along[0]) / np.pi)

    (needle,) = look.outlines(picture.needle)
    assert reading(needle[0]) == pytest.approx(pressure / 1e3)
    for number in ("0", "100", "200", "300"):
        on_dial = [
            text for text in look.texts(picture, number) if look.said(text) == number and text.get_position()[0] > 600
        ]
        assert [reading(text.get_position()) % 600 for text in on_dial] == pytest.approx([float(number)], abs=1e-6)
    (mark,) = (line for line in look.lines(picture.page, "vermilion") if line.get_xdata()[0] > 600)
    assert reading(mark.get_xydata()[0]) == pytest.approx(OUTSIDE / 1e3)
    assert look.numbers(look.said(picture.reading)) == pytest.approx([pressure / 1e3], abs=0.51)


def _grips(picture, state):
    """The plunger is held by the rest at its end, the air closed in by its mark."""
    (plunger,), (enclosed,) = picture.grips(state)
    assert (plunger.control, enclosed.control) == ("plunger", "enclosed")
    x, y = plunger.place(state.volume)
    _, right, top, foot = look.span(picture.rod)
    assert right - 12 < x < right
    assert y == pytest.approx((top + foot) / 2)
    assert enclosed.place(state.enclosed) == pytest.approx(tuple(picture.mark.get_xydata()[0]))


def course_map(picture):
    """Every lesson below its part, in order; framed in the part's colour if it is ready, dashed if not."""
    (axes,) = picture.figure.axes
    cards = [patch for patch in axes.patches if look.colour(patch) in ("panel", "paper") and patch.get_linewidth() > 1]
    colours = {"Pop": "blue", "Loose": "purple", "Move": "green", "Judge": "vermilion"}
    lessons = [lesson for lesson in sources.course() if lesson.part in colours]
    assert len(cards) == len(lessons)
    places = []
    for lesson in lessons:
        number, part = look.text(picture, lesson.number), look.text(picture, lesson.part)
        left, right, top, foot = next(span for span in map(look.span, cards) if _inside(span, number.get_position()))
        card = next(card for card in cards if look.span(card) == (left, right, top, foot))
        words = [look.said(text) for text in axes.texts if _inside((left, right, top, foot), text.get_position())]
        ready = lesson.status == "ready"
        assert words == [lesson.number, "ready" if ready else "not yet written", lesson.title]
        assert left < part.get_position()[0] < right
        assert look.colour(part) == colours[lesson.part]
        assert look.colour_name(card.get_edgecolor()) == (colours[lesson.part] if ready else "line")
        assert (card.get_linestyle() in ("-", "solid")) == ready
        places.append((left, top))
    assert places == sorted(places)


def _inside(span, place):
    left, right, top, foot = span
    return left < place[0] < right and top < place[1] < foot
