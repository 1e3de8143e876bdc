"""What hides in a millilitre of fluid: its gases as areas, because pressure times solubility is what is dissolved."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.patches import Rectangle

from jointlab.drawings import style
from jointlab.drawings.picture import Picture
from jointlab.drawings.shapes import gases

FLUID = 236  # pixels: side of the square that is 1 mL
WIDTH, HEIGHT = 5.3, 1110  # pixels for one kPa, and for one µmol in 1 mL under 1 kPa
BASE = 340  # pixels: foot of the square and of the tallest rectangle
LEFT, RIGHT = 24, 428  # pixels: where the two halves begin


@dataclass(frozen=True)
class Hidden:
    """One gas: its `pressure` in the fluid (kPa), `solubility` (µmol in 1 mL under 1 kPa), and the `volume` (mL) that 1
    mL of fluid gives at the pressure of the air outside."""

    name: str
    pressure: float
    solubility: float
    volume: float

    @property
    def amount(self) -> float:
        """µmol in 1 mL."""
        return self.pressure * self.solubility

    @property
    def words(self) -> str:
        """The rectangle as a product."""
        return f"{self.pressure:.3g} kPa × {self.solubility:.3g} = {self.amount:.3g} µmol"


class OneMillilitre(Picture):
    """A still picture of carbon dioxide, nitrogen and oxygen (`hidden`, in this order) in 1 mL of fluid."""

    height = 430

    def __init__(self, hidden: Sequence[Hidden]):
        self.hidden = hidden
        self.volume = sum(gas.volume for gas in hidden)
        listed = "; ".join(f"{gas.name}: {gas.words}, {gas.volume:.2g} mL as a gas" for gas in hidden)
        self.description = (
            "Two drawings to scale. Left: a large square, 1 millilitre of joint fluid, and beside it a small square of "
            f"three strips, the gas drawn out of it at the pressure of the air outside: {self.volume:.3f} mL. Right: a "
            "rectangle for each gas; its width is the pressure of the gas in the fluid, its height the solubility, so "
            "its area is what is dissolved. The rectangle of carbon dioxide is narrow and tall and has the largest "
            f"area; that of nitrogen is wide and very flat; that of oxygen is small. {listed}."
        )
        super().__init__()

    def build(self) -> None:
        self._page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0))
        self._page.set_axis_off()
        self._volumes()
        self._products()

    def _volumes(self) -> None:
        """Fluid and gas as squares."""
        self._write(LEFT, 30, "By volume", weight="bold", size=style.TEXT["label"])
        self._box(LEFT, BASE, FLUID, FLUID, "fluid", edge="fluid_edge")
        self._write(LEFT + FLUID / 2, BASE - FLUID / 2, "1 mL of\njoint fluid", ha="center", linespacing=1.4)
        side, foot = FLUID * self.volume**0.5, BASE
        left = LEFT + FLUID + 24
        for gas in self.hidden:
            height = side * gas.volume / self.volume
            self._box(left, foot, side, height, gases.LOOKS[gas.name][0])
            foot -= height
        self._write(left, foot - 34, f"its gas:\n{self.volume:.3f} mL", linespacing=1.4)
        small = {"size": style.TEXT["small"], "color": style.colour("muted"), "linespacing": 1.5}
        self._write(
            LEFT, BASE + 49, "both to scale; the gas is all drawn out\nand at the pressure of the air outside", **small
        )

    def _products(self) -> None:
        """Pressure times solubility, gas by gas."""
        self._write(RIGHT, 30, "By amount: width × height = area", weight="bold", size=style.TEXT["label"])
        dioxide, nitrogen, oxygen = self.hidden
        beside = RIGHT + WIDTH * dioxide.pressure + 20
        places = (
            (dioxide, RIGHT, BASE, (beside, BASE - HEIGHT * dioxide.solubility + 32)),
            (oxygen, beside + 52, 230, (beside + 52 + WIDTH * oxygen.pressure + 16, 217)),
            (nitrogen, beside + 52, BASE, (beside + 52, BASE - 44)),
        )
        for gas, left, foot, (x, y) in places:
            look = gases.LOOKS[gas.name][0]
            self._box(left, foot, WIDTH * gas.pressure, HEIGHT * gas.solubility, look)
            self._write(x, y - 11, gas.name, weight="bold", color=style.colour(look))
            self._write(x, y + 12, gas.words)
        small = {"size": style.TEXT["small"], "color": style.colour("muted")}
        self._write(RIGHT, BASE + 38, "width: partial pressure of the gas in the fluid (kPa)", **small)
        self._write(RIGHT, BASE + 60, "height: solubility, how much of it 1 mL takes up for each kPa (µmol)", **small)

    def _box(self, left: float, foot: float, width: float, height: float, face: str, edge: str = "ink") -> None:
        how = {"fc": style.colour(face), "ec": style.colour(edge), "lw": style.LINE["hair"]}
        self._page.add_patch(Rectangle((left, foot - height), width, height, **how))

    def _write(self, x: float, y: float, words: str, **how) -> None:
        self._page.text(x, y, words, **{"va": "center"} | how)
