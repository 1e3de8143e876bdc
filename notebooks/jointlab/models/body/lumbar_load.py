"""What the lowest disc of the back, L5-S1, carries in a posture that is held still.

A free body is cut at the disc. What lies above it pushes down with its weight, and so does a load in the hands; both
tend to topple the trunk. The muscles hold against it with a lever arm of a few centimetres, and the disc bears the sum:

    moment        M = Σ m g (x − x of L5-S1), the load included
    muscle force  F = M / e
    compression   C = F cos φ + W cos α       along the axis of the disc
    shear         S = F sin φ + W sin α       along its slope, forward and down

W is the weight above the disc with the load, e the lever arm of the muscles, α the slope of the disc (that of the top
of the sacrum, which turns with the pelvis), φ how far the pull of the muscles leans back from the axis of the disc.
The textbook sets φ = 0, and then the muscles add nothing to the shear; in full models they add most of it. Where the
weight is behind the disc (M < 0), the muscles in front pull instead, with a lever arm of their own. The shortest one
is that of psoas, whose strength is limited: what it cannot hold, the others do, with the mean arm of all.

Every result is a band, because e, φ, α and the masses are uncertain; the middle is no better known than its ends.
Whoever lies, kneels or leans on the hands is held from above the disc, too: then the floor's pushes on hands, forearms,
upper back and head enter the free body, M = Σ m g (x − x of L5-S1) − Σ R (x − x of L5-S1), and W loses Σ R. Where
statics leave these pushes open (`contact`), the bands hold all that statics allow.

Left out: pressure in the belly, muscles that pull against each other, stretched ligaments, anything that moves.
Where little else presses the disc, as in standing, the compression is therefore a lower bound: muscles in front and
behind were seen to work at the same time (Cholewicki et al. 1997, PMID 9346140).

How far checked: *textbook model*. The moment agrees with a full musculoskeletal model within a few per cent at equal
masses; the bands hold that model's compression and shear in the postures tried (`test_lumbar_load.py`).
Sources: Beaucage-Gauvreau et al. 2019, doi 10.1080/10255842.2018.1564819 (the full model, lever arms); slope of the
sacrum: Endo et al. 2012, doi 10.1007/s00776-012-0281-1, and Mac-Thiong et al. 2011, doi 10.1007/s00586-011-1923-2.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from jointlab import sources
from jointlab.models import require
from jointlab.models.body.contact import Contact, Statics, statics
from jointlab.models.body.kinematics import Posture, both_arms, require_finite, trunk_points, turn
from jointlab.models.body.masses import Weight, above_l5_s1, centre, whole_body
from jointlab.models.body.segments import Body
from jointlab.models.interval import Interval


@dataclass(frozen=True)
class Force:
    """A force of `vector` (N, forward + i·up) that acts at `place` (m, forward + i·up from the middle of the hips)."""

    vector: Any
    place: Any

    @property
    def size(self) -> Any:
        """N."""
        return np.abs(self.vector)

    def moment_about(self, point: Any) -> Any:
        """N m about `point`, positive if it turns forward."""
        arm = self.place - point
        return arm.imag * self.vector.real - arm.real * self.vector.imag


BALANCED = 0.5  # N m: a moment smaller than this is as good as none


@dataclass(frozen=True)
class SpineLoad:
    """What L5-S1 carries; every field may be an array, for many postures at once.

    `moment` (N m, positive if the weight is in front of the disc), `muscle` (N), `compression` (N) and `shear` (N,
    positive if it pushes what is above forward) are bands. The forces are those of the middle of the bands; together
    they are in balance: `weight` (of all above the disc, at its centre), `load` (in the hands), `muscle_pull` and
    `reaction` (of the disc, on what it carries). `pieces` are the masses of which `weight` is made. `disc`: the point
    L5-S1; `slope`: of the disc, in degrees below forward.
    """

    moment: Interval
    muscle: Interval
    compression: Interval
    shear: Interval
    weight: Force
    load: Force
    floor: Force
    muscle_pull: Force
    reaction: Force
    pieces: list[Weight]
    disc: Any
    slope: Any

    @property
    def holding(self) -> str:
        """Which muscles hold one posture: "behind" the disc, "in front" of it, or "either", where the band of the
        moment leaves it open. A moment below BALANCED counts as none."""
        if self.moment.low >= -BALANCED:
            return "behind"
        return "in front" if self.moment.high <= BALANCED else "either"

    @property
    def weight_arm(self) -> Any:
        """m, how far in front of the disc the weight above it acts."""
        return (self.weight.place - self.disc).real

    @property
    def load_arm(self) -> Any:
        """m, how far in front of the disc the load acts."""
        return (self.load.place - self.disc).real

    @property
    def muscle_arm(self) -> Any:
        """m, from the disc to the line of the muscles' pull."""
        return np.abs(self.muscle_pull.place - self.disc)


