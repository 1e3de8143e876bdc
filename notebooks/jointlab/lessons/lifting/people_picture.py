"""The free body of anybody, with what is known of the strength of spines; head and bars can be taken hold of."""

from collections.abc import Sequence

import numpy as np

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.language import _
from jointlab.lessons.lifting.carry_picture import Carrying, FreeBodyPicture, described
from jointlab.lessons.lifting.load_bars import FORCE_ROWS, MOMENT_ROWS, shares
from jointlab.models.body.compressive_strength import strength_distributions
from jointlab.models.body.kinematics import trunk_points
from jointlab.units import amount, fixed

HEAVIEST = 25.0  # kg in the hands
# px: foot of the curve below the middle of the bar; height of the curve; height of the limit's line
BELOW, STRENGTH, LIMIT = 17, 42, 50


class PeoplePicture(FreeBodyPicture):
    """What a hand moves: the head is the person's height, the ends of the bars of the moment are mass and load."""

    moments, forces = (0, 260), (0, 8_000)
    description = described(
        forces,
        _(
            "A grey curve shows at which compression specimens of spines broke, a short upright line is the action "
            "limit."
        ),
    )

    def lay_out(self) -> None:
        super().lay_out()
        self._strength()

    def _strength(self) -> None:
        """At which compression specimens broke, as a curve behind the bar of the compression; the action limit."""
        axes, most = self.bars.of_force, self.forces[1]
        foot = FORCE_ROWS["disc compression"] + BELOW
        force = np.linspace(*self.forces, 120)
        density = strength_distributions()["gamma"].pdf(force)
        axes.fill_between(force, foot, foot - STRENGTH * density / density.max(), fc=style.colour("muted"), alpha=0.16)
        note = {"colour": "muted", "on": axes}
        many = fixed(sources.observation("lumbar_strength").n)
        self.write(most, foot + 10, _("grey: where {count} specimens broke").format(count=many), ha="right", **note)
        limit = sources.value("action_limit")
        axes.plot([limit, limit], [foot, foot - LIMIT], color=style.colour("muted"), lw=style.LINE["normal"])
        self.write(
            limit + 0.008 * most, foot - LIMIT, _("action limit {limit}").format(limit=amount(limit, "N")), **note
        )

    def handles(self, state: Carrying) -> list[complex]:
        """The head; the other handles are on the bars."""
        return [_head(state)]

    def grips(self, state: Carrying) -> Sequence[Grip]:
        """All lengths of a body grow with its height, and so does the way of the head: straight from the ankles."""
        head, height = _head(state), float(state.body.height)
        heights, masses = (sources.constant(f"adult_{name}") for name in ("height", "mass"))
        tall = np.array([heights.low, heights.high])
        at = head * tall / height
        start, own, _held = shares(state.result)
        heavy, loads = np.array([masses.low, masses.high]), np.array([0, HEAVIEST])
        per_kilogram = float(state.result.load_arm) * sources.value("gravity")
        return [
            (Track("height", tall, self.pixels(self.scene, at.real, at.imag)),),
            (Track("mass", heavy, self._on_bar("weight", own * heavy / state.body.mass)),),
            (Track("load", loads, self._on_bar("load", start + loads * per_kilogram)),),
        ]

    def _on_bar(self, name: str, moments: np.ndarray) -> np.ndarray:
        """Where a bar of the moment ends, in pixels."""
        return self.pixels(self.bars.of_moment, moments, MOMENT_ROWS[name][1])


def _head(state: Carrying) -> complex:
    """The middle of the head."""
    trunk = trunk_points(state.body, state.posture)
    return complex(trunk.skull + trunk.vertex) / 2 + state.hip
