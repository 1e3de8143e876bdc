"""Run every notebook and store its outputs, as the learner first sees them. Not a test: a tool for maintainers.

Always with a time limit: without one, running a notebook with widgets now and then waits for ever.
"""

import os
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def refresh(path: Path) -> None:
    """Run one notebook with an empty logbook and write it back; one retry if a cell does not come to an end."""
    for attempt in (1, 2):
        book = nbformat.read(path, 4)
        resources = {"metadata": {"path": str(NOTEBOOKS)}}
        try:
            NotebookClient(book, timeout=120, store_widget_state=False, resources=resources).execute()
            break
        except CellTimeoutError:
            if attempt == 2:
                raise
    for cell in book.cells:
        cell.metadata.pop("execution", None)  # times of day: they would change with every run
    book.metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    nbformat.write(book, path)


if __name__ == "__main__":
    os.environ["JOINTLAB_LOGBOOK"] = ":memory:"
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        refresh(path)
        print(path.name)
