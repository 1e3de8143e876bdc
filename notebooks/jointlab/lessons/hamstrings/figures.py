"""The still figures of the lesson “Do tight hamstrings pull your pelvis?”"""

import numpy as np

from jointlab import sources
from jointlab.drawings.charts.line_chart import Axis, Curve, LineChart
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale, every
from jointlab.drawings.still import Still
from jointlab.language import _
from jointlab.lessons.hamstrings.two_joints import TwoJoints
from jointlab.models.body.passive_muscle import passive_moments
from jointlab.units import amount

TESTS = {
    "static_raise_gain": (_("straight leg raised"), _("lying on the back")),
    "static_passive_knee_gain": (_("knee stretched by somebody"), _("hip held bent")),
    "static_active_knee_gain": (_("knee stretched by oneself"), _("hip held bent")),
}
BEFORE = 60.0  # degrees of the hip at which the sketched person stops before the weeks; assumed


def two_joints() -> Still:
    """The hamstrings of somebody who stands, sits, and raises a straight leg."""
    return Still(TwoJoints(), _("The same leg three times. The band behind the thigh crosses hip and knee."))


def gains() -> Still:
    """How much further a stretched leg goes, in three tests."""
    rows = []
    for name, (label, under) in TESTS.items():
        row = sources.observation(name)
        value, low, high = (amount(round(degrees), "°") for degrees in (row.value, row.low, row.high))
        rows.append(
            Row(
                label,
                [Mark(row.value, row.low, row.high)],
                note=_("{value} ({low} to {high})").format(value=value, low=low, high=high),
                under=under,
            )
        )
    scale = Scale(0, 16, every(4, 0, 16), _("degrees gained over no stretching"), null=0, at_null=_("no gain"))
    source = sources.reference(sources.observation("static_raise_gain").key).short
    words = _(
        "Forest plot of three tests of the hamstrings, pooled from trials of static stretching ({source})."
    ).format(source=source)
    picture = RowChart({"": rows}, scale, words, Layout(left=330, right=740, pitch=46))
    return Still(
        picture, _("Weeks of stretching make the leg go further. A line: where the true mean lies, with 95 %.")
    )


def same_curve() -> Still:
    """Two ways to get further: bear more on the same curve, or a softer curve."""
    gain, loss = (sources.observation(f"{name}_4_weeks").value for name in ("raise_gain", "stiffness_loss"))
    hips = np.linspace(0, 85, 35)
    stiff = passive_moments(hips, 0.0)["Thelen 2003"]
    soft = (1 - loss) * stiff
    end = float(np.interp(BEFORE, hips, stiff))
    further, softer = BEFORE + gain, float(np.interp(end, soft, hips))
    first, second = _("after: more is borne"), _("after: softer")
    curves = [
        Curve(hips, stiff, 0, _("one curve"), (26.0, 8.0), marked=[]),
        Curve(hips, soft, 1, _("a softer one"), (70.0, 26.0), marked=[]),
        Curve([BEFORE], [end], 0, _("before"), (BEFORE - 9, end + 3)),
        Curve([further], [float(np.interp(further, hips, stiff))], 0, first, (further - 26, 68.0)),
        Curve([softer], [end], 1, second, (softer + 2, end - 5)),
    ]
    words = _(
        "Sketch of two rising curves, pull against how far the hip is bent. On the first, a mark at {before}, before, "
        "and one {gain} further on, where more is borne. On the second curve, lower by {loss}, the pull of before is "
        "reached at {softer}."
    ).format(
        before=amount(BEFORE, "°"), gain=amount(gain, "°"), loss=amount(loss, "%"), softer=amount(round(softer), "°")
    )
    across, up = (
        Axis(_("hip bent by (°)"), 0, 85, range(0, 81, 20)),
        Axis(_("pull on the pelvis (N m)"), 0, 90, range(0, 91, 30)),
    )
    return Still(
        LineChart(curves, across, up, words),
        _("A sketch: two ways to go further. Which one happens, trials must tell."),
    )