def muscle_force(trunk_mass: Any, trunk_arm: Any, load: Any, load_arm: Any, muscle_arm: Any) -> Any:
    """Force (N) of the back muscles that hold a trunk and a load: g (trunk_mass · trunk_arm + load · load_arm) / e.

    Masses in kg, horizontal lever arms in m. Below 0 where the weight is behind the disc, and muscles in front of it
    must pull. Broadcasts. Raises Impossible.
    """
    require.not_negative(trunk_mass=trunk_mass, load=load)
    require.finite(trunk_arm=trunk_arm, load_arm=load_arm)
    require.positive(muscle_arm=muscle_arm)
    moment = np.multiply(trunk_mass, trunk_arm) + np.multiply(load, load_arm)
    return sources.value("gravity") * moment / np.asarray(muscle_arm, dtype=float)


def spine_load(
    body: Body,
    posture: Posture,
    load: Any = 0.0,
    muscle_arm: Any = None,
    contacts: Sequence[Contact] | None = None,
) -> SpineLoad:
    """What L5-S1 carries in `posture`, with `load` (kg) in both hands together.

    `muscle_arm` (m): lever arm of the back muscles, by default the range of the constant `extensor_arm`. The body, the
    angles, the load and the arm may be arrays that broadcast. `body` may come from any table of segments, not only from
    `body()`. `contacts`: all that touches the floor in one settled posture; without them legs or a seat are taken to
    hold up the pelvis, and nothing else touches anything. Raises Impossible, also where the contacts cannot bear the
    weight.
    """
    require.not_negative(load=load)
    require_finite(posture)
    back_arm = Interval.of_constant("extensor_arm")
    if muscle_arm is not None:
        require.positive(muscle_arm=muscle_arm)
        back_arm = Interval.exactly(np.asarray(muscle_arm, dtype=float))
    front_arm = Interval.of_constant("flexor_arm")
    slant = Interval.of_constant("muscle_slant")
    slope = Interval.of_constant("sacral_slope") + Interval.exactly(np.asarray(posture.pelvis, dtype=float))
    pieces, held, disc = _free_body(body, posture, load)
    whole = centre(pieces)
    weight = Force(whole.mass * _down(), whole.place)
    moment, floor, lift = _all_that_turns(body, posture, load, contacts, (weight, held, disc))
    muscle = _muscle(moment, back_arm, front_arm)
    carried = Interval.exactly(weight.size) * Interval.of_constant("upper_body_factor") + Interval.exactly(held.size)
    carried = carried + lift
    pull = _pull(disc, moment, muscle, slope.middle - slant.middle, back_arm.middle, front_arm.middle)
    found = SpineLoad(
        moment=moment,
        muscle=muscle,
        compression=muscle * slant.cosine() + carried * slope.cosine(),
        shear=muscle * slant.sine() + carried * slope.sine(),
        weight=weight,
        load=held,
        floor=floor,
        muscle_pull=pull,
        reaction=Force(-(weight.vector + held.vector + floor.vector + pull.vector), disc),
        pieces=pieces,
        disc=disc,
        slope=slope.middle,
    )
    return found if contacts is None else _over_all_ways(found)


def _all_that_turns(
    body: Body, posture: Posture, load: Any, contacts: Sequence[Contact] | None, known: tuple[Force, Force, Any]
) -> tuple[Interval, Force, Interval]:
    """Moment of all that acts above the disc, the floor's push there as one force, and what it takes off the disc (N,
    below 0). With contacts the bands have one entry for each way to share the weight. `known`: weight, load, disc."""
    weight, held, disc = known
    own, more = weight.moment_about(disc) + held.moment_about(disc), _uncertain_moment(weight, disc)
    if contacts is None:
        return Interval.exactly(own) + more, Force(0j, disc), Interval.exactly(0.0)
    shift = (float(more.low), float(more.high))
    found = statics(body, posture, contacts, load, shift, _uncertain_below(body, posture, weight, disc))
    moment, floor, lift = _held_up(found, disc)
    moment, lift = _with_balance(Interval.exactly(own) + moment, lift)
    return moment, floor, lift


