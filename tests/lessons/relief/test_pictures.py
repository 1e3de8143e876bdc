"""The pictures of the lesson: what is drawn is what was counted."""

from matplotlib.patches import Circle
from tests.pictures import look, readable

from jointlab import sources
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.pictograms import Counted, Group
from jointlab.lessons.relief import figures
from jointlab.lessons.relief.over_time import OverTime, study
from jointlab.lessons.relief.people import PERSON


def test_as_many_people_are_filled_as_were_counted():
    picture = Counted([Group("all", "of them", 7, 19, "7 of 19")], PERSON, 10, "green", "Counted people.")
    heads = [patch for patch in picture.figure.axes[0].patches if type(patch) is Circle]
    assert len(heads) == 19
    assert sum(look.colour(head) == "green" for head in heads) == 7


def test_the_figures_show_the_data():
    people = figures.with_or_without()
    assert [(group.marked, group.total) for group in people.picture.groups] == [(14, 50), (5, 21)]
    assert "one of 71 people" in people.caption
    chart = figures.relief_over_time().picture
    assert [effect.value for _, effect in chart.effects] == [sources.relief(name).value for name in figures.SIZES]
    found = [{mark.fill for mark in row.marks} for row in chart.groups[""]]
    assert found == [{"half", "hollow", "full"}, {"hollow"}, {"full"}, {"hollow", "full"}]


def test_times_and_findings_are_said_in_words():
    chart = OverTime(
        [(0, Mark(0.5, 0.1, 0.9)), (0, Mark(0.7, 0.2, 1.2))],
        [study("one", "20 people", {0: "full", 5: "hollow"}, {0: "here"})],
        ("effect (d)", -0.2, 2),
        {"large": 0.8},
        10,
        "a note",
        "A chart.",
    )
    assert "0 minutes: 0.5 (0.1 to 0.9)" in chart.description
    assert "one, 20 people: minute 0: a difference, minute 5: no difference found." in chart.description
    assert "minutes, 0 to 10" in chart.description
    assert readable.unreadable_in(chart) == []
