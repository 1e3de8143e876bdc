"""How hard a ligament pulls back when it is stretched, by published tables that do not agree.

A curve is known by its slope, which rises in pieces: a soft toe region first, then a stiffer one. The pull is what the
slope adds up to. A toy of fibres reproduces any such curve exactly: all fibres are equally stiff, each is slack up to a
strain of its own, and the share of those that are taut is the slope here over the greatest slope.

How far checked: *checked against papers*: the pulls of two tables at given strains, failing strains, and of the
measured capsule the pull at the end of each stretch and its strength, which the added-up slopes come near. The fibres
are a *toy model*: nobody counted them. A ligament has no slowness here and no direction but its own; the tables are
inputs of models of the spine, put together from older work.
"""

from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.language import N_, _
from jointlab.models import require
from jointlab.models.require import Impossible, Number

MEASURED = "measured"  # the one curve that was measured, of the facet capsule
LIGAMENTS = ("capsule", "front", "back", "flavum", "between", "tips")
TABLES = ("two", "one", "three")  # slopes
HALF = 0.5  # taut fibres, up to which a curve without a bend counts as toe region
# Strain → what was measured there.
TANGENTS = {
    0.1: "capsule_tangent_10",
    0.2: "capsule_tangent_20",
    0.3: "capsule_tangent_30",
    0.4: "capsule_tangent_40",
    0.5: "capsule_tangent_50",
}


@dataclass(frozen=True, eq=False)
class Curve:
    """A pull that grows with strain. Piece i begins at the strain `edges[i]` (the first at 0) with the slope `left[i]`
    and ends with `right[i]` (N for a strain of 1); the last has no end and keeps its slope.

    `length`: of the ligament, m. `toe`: strain at which its toe region ends; None: it has none. `most`: pull (N) at
    which it fails, `fails`: strain, where a source tells. `key`: of the source. `assumed`: what of its size that source
    does not tell, in words.
    """

    edges: NDArray
    left: NDArray
    right: NDArray
    length: float
    toe: float | None
    key: str
    most: float | None = None
    fails: float | None = None
    assumed: str = ""

    def force(self, strain: Number) -> Number:
        """Pull in N at this strain (0 or more). Raises Impossible."""
        piece, into = self._where(strain)
        widths = np.diff(self.edges)
        before = np.concatenate([[0.0], np.cumsum(widths * (self.left + self.right)[:-1] / 2)])
        return before[piece] + into * (self.left[piece] + self._rise[piece] * into / 2)

    def slope(self, strain: Number) -> Number:
        """How much the pull would grow (N) for a strain of 1; at an edge, what holds above it. Raises Impossible."""
        piece, into = self._where(strain)
        return self.left[piece] + self._rise[piece] * into

    def stiffness(self, strain: Number) -> Number:
        """The same for each metre, N/m. Raises Impossible."""
        return self.slope(strain) / self.length

    def taut(self, strain: Number) -> Number:
        """Share of the fibres that are taut, in the toy of fibres. Raises Impossible."""
        return self.slope(strain) / self.left[-1]

    def slacks(self, count: int) -> NDArray:
        """Strain at which each of `count` fibres becomes taut, rising, (count,): the toy of fibres."""
        shares = (np.arange(count) + 0.5) / count
        piece = np.searchsorted(self.right / self.left[-1], shares)
        beyond = np.maximum(shares * self.left[-1] - self.left[piece], 0.0)
        return self.edges[piece] + np.divide(beyond, self._rise[piece], out=np.zeros(count), where=beyond > 0)

    @property
    def _rise(self) -> NDArray:
        """How the slope grows within each piece."""
        return np.append((self.right - self.left)[:-1] / np.diff(self.edges), 0.0)

    def _where(self, strain: Number) -> tuple[NDArray, NDArray]:
        require.not_negative(strain=strain)
        strain = np.asarray(strain, dtype=float)
        piece = np.searchsorted(self.edges, strain, side="right") - 1
        return piece, strain - self.edges[piece]


def bilinear(strain: Number, toe: float, first: float, second: float, area: float) -> Number:
    """Pull (N) of a ligament of cross-section `area` (m²): modulus `first` (Pa) up to the strain `toe`, then `second`.

    Raises Impossible.
    """
    require.positive(toe=toe, first=first, second=second, area=area)
    require.not_negative(strain=strain)
    within = np.minimum(strain, toe)
    return area * (first * within + second * (strain - within))


@cache
def curve(ligament: str, table: str) -> Curve:
    """The curve of one of LIGAMENTS by one of TABLES, or MEASURED. Raises Impossible where nobody published one."""
    if table == MEASURED:
        if ligament != "capsule":
            raise Impossible(
                _("table must be one of the three with slopes: only of the facet capsule a curve was measured.")
            )
        return _measured()
    row = sources.ligament(f"{ligament}_{table}")
    length = _length(ligament, row)
    per_strain = row.area if row.unit == "Pa" else length
    slopes = per_strain * np.array([slope for slope in (row.first, row.second, row.third) if slope is not None])
    edges = np.array([0.0, *(end for end in (row.first_end, row.second_end) if end is not None)])
    assumed = "" if row.length else N_("length")
    pulled = Curve(edges, slopes, slopes, length, row.first_end, row.key, row.most, assumed=assumed)
    return replace(pulled, fails=_fails(pulled, row.most))


@cache
def curves(ligament: str) -> dict[str, Curve]:
    """All curves of one of LIGAMENTS, by table."""
    tables = (*TABLES, MEASURED) if ligament == "capsule" else TABLES
    return {table: curve(ligament, table) for table in tables}


def _length(ligament: str, row: sources.Ligament) -> float:
    """Length in m; a table without one gets that of the table with two slopes, the capsule an assumed one."""
    if ligament == "capsule":
        return sources.value("capsule_fibre_length")
    return row.length or sources.ligament(f"{ligament}_two").length


def _measured() -> Curve:
    """Little & Khalsa 2005, along the fibres, for an assumed area and length. A modulus is the slope of the straightest
    part of a pull to a strain, read here as the slope at that strain. Below the first strain that was measured the
    slope is that of the first, above the last that of the last."""
    tangents = np.array([sources.observation(name).value for name in TANGENTS.values()])
    slopes = sources.value("capsule_area") * tangents
    edges = np.array([0.0, *TANGENTS])
    left, right = np.append(slopes[0], slopes), np.append(slopes, slopes[-1])
    toe = float(np.interp(HALF * tangents[-1], tangents, list(TANGENTS)))
    most = sources.value("capsule_area") * sources.observation("capsule_strength").value
    fails = sources.observation("capsule_extensibility").value
    length = sources.value("capsule_fibre_length")
    return Curve(edges, left, right, length, toe, "littlecapsule2005", most, fails, N_("area and length"))


def _fails(pulled: Curve, most: float | None) -> float | None:
    """Strain at which the pull reaches `most`."""
    if most is None:
        return None
    at_edges = pulled.force(pulled.edges)
    piece = np.searchsorted(at_edges, most, side="right") - 1
    return float(pulled.edges[piece] + (most - at_edges[piece]) / pulled.left[piece])
