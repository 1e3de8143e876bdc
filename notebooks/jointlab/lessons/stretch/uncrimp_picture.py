"""A ligament in its place, its fibres close up, and its pull over strain by several tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.drawings.yours import Yours, YoursMark
from jointlab.language import _
from jointlab.lessons.stretch.fibres import COUNT, Fibres
from jointlab.lessons.stretch.segment_plate import SegmentPlate
from jointlab.models.tissue.ligament import Curve
from jointlab.units import amount, fixed, percent, read_in, span

NAMES = {
    "capsule": _("facet capsule"),
    "front": _("front ligament"),
    "back": _("rear ligament"),
    "flavum": _("yellow ligament"),
    "between": _("interspinous ligament"),
    "tips": _("supraspinous ligament"),
}
LONGEST = 0.6  # strain
FULL = {
    "capsule": 80.0,
    "front": 600.0,
    "back": 400.0,
    "flavum": 400.0,
    "between": 160.0,
    "tips": 240.0,
}  # N, of the axis
LEFT, RIGHT, TOP, FOOT = 668, 940, 66, 266  # px: the plot
BAR = 52  # px from the top: where toe region and failing stand
REACH = 0.09  # strain to either side for which the slope is drawn
STRAINS = np.linspace(0, LONGEST, 13)  # along the ways of a hand
DENSE = np.unique(np.concatenate([np.linspace(0, LONGEST, 61), np.array([0.062, 0.122, 0.203, 0.111, 0.059, 0.139])]))


@dataclass(frozen=True, eq=False)
class Stretched:
    """A `ligament` stretched by the share `strain`; its `curves` by table, of which `table` is looked at: if
    `unmeasured`, in place of a curve that nobody measured."""

    ligament: str
    table: str
    strain: float
    curves: Mapping[str, Curve]
    unmeasured: bool = False

    @property
    def curve(self) -> Curve:
        """The one that is looked at."""
        return self.curves[self.table]

    @property
    def failed(self) -> bool:
        """Whether it has failed by this table."""
        return self.curve.fails is not None and self.strain > self.curve.fails

    @property
    def others(self) -> str:
        """What the other tables say of the pull, such as "5.6 to 58 N"."""
        pulls = [float(other.force(self.strain)) for table, other in self.curves.items() if table != self.table]
        return span(min(pulls), max(pulls), "N")


class StretchPicture(Page):
    """Place, fibres and curves."""

    height = 316
    description = _(
        "Left: two lumbar vertebrae cut through the middle, front on the right; the chosen ligament is orange. "
        "Middle: {count} of its fibres between two bones. Brown waves are slack fibres; straight orange lines are "
        "taut ones, and with a gap in the middle they are torn. Right: pull in newtons, vertical axis from 0 to a "
        "number that belongs to the ligament, over the strain, horizontal axis 0 to {longest}. A strong blue line "
        "is the chosen table, a dot on it the strain (a triangle where the pull lies above the plot, a cross where "
        "it is torn), a short green line its slope: the stiffness here. Grey dotted lines and the grey area between "
        "them are the other tables. Above the plot a bar shows the toe region and where the ligament fails."
    ).format(count=COUNT, longest=percent(LONGEST))

    def lay_out(self) -> None:
        self.heading(20, 21, _("Where it lies"))
        self.plate = SegmentPlate(self, self.plot(12, 34, 250, 234))
        self.name = self.write(20, 250, "", "body", "vermilion", bold=True, moves=True)
        self.write(
            20,
            266,
            _("cut through the middle, front on the\nright; the facet joint is beside it"),
            colour="muted",
            va="top",
        )
        self.heading(290, 21, _("Its fibres (toy model)"))
        self.fibres = Fibres(self)
        self.pull = self.write(290, 243, "", "label", bold=True, moves=True)
        self.stiffness = self.write(290, 268, "", "body", "green", bold=True, moves=True)
        self.taut = self.write(290, 292, "", "body", moves=True)
        self.assumed = self.write(612, 243, "", colour="muted", moves=True, ha="right")
        self._plot()

    def _plot(self) -> None:
        self.heading(LEFT - 44, 21, _("Pull (N)"))
        self.source = self.write(RIGHT, 21, "", "small", "blue", bold=True, moves=True, ha="right")
        ends = {"xlim": (0, read_in(LONGEST, "%")), "ylim": (0, 1)}
        self.axes = self.plot(LEFT, TOP, RIGHT, FOOT, xticks=range(0, 61, 20), yticks={0: "", 0.5: "", 1: ""}, **ends)
        self.write((LEFT + RIGHT) / 2, 303, _("stretched by (%)"), "body", ha="center")
        self.axes.tick_params(axis="x", pad=10)
        self.ticks = [
            self.write(LEFT - 8, y, "", colour="muted", moves=True, ha="right") for y in (FOOT, (TOP + FOOT) / 2, TOP)
        ]
        self.band = self.shape("grid", None, on=self.axes, moves=True, zorder=1.5)
        self.rest = [self.line(self.axes, "muted", "thin", "dotted", zorder=2.5) for _line in range(3)]
        self.line_here = self.line(self.axes, "blue", "strong", zorder=3)
        self.tangent = self.line(self.axes, "green", "normal", zorder=4)
        self.dot = self.line(self.axes, "blue", ls="none", marker="o", ms=11, zorder=5, clip_on=False)
        self.toe = self.line(self.page, "green", lw=6, solid_capstyle="butt")
        self.torn = self.line(self.page, "vermilion", lw=6, solid_capstyle="butt")
        self.toe_words = self.write(LEFT, BAR - 11, "", colour="green", bold=True, moves=True)
        self.torn_words = self.write(RIGHT, BAR - 11, "", colour="vermilion", bold=True, moves=True, ha="right")
        self.yours = YoursMark(self, self.axes, "y", at=0.82)

    def update(self, state: Stretched) -> None:
        curve, strain = state.curve, state.strain
        self.plate.set(state.ligament)
        self.name.set_text(NAMES[state.ligament].capitalize())
        self.fibres.set(strain, curve.slacks(COUNT), state.failed)
        pull = _("Torn") if state.failed else _("Pull {force}")
        self.pull.set_text(pull.format(force=amount(float(curve.force(strain)), "N")))
        stiff = amount(float(curve.stiffness(strain)), "N/mm")
        self.stiffness.set_text("" if state.failed else _("Stiffness here {stiffness}").format(stiffness=stiff))
        self.taut.set_text(
            "" if state.failed else _("{share} of the fibres taut").format(share=percent(float(curve.taut(strain))))
        )
        assumed = _("{parts} assumed") if curve.assumed and not state.failed else ""
        self.assumed.set_text(assumed.format(parts=_(curve.assumed)))
        self.source.set_text(table_words(curve.key))
        for tick, share in zip(self.ticks, (0, 0.5, 1), strict=True):
            tick.set_text(fixed(share * FULL[state.ligament]))
        self._curves(state)
        self._regions(curve)
        self.yours.set(Yours())

    def _curves(self, state: Stretched) -> None:
        full, curve, x = FULL[state.ligament], state.curve, read_in(DENSE, "%")
        others = [other.force(DENSE) / full for table, other in state.curves.items() if table != state.table]
        for line, pulls in zip(self.rest, [*others, *[np.array([])] * (3 - len(others))], strict=True):
            line.set_data(x[: len(pulls)], pulls)
        low, high = np.min(others, axis=0), np.max(others, axis=0)
        area = np.vstack([np.column_stack([x, high]), np.column_stack([x, low])[::-1]])
        self.band.set_path(outlines.path(np.clip(area, 0, [100, 1])))
        shown = shown_strains(curve)
        self.line_here.set_data(read_in(shown, "%"), curve.force(shown) / full)
        pull, slope = float(curve.force(state.strain)), float(curve.slope(state.strain))
        near = np.array([max(state.strain - REACH, 0.0), state.strain + REACH])
        self.tangent.set_data(read_in(near, "%"), (pull + slope * (near - state.strain)) / full)
        self.tangent.set_visible(not state.failed)
        self.dot.set_data([read_in(state.strain, "%")], [0.0 if state.failed else min(pull / full, 1.0)])
        self.dot.set_marker("X" if state.failed else "^" if pull > full else "o")

    def _regions(self, curve: Curve) -> None:
        """The bar above the plot."""
        toe = curve.toe or 0.0
        self.toe.set_data([_across(0), _across(toe)], [BAR, BAR])
        self.toe.set_visible(toe > 0)
        self.toe_words.set_text(_("toe region") if toe else _("no toe region"))
        fails = min(curve.fails or LONGEST, LONGEST)
        self.torn.set_data([_across(fails), RIGHT], [BAR, BAR])
        self.torn.set_visible(fails < LONGEST)
        self.torn_words.set_text(_failing(curve))

    def mark_yours(self, state: Stretched, yours: Yours) -> None:
        """The pull that the learner's line gives, in parts of the axis; in the toe region it does not hold."""
        beyond = state.strain >= state.curves["two"].toe
        value = yours.value / FULL[state.ligament] if yours.value is not None and beyond else None
        self.yours.set(Yours(value, yours.right))

    def grips(self, state: Stretched) -> Sequence[Grip]:
        """The bone that is pulled, and the dot."""
        curve, fails = state.curve, state.curve.fails or np.inf
        pulls = np.where(fails < STRAINS, 0.0, np.minimum(curve.force(STRAINS) / FULL[state.ligament], 1.0))
        bones = [(self.fibres.end(strain), self.fibres.middle) for strain in STRAINS]
        return (
            (Track("strain", STRAINS, np.array(bones)),),
            (Track("strain", STRAINS, self.pixels(self.axes, read_in(STRAINS, "%"), pulls)),),
        )


def shown_strains(curve: Curve) -> NDArray:
    """The strains over which a curve is drawn: up to where it fails."""
    return DENSE if curve.fails is None else np.append(DENSE[curve.fails > DENSE], min(curve.fails, LONGEST))


def table_words(key: str) -> str:
    """Whose figures they are: the authors, or of a table whose authors are not known its year."""
    row = sources.reference(key)
    return row.short if row.authors else _("a table of {year}").format(year=row.year)


def _across(strain: float) -> float:
    return LEFT + (RIGHT - LEFT) * strain / LONGEST


def _failing(curve: Curve) -> str:
    if curve.fails is None:
        return _("failing: not told")
    return _("fails") if curve.fails < LONGEST else _("fails at {strain}").format(strain=percent(curve.fails))
