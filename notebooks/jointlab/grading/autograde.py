"""What nbgrader runs when it marks: a learner's notebook in a Python of its own, the tests outside of that."""

import os
import time
from collections.abc import Mapping
from contextlib import suppress
from queue import Empty
from subprocess import DEVNULL
from typing import Any

from jupyter_core.utils import run_sync
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader import preprocessors, utils
from nbgrader.api import Gradebook

from jointlab.grading.apart import NoNumber, judge
from jointlab.grading.edition import grade_cell
from jointlab.grading.own_copy import own_copy
from jointlab.learn.afresh import EXERCISE
from jointlab.learn.exercise import exercise

_ANSWER = 5.0  # s that one number may take, and a sign of life
_LOOK = 0.5  # s between two looks whether Python is still there
_SLOW = f"No number came within {_ANSWER:g} seconds: look for a loop that never ends."
_ENDED = "Here Python ended, or hung and could not be stopped. All cells below were not run."
_OVER = "Not run: Python had ended before this cell, or hung and could not be stopped. Look at what is written above."


class BringBack(preprocessors.OverwriteCells):
    """Locked cells get back what stood in them, those that give points are brought back if they were deleted."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        told = resources["nbgrader"]
        there = {cell.metadata.get("nbgrader", {}).get("grade_id") for cell in nb.cells}
        with Gradebook(told["db_url"]) as gradebook:
            wanted = gradebook.find_notebook(told["notebook"], told["assignment"]).grade_cells
            nb.cells += [grade_cell(cell.name, cell.max_score) for cell in wanted if cell.name not in there]
        return super().preprocess(nb, resources)


class Execute(preprocessors.Execute):
    """Runs a notebook, and answers its tests itself: each asks the learner's Python for numbers and judges them here.

    So `exit()`, a loop without end or a changed library costs that learner's points and nothing else.
    """

    def preprocess(self, nb: NotebookNode, resources: Any = None, km: Any = None) -> tuple[NotebookNode, Any]:
        self._over = False
        with own_copy() as self._course:
            return super().preprocess(nb, resources, km)

    def start_new_kernel(self, **kwargs: Any) -> None:
        """With a course of its own and no logbook; what Python says to its terminal is not said to the teacher's."""
        path = os.pathsep.join(filter(None, (str(self._course), os.environ.get("PYTHONPATH"))))
        told = {**os.environ, "JOINTLAB_LOGBOOK": ":memory:", "PYTHONPATH": path}
        super().start_new_kernel(env=told, stdout=DEVNULL, stderr=DEVNULL, **kwargs)

    def preprocess_cell(self, cell: NotebookNode, resources: Any, index: int) -> tuple[NotebookNode, Any]:
        if cell.cell_type != "code":
            return cell, resources
        found = EXERCISE.search(cell.source) if utils.is_grade(cell) else None
        if found:
            cell.outputs = [self._judged(*found.groups())]
        elif self._over:
            cell.outputs = [_error("PythonEnded", _OVER)]
        else:
            self._run(cell, resources, index)
        return cell, resources

    def _run(self, cell: NotebookNode, resources: Any, index: int) -> None:
        """Run one cell; what ends the learner's Python, or hangs it for good, is told where it happened."""
        try:
            super().preprocess_cell(cell, resources, index)
            hung = any(output.get("ename") == "CellTimeoutError" for output in cell.outputs)
        except (DeadKernelError, TimeoutError):
            hung = True
        if hung and not self._is_alive():
            self._over = True
            cell.outputs.append(_error("PythonEnded", _ENDED))

    def _judged(self, lesson: str, name: str) -> NotebookNode:
        """What is shown below a test: an error, which is no points, or words, which are all."""
        answer = judge(exercise(lesson, name), self._ask)
        if answer.passed:
            return new_output("stream", name="stdout", text=f"{answer.sentence}\n")
        return _error("NotYetRight", answer.sentence)

    def _ask(self, expression: str) -> Mapping[str, Any]:
        """Have the learner's Python evaluate an expression. Raises NoNumber if no answer comes in time."""
        if not self._over:
            reply = self._reply(self.kc.execute("", silent=True, user_expressions={"number": expression}))
            if reply:
                return reply["user_expressions"]["number"]
            run_sync(self.km.interrupt_kernel)()
            self._over = not self._is_alive()
        raise NoNumber(_OVER if self._over else _SLOW)

    def _is_alive(self) -> bool:
        return self._reply(self.kc.kernel_info()) is not None

    def _reply(self, asked: str) -> Mapping[str, Any] | None:
        """The answer to one message; None if there is none in time."""
        end = time.monotonic() + _ANSWER
        while time.monotonic() < end and run_sync(self.km.is_alive)():
            with suppress(Empty):
                message = run_sync(self.kc.get_shell_msg)(timeout=_LOOK)
                if message["parent_header"].get("msg_id") == asked:
                    return message["content"]
        return None


def _error(name: str, words: str) -> NotebookNode:
    return new_output("error", ename=name, evalue=words, traceback=[words])
