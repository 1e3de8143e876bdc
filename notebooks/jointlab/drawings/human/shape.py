"""How thick a body is: outlines of its parts in the upright figure, from which every pose is bent.

All numbers are drawn by eye for an adult of 1.70 m and 65 kg, in metres; lengths follow the body-segment table.
Limbs are rows (share of the segment's length from its upper end, to the front, to the back of the line between its
joints). The trunk is a line of points (forward, up) from the middle of the hip joints.
"""

from typing import NamedTuple

import numpy as np

from jointlab.models.body import Body

HEIGHT, BUILD = 1.70, 65 / 1.70**2  # of the person that was drawn: m and kg/m²


class Row(NamedTuple):
    """One row of a limb: `at`: share of the segment's length."""

    at: float
    front: float
    back: float


THIGH = (
    Row(-0.10, 0.060, 0.085),
    Row(0.00, 0.083, 0.108),
    Row(0.12, 0.090, 0.110),
    Row(0.22, 0.089, 0.094),
    Row(0.35, 0.085, 0.083),
    Row(0.52, 0.078, 0.075),
    Row(0.70, 0.067, 0.064),
    Row(0.86, 0.057, 0.056),
    Row(0.96, 0.058, 0.052),
)
SHANK = (
    Row(0.03, 0.056, 0.051),
    Row(0.10, 0.049, 0.054),
    Row(0.22, 0.044, 0.068),
    Row(0.34, 0.042, 0.070),
    Row(0.50, 0.039, 0.059),
    Row(0.66, 0.036, 0.046),
    Row(0.82, 0.033, 0.036),
    Row(0.93, 0.034, 0.033),
)
# From the ankle: forward, and height above the sole.
FOOT_TOP = ((0.043, 0.086), (0.062, 0.070), (0.095, 0.052), (0.135, 0.036), (0.172, 0.027))
FOOT_SOLE = ((0.180, 0.000), (0.135, 0.000), (0.070, 0.006), (0.010, 0.002), (-0.030, 0.000))
HEEL = ((-0.050, 0.012), (-0.055, 0.032), (-0.046, 0.060), (-0.036, 0.092))

UPPER_ARM = (
    Row(-0.10, 0.030, 0.034),
    Row(0.00, 0.047, 0.050),
    Row(0.14, 0.052, 0.053),
    Row(0.34, 0.048, 0.048),
    Row(0.60, 0.043, 0.042),
    Row(0.84, 0.038, 0.040),
    Row(0.97, 0.037, 0.041),
)
FOREARM = (
    Row(0.08, 0.041, 0.038),
    Row(0.22, 0.043, 0.036),
    Row(0.45, 0.037, 0.032),
    Row(0.70, 0.030, 0.027),
    Row(0.92, 0.026, 0.024),
)
# Hand, hanging with the thumb in front: points in shares of the length from wrist to finger tip, and metres across.
OPEN_HAND = (
    (-0.06, 0.024), (0.06, 0.026), (0.14, 0.030), (0.24, 0.040), (0.36, 0.054), (0.50, 0.062), (0.57, 0.058),
    (0.52, 0.048), (0.46, 0.040), (0.60, 0.037), (0.80, 0.031), (0.94, 0.022), (1.00, 0.008), (0.99, -0.008),
    (0.90, -0.022), (0.72, -0.032), (0.48, -0.038), (0.24, -0.034), (0.06, -0.025), (-0.06, -0.022),
)  # fmt: skip
FIST = (
    (-0.06, 0.024), (0.06, 0.026), (0.22, 0.040), (0.34, 0.048), (0.46, 0.046), (0.55, 0.036), (0.60, 0.018),
    (0.60, -0.008), (0.55, -0.028), (0.42, -0.038), (0.24, -0.036), (0.06, -0.025), (-0.06, -0.022),
)  # fmt: skip

