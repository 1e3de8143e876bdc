"""Two examiners and a hundred people: on how many they agree, how much of that is luck, and what kappa makes of it."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from jointlab.drawings import style
from jointlab.drawings.picture import Picture

PITCH, SIDE = 25, 10  # pixels from person to person; people in a row
CORNER = (44, 84)  # pixels: middle of the first person, from the left and from the top
BAR = (392, 72, 50, 250)  # pixels: left, top, width, height of 100 people
CURVE = (0.70, 0.175, 0.275, 0.66)  # box of the curve: left, bottom, width, height in shares of the picture
# How a verdict is drawn: colour, marker, filled or not.
VERDICTS = {"both_yes": ("blue", "s", True), "split": ("vermilion", "D", True), "both_no": ("muted", "o", False)}


class AgreementPicture(Picture):
    """`update` takes a state with whole people of 100: `both_yes`, `split`, `both_no`; the shares `agreement`, `luck`,
    `base_rate`; `kappa`; and its curve: `kappas` at `base_rates` (shares).

    `published` maps base rates (shares) to the kappas of a study.
    """

    height = 400
    description = (
        "Left: one hundred marks, each a person seen by two examiners. Blue squares: both call the person hypermobile; "
        "empty circles: neither does; orange diamonds: one does and one does not. Middle: a bar of 100 people. Its "
        "grey foot is how often they would agree by luck alone, the green part how much further their agreement "
        "goes, the rest is disagreement; kappa is the green part over all that luck leaves. Right: kappa, 0 to 1, "
        "against the base rate, 0 to 60 per cent, for examiners who slip as often as these; a ring shows where they "
        "are now, and purple triangles are two published kappas."
    )

    def __init__(self, published: Mapping[float, float]):
        self.published = published
        super().__init__()

    def build(self) -> None:
        page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0), zorder=2)
        page.set_axis_off()
        page.patch.set_visible(False)
        self.page = page
        page.text(CORNER[0] - 10, 28, "100 people, two examiners", va="center", weight="bold")
        page.text(BAR[0], 28, "They agree on", va="center", weight="bold")
        self.people = {name: self._people(*how) for name, how in VERDICTS.items()}
        self._counts()
        self._bar()
        self._curve()

    def _people(self, name: str, marker: str, filled: bool) -> Any:
        colour = style.colour(name)
        how = {"mec": colour, "mew": style.LINE["thin"], "ms": 12 if marker != "D" else 11}
        return self.moving(self.page.plot([], [], marker, mfc=colour if filled else style.colour("paper"), **how)[0])

    def _counts(self) -> None:
        """What the marks mean, with their numbers, below the people."""
        top = CORNER[1] + SIDE * PITCH + 6
        self.counts = {}
        for place, (name, (colour, marker, filled)) in enumerate(VERDICTS.items()):
            x, shade = (CORNER[0], CORNER[0] + 104, CORNER[0] + 176)[place], style.colour(colour)
            fill = shade if filled else style.colour("paper")
            self.page.plot([x], [top], marker, mfc=fill, mec=shade, mew=style.LINE["thin"], ms=10)
            self.counts[name] = self.moving(self.page.text(x + 12, top, "", va="center", size=style.TEXT["small"]))

    def _bar(self) -> None:
        left, top, width, height = BAR
        frame = {"fc": style.colour("paper"), "ec": style.colour("vermilion"), "lw": style.LINE["thin"]}
        self.page.add_patch(Rectangle((left, top), width, height, **frame))
        self.parts = [
            self.moving(self.page.add_patch(Rectangle((left, top), width, 0, fc=style.colour(name), ec="none")))
            for name in ("line", "green")
        ]
        bold = {"weight": "bold", "va": "center"}
        small = {"va": "center", "size": style.TEXT["small"]}
        self.agree = self.moving(self.page.text(left, 52, "", size=style.TEXT["label"], **bold))
        self.luck = self.moving(self.page.text(left + width + 10, 0, "", **small))
        green = {"color": style.colour("green")}
        self.kappa = self.moving(self.page.text(left + width + 10, top + 34, "", size=30, **bold, **green))
        self.page.text(left + width + 10, top + 62, "kappa", **small)

    def _curve(self) -> None:
        axes: Axes = self.figure.add_axes(CURVE, xlim=(0, 60), ylim=(0, 1.07), yticks=np.arange(0, 1.1, 0.25))
        axes.set(xticks=range(0, 61, 15), xlabel="base rate (%)")
        axes.set_title("Kappa, same examiners")
        shares = [100 * share for share in self.published]
        axes.plot(shares, list(self.published.values()), "^", color=style.colour("purple"), ms=10)
        words = {"color": style.colour("purple"), "size": style.TEXT["small"], "ha": "center"}
        axes.text(np.mean(shares), max(self.published.values()) + 0.06, "published", **words)
        self.line = self.moving(axes.plot([], [], color=style.colour("green"))[0])
        ring = {"mfc": "none", "mec": style.colour("ink"), "ms": 20, "mew": style.LINE["normal"], "clip_on": False}
        self.ring = self.moving(axes.plot([], [], "o", zorder=4, **ring)[0])

    def update(self, state: Any) -> None:
        words = {"both_yes": "both yes", "split": "split", "both_no": "both no"}
        first = 0
        for name, marks in self.people.items():
            many = getattr(state, name)
            down, across = np.divmod(np.arange(first, first + many), SIDE)
            marks.set_data(CORNER[0] + PITCH * across, CORNER[1] + PITCH * down)
            self.counts[name].set_text(f"{many} {words[name]}")
            first += many
        left, top, width, height = BAR
        foot = top + height
        for part, (low, high) in zip(self.parts, ((0, state.luck), (state.luck, state.agreement)), strict=True):
            part.set_bounds(left, foot - high * height, width, (high - low) * height)
        self.agree.set_text(f"{100 * state.agreement:.0f} of 100")
        self.luck.set_text(f"luck: {100 * state.luck:.0f}")
        self.luck.set_y(foot - state.luck * height / 2)
        self.kappa.set_text(f"{state.kappa:.2f}")
        self.line.set_data(100 * state.base_rates, state.kappas)
        self.ring.set_data([100 * state.base_rate], [state.kappa])
