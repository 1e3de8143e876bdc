import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab import sources
from jointlab.models.require import Impossible
from jointlab.models.tissue.ligament import LIGAMENTS, MEASURED, TABLES, bilinear, curve, curves

ALL = [(ligament, table) for ligament in LIGAMENTS for table in curves(ligament)]
STRAINS = st.floats(0, 0.8)


@pytest.mark.parametrize(("strain", "force"), [(0.05, 20.7), (0.12, 49.6), (0.20, 134.4)])
def test_the_front_ligament_by_two_slopes(strain, force):
    """PC25."""
    assert curve("front", "two").force(strain) == pytest.approx(force, abs=0.05)
    assert bilinear(strain, 0.12, 7.8e6, 20e6, 53e-6) == pytest.approx(force, abs=0.05)


def test_its_stiffness_hangs_on_where():
    """PC25: 31.8, then 81.5 N/mm."""
    pulled = curve("front", "two")
    assert pulled.stiffness(0.05) == pytest.approx(31.8e3, rel=1e-3)
    assert pulled.stiffness(0.15) == pytest.approx(81.5e3, rel=1e-3)


@pytest.mark.parametrize(
    ("ligament", "fails", "at_toe"),
    [
        ("front", 0.554, 49.6), ("back", 0.568, 17.6), ("flavum", 0.275, 62.3), ("between", 0.450, 36.4),
        ("tips", 0.673, 36.8),
    ],
)  # fmt: skip
def test_where_a_ligament_fails_by_its_table(ligament, fails, at_toe):
    pulled = curve(ligament, "two")
    assert pulled.fails == pytest.approx(fails, abs=5e-4)
    assert pulled.force(pulled.fails) == pytest.approx(pulled.most)
    assert pulled.force(pulled.toe) == pytest.approx(at_toe, abs=0.06)


def test_two_tables_differ_40_fold():
    stiff, soft = curve("front", "three").stiffness(0.05), curve("front", "one").stiffness(0.05)
    assert stiff / soft == pytest.approx(347 / 8.74)


def test_the_slopes_of_the_capsule_add_up_to_its_measured_strength():
    """PC32: 0.849 MPa from 10 to 50 %, and 1.90 MPa at 65 %."""
    pulled, area = curve("capsule", MEASURED), sources.value("capsule_area")
    assert (pulled.force(0.5) - pulled.force(0.1)) / area == pytest.approx(0.849e6, abs=0.001e6)
    assert pulled.force(0.65) == pytest.approx(pulled.most, rel=0.12)
    assert pulled.force(0.1) / area == pytest.approx(0.013e6)


@pytest.mark.parametrize(("strain", "secant"), [(0.1, 0.10), (0.2, 0.18), (0.3, 0.33), (0.4, 0.92), (0.5, 1.61)])
def test_the_slopes_of_the_capsule_add_up_to_the_pull_at_the_end_of_each_stretch(strain, secant):
    """Table 1: the “viscous” modulus is the greatest stress of a pull to this strain over the strain, MPa."""
    stress = curve("capsule", MEASURED).force(strain) / sources.value("capsule_area")
    assert stress == pytest.approx(1e6 * secant * strain, rel=0.31 if strain == 0.1 else 0.16)


def test_what_no_table_tells_is_called_assumed():
    assumed = {(ligament, table): curve(ligament, table).assumed for ligament, table in ALL}
    assert assumed.pop(("capsule", MEASURED)) == "area and length"
    lengthless = {name for name, words in assumed.items() if words}
    assert lengthless == {("capsule", "two"), ("capsule", "one")} | {(ligament, "three") for ligament in LIGAMENTS}


def test_two_tables_of_the_capsule_begin_alike_at_the_assumed_length():
    assert curve("capsule", "two").stiffness(0.1) == pytest.approx(curve("capsule", "three").stiffness(0.1))


@pytest.mark.parametrize(("ligament", "table"), ALL)
def test_the_pull_grows_and_its_slope_is_the_slope(ligament, table):
    pulled, strains = curve(ligament, table), np.linspace(0, 0.8, 4001)
    forces = pulled.force(strains)
    assert forces[0] == 0
    assert (np.diff(forces) > 0).all()
    middles = (strains[1:] + strains[:-1]) / 2
    away = np.abs(middles[:, None] - pulled.edges).min(axis=1) > 1e-3
    assert (np.diff(forces) / np.diff(strains))[away] == pytest.approx(pulled.slope(middles)[away], rel=1e-6)
    assert (np.diff(pulled.slope(strains)) >= -1e-9).all()


@pytest.mark.parametrize(("ligament", "table"), ALL)
def test_fibres_that_become_taut_one_after_the_other_pull_like_the_curve(ligament, table):
    pulled, count = curve(ligament, table), 40_000
    slacks = pulled.slacks(count)
    assert (np.diff(slacks) >= 0).all()
    for strain in (0.03, 0.13, 0.28, 0.45, 0.6):
        by_fibres = pulled.left[-1] / count * np.maximum(strain - slacks, 0).sum()
        assert by_fibres == pytest.approx(pulled.force(strain), rel=2e-3, abs=1e-3)
        assert (slacks < strain).mean() == pytest.approx(pulled.taut(strain), abs=2e-3)


def test_a_straight_line_has_no_slack_fibre():
    assert curve("front", "one").toe is None
    assert (curve("front", "one").slacks(20) == 0).all()


def test_the_capsule_becomes_taut_gradually():
    slacks = curve("capsule", MEASURED).slacks(24)
    assert np.unique(slacks).size >= 23
    assert slacks.max() < 0.5
    assert 0.40 < curve("capsule", MEASURED).toe < 0.45


@given(STRAINS, st.floats(0.01, 0.5), st.floats(1e5, 1e8), st.floats(1e5, 1e8), st.floats(1e-6, 1e-4))
def test_the_bilinear_law_has_no_jump_and_its_two_slopes(strain, toe, first, second, area):
    before, after = bilinear(np.array([toe * (1 - 1e-9), toe * (1 + 1e-9)]), toe, first, second, area)
    assert after == pytest.approx(before, rel=1e-6 * max(1, second / first))
    pull = bilinear(strain, toe, first, second, area)
    ends = sorted([area * first * strain, area * second * strain])
    assert ends[0] * (1 - 1e-9) <= pull <= ends[1] * (1 + 1e-9)


@given(STRAINS)
def test_equal_slopes_are_one_line(strain):
    assert bilinear(strain, 0.1, 1e7, 1e7, 1e-5) == pytest.approx(100 * strain)


@pytest.mark.parametrize("ligament", LIGAMENTS[1:])
def test_only_of_the_capsule_a_curve_was_measured(ligament):
    assert set(curves(ligament)) == set(TABLES)
    with pytest.raises(Impossible, match="only of the facet capsule"):
        curve(ligament, MEASURED)


def test_what_cannot_be_is_refused():
    with pytest.raises(Impossible, match="strain must be"):
        curve("front", "two").force(-0.1)
    with pytest.raises(Impossible, match="strain must be"):
        bilinear(-0.1, 0.1, 1.0, 1.0, 1.0)
    with pytest.raises(Impossible, match="area must be"):
        bilinear(0.1, 0.1, 1.0, 1.0, 0.0)
