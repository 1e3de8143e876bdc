"""What stands against writing the logbook, in words: what becomes of the answers, why, and what helps."""

import os
import stat
from pathlib import Path

from jointlab.logbook.file import Busy, Full, LocksRefused

ONLY_IN_MEMORY = "What you enter is kept only until this notebook closes"
_KEPT = "What you enter is kept until this notebook closes, and written as soon as"
_ELSEWHERE = "or let JOINTLAB_LOGBOOK name a file in another place (README, For teachers)"
_LONGEST_NAME = 255 - len("-journal")  # bytes; SQLite needs a second name for a moment


def in_words(error: OSError, path: Path) -> str:
    """What the learner should know when the logbook in `path` met this error."""
    if isinstance(error, Busy):
        return f"Another program is using your logbook. {_KEPT} the logbook is free."
    if isinstance(error, Full):
        return f"The disk of your logbook is full. {_KEPT} there is room: delete something that you no longer need."
    if isinstance(error, LocksRefused):
        reason = "the disk of your logbook cannot keep two programs apart (some network drives cannot)"
        advice = f"Copy the course to a disk of this computer, {_ELSEWHERE}."
    else:
        reason, advice = _obstacle(error, path)
    return f"{ONLY_IN_MEMORY}, because {reason}. {advice}"


def _obstacle(error: OSError, path: Path) -> tuple[str, str]:
    """Why nothing can be written there, and what helps."""
    folder, journal = path.parent, path.with_name(path.name + "-journal")
    if len(os.fsencode(path.name)) > _LONGEST_NAME:
        return f"the name of the file is too long ({path.name[:20]}…)", "Let JOINTLAB_LOGBOOK name a shorter one."
    if not os.path.isdir(folder):
        return f"there is no folder {folder}", f"Make that folder, {_ELSEWHERE}."
    for place in (path, journal):
        if os.path.isdir(place):
            return f"{place} is a folder", "Give that folder another name."
    if os.path.exists(path) and not stat.S_ISREG(os.stat(path).st_mode):
        return f"{path} is no ordinary file", "Let JOINTLAB_LOGBOOK name one."
    if not os.access(folder, os.W_OK | os.X_OK):
        return f"{folder} cannot be written", f"Copy the course into a folder of your own, {_ELSEWHERE}."
    if os.path.exists(path) and not os.access(path, os.W_OK):
        return f"{path} is write-protected", f"Allow it to be changed, {_ELSEWHERE}."
    reason = error.strerror or str(error)
    return f"{path} cannot be written ({reason})", f"Copy the course into another folder of yours, {_ELSEWHERE}."
