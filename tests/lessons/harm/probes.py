"""What the pictures of the lesson on harm say: which number of the state stands where."""

import numpy as np
import pytest
from tests.pictures import look

from jointlab import sources
from jointlab.lessons.harm.figures import RATES
from jointlab.models.evidence import contingency, effect_sizes
from jointlab.models.evidence.studies import BASE, STUDIES, simulate

SIDE = 14  # px: a square is a person


def ABSTRACT(picture, state):
    _squares(picture, state)
    _see_saw(picture, state)
    _card(picture, state)


def _squares(picture, state):
    """Filled squares have it, hollow ones have not; the left block cracks."""
    drawn = {"ill": (picture.ill, "blue"), "well": (picture.well, "paper")}
    rows = {}
    for name, (patch, colour) in drawn.items():
        middles = np.array([outline.mean(axis=0) for outline in map(_corners, look.outlines(patch))]).reshape(-1, 2)
        assert look.colour(patch) == colour
        rows[name] = middles
    everybody = np.vstack(list(rows.values()))
    assert len(np.unique(everybody.round(), axis=0)) == 215
    border = _grip(picture, state, "share", state.crackers / 215)[0]
    for name, left, right in (
        ("ill", state.crackers_ill, state.others_ill),
        ("well", state.crackers_well, state.others_well),
    ):
        assert (rows[name][:, 0] < border).sum() == left, name
        assert (rows[name][:, 0] > border).sum() == right, name
    assert np.abs(everybody[:, 0] - border).min() > SIDE / 2, "the border stands between the blocks"
    for words, people in {
        "crack their knuckles": state.crackers,
        "do not": state.others,
    }.items():
        assert look.said(look.text(picture, f"{people} {words}")) == f"{people} {words}"
    for name, people in (("crackers_ill", state.crackers_ill), ("others_ill", state.others_ill)):
        assert look.said(picture.words[name]) == f"{people} with osteoarthritis"


def _corners(outline):
    return outline[:4]


def _grip(picture, state, control, value):
    return np.array(look.tracks(picture, state)[control].place(value))


def _see_saw(picture, state):
    """The whole lies on the line, nearer to the larger block, by the law of total probability."""
    crack, do_not = (100 * state.shares[name] for name in ("crack", "do not"))
    upper, lower = picture.ends
    assert (look.colour(upper), look.colour(lower)) == ("blue", "vermilion")
    assert [*upper.get_xdata(), *lower.get_xdata()] == pytest.approx([crack, do_not])
    assert upper.get_ydata()[0] > lower.get_ydata()[0]
    assert look.texts(picture, "who crack")[0].get_position()[1] < look.text(picture, "who do not").get_position()[1]
    share = state.crackers / 215
    overall = contingency.overall_share(share, crack / 100, do_not / 100)
    assert picture.whole.get_xdata() == pytest.approx([100 * overall])
    ends = upper.get_ydata()[0], lower.get_ydata()[0]
    assert picture.whole.get_ydata() == pytest.approx([share * ends[0] + (1 - share) * ends[1]])
    assert picture.between.get_xydata() == pytest.approx(np.array([(crack, ends[0]), (do_not, ends[1])]))
    assert look.said(picture.overall) == f"all: {round(215 * overall)} of 215"
    asked = sources.observation("oa_asked")
    (study,) = look.lines(picture.axes, "green")
    assert study.get_xdata() == pytest.approx([100 * asked.value / asked.n] * 2)
    assert look.text(picture, f"in the study: {asked.value:.0f} of {asked.n}")
    for name, mark in (("among_crackers", upper), ("among_others", lower)):
        place = _grip(picture, state, name, mark.get_xdata()[0] / 100)
        drawn = picture.pixels(picture.axes, mark.get_xdata()[0], mark.get_ydata()[0])
        assert place == pytest.approx(np.ravel(drawn), abs=0.6)


