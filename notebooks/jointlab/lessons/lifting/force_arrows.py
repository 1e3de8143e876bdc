"""The arrows of a free body: each to scale, the pull of the back muscles along the back, and none as long as the page.

An arrow that would be longer than LONGEST, or than the back that it follows, has a gap: it is longer than drawn.
"""

from functools import lru_cache

import numpy as np

from jointlab.drawings.human.bend import as_xy
from jointlab.drawings.human.muscles import muscle_paths
from jointlab.drawings.human.upright import Upright
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.arrows import bent
from jointlab.models.body.kinematics import Posture
from jointlab.models.body.lumbar_load import Force, SpineLoad
from jointlab.models.body.segments import Body

PER_NEWTON = 0.15e-3  # m of arrow for a newton
LONGEST = 0.55  # m: an arrow is cut there
GAP, STUB = 0.016, 0.035  # m: the gap of an arrow that is cut, and what stands of it beyond the gap
LEAST = 0.002  # m: a shorter arrow is not drawn
HEAD = 2.5  # times the width of an arrow: the length of its head
TINY = 1e-6  # m: places nearer than this are one
LOW, STRAIGHT = 0.13, 0.06  # m: nearer to the disc the model says where they run; the last piece lies as they pull


def down_the_back(body: Body, posture: Posture, hip: complex, result: SpineLoad) -> np.ndarray:
    """The way of the back muscles as places (m, forward + i·up), from their upper end to where their pull is cut."""
    end, disc = complex(result.muscle_pull.place) + hip, complex(result.disc) + hip
    (path,) = muscle_paths(_upright(body), posture, hip, ("back muscles",)).values()
    middle = path[::-1] @ [1, 1j]
    above = middle[: np.abs(middle - disc).argmin()]
    above = above[np.abs(above - disc) > LOW]
    pull = complex(result.muscle_pull.vector)
    last = [end - STRAIGHT * pull / abs(pull), end]
    return outlines.smooth(as_xy(np.append(above[::3], last)), 40) @ [1, 1j]


@lru_cache(maxsize=8)
def _upright(body: Body) -> Upright:
    return Upright(body)


def straight(force: Force, hip: complex, up_to: bool) -> np.ndarray:
    """The way of an arrow from where a force acts, or `up_to` there."""
    place, vector = complex(force.place) + hip, complex(force.vector) * PER_NEWTON
    return np.array([place - vector, place] if up_to else [place, place + vector])


def piece(way: np.ndarray, start: float, stop: float) -> np.ndarray:
    """What of a way lies between `start` and `stop`, in m from its beginning."""
    far = np.append(0, np.cumsum(np.abs(np.diff(way))))
    return np.interp([start, *far[(far > start + TINY) & (far < stop - TINY)], stop], far, way)


def outline(way: np.ndarray, length: float) -> list[np.ndarray]:
    """An arrow that comes along `way` to its end and means `length` m: one outline, or two with a gap between them."""
    if length < LEAST:
        return []
    width, room = 0.010 + 0.010 * min(length / 0.3, 1), float(np.abs(np.diff(way)).sum())
    shown = min(room, LONGEST)
    if length <= shown + TINY:
        return [bent(as_xy(piece(way, room - length, room)), width, HEAD * width)]
    stub = as_xy(piece(way, room - shown, room - shown + STUB))
    sides = outlines.shifted(stub, width / 2), outlines.shifted(stub, -width / 2)[::-1]
    return [bent(as_xy(piece(way, room - shown + STUB + GAP, room)), width, HEAD * width), np.vstack(sides)]
