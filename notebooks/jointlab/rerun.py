"""A cell that is run again: what it showed before is closed, or every run would leave its widgets in the kernel."""

from typing import Protocol

from IPython import get_ipython


class Closable(Protocol):
    """Anything that lives until it is closed, such as a widget."""

    def close(self) -> None: ...


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


def _here() -> tuple[str, str]:
    """The cell that runs and its run, as the front end names them; ("", "") outside of a notebook."""
    shell = get_ipython()
    if not hasattr(shell, "get_parent"):
        return "", ""
    message = shell.get_parent()
    return message.get("metadata", {}).get("cellId", ""), message.get("header", {}).get("msg_id", "")
