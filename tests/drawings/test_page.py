"""A page: words in line with each other, plots between pixels, ticks with words."""

import io

import numpy as np
import pytest
from matplotlib import image

from jointlab.drawings import style
from jointlab.drawings.page import SPACING, Page


class Specimen(Page):
    """Words beside each other, and a plot."""

    width, height = 400, 200
    description = "Words beside each other, and a plot."

    def lay_out(self) -> None:
        self.write(50, 30, "nx")
        self.write(100, 30, "ng")
        self.write(150, 30, "nl")
        self.large = self.write(250, 30, "9", 40)
        self.two_lines = self.write(300, 30, "two\nlines")
        self.axes = self.plot(50, 60, 350, 160, xlim=(0, 1), ylim=(0, 1), xticks={0: "none", 1: "all"})


@pytest.fixture(scope="module")
def specimen():
    return Specimen()


def test_words_at_one_height_stand_on_one_line_whatever_their_letters(specimen):
    ink = image.imread(io.BytesIO(specimen.png(4)))[..., :3].min(axis=2) < 0.5
    feet = [np.flatnonzero(ink[:200, 4 * x : 4 * x + 30].any(axis=1)).max() for x in (50, 100, 150)]
    assert max(feet) - min(feet) <= 1  # of four to a pixel


def test_a_plot_stands_between_its_pixels(specimen):
    box = specimen.axes.bbox
    assert (box.x0, box.x1) == pytest.approx((50, 350))
    assert (specimen.height - box.y1, specimen.height - box.y0) == pytest.approx((60, 160))
    assert [tick.get_text() for tick in specimen.axes.get_xticklabels()] == ["none", "all"]


def test_size_is_a_step_of_the_ladder_or_pixels(specimen):
    assert specimen.large.get_size() == 40
    assert specimen.two_lines.get_size() == style.TEXT["small"]


def test_lines_of_one_text_keep_a_distance(specimen):
    height = specimen.two_lines.get_window_extent().height
    assert height == pytest.approx(2 * SPACING * style.TEXT["small"], rel=0.1)
