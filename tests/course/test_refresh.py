"""What tests/refresh.py stores does not change with every run, and it locks what a stray key must not reach."""

import nbformat
from tests.refresh import lock, settle

WIDGET = "application/vnd.jupyter.widget-view+json"


def cell_of_a_run(model: str, pieces: list[str], when: str) -> nbformat.NotebookNode:
    """The same cell, as one of several runs leaves it."""
    prints = [nbformat.v4.new_output("stream", name="stdout", text=piece) for piece in pieces]
    view = nbformat.v4.new_output("display_data", data={WIDGET: {"model_id": model}, "text/plain": "words"})
    still = nbformat.v4.new_output("display_data", data={"text/html": f'<figure id="jl-still-x-run-{model}">'})
    timed = {"execution": {"iopub.execute_input": when}}
    return nbformat.v4.new_code_cell("run()", id="cell-04", metadata=timed, outputs=[*prints, still, view])


def test_two_runs_of_a_cell_are_stored_alike():
    one = cell_of_a_run("a7c10000", ["One line.\n", "Another.\n"], "2026-11-01T09:00:00")
    other = cell_of_a_run("55f0ffff", ["One ", "line.\nAno", "ther.\n"], "2026-11-02T10:30:00")
    for cell in (one, other):
        settle(cell)
    assert one == other


def test_what_a_learner_writes_into_stays_open():
    hidden = nbformat.v4.new_code_cell("figures.story()", metadata={"jupyter": {"source_hidden": True}})
    build = nbformat.v4.new_code_cell("def pull(a):\n    return ...", metadata={"editable": False})
    prose = nbformat.v4.new_markdown_cell("# Title")
    for cell in (hidden, build, prose):
        lock(cell)
        assert cell.metadata["deletable"] is False
    assert [cell.metadata.get("editable", True) for cell in (hidden, build, prose)] == [False, True, False]
