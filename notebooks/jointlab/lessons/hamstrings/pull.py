"""What hip and knee do to the hamstrings: how much longer they become, and how hard they pull the pelvis back."""

from collections.abc import Mapping
from dataclasses import dataclass

from jointlab import sources
from jointlab.language import _
from jointlab.models.body.hamstring_length import MODELS, lengthening
from jointlab.models.body.passive_muscle import passive_moments
from jointlab.models.body.segments import Body
from jointlab.models.interval import Interval
from jointlab.units import fixed, read_in, span, with_unit

MUSCLES = tuple(row.name for row in sources.hamstrings())
LITTLE = 1.0  # N m: less is called next to nothing


@dataclass(frozen=True, eq=False)
class Pull:
    """`hip` and `knee` flexion in degrees. `longer`: by muscle and model, in m, compared with standing. `moments`: by
    curve, in N m, of one thigh."""

    hip: float
    knee: float
    longer: Mapping[str, Mapping[str, float]]
    moments: Mapping[str, float]

    def band(self, muscle: str) -> Interval:
        """How much longer the muscle is (m), from one model to the other."""
        low, high = sorted(self.longer[muscle].values())
        return Interval(low, (low + high) / 2, high)

    @property
    def moment(self) -> Interval:
        """The pull on the pelvis (N m), from one curve to the other."""
        low, high = sorted(self.moments.values())
        return Interval(low, (low + high) / 2, high)


def pull(person: Body, hip: float, knee: float) -> Pull:
    """The hamstrings of `person` at these angles (degrees). Raises Impossible."""
    thigh = person.segments["thigh"].length
    longer = {
        muscle: {model: float(lengthening(model, muscle, thigh, hip, knee)) for model in MODELS} for muscle in MUSCLES
    }
    return Pull(hip, knee, longer, {curve: float(moment) for curve, moment in passive_moments(hip, knee).items()})


def longer_in_words(band: Interval, than_standing: bool = True) -> str:
    """Such as "54 to 60 mm longer than standing", or what a band around nothing is.

    A table says in its head than what.
    """
    low, high = (round(read_in(end, "mm")) for end in (band.low, band.high))
    if low < 0 < high:
        told = _("anything from {shorter} shorter to {longer} longer")
        if than_standing:
            told = _("anything from {shorter} shorter to {longer} longer than standing")
        return told.format(shorter=with_unit(fixed(-low), "mm"), longer=with_unit(fixed(high), "mm"))
    if high <= 0:
        if low == 0:
            return _("as long as standing")
        told = _("{length} shorter than standing") if than_standing else _("{length} shorter")
        return told.format(length=_ends(-high, -low))
    told = _("{length} longer than standing") if than_standing else _("{length} longer")
    return told.format(length=_ends(low, high))


def _ends(low: int, high: int) -> str:
    ends = _("{low} to {high}").format(low=fixed(low), high=fixed(high))
    return with_unit(fixed(low) if low == high else ends, "mm")


def moment_in_words(moment: Interval) -> str:
    """Such as "19 to 29 N m"; next to nothing is called so."""
    return _("next to nothing") if moment.high < LITTLE else span(moment.low, moment.high, "N m")
