"""The still figures of the lesson What makes the pop?"""

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.charts.durations import durations, event, instrument
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale, every
from jointlab.drawings.still import Still
from jointlab.language import _
from jointlab.lessons.pop.joints_plate import Plate
from jointlab.lessons.pop.loudness import EAR, MICROPHONE, birth_levels, collapse_levels, outside
from jointlab.lessons.pop.one_crack import ROOM, TENSION, VISCOSITY, OneCrack
from jointlab.units import amount, fixed


def joints() -> Still:
    """A knuckle and a pair of facet joints, to the same scale."""
    return Still(Plate(), _("A knuckle and the facet joints of the lower back, drawn to the same scale."))


def one_crack() -> Still:
    """A birth in the model, slowly: what grows, what falls back, and what an ear gets of it."""
    assumed = ", ".join(
        (
            _("{room} of room too much").format(room=amount(ROOM, "mm³")),
            _("{tension} of tension").format(tension=amount(TENSION, "kPa")),
            f"{amount(VISCOSITY, 'Pa s')}",
        )
    )
    return Still(
        OneCrack(),
        _("One gas space springs open in a fluid under tension. Model; assumed: {assumed}.").format(assumed=assumed),
    )


def timescales() -> Still:
    """How long a pop, a picture of the scanner and the other events last."""
    pop, picture = sources.observation("pop_duration"), sources.observation("mri_frame_time")
    rate, needed = sources.observation("mri_frame_rate"), sources.observation("frames_needed")
    flash, wait = sources.observation("flash_delay").value, sources.observation("refractory_time").value

    scanner = f"{amount(picture.value, 'ms')}, {amount(rate.value, 'pictures a second')}"
    quick = f"{amount(1 / needed.value, 'ms')}, {amount(needed.value, 'pictures a second')}"
    rows = (
        event(
            _("One pop (neck)"),
            pop.low,
            pop.high,
            _("{time}, mean of {count}").format(time=amount(pop.value, "ms"), count=pop.n),
        ),
        event(_("Flash on ultrasound"), flash, flash, _("{time} after the sound").format(time=amount(flash, "ms"))),
        instrument(_("One picture of the scanner"), picture.value, scanner),
        instrument(_("A camera that could tell"), 1 / needed.value, quick),
        event(_("Wait until the next crack"), wait, wait, amount(wait, "minutes")),
    )
    words = _("Chart of five durations; round marks are events, square marks are instruments.")
    return Still(durations(rows, words), _("How long things take. Circles: events. Squares: instruments."))


def levels() -> Still:
    """How loud the models say a pop is, in the fluid and outside, for inputs that nobody knows."""
    kinds = ((_("a collapse"), collapse_levels()), (_("a birth"), birth_levels()))
    places = (
        (_("in fluid, {distance} away").format(distance=amount(MICROPHONE, "mm")), np.asarray),
        (_("outside, {distance} away").format(distance=amount(EAR, "m")), outside),
    )
    rows = [_strip(name, where, heard(levels), i) for where, heard in places for i, (name, levels) in enumerate(kinds)]
    scale = Scale(-60, 220, every(20, -60, 220), _("peak level (dB; 0 dB is 20 µPa)"))
    words = _("Strip chart: each mark is one combination of inputs that nobody has measured.")
    picture = RowChart({"": rows}, scale, words, Layout(left=200, right=930, pitch=62, close=True))
    return Still(
        picture, _("Each mark is one combination of unknown inputs. Outside: if the skin moves as the bubble does.")
    )


def _strip(label: str, where: str, levels: NDArray, series: int) -> Row:
    low, high = levels.min(), levels.max()
    apart = _("{level} dB apart").format(level=fixed(high - low))
    spoken = _("{low} to {high} dB, {apart}").format(low=fixed(low), high=fixed(high), apart=apart)
    marks = [Mark(levels, words=apart, over=True)]
    return Row(label, marks, under=where, band=(low, high), series=style.SERIES[series], spoken=spoken)
