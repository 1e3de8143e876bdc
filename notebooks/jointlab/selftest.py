"""A look at the installation before a class: every part that a lesson needs, one line each, with what to do."""

import sys
from collections.abc import Callable
from importlib.metadata import version

from jointlab import sources
from jointlab.explorers import COLLAPSE, Explorer
from jointlab.learn import Logbook


def _python() -> str:
    return ".".join(map(str, sys.version_info[:3]))


def _packages() -> str:
    names = ("numpy", "scipy", "matplotlib", "ipywidgets", "anywidget")
    return ", ".join(f"{name} {version(name)}" for name in names)


def _data() -> str:
    claims = [claim for lesson in sources.course() for claim in sources.claims_of(lesson.number)]
    return f"{len({claim.id for claim in claims})} claims, {len(sources.course())} lessons"


def _explorer() -> str:
    explorer = Explorer(COLLAPSE)
    if explorer.last_error is not None:
        raise explorer.last_error
    return "a model was solved and drawn"


def _logbook() -> str:
    book = Logbook.open()
    return book.notice or "your answers are kept on this computer, in the folder of the notebooks"


CHECKS: dict[str, Callable[[], str]] = {
    "Python": _python,
    "packages": _packages,
    "data": _data,
    "explorers": _explorer,
    "logbook": _logbook,
}


def run() -> bool:
    """Print one line per part; True if all are well."""
    well = True
    for name, look in CHECKS.items():
        try:
            print(f"✓ {name}: {look()}")
        except Exception as error:
            well = False
            print(f"✗ {name}: {error}. What helps: close JupyterLab and start it again with the command in README.md.")
    print("All is well: you can begin." if well else "Something is missing: see the lines marked ✗.")
    return well
