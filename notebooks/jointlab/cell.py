"""What a cell shows: a live widget with something that stands in for it, and nothing of what it showed before.

A page without a kernel (a web page, a printed one) is never blank. A cell that is run again closes what it showed, or
every run would leave its widgets in the kernel.
"""

import os
from datetime import datetime
from secrets import token_hex
from typing import Any, Protocol

from IPython import get_ipython
from IPython.display import display


class Closable(Protocol):
    """Anything that lives until it is closed, such as a widget."""

    def close(self) -> None: ...


_RUN = token_hex(4)
_SHOWN: dict[str, tuple[str, list[Closable]]] = {}  # cell → the run in which it showed what it shows


def supersede(widget: Closable) -> None:
    """Close what the same cell made in an earlier run; `widget` takes its place. Where no cell is known, do nothing."""
    cell, run = _here()
    if not cell:
        return
    shown_in, widgets = _SHOWN.get(cell, ("", []))
    if shown_in != run:
        for former in widgets:
            former.close()
        widgets = []
    _SHOWN[cell] = (run, [*widgets, widget])


def show(widget: Any, stands_in: Any, words: str) -> None:
    """Display what `stands_in`, then the `widget`, which hides it as long as it lives; both are stored in the notebook.

    `words`: what is shown in the widget's place where it cannot live.
    """
    data, metadata = bundle(widget, words)
    display(stands_in)
    display(data, metadata=metadata, raw=True)


def bundle(widget: Any, words: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Data and metadata with which a page shows a living widget, and `words` where it cannot live."""
    found = widget._repr_mimebundle_()
    data, metadata = found if isinstance(found, tuple) else (found, {})
    return {**data, "text/plain": words}, metadata


def mark(name: str) -> str:
    """An id for what stands in for a widget. It is of this kernel alone: another copy of a lesson may be open on the
    same page, with nothing alive in it yet, and what stands there must stay in sight."""
    return f"{name}-run-{_RUN}"


def asked_at() -> datetime | None:
    """When the page asked for the run of this cell, by the page's own clock; None outside of a notebook."""
    when = _message().get("header", {}).get("date")
    return when if isinstance(when, datetime) else None


def is_only_shown() -> bool:
    """Whether the page shows no code and takes none: an application made of a notebook. Voilà names itself so."""
    return os.environ.get("SERVER_SOFTWARE", "").startswith("voila/")


def _here() -> tuple[str, str]:
    """The cell that runs and its run, as the front end names them; ("", "") outside of a notebook."""
    message = _message()
    return message.get("metadata", {}).get("cellId", ""), message.get("header", {}).get("msg_id", "")


def _message() -> dict[str, Any]:
    """What the page has sent to run this cell."""
    shell = get_ipython()
    return shell.get_parent() if hasattr(shell, "get_parent") else {}
