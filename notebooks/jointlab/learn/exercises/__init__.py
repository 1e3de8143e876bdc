"""The exercises of the course, a module each: what is asked, the right result, and the usual mistakes."""

from jointlab.learn.check import Check
from jointlab.learn.exercises.bubble import collapse_time
from jointlab.learn.exercises.diffusion import diffusion_time
from jointlab.learn.exercises.gas import co2_share
from jointlab.learn.exercises.moment import back_muscles
from jointlab.learn.exercises.screening import predictive_value
from jointlab.learn.exercises.stefan import film_pull, metres_left
from jointlab.learn.exercises.syringe import boyle_pressure

__all__ = [
    "BY_LESSON",
    "back_muscles",
    "boyle_pressure",
    "co2_share",
    "collapse_time",
    "diffusion_time",
    "film_pull",
    "metres_left",
    "predictive_value",
]

BY_LESSON: dict[str, tuple[Check, ...]] = {
    "00": (boyle_pressure,),
    "01": (metres_left, film_pull),
    "02": (co2_share,),
    "03": (collapse_time,),
    "04": (diffusion_time,),
    "07": (predictive_value,),
    "09": (back_muscles,),
}
