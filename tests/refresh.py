"""Store anew what is kept of pictures and notebooks. Not a test: a tool for maintainers.

`refresh.py` does all; `refresh.py pictures` approves the pictures as they are now and writes the contact sheet;
`refresh.py links` writes how the lessons are linked to each other and listed, from data/course.csv;
`refresh.py poll` writes the polls of the teacher's pages and their slides, from data/lessons;
`refresh.py words` brings the catalogues of other languages up to date with the words of the code;
`refresh.py locks` marks which cells of the notebooks a stray key can neither change nor delete;
`refresh.py 03 04` runs the notebooks whose names begin so, in every language, and stores their outputs as the learner
first sees them.
"""

import os
import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError

ROOT = Path(__file__).parents[1]
NOTEBOOKS = ROOT / "notebooks"
SLIDES = ROOT / "teacher" / "poll-slides.ipynb"
RUN = re.compile('-run-[0-9a-f]{8}(?=")')  # in the ids of what stands in for a widget: see jointlab.cell.mark


def refresh(path: Path) -> None:
    """Run one notebook with an empty logbook and write it back; one retry if a cell does not come to an end.

    Always with a time limit: without one, running a notebook with widgets now and then waits for ever.
    """
    for attempt in (1, 2):
        book = nbformat.read(path, 4)
        resources = {"metadata": {"path": str(path.parent)}}
        try:
            NotebookClient(book, timeout=120, store_widget_state=False, resources=resources).execute()
            break
        except CellTimeoutError:
            if attempt == 2:
                raise
    for cell in book.cells:
        lock(cell)
        settle(cell)
    book.metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    nbformat.write(book, path)


def notebooks() -> list[Path]:
    """All lessons, the English ones first."""
    return [*sorted(NOTEBOOKS.glob("*.ipynb")), *sorted(NOTEBOOKS.glob("??/*.ipynb"))]


def lock(cell: nbformat.NotebookNode) -> None:
    """No cell of a lesson can be deleted; what the learner writes into can be changed, all else cannot."""
    learners = cell.cell_type == "code" and not cell.metadata.get("jupyter", {}).get("source_hidden")
    cell.metadata["deletable"] = False
    cell.metadata.pop("editable", None)
    if not learners:
        cell.metadata["editable"] = False


def locks() -> None:
    """Lock the cells of all notebooks, and leave their outputs as they are."""
    for path in (*notebooks(), SLIDES):
        book = nbformat.read(path, 4)
        for cell in book.cells:
            lock(cell)
        nbformat.write(book, path)


def settle(cell: nbformat.NotebookNode) -> None:
    """Leave out what would change with every run: times of day, ids of widgets and kernels, how a print was cut."""
    cell.metadata.pop("execution", None)
    outputs = []
    for output in cell.get("outputs", []):
        widget = output.get("data", {}).get("application/vnd.jupyter.widget-view+json")
        if widget:
            widget["model_id"] = f"{cell.id}-{len(outputs)}"
        last = outputs[-1] if outputs else {}
        if output.output_type == "stream" and last.get("name") == output.name:
            last["text"] += output.text
        else:
            outputs.append(output)
        html = output.get("data", {}).get("text/html")
        if html:
            output.data["text/html"] = RUN.sub("", html)
    if cell.cell_type == "code":
        cell.outputs = outputs


def pictures() -> None:
    """Approve all pictures as they are now, and put them on one page to look at."""
    from tests.pictures import approved, contact_sheet

    approved.write()
    print(f"look at all of them: {contact_sheet.write().relative_to(ROOT)}")


if __name__ == "__main__":
    os.environ["JOINTLAB_LOGBOOK"] = ":memory:"
    sys.path[:0] = [str(NOTEBOOKS), str(ROOT)]
    asked = sys.argv[1:]
    if not asked or "links" in asked:
        from tests.course import links

        links.write()
    if not asked or "poll" in asked:
        from tests.course import polls

        polls.write()
    if not asked or "pictures" in asked:
        pictures()
    if not asked or "words" in asked:
        from tests.course import catalogue

        for language in catalogue.languages():
            catalogue.refresh(language)
    if "locks" in asked:
        locks()
    for path in (*notebooks(), SLIDES):
        if not asked or path.name.startswith(tuple(asked)):
            refresh(path)
            print(path.relative_to(ROOT))
