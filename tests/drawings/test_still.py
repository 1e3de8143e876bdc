"""A still says its words once, keeps them large enough to be read, and tells a sleeping page what to do."""

import re

import pytest

from jointlab.drawings.page import Page
from jointlab.drawings.still import ASLEEP, Still


class Sketch(Page):
    height = 100
    description = "A sketch with <angles> & “quotes”."

    def lay_out(self) -> None:
        self.write(20, 20, "words")


@pytest.fixture(scope="module")
def html():
    return Still(Sketch(), "What it shows.", stands_in=True, mark="sketch-1")._repr_html_()


def test_picture_and_caption_are_each_told_once(html):
    assert html.count("A sketch with &lt;angles&gt; &amp; “quotes”.") == 1
    assert html.count("What it shows.") == 1
    assert re.search(r'<img alt="A sketch[^"]*"', html)
    assert repr(Still(Sketch(), "What it shows.")) == f"{Sketch.description} What it shows."


def test_the_frame_can_be_reached_and_scrolled_by_keyboard(html):
    (frame,) = re.findall(r"<div [^>]*>", html)
    assert 'tabindex="0"' in frame
    assert 'role="group" aria-label="Picture' in frame
    assert "overflow-x:auto" in frame
    assert 'data-lm-suppress-shortcuts="true"' in frame  # or else JupyterLab takes the arrow keys


def test_the_smallest_words_keep_eleven_pixels(html):
    least = int(re.search(r"min-width:(\d+)px", html)[1])
    assert least / 960 * 13 == pytest.approx(11, abs=0.01)


def test_a_mark_is_the_id_of_the_figure_and_without_one_there_is_none(html):
    assert html.startswith('<figure class="jl-still" id="sketch-1" ')
    assert " id=" not in Still(Sketch())._repr_html_()


def test_only_what_stands_in_brings_the_words_of_sleeping_controls(html):
    assert ASLEEP in html
    assert ASLEEP not in Still(Sketch())._repr_html_()
