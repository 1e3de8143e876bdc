"""In a real kernel: what a page gets of an error, what programs get that run notebooks, and what ends no kernel."""

import json
import os
import shutil
import sys

import nbformat
import pytest
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from tests.learn.test_exercises import NOTEBOOKS

CHECK = '\n\n\nlearn.check("separation", "film_pull", film_pull)'
RIGHT = "3 * pi * viscosity * radius**4 * speed / (2 * gap**3)"


class Page:
    """Runs cells as a page does on which somebody sits, or a program does."""

    def __init__(self, folder=NOTEBOOKS):
        self.kernel, self.client = start_new_kernel(cwd=str(folder), env={**os.environ, "JOINTLAB_LOGBOOK": ":memory:"})

    def run(self, code, somebody=True):
        """The reply, and what was sent: (kind, what it says)."""
        sent = []

        def hear(message):
            content = message["content"]
            if message["msg_type"] in ("display_data", "execute_result"):
                sent.append((message["msg_type"], content["data"]))
            elif message["msg_type"] in ("stream", "error", "input_request"):
                sent.append((message["msg_type"], content))

        reply = self.client.execute_interactive(
            code, allow_stdin=somebody, timeout=60, output_hook=hear, stdin_hook=hear
        )
        return reply["content"], sent

    def build(self, line, before=""):
        """A Build cell with this line: what is sent."""
        return self.run(f"{before}def film_pull(viscosity, speed, radius, gap):\n    return {line}{CHECK}")

    def close(self):
        self.client.stop_channels()
        self.kernel.shutdown_kernel(now=True)


@pytest.fixture(scope="module", autouse=True)
def _own_python(tmp_path_factory):
    """Kernels of the Python that runs these tests, whatever else has been registered on this computer."""
    folder = tmp_path_factory.mktemp("jupyter")
    spec = {"argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"], "display_name": "Python"}
    (folder / "kernels" / "python3").mkdir(parents=True)
    (folder / "kernels" / "python3" / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_PATH", str(folder))
        yield


@pytest.fixture(scope="module")
def page():
    page = Page()
    assert page.run("from math import pi\n\nfrom jointlab import learn")[0]["status"] == "ok"
    yield page
    page.close()


def test_an_error_is_a_card_and_stays_an_error(page):
    reply, sent = page.build("3pi * radius")
    assert [kind for kind, _ in sent] == ["display_data"]
    data = sent[0][1]
    assert data["text/plain"].splitlines()[0] == "Between 3 and pi a sign is missing, such as *."
    assert data["text/html"].startswith('<div role="status"')
    assert ">3pi</mark> * radius" in data["text/html"]
    assert (
        "<summary>Python&#x27;s own words</summary>" in data["text/html"] or "Python's own words" in data["text/html"]
    )
    assert "SyntaxError: invalid decimal literal" in data["text/html"]
    assert (reply["status"], reply["ename"]) == ("error", "SyntaxError")
    assert any("invalid decimal literal" in line for line in reply["traceback"])


def test_where_nobody_sits_the_usual_traceback_goes_out(page):
    reply, sent = page.run("1 / 0", somebody=False)
    assert [kind for kind, _ in sent] == ["error"]
    assert reply["status"] == "error"


def test_programs_stop_at_an_error():
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(s) for s in ("from jointlab import learn", "3pi")])
    with pytest.raises(CellExecutionError, match="invalid decimal literal"):
        NotebookClient(book, timeout=60, resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()
    assert [output.output_type for output in book.cells[1].outputs] == ["error"]


def test_what_a_learner_wrote_is_escaped_and_written_down(page):
    _, sent = page.build("'<b>' radius €")
    assert "<b>" not in sent[0][1]["text/html"]
    _, sent = page.run(
        "from jointlab import logbook\nprint(logbook.default().entries('check')[-1]['entry']['attempt'])"
    )
    assert "    return '<b>' radius €" in sent[0][1]["text"].splitlines()


def test_an_attempt_that_cannot_be_read_earns_the_hint_and_the_empty_line(page):
    for _ in range(2):
        _, sent = page.build("radius radius")
    html = sent[0][1]["text/html"]
    assert "Show a hint" in html
    assert "Give me the empty line back" in html
    assert "return ..." in html


@pytest.mark.parametrize("line", ["exit()", "quit()", "exit", "__import__('sys').exit()", "get_ipython().ask_exit()"])
def test_nothing_in_a_line_ends_the_kernel(page, line):
    reply, _ = page.build(line)
    assert reply["status"] == "ok"
    for _ in range(8):  # the kernel would end a tenth of a second later
        assert page.run("__import__('time').sleep(0.05); 1 + 1")[0]["status"] == "ok"


def test_nothing_is_asked(page):
    _, sent = page.build("float(input('How much? '))")
    assert [kind for kind, _ in sent] == ["execute_result"]
    assert "nobody has to be asked here" in sent[0][1]["text/plain"]


SHOWN = """from IPython.display import clear_output, display
import sys
import matplotlib.pyplot as plt


"""
SHOWING = """def film_pull(viscosity, speed, radius, gap):
    display("shown")
    print("printed", file=sys.stderr)
    clear_output()
    plt.plot([1, 2])
    plt.show()
    plt.figure()
    plt.plot([1, 2])
    return """


def test_nothing_is_shown_but_the_answer(page):
    _, sent = page.run(f"{SHOWN}{SHOWING}{RIGHT}{CHECK}")
    assert [kind for kind, _ in sent] == ["execute_result"]
    assert sent[0][1]["text/plain"].startswith("Yes — ")
    after = page.run("plt.plot([1, 2])\nplt.show()")[1]
    assert [kind for kind, _ in after] == ["display_data"]  # as ever
    assert "image/png" in after[0][1]


@pytest.mark.parametrize(
    "before",
    [
        "import sys\nsys.setrecursionlimit(120)\n",
        "import numpy as np\nnp.allclose = np.isclose = lambda *a, **k: True\n",
        "import warnings\nwarnings.simplefilter('error')\n",
    ],
)
def test_what_was_done_before_changes_no_verdict(page, before):
    assert page.build(RIGHT, before)[1][0][1]["text/plain"].startswith("Yes — ")
    assert page.build(f"2.2 * {RIGHT}", before)[1][0][1]["text/plain"].startswith("Not quite — ")


def test_async_is_said_without_a_warning(page):
    _, sent = page.run(f"async def film_pull(viscosity, speed, radius, gap):\n    return radius{CHECK}")
    assert [kind for kind, _ in sent] == ["execute_result"]
    assert "take it away" in sent[0][1]["text/plain"]


def test_a_damaged_file_is_one_sentence_and_the_next_cells_say_where_to_look(tmp_path):
    for name in ("notebooks", "data"):
        shutil.copytree(
            NOTEBOOKS.parent / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "images")
        )
    table = tmp_path / "data" / "constants.csv"
    table.write_text("name,value\n", encoding="utf-8")
    page = Page(tmp_path / "notebooks")
    reply, sent = page.run("from jointlab import learn\nfrom jointlab.lessons.separation import FILM, facts, figures")
    assert reply["status"] == "error"
    assert [kind for kind, _ in sent] == ["display_data"]
    sentence = sent[0][1]["text/plain"]
    assert "constants.csv" in sentence
    assert "\n" not in sentence
    _, sent = page.run("figures.film()")
    stopped = f"Another cell, which was to bring it, has stopped: {sentence} Look there first."
    assert sent[0][1]["text/plain"].splitlines()[0] == f"The name figures is not there yet. {stopped}"
    page.close()
