"""The map of the course."""

from collections.abc import Mapping

from jointlab import sources
from jointlab.drawings.still import Still
from jointlab.language import _
from jointlab.lessons.start.course_map import CourseMap


def course_map(done: Mapping[str, str] | None = None) -> Still:
    """All lessons, which are ready, and what has been done: `done` maps a lesson's name to a few words."""
    return Still(CourseMap(sources.course(), done), _("The course, from left to right."))
