"""Key press → new pixels in JupyterLab: explorers beside `interact` and an empty round trip, over nets fast and slow.

Everything runs in one browser and one JupyterLab, in turn and several times: compare the rows with each other, not
with those of another machine.

    python -m uv run python -m bench.latency                                       (half an hour)
    python -m uv run python -m bench.latency --explorers lifting.WHO --delays 0 --rounds 1
"""

import argparse
import itertools
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import nbformat
import psutil
from bench import lab, report
from bench.hand import REST, Hand
from bench.slow_net import SlowNet
from playwright.sync_api import sync_playwright

SETUP = """
import os
import ipywidgets as W
from IPython.display import display
from jointlab.explorers import Explorer
from jointlab.lessons.{lesson} import {explorer} as DECLARED
values, control = dict(DECLARED.defaults), DECLARED.controls[0]
positions = control.positions(101)
start = min(range(101), key=lambda i: abs(positions[i] - control.default))
"""


class Variant(NamedTuple):
    """One way to bring a moved control to a changed picture."""

    code: str  # of the last cell
    changing: str  # selector of what changes
    moved: str  # selector of what is moved


SWEEP = 0.4  # share of the track in a drag of one second
SLIDER = ".noUi-handle"
IMAGE = ".jp-OutputArea-output img"
RANGE = ".jl-explorer input[type=range]"
USUAL = """%matplotlib inline
@W.interact(position=W.IntSlider(start, 0, 100))
def show(position):
    values[control.name] = positions[position]
    picture = DECLARED.picture()
    picture.update(DECLARED.state(**values))
    display(picture.figure)"""
LAYERS = """picture = DECLARED.picture()
layer = lambda html: W.HTML(html, layout=W.Layout(grid_area="a", width="960px"))
def frame():
    picture.update(DECLARED.state(**values))
    return f'<div style="width:960px">{picture.frame_svg()}</div>'
marks = layer(frame()); marks.add_class("bench-marks")
slider = W.IntSlider(start, 0, 100)
def move(change):
    values[control.name] = positions[change["new"]]
    marks.value = frame()
slider.observe(move, "value")
display(slider, W.GridBox([layer(picture.stage_svg()), marks]))"""
WORD = """slider = W.IntSlider(start, 0, 100); word = W.HTML("50"); word.add_class("bench-marks")
slider.observe(lambda change: setattr(word, "value", str(change["new"])), "value")
display(slider, word)"""

ROUND_TRIP = "round trip alone"
VARIANTS = {
    ROUND_TRIP: Variant(WORD, ".bench-marks .widget-html-content", SLIDER),
    "today": Variant('os.environ["JOINTLAB_AHEAD"] = "off"\nExplorer(DECLARED)', ".jl-marks", RANGE),
    "ahead": Variant("Explorer(DECLARED)", ".jl-marks", RANGE),
    "interact": Variant(USUAL, IMAGE, SLIDER),
    # Only when asked for:
    "one figure kept": Variant(
        "picture = DECLARED.picture()\n" + USUAL.replace("    picture = DECLARED.picture()\n", ""), IMAGE, SLIDER
    ),
    "plain ipywidgets": Variant(LAYERS, ".bench-marks .widget-html-content", SLIDER),
}
USUALLY = list(VARIANTS)[:4]


def notebook(folder: Path, explorer: str, *codes: str) -> str:
    """Write a bench notebook beside the lessons, a cell for each code; its file name."""
    book = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})
    lesson, name = explorer.split(".")
    setup = SETUP.format(lesson=lesson, explorer=name)
    book.cells = [nbformat.v4.new_code_cell(code) for code in (setup, *codes)]
    nbformat.write(book, folder / "notebooks" / "bench.ipynb")
    return "bench.ipynb"


def visit(hand: Hand, presses: int) -> dict:
    """All that is measured of one variant over one net."""
    kernel = lab.kernel()
    before = sum(kernel.cpu_times()[:2])
    rested = hand.drag(SWEEP, REST)
    cpu = sum(kernel.cpu_times()[:2]) - before
    first = hand.drag(0.75 * SWEEP, 0)  # not back to where the other began: there all is known
    return {
        "rested": rested,
        "cpu": cpu,
        "first": first,
        "to and fro": hand.to_and_fro(presses),
        "walk": hand.walk(presses),
    }


def measure(page, net: SlowNet, file: str, variant: Variant, delays: list[int], presses: int) -> dict[int, dict]:
    """delay in ms → visit."""
    visits = {}
    net.delay = 0.0
    lab.open_notebook(page, f"http://127.0.0.1:{net.port}", file)
    for delay in delays:
        net.delay = 0.0
        page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")  # each time: a page that knows nothing
        page.wait_for_timeout(1500)
        page.wait_for_selector(variant.changing, timeout=60_000)
        hand = Hand(page, net, variant.changing, variant.moved)
        net.delay = delay / 1e3
        visits[delay] = visit(hand, presses)
    net.delay = 0.0
    lab.shut_down_kernels(page)
    return visits


def run(options: argparse.Namespace) -> list[dict]:
    """One row for every round, explorer, variant and delay."""
    rows = []
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        with lab.course(folder) as address, SlowNet(urlsplit(address).port) as net:
            browser = playwright.chromium.launch(executable_path=lab.chromium(), args=lab.FLAGS)
            page = browser.new_page(viewport={"width": 1280, "height": 1100})
            for _, explorer, name in itertools.product(range(options.rounds), options.explorers, options.variants):
                if name == ROUND_TRIP and explorer != options.explorers[0]:
                    continue  # it knows no explorer
                file = notebook(folder, explorer, VARIANTS[name].code)
                visits = measure(page, net, file, VARIANTS[name], options.delays, options.presses)
                told = "–" if name == ROUND_TRIP else explorer
                load = psutil.getloadavg()[0]
                rows += [{"explorer": told, "variant": name, "delay": d, "load": load, **v} for d, v in visits.items()]
                print(time.strftime("%H:%M:%S"), told, name, f"load {load:.1f}", file=sys.stderr, flush=True)
            browser.close()
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--explorers", nargs="+", default=["pop.COLLAPSE", "lifting.CARRY", "refractory.DISSOLVE"])
    parser.add_argument("--variants", nargs="+", choices=VARIANTS, default=USUALLY)
    parser.add_argument("--delays", nargs="+", type=int, default=[0, 50, 200], help="ms there and back")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--presses", type=int, default=12, help="key presses of each kind, in each round")
    rows = run(parser.parse_args())
    print(report.table(rows), report.bars(rows), sep="\n\n")


if __name__ == "__main__":
    main()