def _held_up(found: Statics, disc: complex) -> tuple[Interval, Force, Interval]:
    """What the floor does to the part above the disc: moment (with what is uncertain of the weight's) and lift (below
    0) as bands with one entry for each way to share the weight, and the middle as one force."""
    above = np.array([contact.above for contact in found.contacts])
    forces, arms = found.forces[:, above[found.owner]], (found.points - disc).real[above[found.owner]]
    middle, places = found.middle[above], found.centres[above]
    moments, lifts = found.shift - forces @ arms, -forces.sum(axis=1)
    push = middle.sum()
    place = complex(middle @ places / push) if push else complex(disc)
    moment = Interval(moments, -push * (place - disc).real, moments)
    return moment, Force(1j * push, place), Interval(lifts, -push, lifts)


def _with_balance(moment: Interval, lift: Interval) -> tuple[Interval, Interval]:
    """The same with what lies between two ways that turn opposite ways: there the moment is 0, and the muscles rest."""
    turns, lifts = np.broadcast_arrays(moment.low, lift.low)
    forward, back = turns > 0, turns < 0
    share = turns[forward][:, None] / (turns[forward][:, None] - turns[back])
    between = ((1 - share) * lifts[forward][:, None] + share * lifts[back]).ravel()
    turns, lifts = np.append(turns, np.zeros(between.size)), np.append(lifts, between)
    return Interval(turns, moment.middle, turns), Interval(lifts, lift.middle, lifts)


def _over_all_ways(found: SpineLoad) -> SpineLoad:
    """From the least to the most over all ways to share the weight."""
    bands = {name: getattr(found, name) for name in ("moment", "muscle", "compression", "shear")}
    return replace(found, **{name: Interval(np.min(b.low), b.middle, np.max(b.high)) for name, b in bands.items()})


def _down() -> complex:
    """What each kilogram pulls with."""
    return -1j * sources.value("gravity")


def _free_body(body: Body, posture: Posture, load: Any) -> tuple[list[Weight], Force, Any]:
    """The masses above the disc L5-S1, the pull of a load that hangs midway between the hands, and the disc."""
    trunk = trunk_points(body, posture)
    near, far = both_arms(body, posture, trunk)
    held = Force(np.asarray(load, dtype=float) * _down(), (near.grip + far.grip) / 2)
    return above_l5_s1(body, posture, trunk, (near, far)), held, trunk.levels[0]


def _uncertain_moment(weight: Force, disc: Any) -> Interval:
    """By how much the weight may turn the trunk more than the table says: by a share, and because nobody knows exactly
    where the mass of the trunk lies."""
    axis = sources.constant("trunk_axis")
    shift = Interval(axis.value - axis.high, 0.0, axis.value - axis.low)
    factor = Interval.of_constant("upper_body_factor") + Interval.exactly(-1.0)
    return Interval.exactly(weight.moment_about(disc)) * factor + Interval.exactly(weight.size) * shift


def _uncertain_below(body: Body, posture: Posture, above: Force, disc: complex) -> tuple[float, float]:
    """From how many to how many N m the weight below the disc may turn the body forward more than the table says."""
    whole = centre(whole_body(body, posture))
    own = Force(whole.mass * _down(), whole.place).moment_about(disc) - above.moment_about(disc)
    factor = Interval.of_constant("lower_body_factor") + Interval.exactly(-1.0)
    found = Interval.exactly(own) * factor
    return float(found.low), float(found.high)


def _muscle(moment: Interval, back_arm: Interval, front_arm: Interval) -> Interval:
    """Force of the muscles behind the disc (M > 0) or in front of it (M < 0); over the band it may be either."""
    behind = Interval(*(np.maximum(m, 0) for m in (moment.low, moment.middle, moment.high))) / back_arm
    turns = Interval(*(np.maximum(-m, 0) for m in (moment.high, moment.middle, moment.low)))
    in_front = turns / front_arm
    psoas = sources.value("psoas_strength")
    with_psoas_at_its_end = psoas + (turns.high - psoas * front_arm.low) / front_arm.middle
    in_front = replace(in_front, high=np.minimum(in_front.high, with_psoas_at_its_end))
    return Interval(behind.low + in_front.low, behind.middle + in_front.middle, np.maximum(behind.high, in_front.high))


def _pull(disc: Any, moment: Interval, muscle: Interval, lean: Any, back_arm: Any, front_arm: Any) -> Force:
    """The pull of the muscles on what is above the disc, at the point of their line that is nearest to the disc.

    `lean`: how far the line leans forward from upright, in degrees.
    """
    along = turn(lean)
    arm = np.where(moment.middle < 0, front_arm, -back_arm)
    return Force(-1j * muscle.middle * along, disc + arm * along)
