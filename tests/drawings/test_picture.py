"""A picture's three layers: what stands still, what moves, what stands still above that."""

import gc
import re
import weakref

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import Rectangle

from jointlab.drawings import style
from jointlab.drawings.page import Page
from jointlab.drawings.picture import StillPicture


class Three(Page):
    """A word below, two squares that move, a word above."""

    width, height = 200, 100

    def lay_out(self):
        self.write(10, 10, "below")
        self.front = self.moving(self.page.add_patch(Rectangle((0, 0), 50, 50, fc=style.colour("blue"), zorder=3)))
        self.back = self.moving(self.page.add_patch(Rectangle((20, 20), 50, 50, fc=style.colour("green"), zorder=2)))
        self.write(30, 30, "above", above=True)


@pytest.fixture
def picture():
    return Three()


def test_each_layer_holds_its_own(picture):
    layers = {"stage": picture.stage_svg(), "frame": picture.frame_svg(), "top": picture.top_svg()}
    for word, layer in (("below", "stage"), ("above", "top"), ("--jl-blue", "frame"), ("--jl-green", "frame")):
        assert {name for name, svg in layers.items() if word in svg} == {layer}


def test_what_lies_in_front_is_drawn_last(picture):
    frame = picture.frame_svg()
    assert frame.index("--jl-green") < frame.index("--jl-blue")


def test_what_travels_is_written_to_a_hundredth_of_a_pixel():
    class Curve(Page):
        width, height = 300, 100

        def lay_out(self):
            self.curve = self.line(self.page, "blue")
            self.curve.set_data(np.linspace(0, 300, 40), 50 + 30 * np.sin(np.linspace(0, 9, 40)))

    picture = Curve()
    (d,) = re.findall(r' d="([^"]*)"', picture.frame_svg())
    numbers = re.findall(r"-?\d+(?:\.(\d+))?", d)
    assert max(map(len, numbers)) == 2
    drawn = np.array(re.findall(r"-?\d+(?:\.\d+)?", d), dtype=float).reshape(-1, 2)
    whole = np.linspace(0, 300, 3001)
    true = np.interp(drawn[:, 0], whole, np.interp(whole, *picture.curve.get_data()))
    assert drawn[:, 1] == pytest.approx(true, abs=0.02)


def test_a_still_has_the_layers_in_their_order(picture):
    front, back, *_ = picture.movers
    words = next(text for text in picture.page.texts if text.get_text() == "above")
    assert back.get_zorder() < front.get_zorder() < words.get_zorder()


def test_without_anything_above_there_is_no_third_layer():
    class Two(Page):
        def lay_out(self):
            self.write(10, 10, "below")

    assert Two().top_svg() == ""


def test_a_still_picture_declares_nothing_as_moving():
    class Standing(StillPicture):
        def build(self):
            axes = self.figure.add_axes((0, 0, 1, 1))
            self.square = self.moving(axes.add_patch(Rectangle((0, 0), 1, 1)))

    assert Standing().movers == ()


def test_ticks_may_be_given_in_words_and_a_plot_lies_between_its_pixels():
    class Plot(Page):
        width, height = 400, 200

        def lay_out(self):
            self.axes = self.plot(100, 40, 300, 160, xlim=(0, 1), xticks={0: "nothing", 1: "all"})

    axes = Plot().axes
    assert [label.get_text() for label in axes.get_xticklabels()] == ["nothing", "all"]
    assert axes.bbox.bounds == pytest.approx((100, 40, 200, 120))


def test_a_png_leaves_no_bitmap_behind(picture, monkeypatch):
    """Stills are kept as long as a notebook lives: their pixels, ten times as heavy as all else, are not."""
    drawn = []
    get_renderer = FigureCanvasAgg.get_renderer

    def watched(canvas):
        renderer = get_renderer(canvas)
        drawn.append(weakref.ref(renderer))
        return renderer

    monkeypatch.setattr(FigureCanvasAgg, "get_renderer", watched)
    first = picture.png()
    gc.collect()
    assert drawn
    assert not [renderer for renderer in drawn if renderer()]
    assert picture.png() == first
