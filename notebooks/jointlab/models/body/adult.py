"""The adult of the course: the person of every model and drawing in which nobody else is chosen. Assumed."""

from functools import cache

from jointlab import sources
from jointlab.models.body.segments import Body, body

SEX = "female"


@cache
def adult() -> Body:
    """A woman as tall and as heavy as the constants `adult_height` and `adult_mass`; always the same object."""
    return body(SEX, sources.value("adult_height"), sources.value("adult_mass"))