BACK = (
    (-0.062, -0.104), (-0.100, -0.082), (-0.122, -0.042), (-0.129, 0.000), (-0.127, 0.042), (-0.114, 0.085),
    (-0.096, 0.125), (-0.085, 0.165), (-0.081, 0.205), (-0.084, 0.245), (-0.093, 0.290), (-0.105, 0.335),
    (-0.114, 0.385), (-0.118, 0.435), (-0.112, 0.485), (-0.097, 0.530), (-0.078, 0.565), (-0.064, 0.595),
    (-0.059, 0.625), (-0.062, 0.655),
)  # fmt: skip
HEAD = (
    (-0.078, 0.690), (-0.093, 0.728), (-0.094, 0.765), (-0.077, 0.802), (-0.042, 0.822), (0.000, 0.826),
    (0.042, 0.817), (0.074, 0.792), (0.086, 0.763), (0.084, 0.741), (0.092, 0.722), (0.103, 0.705), (0.092, 0.696),
    (0.094, 0.685), (0.088, 0.678), (0.090, 0.668), (0.082, 0.659), (0.083, 0.643), (0.070, 0.630), (0.044, 0.629),
)  # fmt: skip
FRONT = (
    (0.033, 0.612), (0.031, 0.585), (0.045, 0.555), (0.072, 0.520), (0.096, 0.475), (0.108, 0.425), (0.110, 0.375),
    (0.104, 0.325), (0.100, 0.275), (0.102, 0.225), (0.107, 0.175), (0.109, 0.125), (0.104, 0.075), (0.094, 0.025),
    (0.083, -0.020), (0.060, -0.065), (0.000, -0.105),
)  # fmt: skip
# What a woman's outline adds, forward at these heights (in front) and backward (behind).
BUST, HIPS = ((0.405, 0.048, 0.024), (0.200, 0.070, -0.010)), ((0.000, 0.060, 0.010), (0.440, 0.090, -0.008))
EYE = (0.066, 0.731)
EAR = ((-0.020, 0.728), (-0.008, 0.734), (0.003, 0.724), (-0.001, 0.706), (-0.009, 0.692), (-0.016, 0.700))
# From the forehead over the crown to the nape, then back along the hair line.
HAIR = (
    (0.076, 0.789), (0.042, 0.819), (0.000, 0.829), (-0.044, 0.825), (-0.080, 0.804), (-0.098, 0.766),
    (-0.096, 0.727), (-0.080, 0.688), (-0.066, 0.672), (-0.048, 0.690), (-0.036, 0.716), (-0.022, 0.742),
    (0.006, 0.748), (0.022, 0.760), (0.036, 0.788), (0.060, 0.794),
)  # fmt: skip


# Cloth: how far down the thigh the shorts reach, and where the top ends in front and behind the neck.
SHORTS, COLLAR_FRONT, COLLAR_BACK = 0.42, 0.540, 0.575

# Middle line of the spine from the last rib to the skull, upright; through it 12 chest and 7 neck vertebrae.
UPPER_SPINE = (
    (-0.0362, 0.2768), (-0.0500, 0.3350), (-0.0600, 0.3950), (-0.0630, 0.4500), (-0.0570, 0.5050), (-0.0440, 0.5550),
    (-0.0340, 0.5950), (-0.0280, 0.6350), (-0.0265, 0.6700), (-0.0233, 0.7029),
)  # fmt: skip
SACRUM = (
    (-0.0050, 0.1080), (-0.0310, 0.1300), (-0.0560, 0.1120), (-0.0820, 0.0780), (-0.0940, 0.0420), (-0.0880, 0.0050),
    (-0.0720, -0.0150), (-0.0690, -0.0060), (-0.0760, 0.0240), (-0.0700, 0.0480), (-0.0480, 0.0740),
    (-0.0220, 0.0930),
)  # fmt: skip
HIP_BONE = (
    (0.0600, 0.0720), (0.0470, 0.1080), (0.0150, 0.1380), (-0.0280, 0.1480), (-0.0640, 0.1320), (-0.0840, 0.0980),
    (-0.0760, 0.0720), (-0.0540, 0.0480), (-0.0460, 0.0180), (-0.0560, -0.0160), (-0.0520, -0.0520),
    (-0.0330, -0.0600), (-0.0120, -0.0480), (0.0240, -0.0480), (0.0540, -0.0420), (0.0600, -0.0240),
    (0.0420, -0.0060), (0.0380, 0.0260), (0.0500, 0.0480),
)  # fmt: skip
SOCKET = 0.026  # m, radius of the hip joint


def thickness(body: Body) -> float:
    """How much wider than the drawn person: limbs and chest grow with the root of mass over height."""
    return float(np.sqrt(body.mass / body.height / (BUILD * HEIGHT)))


def waist(body: Body) -> float:
    """How much wider the belly is: it grows with mass over height squared."""
    return float(body.mass / body.height**2 / BUILD)
