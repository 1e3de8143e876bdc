"""A button in a lesson that writes the learner's report, for those who have no terminal."""

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from jointlab import cell
from jointlab import logbook as logbooks
from jointlab.language import _
from jointlab.learn._forms import paragraph
from jointlab.learn._sheets import page_script, sheet
from jointlab.learn.folded import fold
from jointlab.report import files

_HERE = Path(__file__).parent
SUMMARY = _("A report of my answers")
TOLD = _(
    "All that you have answered so far, as a page to read and to print and as a table for a spreadsheet: for yourself, "
    "or for your teacher if you are asked for it. Nothing is sent anywhere."
)
# What the page says by itself.
_WORDS = {
    "name": _("Your name (may stay empty)"),
    "write": _("Write my report"),
    "writing": _("Writing …"),
    "open": _("Open the page"),
    "save": _("Save the page"),
    "save_table": _("Save the table"),
}


class Menu(anywidget.AnyWidget):
    """Asks for a name, which may stay empty, writes the report into the working folder, and hands it to the page."""

    _esm = page_script(str(_HERE / "menu.js"), **_WORDS)
    _css = sheet(".jl-report", str(_HERE / "menu.css"), card=True)  # a whole path: it does not stand with the others

    spec = traitlets.Dict().tag(sync=True)  # what the page needs once
    said = traitlets.Unicode().tag(sync=True)  # what has become of it
    written = traitlets.Dict().tag(sync=True)  # {"name", "page", "table"}, to open and to save

    def __init__(self, logbook: logbooks.Logbook | None = None):
        self.logbook = logbook or logbooks.default()
        super().__init__(spec={"summary": SUMMARY, "told": TOLD, "words": cell.mark("jl-report-words")})
        self.on_msg(self._on_message)
        cell.supersede(self)

    def write(self, name: str = "") -> None:
        """Write the report, and say where it is. Never raises."""
        try:
            one, report = files.own(self.logbook, name)
        except files.NothingToReport as error:
            self.said, self.written = str(error), {}
            return
        except Exception as error:
            self.written = {}
            told = _("The report met an error of its own ({kind}: {error}): please report it.")
            self.said = told.format(kind=type(error).__name__, error=error)
            return
        self.said = f"{_place(report)} {_('Your code is {code}.').format(code=one.code)}"
        self.written = {"name": report.name, "page": report.page.decode(), "table": report.table.decode()}

    def _on_message(self, _widget: Any, message: dict, _buffers: Any) -> None:
        if "name" in message:
            self.write(str(message["name"]))
            self.send({"heard": True})  # the same words may be said again, which changes nothing that the page follows

    def _ipython_display_(self) -> None:
        told = fold(SUMMARY, paragraph(TOLD), TOLD, f' id="{self.spec["words"]}"')
        cell.show(self, told, _("Run this notebook to write your report."))


def _place(report: files.Files) -> str:
    """Write the files into the working folder; where they are, in a sentence."""
    try:
        page, table = report.write(Path.cwd())
    except OSError as error:
        told = _("Nothing can be written into this folder ({error}): save both files with the links.")
        return told.format(error=error.strerror or error)
    told = _("Two files stand beside this lesson: {page} and {table}.")
    return told.format(page=page.name, table=table.name)
