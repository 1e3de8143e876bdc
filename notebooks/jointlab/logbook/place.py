"""Where the logbook lies: each learner's in a folder of the learner's own.

Beside the notebooks, where these are the learner's. A course that many share, on a hub or a class drive, must not make
one logbook of many: there it lies in the folder that Jupyter keeps for each user.
"""

import os
import re
import sys
from contextlib import suppress
from pathlib import Path

from jointlab.language import _

_NAME = "my-logbook.sqlite"
_NAME_ON_A_HUB = "my-logbook-{}.sqlite"  # some hubs give the same home to all
IN_A_BROWSER = sys.platform == "emscripten"  # Python runs there, and what it keeps lies in this browser alone
_DRIVE = Path("/drive")  # what JupyterLite keeps; all else is gone with the page
_INSTALLED = {"site-packages", "dist-packages"}  # where packages are installed, and no notebooks stand

ELSEWHERE = _(
    "There are no answers here yet, but in another copy of the course: {other}. If they are yours, close JupyterLab "
    "(File → Shut Down), copy that file into {folder}, and start again."
)


def default_path() -> Path:
    """Where the logbook of whoever works here lies. Makes the folder if it is not beside the notebooks."""
    notebooks = _notebooks()
    if _is_own(notebooks):
        return notebooks / _NAME
    link = _link_to(notebooks)
    if link and not _on_a_hub() and _is_own(link.parent):
        return link.parent / _NAME
    folder = _data_folder()
    with suppress(OSError):  # opening the logbook says why it cannot be made
        folder.mkdir(parents=True, exist_ok=True)
    return folder / (_NAME_ON_A_HUB.format(re.sub(r"[^\w.@-]", "_", _on_a_hub())) if _on_a_hub() else _NAME)


def in_another_copy(path: Path) -> Path | None:
    """The newest logbook of whoever works here in a copy of the course that was unpacked beside this one; None if there
    is none, or if `path`, the logbook of this copy, does not lie beside its notebooks."""
    notebooks = _notebooks()
    if path != notebooks / _NAME:
        return None
    course, there = notebooks.parent, f"{notebooks.name}/{_NAME}"
    found = set(course.parent.glob(f"*/{there}"))
    found |= set(course.parent.parent.glob(f"{course.name}*/{course.name}/{there}"))  # as Windows unpacks
    return max((one for one in found - {path} if _is_mine(one)), key=os.path.getmtime, default=None)


def elsewhere_in_words(path: Path) -> str:
    """What is to be said while the logbook of a newer copy is empty; "" if no older copy lies beside it."""
    with suppress(OSError):
        if other := in_another_copy(path):
            return ELSEWHERE.format(other=other, folder=path.parent)
    return ""


def in_words(path: Path | None) -> str:
    """Such as "in my-logbook.sqlite, beside the lessons"; None is a logbook without a file."""
    if path is None:
        return _("only until the notebook closes (JOINTLAB_LOGBOOK asks for no file)")
    if IN_A_BROWSER and not path.is_relative_to(_DRIVE):
        return _("only until this page is left, because this browser gives Python no place to keep a file")
    beside = path.parent == _notebooks()
    where = _("in {name}, beside the lessons").format(name=path.name) if beside else _("in {path}").format(path=path)
    if IN_A_BROWSER:
        return _("in this browser, until this site's data are deleted: {where}").format(where=where)
    return where


def _notebooks() -> Path:
    """The folder of the notebooks, by the way it was reached: beside the package, else where this notebook works."""
    package = Path(os.path.abspath(__file__)).parents[1]
    if not _INSTALLED.intersection(package.parts):
        return package.parent
    try:
        works = Path.cwd()
    except FileNotFoundError:  # deleted meanwhile
        return Path(_home())
    return _DRIVE if IN_A_BROWSER and works.is_relative_to(_DRIVE) else works  # translated lessons lie in a folder


def _is_own(folder: Path) -> bool:
    """Whether the folder belongs to whoever works here, as far as can be told.

    In their home: yes. Elsewhere nobody on a hub owns one; nor does who came by a link out of their own folder, or who
    is not the owner. Windows does not tell the owner: there, a logbook that is kept in it already must do.
    """
    logbook = folder / _NAME
    kept = os.path.exists(logbook)
    if not os.access(folder, os.W_OK | os.X_OK) or not _is_mine(logbook if kept else folder):
        return False
    if Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(_home())):
        return True
    return not _on_a_hub() and not _link_to(folder) and (kept or os.name != "nt")


def _is_mine(path: Path, follow: bool = True) -> bool:
    """Whether whoever works here owns it; Windows and a browser's Python know of no owners, and take it to be so."""
    return not hasattr(os, "geteuid") or os.stat(path, follow_symlinks=follow).st_uid == os.geteuid()


def _link_to(folder: Path) -> Path | None:
    """The link by which the folder was reached, if whoever works here has set it; links of the system do not count."""
    ways = [part for part in (folder, *folder.parents) if part.is_symlink() and part.parent != Path(folder.anchor)]
    return next((link for link in ways if _is_mine(link, follow=False)), None)


def _on_a_hub() -> str:
    """The user of a JupyterHub; "" elsewhere."""
    return os.environ.get("JUPYTERHUB_USER", "")


def _home() -> str:
    return os.path.expanduser("~")


def _data_folder() -> Path:
    try:
        from jupyter_core.paths import jupyter_data_dir
    except ImportError:  # a kernel of another kind
        return Path(_home()) / ".jointlab"
    return Path(jupyter_data_dir()) / "jointlab"