def _card(picture, state):
    """The four shares, and a tick where one is near to the share that is printed in its place."""
    a, b, c, d = state.crackers_ill, state.crackers_well, state.others_ill, state.others_well
    parts = {"crack": (a, a + b), "do not": (c, c + d), "with": (a, a + c), "without": (b, b + d)}
    printed = [sources.observation(f"printed_oa_{who}").value for who in ("crackers", "others")]
    for name, (part, whole) in parts.items():
        words = f"{100 * part / whole:.1f} %" if whole else "–"
        assert look.said(picture.values[name]) == words, name
        near = bool(whole) and abs(part / whole - printed[name in ("do not", "without")]) <= 0.01
        assert picture.ticks[name].get_visible() == near, name
    heights = {name: text.get_position()[1] for name, text in picture.values.items()}
    for name, words in {
        "crack": "of those who crack",
        "do not": "of those who do not",
        "with": "of those with osteoarthritis",
        "without": "of those without",
    }.items():
        assert look.text(picture, words).get_position()[1] == heights[name]
    assert look.text(picture, "Who has osteoarthritis?").get_position()[1] < heights["crack"]
    assert heights["do not"] < look.text(picture, "Who cracks?").get_position()[1] < heights["with"]
    assert look.numbers(look.said(look.text(picture, "Printed:"))) == pytest.approx([100 * share for share in printed])


def STUDY(picture, state):
    heaps = (1.0, state.harmless), (state.effect, state.harmful)
    for (effect, heap), panel in zip(heaps, picture.panels, strict=True):
        again = simulate(effect, state.design)
        assert (again.ratio == heap.ratio).all()
        kinds = {"harm": again.low > 1, "protection": again.high < 1}
        kinds["nothing"] = ~(kinds["harm"] | kinds["protection"])
        low, high = panel.axes.get_ylim()
        for name, those in kinds.items():
            assert look.numbers(look.said(panel.counts[name])) == [those.sum()], name
            strokes = look.strokes(panel.bars[name])
            assert len(strokes) == those.sum(), name
            ends = [sorted(stroke[:, 1]) for stroke in strokes]
            bars = np.column_stack([again.low, again.high])[those]
            assert np.array(ends).reshape(-1, 2) == pytest.approx(np.clip(bars, low, high)), name
        assert look.colour(panel.bars["harm"]) == look.colour(panel.counts["harm"]) == "vermilion"
        assert look.colour(panel.bars["protection"]) == look.colour(panel.counts["protection"]) == "green"
        strong, pale = panel.bars["harm"].get_linewidth(), panel.bars["nothing"].get_linewidth()
        assert strong > 1.5 * pale, "not by colour alone"
        assert panel.ratios.get_ydata() == pytest.approx(np.clip(again.ratio, low, high))
        assert sum(look.numbers(look.said(text))[0] for text in panel.counts.values()) == STUDIES
    assert list(picture.truth.get_ydata()) == [state.effect] * 2
    assert picture.truth.axes is picture.panels[1].axes
    assert picture.truth.is_dashed()
    assert look.said(picture.titles[1]) == f"If it harms {20 * state.effect:.3g} of 100, not 20"
    design = state.design
    said = look.numbers(look.said(picture.design))
    assert said == pytest.approx(
        [design.people, *(100 * x for x in (design.confounding, design.examiner, design.leavers))], abs=0.51
    )
    _one_study(picture, state)


def _one_study(picture, state):
    """The bracket is the interval of a study of this size that finds no difference."""
    cases = BASE * state.design.people
    typical = effect_sizes.risk_ratio(cases, state.design.people, cases, state.design.people)
    axes = picture.panels[0].axes
    ends = [float(np.ravel(picture.pixels(axes, 0, float(end)))[1]) for end in (typical.low, typical.high)]
    drawn = np.array(picture.bracket.get_ydata(), dtype=float)
    heights = np.unique(drawn[~np.isnan(drawn)])
    assert heights == pytest.approx(sorted(ends), abs=0.6)
    held = _grip(picture, state, "people", state.design.people)
    assert held[1] == pytest.approx(min(ends), abs=1.5)
    held = _grip(picture, state, "harmed", 20 * state.effect)
    assert held[1] == pytest.approx(float(np.ravel(picture.pixels(picture.truth.axes, 0, state.effect))[1]), abs=0.6)


