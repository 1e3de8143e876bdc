"""The fluid of a joint, as far as it is known: water at body temperature, with a viscosity of your choice."""

from jointlab import sources
from jointlab.models.bubble.statics import Liquid


def joint_fluid(viscosity: float) -> Liquid:
    """Water at 37 °C (data/constants.csv) but for its `viscosity` (Pa s). Impossible if that is negative."""
    return Liquid(
        density=sources.value("liquid_density"),
        viscosity=viscosity,
        surface_tension=sources.value("surface_tension"),
        vapour_pressure=sources.value("vapour_pressure"),
        sound_speed=sources.value("liquid_sound_speed"),
    )
