"""The still figures of the lesson: what was counted, which cavities are gone in time, and gas as a soft spring."""

from functools import cache

import numpy as np

from jointlab import sources
from jointlab.drawings.charts.line_chart import Axis, Curve, LineChart
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.pictograms import Counted, Group
from jointlab.drawings.charts.row_chart import Row, RowChart, Scale
from jointlab.drawings.still import Still
from jointlab.language import _
from jointlab.lessons.refractory.thumbs import JOINT, WITH_SMALL_BUBBLES
from jointlab.models.bubble.statics import sphere_radius
from jointlab.models.gas.epstein_plesset import reopened_pressure
from jointlab.models.gas.joint_cavity import FIRST_GASES, gas_that_lasts, joint_shape
from jointlab.units import amount, fixed, number, read_in

THUMBS = {
    "thumb_bubbles_before": (_("Before"), _("the crack")),
    "thumb_bubbles_after": (_("Just after"), _("at most 30 s after the crack")),
    "thumb_bubbles_later": (_("20 minutes later"), _("a knuckle would be ready")),
}
SHAPES = {
    "sphere": _("A round bubble"),
    "flat": _("A flat cavity, {width} wide").format(width=amount(2 * sources.value("contact_radius"), "mm")),
}
BLOODS = (3e-4, sources.value("mcp_cartilage_thickness"), 3e-3)  # m: near, behind the cartilage of a knuckle, far
VOLUMES = Scale(
    low=3e-3,
    high=3000,
    ticks={volume: number(volume) for volume in (0.01, 0.1, 1, 10, 100, 1000)},
    label=_("gas at first (mm³)"),
    log=True,
)
# m³: the space that a crack opens, as reported, in a knuckle with so much fluid (assumed)
OPENING = sources.observation("cavity_ratio").value * sources.value("mcp_fluid_volume")
LEFT_OVER = {8e-9: (5.4, 69.0), 2e-9: (4.4, 40.0), 2e-10: (1.6, 22.0)}  # m³ of gas, and where its curve is named


def thumbs() -> Still:
    """Eighteen thumb joints, with and without gas bubbles, before the crack and after."""
    groups = []
    for name, (label, under) in THUMBS.items():
        row = sources.observation(name)
        icon = WITH_SMALL_BUBBLES if name == "thumb_bubbles_before" else JOINT
        told = _("{count} of {all}").format(count=fixed(row.value), all=row.n)
        groups.append(Group(label, under, round(row.value), row.n, told, icon))
    words = _(
        "Eighteen thumb joints at three moments, each drawn as two ends of bone with fluid between. "
        "Blue marks a joint in which ultrasound showed gas: a small dot small bubbles, a lens large ones."
    )
    return Still(
        Counted(groups, JOINT, 18, "blue", words),
        _(
            "The same 18 thumbs. A dot between the bones: small bubbles. A lens: large ones. How large they were after "
            "20 minutes, we have not seen told."
        ),
    )


@cache
def gone_in_time(shape: str, first: str, blood: float) -> float:
    """Gas at first (m³) of which a tenth is left after the wait of a knuckle, with `blood` so many m away."""
    return gas_that_lasts(sources.observation("refractory_time").value, 0.1, shape, first, blood)


def sizes() -> Still:
    """Which cavities are gone after 20 minutes, to a tenth."""
    groups = {
        heading: [_size(shape, first, label) for first, label in FIRST_GASES.items()]
        for shape, heading in SHAPES.items()
    }
    words = _(
        "Dot chart of the cavities of which a tenth is left after 20 minutes: how much gas they hold at first, for two "
        "shapes and three first gases. Bars: with the blood 0.3 to 3 millimetres away; marks: 0.73 millimetres."
    )
    caption = _(
        "All six are gone after 20 minutes, to a tenth. Marks: blood 0.73 mm away. Bars: 0.3 mm to 3 mm (assumed)."
    )
    return Still(RowChart(groups, VOLUMES, words), caption)


def _size(shape: str, first: str, label: str) -> Row:
    volumes = [gone_in_time(shape, first, blood) for blood in BLOODS]
    least, middle, most = (read_in(volume, "mm³") for volume in (min(volumes), volumes[1], max(volumes)))
    return Row(label, [Mark(middle, least, most)], measure(shape, volumes[1]))


def measure(shape: str, volume: float) -> str:
    """Diameter of a sphere, thickness of a flat cavity."""
    if shape == "sphere":
        return _("{width} across").format(width=amount(2 * sphere_radius(volume), "mm"))
    thickness = volume / joint_shape(shape).area
    return _("{thickness} thick").format(thickness=amount(thickness, "mm" if thickness >= 1e-3 else "µm"))


def reopening() -> Still:
    """How far the pressure falls when a joint is opened again, while some gas is left."""
    atmosphere, vapour = sources.value("standard_atmosphere"), sources.value("vapour_pressure")
    opening = OPENING * np.linspace(0, 1, 16) ** 2  # densest where the curves are steepest
    across, end = read_in(opening, "mm³"), read_in(OPENING, "mm³")
    curves, ends = [], []
    for i, (gas, at) in enumerate(LEFT_OVER.items()):
        pressure = reopened_pressure(gas, opening, atmosphere, vapour)
        left, low = amount(gas, "mm³"), amount(pressure[-1], "kPa")
        curves.append(Curve(across, read_in(pressure, "kPa"), i, _("{volume} of gas left").format(volume=left), at))
        ends.append(_("to {pressure} with {volume} of gas left").format(pressure=low, volume=left))
    curves.append(Curve([0, end], [read_in(vapour, "kPa")] * 2, 3, dashed=True))
    words = _(
        "Line chart of three curves: how far the pressure in a joint falls from {atmosphere} when it is "
        "opened again, by up to {opening}, with some gas left in it: {ends}. The less gas is left, the "
        "steeper is the fall at first, and the deeper at the end; a dotted line is the pressure of the "
        "vapour, {vapour}, below which no curve falls."
    ).format(
        atmosphere=amount(atmosphere, "kPa"),
        opening=amount(OPENING, "mm³"),
        ends=", ".join(ends),
        vapour=amount(vapour, "kPa"),
    )
    lowest = _("{pressure}, the vapour: with any gas left it falls no lower")
    return Still(
        LineChart(
            curves,
            Axis(_("the joint opens by (mm³)"), 0, 1.02 * end, (0, 5, 10, 15)),
            Axis(_("pressure (kPa)"), -8, 110, (0, 25, 50, 75, 100)),
            words,
            {(6.6, 0.5): lowest.format(pressure=amount(vapour, "kPa"))},
        ),
        _("A joint that is pulled open again with gas left in it: the gas gives way like a soft spring."),
    )