def hands(picture):
    """Ratios follow from the counted people; what has no figure stands in words; backs have no study."""
    old, asked = (
        look.row(picture, "28 old people in a home worn joints, X-rays"),
        look.row(picture, "206 people of 50 to 89"),
    )
    for row, four in ((old, (1, 15, 5, 13)), (asked, (23, 40, 104, 166))):
        hits, people, others_hit, others = four
        found = effect_sizes.odds_ratio(hits, people - hits, others_hit, others - others_hit)
        assert sorted(row.ends) == pytest.approx([found.low, found.high])
        assert row.values == pytest.approx([found.value])
        assert look.numbers(row.note)[:3] == pytest.approx([found.value, found.low, found.high], abs=0.0051)
        assert row.heading == "Hands: arthritis"
    assert {row.label.split(" of ")[0]: row.words for row in look.rows(picture) if not row.values} == {
        "300 people in a clinic": "as often",
        "300 people in a clinic swelling; grip was weaker, too": "more often",
        "40 people without complaints examined by people who did not know": "no difference found",
        "70 young people cartilage": "thicker: good or bad?",
        "adults energy": "harmful level passed",
        "people who crack their backs": "no study found",
    }
    assert look.row(picture, "people who crack their backs").heading == "Lower backs"
    leans = {text.get_text().strip(): text.get_ha() for text in picture.axes.texts}
    assert (leans["more often"], leans["harmful level passed"]) == ("left", "left")
    assert leans["as often"] == leans["no study found"] == leans["no difference found"] == "center"
    assert leans["thicker: good or bad?"] == "center", "whether thicker cartilage is good, nobody knows"


def rates(picture):
    """Each mark stands at its rate; the same events stand at two places, by what they are counted over."""
    for heading, rows in RATES.items():
        for name, (label, over) in rows.items():
            figure = sources.observation(name)
            (row,) = (r for r in look.rows(picture) if r.heading == heading and r.label == f"{label} {over}")
            assert row.values == pytest.approx([figure.value])
            assert look.numbers(row.note)[1] == pytest.approx(1 / figure.value, rel=0.06)
    (unsaid,) = (row for row in look.rows(picture) if "does not say" in row.label)
    assert "Oliphant" in unsaid.note, "its abstract names no denominator"
    session, patient = sources.observation("severe_per_session"), sources.observation("severe_per_patient")
    assert session.value * session.n == pytest.approx(patient.value * patient.n, rel=1e-3)
    assert look.row(picture, "nobody has counted").values == []
    first, last = picture.axes.get_xlim()
    assert first < 4e-9
    assert last > 1.3e-3
    spread = sources.observation("harm_overview_most").value / sources.observation("harm_overview_least").value
    assert spread > 1e4, "the prose says more than ten-thousandfold"


def leap(picture):
    """Hands left, backs right, to one scale; the arrow leaves the one box and ends in the other."""
    boxes = sorted((patch.get_x(), patch.get_x() + patch.get_width()) for patch in _boxes(picture))
    for words, (left, right) in zip(("Hands", "Lower backs"), boxes, strict=True):
        assert left < look.text(picture, words).get_position()[0] < right
    scales = {round(axes.bbox.width / np.ptp(axes.get_xlim()), 3) for axes in picture.figure.axes[1:]}
    assert len(scales) == 1
    (arc,) = (line for line in look.lines(picture.page, "ink") if line.is_dashed())
    assert boxes[0][0] < arc.get_xdata()[0] < boxes[1][0]
    head = look.span(look.shapes(picture.page, "ink")[-1])
    assert head[1] == pytest.approx(boxes[1][0], abs=14)
    assert look.text(picture, "self-cracking: no study found").get_position()[0] > boxes[1][0]


def _boxes(picture):
    return [patch for patch in picture.page.patches if hasattr(patch, "get_boxstyle")]


def before(picture):
    """Above two events, below four in time; the disc that begins to slip comes first."""
    boxes = [
        (patch.get_x() + patch.get_width() / 2, patch.get_y() + patch.get_height() / 2) for patch in _boxes(picture)
    ]
    rows = sorted({y for _, y in boxes})
    words = {}
    for text in picture.page.texts:
        for x, y in boxes:
            if np.hypot(text.get_position()[0] - x, text.get_position()[1] - y) < 2:
                words[x, y] = look.said(text)
    seen, hidden = ([words[x, y] for x, y in sorted(boxes) if y == row] for row in rows)
    assert seen == ["a crack, or a visit, for relief", "the slipped disc is found"]
    assert hidden == ["a disc begins to slip", "the back or leg hurts", *seen]
    assert sorted(x for x, y in boxes if y == rows[0]) == sorted(x for x, y in boxes if y == rows[1])[2:]
