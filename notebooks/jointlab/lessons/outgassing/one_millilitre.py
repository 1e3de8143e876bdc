"""What hides in a millilitre of fluid: its gases as areas, because pressure times solubility is what is dissolved."""

from dataclasses import dataclass

from jointlab.drawings.page import Page
from jointlab.drawings.picture import StillPicture
from jointlab.drawings.shapes import gases, outlines
from jointlab.language import _
from jointlab.lessons.outgassing.cavity_picture import MILLILITRE
from jointlab.units import amount, fixed, number, read_in

FLUID = 236  # pixels: side of the square that is 1 mL
WIDTH, HEIGHT = 5.3e-3, 1.11e6  # pixels for one Pa, and for one mol/m³ under 1 Pa
BASE = 340  # pixels: foot of the square and of the tallest rectangle
SEAMED = 3  # pixels: a strip that is no higher would be lost in its own seam
LEFT, RIGHT = 24, 428  # pixels: where the two halves begin


@dataclass(frozen=True)
class Hidden:
    """One gas: its `pressure` in the fluid (Pa), `solubility` (mol/m³ for each Pa), and the `volume` that it has, over
    that of the fluid, at the pressure of the air outside."""

    name: str
    pressure: float
    solubility: float
    volume: float

    @property
    def words(self) -> str:
        """The rectangle as a product; so many mol/(m³ Pa) are 1,000 times as many µmol in 1 mL for each kPa."""
        dissolved = amount(self.pressure * self.solubility * MILLILITRE, "µmol")
        return f"{amount(self.pressure, 'kPa')} × {number(1e3 * self.solubility)} = {dissolved}"


class OneMillilitre(StillPicture, Page):
    """A still picture of carbon dioxide, nitrogen and oxygen (`hidden`, in this order) in 1 mL of fluid."""

    height = 430

    def __init__(self, hidden: list[Hidden]):
        self.hidden = hidden
        self.share = sum(gas.volume for gas in hidden)
        self.volume = f"{fixed(read_in(self.share * MILLILITRE, 'mL'), 3)} mL"
        self.names = ", ".join(_(gas.name) for gas in hidden)
        each = _("{gas}: {product}, {volume} as a gas")
        listed = "; ".join(
            each.format(gas=_(gas.name), product=gas.words, volume=amount(gas.volume * MILLILITRE, "mL", 2))
            for gas in hidden
        )
        self.description = _(
            "Two drawings to scale. Left: a large square, 1 millilitre of joint fluid, and beside it a small "
            "square of three strips, the gas drawn out of it at the pressure of the air outside: {volume}; from "
            "below {gases}. Right: a rectangle for each gas; its width is the pressure of the gas in the fluid, "
            "its height the solubility, so its area is what is dissolved. The rectangle of carbon dioxide is "
            "narrow and tall and has the largest area; that of nitrogen is wide and very flat; that of oxygen is "
            "small. {listed}."
        ).format(volume=self.volume, gases=self.names, listed=listed)
        super().__init__()

    def lay_out(self) -> None:
        self._volumes()
        self._products()

    def _volumes(self) -> None:
        """Fluid and gas as squares."""
        self.heading(LEFT, 30, _("By volume"))
        self._box(LEFT, BASE, FLUID, FLUID, "fluid", edge="fluid_edge")
        self.write(LEFT + FLUID / 2, BASE - FLUID / 2, _("1 mL of\njoint fluid"), "body", ha="center")
        side, foot = FLUID * self.share**0.5, BASE
        left = LEFT + FLUID + 24
        for gas in self.hidden:
            height = side * gas.volume / self.share
            seam = "paper" if height > SEAMED else None
            self._box(left, foot, side, height, gases.LOOKS[gas.name][0], edge=seam)
            foot -= height
        self.write(left, foot - 34, _("its gas:\n{volume}").format(volume=self.volume), "body")
        words = _(
            "both to scale; the gas is all drawn out\nand at the pressure of the air outside,\nfrom below {gases}"
        ).format(gases=self.names)
        self.write(LEFT, BASE + 55, words, colour="muted")

    def _products(self) -> None:
        """Pressure times solubility, gas by gas."""
        self.heading(RIGHT, 30, _("By amount: width × height = area"))
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
            self.write(x, y - 11, _(gas.name), "body", look, bold=True)
            self.write(x, y + 12, gas.words, "body")
        for y, words in (
            (38, _("width: partial pressure of the gas in the fluid (kPa)")),
            (60, _("height: solubility, how much of it 1 mL takes up for each kPa (µmol)")),
        ):
            self.write(RIGHT, BASE + y, words, colour="muted")

    def _box(self, left: float, foot: float, width: float, height: float, face: str, edge: str | None = "ink") -> None:
        self.shape(face, edge, "hair").set_path(outlines.path(outlines.box(left, foot - height, left + width, foot)))
