"""Panels of bars: each has its own axis, and a hollow bar ends where a full one would."""

from matplotlib.colors import to_hex

from jointlab.drawings import style
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.panels import Panel, Panels


def test_each_panel_has_its_own_axis():
    bars = {"standing": Mark(0.5, words="0.5 MPa", bar=True), "bent": Mark(1.5, 1, 2, "1 to 2 MPa", bar=True)}
    one = Panel("Pressure", "one man", ("pressure (MPa)", 3, 1), bars, "It is no force, and more words than one line.")
    bars = {"standing": Mark(500, words="500 N", bar=True), "bent": Mark(3000, words="3,000 N", bar=True)}
    two = Panel("Force", "a model", ("force (N)", 6000, 2000), bars, "All.")
    picture = Panels((one, two), "Two bar charts.")
    _, first, second = picture.figure.axes
    assert [bar.get_width() for bar in first.patches] == [0.5, 1.5]
    assert [bar.get_width() for bar in second.patches] == [500, 3000]
    assert (first.get_xlim()[1], second.get_xlim()[1]) == (3, 6000)
    assert [list(line.get_xdata()) for line in first.lines] == [[1, 2]]
    assert [label.get_text() for label in second.get_xticklabels()] == ["0", "2,000", "4,000", "6,000"]
    for words in ("pressure (MPa)", "force (N)", "1 to 2 MPa", "It is no force"):
        assert words in picture.description


def test_a_bar_is_hollow_only_where_it_says_so():
    bars = {"known": Mark(20, 10, 30, "20 %", bar=True), "bare": Mark(40, words="40 %", bar=True, fill="hollow")}
    picture = Panels([Panel("Activity", "a study", ("%", 50, 10), bars, "Much.")], "A bar chart.")
    full, hollow = picture.figure.axes[1].patches
    assert (full.get_width(), hollow.get_width()) == (20, 40)
    colour = style.colour(style.SERIES[0][0])
    assert to_hex(full.get_facecolor()) == to_hex(hollow.get_edgecolor()) == colour
    assert hollow.get_facecolor()[3] == 0
