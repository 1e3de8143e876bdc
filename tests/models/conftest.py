"""What the tests of the models share: one liquid, and a slower, independent way to move a bubble."""

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from jointlab.models.bubble.statics import Liquid


@pytest.fixture(scope="session")
def liquid():
    """Builds a joint-like liquid; name what should differ."""

    def build(**changes):
        usual = {
            "density": 1010.0,
            "viscosity": 0.01,
            "surface_tension": 0.06,
            "vapour_pressure": 6280.0,
            "sound_speed": 1500.0,
        }
        return Liquid(**(usual | changes))

    return build


@pytest.fixture(scope="session")
def reference():
    """Moves a bubble in plain R and dR/dt, written afresh in SI units, with another method and tight steps."""

    def move(time, bubble, liquid, film, compliance=np.inf, sound_speed=np.inf):
        rho, mu, c = liquid.density, liquid.viscosity, sound_speed
        first, kappa = bubble.radius, bubble.polytropic_exponent

        def acceleration(t, r, v):
            gas = bubble.gas_pressure * (first / r) ** (3 * kappa)
            gained = 4 / 3 * np.pi * (r**3 - first**3)
            outside = film(t) + gained / compliance
            wall = gas + liquid.vapour_pressure - 2 * liquid.surface_tension / r - 4 * mu * v / r
            wall_rate = (-3 * kappa * gas + 2 * liquid.surface_tension / r + 4 * mu * v / r) * v / r
            outside_rate = film.rate(t) + 4 * np.pi * r**2 * v / compliance
            left = (1 - v / c) * r + 4 * mu / (rho * c)
            right = (1 + v / c) * (wall - outside) / rho + r / (rho * c) * (wall_rate - outside_rate)
            return (right - 1.5 * v**2 * (1 - v / (3 * c))) / left

        def slope(t, state):
            return state[1], acceleration(t, state[0], state[1])

        tight = {"method": "DOP853", "rtol": 1e-10, "atol": [1e-10 * first, 1e-8]}
        solution = solve_ivp(slope, (time[0], time[-1]), [first, 0.0], t_eval=time, **tight)
        radius, speed = solution.y
        outward = np.array([acceleration(*now) for now in zip(time, radius, speed, strict=True)])
        return radius, 4 * np.pi * (radius**2 * outward + 2 * radius * speed**2)

    return move
