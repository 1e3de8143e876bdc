"""Runs the cells of a lesson and catches what they show: what lives, what is only read, what is printed."""

import ast
import io
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from jointlab import cell as cells
from jointlab.explorers.declare import Declaration
from jointlab.explorers.engine import View


@dataclass(frozen=True)
class Living:
    """A widget, with what stands in for it where it cannot live; None if nothing does."""

    widget: Any
    stands_in: Any


@dataclass(frozen=True)
class Words:
    """HTML to read, or printed text."""

    html: str = ""
    text: str = ""


Shown = Living | Words


def is_written_by_the_learner(cell: Any) -> bool:
    """Whether this is a cell of code with a gap in it."""
    return cell.cell_type == "code" and "return ..." in cell.source


def declarations(lesson: str) -> dict[str, Declaration]:
    """The explorers of a lesson, by the names under which its notebook calls them."""
    package = vars(import_module(f"jointlab.lessons.{lesson}"))
    return {name: one for name, one in package.items() if isinstance(one, Declaration)}


LANGUAGE = "language"  # tag of the cell by which a translated notebook chooses its language: here that is done


def run(notebook: Any) -> Iterator[tuple[Any, list[Shown]]]:
    """Each cell of a notebook with what it shows, in order; the learner's cells are not run."""
    space: dict[str, Any] = {"__name__": "lesson"}
    for cell in notebook.cells:
        runs = cell.cell_type == "code" and not is_written_by_the_learner(cell)
        if LANGUAGE in cell.metadata.get("tags", []):
            continue
        yield cell, _run(cell.source, space) if runs else []


def _run(source: str, space: dict[str, Any]) -> list[Shown]:
    """Run one cell as a notebook does: its last expression is shown."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with _caught() as found, redirect_stdout(io.StringIO()) as printed:
        exec(compile(tree, "<lesson>", "exec"), space)
        value = eval(compile(ast.Expression(last.value), "<lesson>", "eval"), space) if last else None
        if value is not None:
            _show(value, found)
    text = printed.getvalue().rstrip()
    return [*([Words(text=text)] if text else []), *found]


def _show(value: Any, found: list[Shown]) -> None:
    if hasattr(value, "_ipython_display_"):
        value._ipython_display_()
    elif isinstance(value, View):
        found.append(Living(value, None))
    elif hasattr(value, "_repr_html_"):
        found.append(Words(html=value._repr_html_()))
    else:
        found.append(Words(text=repr(value)))


@contextmanager
def _caught() -> Iterator[list[Shown]]:
    """What is shown meanwhile, in place of a notebook's page."""
    found: list[Shown] = []
    shows = cells.show
    cells.show = lambda widget, stands_in, words: found.append(Living(widget, stands_in))
    try:
        yield found
    finally:
        cells.show = shows
