"""What suction is: a film's fluid and the air outside push at the same bones, at rest and while they are pulled."""

import numpy as np

from jointlab.drawings.page import Page
from jointlab.drawings.picture import StillPicture
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.arrows import arrow, arrows
from jointlab.language import _
from jointlab.lessons.separation.film_section import FilmSection

LEVEL, BONE, CARTILAGE, RIM = 176, 62, 12, 92  # pixels: as in the film's story, a little larger
PLACES = (-56, 0, 56)  # pixels from the middle of a film: where arrows stand
PUSH = 40  # pixels of arrow: of the air, and of fluid that has its pressure
# Title, middle and gap in pixels, what the fluid's arrows have of the air's.
FRAMES = ((_("At rest"), 160, 13.0, (1.0, 1.0, 1.0)), (_("Pulled"), 480, 26.0, (0.6, 0.25, 0.6)))
WORDS = (
    _("The fluid pushes the bones apart\nas hard as the air pushes\nthem together."),
    _("The pressure in the fluid has fallen:\nit pushes less. The air pushes\nas before, and that holds the bones."),
)


class Suction(StillPicture, Page):
    """Two films and all that pushes at their bones."""

    width, height = 640, 366
    description = _(
        "Two films of fluid between two bones, enlarged, each closed by the capsule on both sides. Orange arrows from "
        "above and below are the air outside, which pushes the bones together; blue arrows in the bones, away from the "
        "film, are the fluid, which pushes them apart; they are not to scale. Left, at rest: all arrows are equally "
        "long. Right, pulled: the gap is wider, the orange arrows are as long as before, the blue ones shorter, "
        "shortest in the middle."
    )

    def lay_out(self) -> None:
        self.air = arrows(self.page, self, "vermilion")
        self.fluid = arrows(self.page, self, "blue", zorder=4)
        air, fluid = [], []
        for (title, middle, gap, shares), words in zip(FRAMES, WORDS, strict=True):
            self.heading(middle - RIM - 38, 22, title)
            section, gaps = FilmSection(self, middle, LEVEL, BONE, CARTILAGE), np.full(21, gap)
            section.set(np.linspace(0, RIM, 21), gaps)
            for way, surface, end in ((-1, LEVEL - gap, section.top(gaps)), (1, LEVEL, LEVEL + BONE)):
                for place, share in zip(PLACES, shares, strict=True):
                    x, tip = middle + place, end + 4 * way
                    air.append(arrow((x, tip + PUSH * way), (x, tip)))
                    fluid.append(arrow((x, surface + 3 * way), (x, surface + (3 + PUSH * share) * way)))
            self.write(middle - RIM - 38, 298, words, "body", va="top", linespacing=1.3)
        self.air.set_path(outlines.path(*air))
        self.fluid.set_path(outlines.path(*fluid))
        self.write(FRAMES[0][1] + 72, 74, _("air"), "body", "vermilion", bold=True)
        self.write(FRAMES[0][1] + 28, LEVEL - 42, _("fluid"), "body", "blue", bold=True, ha="center")
