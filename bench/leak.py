"""Memory of the kernel after an explorer's cell has run again and again, and after Run All again and again.

    python -m uv run python -m bench.leak

What is made anew each time must take the place of what was there: a class that tries things out runs cells often.
"""

import argparse
import tempfile
from pathlib import Path

from bench import lab
from bench.latency import notebook
from playwright.sync_api import sync_playwright

MEGABYTE = 2**20


def memory(page) -> float:
    """MB that the kernel holds once it is at rest."""
    page.wait_for_timeout(3000)  # frames ahead, and what is freed late
    return lab.kernel().memory_info().rss / MEGABYTE


def run_cell(page, number: int) -> None:
    """Run one cell and wait until it is done."""
    page.evaluate(
        """async (number) => {
            jupyterapp.shell.currentWidget.content.activeCellIndex = number;
            await jupyterapp.commands.execute('notebook:run-cell');
        }""",
        number,
    )


def growth(page, address: str, name: str, times: int, again) -> list[float]:
    """MB after a notebook has run once, then after each further `again(page)`."""
    lab.open_notebook(page, address, name)
    lab.run_all(page)
    held = [memory(page)]
    for _ in range(times):
        again(page)
        held.append(memory(page))
    lab.shut_down_kernels(page)
    return held


def told(words: str, held: list[float]) -> str:
    """One line of the report; `held` in MB."""
    each = (held[-1] - held[0]) / (len(held) - 1)
    return f"{words}: {each:+.1f} MB each time; {' → '.join(f'{one:.0f}' for one in held)} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--explorer", default="pop.COLLAPSE", help="lesson.NAME")
    parser.add_argument("--notebook", default="03-what-makes-the-pop.ipynb")
    parser.add_argument("--runs", type=int, default=20, help="of the explorer's cell")
    parser.add_argument("--run-alls", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        with lab.course(folder) as address:
            browser = playwright.chromium.launch(executable_path=lab.chromium(), args=lab.FLAGS)
            page = browser.new_page(viewport={"width": 1280, "height": 1100})
            file = notebook(folder, options.explorer, "Explorer(DECLARED)")
            cell = growth(page, address, file, options.runs, lambda page: run_cell(page, 1))
            print(told(f"{options.explorer}, its cell {options.runs} times again", cell))
            whole = growth(page, address, options.notebook, options.run_alls, lab.run_all)
            print(told(f"{options.notebook}, Run All {options.run_alls} times again", whole))
            browser.close()


if __name__ == "__main__":
    main()
