"""A look at the installation before a class: every part that a lesson needs, one line each, with what to do.

Each part is imported inside its own check, so that a part that is missing is reported and does not stop the others.
"""

import platform
from collections.abc import Callable
from importlib.metadata import version

from IPython.display import display

from jointlab.language import N_, _


def _packages() -> str:
    names = ("numpy", "scipy", "matplotlib", "ipywidgets", "anywidget", "pybtex")
    return ", ".join(f"{name} {version(name)}" for name in names)


def _data() -> str:
    from jointlab import sources

    lessons = list(sources.course())
    claims = {claim.id for lesson in lessons for claim in sources.claims_of(lesson.name)}
    return _("{lessons} lessons, {claims} claims").format(lessons=len(lessons), claims=len(claims))


def _explorers() -> str:
    from jointlab.explorers import Explorer
    from jointlab.lessons.pop.collapse import COLLAPSE

    explorer = Explorer(COLLAPSE)
    if explorer.last_error is not None:
        raise explorer.last_error
    return _("a model was solved and drawn")


def _logbook() -> str:
    from jointlab.learn import Logbook

    book = Logbook.open()
    if book.notice:
        raise RuntimeError(book.notice)
    return _("your answers are kept {where}").format(where=book.where)


PAGE_WAITS = _(
    "✗ page: no answer yet. If this line stays after Run All Cells, what moves in the lessons cannot wake here: "
    "anywidget must be installed where JupyterLab itself runs, too, not only where Python does. Then reload the page."
)

CHECKS: dict[str, Callable[[], str]] = {
    "Python": platform.python_version,
    N_("packages"): _packages,
    N_("data"): _data,
    N_("explorers"): _explorers,
    N_("logbook"): _logbook,
}


def run() -> None:
    """Print one line per part; the last one comes from the page, which must wake what moves."""
    failed = []
    for name, look in CHECKS.items():
        try:
            print(f"✓ {_(name)}: {look()}")
        except Exception as error:
            failed.append(name)
            print(f"✗ {_(name)}: {error}")
    _page(_ending(failed))


def _ending(failed: list[str]) -> str:
    if not failed:
        return _("All is well: you can begin.")
    if failed == ["logbook"]:
        return _("You can begin all the same: the line marked ✗ says what becomes of your answers, and what helps.")
    return _(
        "Something is missing: see the lines marked ✗. What helps: close JupyterLab and start it again with the "
        "command in README.md."
    )


def _page(ending: str) -> None:
    """Only a page that has woken a widget of the kind that explorers are of, and has reached Python, can say this."""
    try:
        from jointlab.learn.awake import Ready

        says = _("✓ page: it answers Python, so what moves will move")
        display(Ready(f"{says}\n{ending}", PAGE_WAITS, "page"))
    except Exception as error:
        print(_("✗ page: {error}").format(error=error))
