"""The calibration picture: what it draws and says is what the logbook holds."""

import pytest

from jointlab.drawings.charts.calibration_chart import CalibrationChart, Said
from jointlab.learn import Calibration, Prediction
from jointlab.learn.calibration import FEW, sentence


def predict(book, name, choice, confidence):
    Prediction("pop", name, book).answer(f"prediction pop/{name}", f"{choice}|{confidence}")


def test_it_follows_the_logbook(book):
    picture = Calibration(book)
    assert "Your predictions will stand here" in picture.html
    assert picture.levels == []
    predict(book, "remains", 1, 90)  # right
    predict(book, "camera", 0, 90)  # wrong
    assert "1 of 2 predictions came true, 50 %; on average you were 90 % sure." in picture.html
    assert picture.levels == [[0.9, 1, 2]]
    before = picture.html
    book.record("place", "pop", {"at": "judgement S13"})
    assert picture.html == before


def test_skipped_and_later_answers_do_not_count(book):
    Prediction("pop", "camera", book).answer("prediction pop/camera", "skip")
    predict(book, "remains", 0, 80)
    predict(book, "remains", 1, 99)
    assert "One prediction so far: it did not come true; you were 80 % sure." in Calibration(book).html


@pytest.mark.parametrize(
    ("right", "confidence", "words"),
    [(9, 0.5, "knew more than you thought"), (3, 0.9, "surer than you were right"), (7, 0.7, "fit, as far as luck")],
)
def test_the_sentence_says_which_way_it_goes(right, confidence, words):
    assert words in sentence([Said(confidence, right, 10)])
    assert f"fewer than {FEW}" in sentence([Said(confidence, 1, 2)])


def test_a_difference_that_luck_can_make_is_called_no_skill_and_no_fault():
    """Of ten answers at 70 %, five to nine right are within two standard deviations, 0.29."""
    for right in range(11):
        told = sentence([Said(0.7, right, 10)])
        assert ("as far as luck lets anybody tell" in told) == (right in range(5, 10))
    assert "surer than you were right" in sentence([Said(0.7, 50, 100)])


def test_a_page_knows_where_a_share_lies():
    """The marks themselves are drawn by calibration.js: tests/website/test_for_everyone.py looks at them."""
    chart = CalibrationChart()
    ((_, left), (_, right)), ((_, bottom), (_, top)) = chart.across, chart.up
    (same,) = chart.axes.lines
    ends = chart.pixels(chart.axes, *same.get_data())
    assert ends[0] == pytest.approx([left, (bottom + top) / 2])
    assert ends[1] == pytest.approx([right, top])
    assert 0 < left < right < chart.width
    assert 0 < top < bottom < chart.height
