"""Explorer: the same girls and boys, and a line that can be moved; how many are hypermobile?

The shares at 4 and at 6 points are measured; the others lie on a beta-binomial drawn through these two.
How far checked: measured at two lines, a toy model in between.
"""

from dataclasses import replace

from jointlab.explorers.curves import Axis, Curve, Heard, Place
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.hypermobility.cutoff_picture import (
    BOYS,
    CURVES,
    FIRST_LINE,
    GIRLS,
    LINE_ENDS,
    LINES,
    TALL,
    TOPS,
    Crowd,
    CutoffPicture,
    Lines,
)
from jointlab.models.evidence.beighton import POINTS
from jointlab.units import fixed, number, percent, read_in

LEEWAY = 0.02  # two shares that differ by less count as the same, for the goal


def lines(girls: float, boys: float) -> Lines:
    """The girls with the line at so many points, and the boys with theirs."""
    return Lines((replace(GIRLS, line=round(girls)), replace(BOYS, line=round(boys))))


def sentence(state: Lines) -> str:
    """What the state shows, in words."""
    girls, boys = state.crowds
    many, fewer = (percent(crowd.share, 1) for crowd in state.crowds)
    apart = _("{share} in 100 apart").format(share=fixed(read_in(abs(girls.share - boys.share), "%"), 1))
    if girls.line == boys.line:
        return _(
            "Line at {line} for all: {many} of the girls and {fewer} of the boys are hypermobile, {apart}. "
            "Move the line: not one joint will move."
        ).format(line=girls.line, many=many, fewer=fewer, apart=apart)
    end = _("The two lines make them alike.") if alike(state) else _("The joints are the same; only the lines differ.")
    return _(
        "Line at {line} for girls and at {boys_line} for boys: {many} of the girls and {fewer} of the boys "
        "are hypermobile, {apart}. {end}"
    ).format(line=girls.line, boys_line=boys.line, many=many, fewer=fewer, apart=apart, end=end)


def alike(state: Lines) -> bool:
    """Whether two different lines call the same share of girls and of boys hypermobile, within two in 100."""
    girls, boys = state.crowds
    return girls.line != boys.line and abs(girls.share - boys.share) <= LEEWAY


def heard(state: Lines) -> Heard:
    """The share beyond every line, of girls and of boys."""
    left, right = CURVES

    def curve(crowd: Crowd, whose: str) -> Curve:
        return Curve(LINES, crowd.above[LINES], whose, place=Place(_("their line"), crowd.line))

    return Heard(
        Axis(_("Line, in points"), "", *LINE_ENDS),
        Axis(_("Share beyond the line"), "%", 0.0, 1.0),
        [curve(crowd, whose) for crowd, whose in zip(state.crowds, (_("Girls"), _("Boys")), strict=True)],
        (left, TOPS[0], right, TOPS[1] + TALL),
    )


CUT_OFF = Declaration(
    title=_("Move the line, not the people"),
    controls=(
        Slider("girls", _("Line for girls"), "", "points", 1, POINTS, FIRST_LINE, steps=POINTS - 1),
        Slider("boys", _("Line for boys"), "", "points", 1, POINTS, FIRST_LINE, steps=POINTS - 1),
    ),
    model=lines,
    picture=CutoffPicture,
    sentence=sentence,
    presets={_("{line} for all").format(line=line): {"girls": float(line), "boys": float(line)} for line in (4, 5, 6)},
    goal=Goal(
        _("different lines that make as many girls as boys hypermobile (within {count} in 100)"),
        alike,
        {"count": number(read_in(LEEWAY, "%"))},
    ),
    hear=heard,
)
