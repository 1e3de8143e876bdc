"""What stands against writing the logbook, in words: what becomes of the answers, why, and what helps."""

import os
import stat
from pathlib import Path

from jointlab.language import _
from jointlab.logbook.file import Busy, Full, LocksRefused

_ELSEWHERE = _("or let JOINTLAB_LOGBOOK name a file in another place (README, For teachers)")
_LONGEST_NAME = 255 - len("-journal")  # bytes; SQLite needs a second name for a moment


def in_words(error: OSError, path: Path) -> str:
    """What the learner should know when the logbook in `path` met this error."""
    if isinstance(error, Busy):
        return _(
            "Another program is using your logbook. What you enter is kept until this notebook closes, and written as "
            "soon as the logbook is free."
        )
    if isinstance(error, Full):
        return _(
            "The disk of your logbook is full. What you enter is kept until this notebook closes, and written as soon "
            "as there is room: delete something that you no longer need."
        )
    if isinstance(error, LocksRefused):
        reason = _("the disk of your logbook cannot keep two programs apart (some network drives cannot)")
        advice = _("Copy the course to a disk of this computer, {elsewhere}.").format(elsewhere=_ELSEWHERE)
    else:
        reason, advice = _obstacle(error, path)
    return f"{only_in_memory(reason)} {advice}"


def only_in_memory(reason: str) -> str:
    """That nothing is written, and why."""
    return _("What you enter is kept only until this notebook closes, because {reason}.").format(reason=reason)


def _obstacle(error: OSError, path: Path) -> tuple[str, str]:
    """Why nothing can be written there, and what helps."""
    folder, journal = path.parent, path.with_name(path.name + "-journal")
    if len(os.fsencode(path.name)) > _LONGEST_NAME:
        return _("the name of the file is too long ({name}…)").format(name=path.name[:20]), _(
            "Let JOINTLAB_LOGBOOK name a shorter one."
        )
    if not os.path.isdir(folder):
        return _("there is no folder {folder}").format(folder=folder), _("Make that folder, {elsewhere}.").format(
            elsewhere=_ELSEWHERE
        )
    for place in (path, journal):
        if os.path.isdir(place):
            return _("{place} is a folder").format(place=place), _("Give that folder another name.")
    if os.path.exists(path) and not stat.S_ISREG(os.stat(path).st_mode):
        return _("{path} is no ordinary file").format(path=path), _("Let JOINTLAB_LOGBOOK name one.")
    if not os.access(folder, os.W_OK | os.X_OK):
        return _("{folder} cannot be written").format(folder=folder), _(
            "Copy the course into a folder of your own, {elsewhere}."
        ).format(elsewhere=_ELSEWHERE)
    if os.path.exists(path) and not os.access(path, os.W_OK):
        return _("{path} is write-protected").format(path=path), _("Allow it to be changed, {elsewhere}.").format(
            elsewhere=_ELSEWHERE
        )
    reason = error.strerror or str(error)
    return _("{path} cannot be written ({reason})").format(path=path, reason=reason), _(
        "Copy the course into another folder of yours, {elsewhere}."
    ).format(elsewhere=_ELSEWHERE)
