"""Key press → new pixels in JupyterLab: the explorer beside `interact`, plain ipywidgets and an empty round trip.

All variants run one after another in one browser and one JupyterLab, with the same model and the same picture, and
the whole series runs several times: compare the rows with each other, not with those of another machine.

    python -m uv run python -m bench.latency                             (pop.COLLAPSE)
    python -m uv run python -m bench.latency --explorer lifting.CARRY    (any other: lesson.NAME)
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

import nbformat
from bench import lab
from playwright.sync_api import sync_playwright

SETUP = """
import ipywidgets as W
from IPython.display import display
from jointlab.explorers import Explorer
from jointlab.lessons.{lesson} import {explorer} as DECLARED
"""

LAYERS = """
picture, values = DECLARED.picture(), dict(DECLARED.defaults)
control = DECLARED.controls[0]
layer = lambda html: W.HTML(html, layout=W.Layout(grid_area="a", width="960px"))
def frame():
    picture.update(DECLARED.state(**values))
    return f'<div style="width:960px">{picture.frame_svg()}</div>'
marks = layer(frame()); marks.add_class("bench-marks")
"""

# name: (code of the last cell, selector of what changes, selector of what is moved)
VARIANTS = {
    "round trip alone (ipywidgets slider → one word)": (
        'slider = W.IntSlider(50, 0, 100); word = W.HTML("50"); word.add_class("bench-marks")\n'
        'slider.observe(lambda change: setattr(word, "value", str(change["new"])), "value")\n'
        "display(slider, word)",
        ".bench-marks .widget-html-content",
        ".noUi-handle",
    ),
    "explorer (anywidget, two SVG layers)": (
        "Explorer(DECLARED)",
        ".jl-marks",
        ".jl-explorer input[type=range]",
    ),
    "plain ipywidgets, two SVG layers": (
        LAYERS
        + "slider = W.IntSlider(50, 0, 100)\n"
        + "def move(change):\n"
        + '    values[control.name] = control.positions(101)[change["new"]]\n'
        + "    marks.value = frame()\n"
        + 'slider.observe(move, "value")\n'
        + "display(slider, W.GridBox([layer(picture.stage_svg()), marks]))",
        ".bench-marks .widget-html-content",
        ".noUi-handle",
    ),
    "interact, as usually written: a new figure each time": (
        "values, control = dict(DECLARED.defaults), DECLARED.controls[0]\n"
        "%matplotlib inline\n"
        "@W.interact(position=(0, 100))\n"
        "def show(position=50):\n"
        "    values[control.name] = control.positions(101)[position]\n"
        "    picture = DECLARED.picture()\n"
        "    picture.update(DECLARED.state(**values))\n"
        "    display(picture.figure)",
        ".jp-OutputArea-output img",
        ".noUi-handle",
    ),
    "interact, one figure kept and drawn whole": (
        "picture, values, control = DECLARED.picture(), dict(DECLARED.defaults), DECLARED.controls[0]\n"
        "%matplotlib inline\n"
        "@W.interact(position=(0, 100))\n"
        "def show(position=50):\n"
        "    values[control.name] = control.positions(101)[position]\n"
        "    picture.update(DECLARED.state(**values))\n"
        "    display(picture.figure)",
        ".jp-OutputArea-output img",
        ".noUi-handle",
    ),
}

WATCH = """(selector) => {
  const bench = window.bench = {changes: [], pressed: 0};
  const sign = () => {
    const node = [...document.querySelectorAll(selector)].pop();
    if (!node) return null;
    if (node.tagName === 'IMG') return node.complete && node.naturalWidth ? node.src : null;
    return node.innerHTML;
  };
  addEventListener('keydown', () => { bench.pressed = performance.now(); }, true);
  let last = sign();
  const look = (now) => {
    const sig = sign();
    if (sig !== null && sig !== last) { last = sig; bench.last = sig; bench.changes.push(performance.now()); }
    requestAnimationFrame(look);
  };
  bench.last = last;
  requestAnimationFrame(look);
}"""


def notebook(folder: Path, number: int, explorer: str, code: str) -> str:
    """Write a bench notebook beside the lessons; its file name."""
    book = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})
    lesson, name = explorer.split(".")
    setup = SETUP.format(lesson=lesson, explorer=name)
    book.cells = [nbformat.v4.new_code_cell(setup), nbformat.v4.new_code_cell(code)]
    name = f"bench-{number}.ipynb"
    nbformat.write(book, folder / "notebooks" / name)
    return name


def key_presses(page, count: int) -> list[float]:
    """Milliseconds from each of `count` key presses to the frame in which the picture has changed."""
    taken = []
    for i in range(count + 2):
        page.evaluate("bench.changes = []")
        page.keyboard.press("ArrowRight" if i % 2 else "ArrowLeft")
        page.wait_for_function("bench.changes.length > 0", timeout=10_000)
        taken.append(page.evaluate("bench.changes[0] - bench.pressed"))
        page.wait_for_timeout(90)
    return taken[2:]


def drag(page, handle) -> tuple[float, int, bool]:
    """One second of dragging: ms from release to the last change, pictures seen, and whether the last one was right."""
    track = handle.evaluate("e => (e.closest('.noUi-base') ?? e).getBoundingClientRect().toJSON()")
    start, y = track["x"] + 0.5 * track["width"], track["y"] + track["height"] / 2
    page.mouse.move(start, y)
    page.mouse.down()
    page.evaluate("bench.changes = []")
    begun = time.monotonic()
    for step in range(1, 61):
        page.mouse.move(start + step / 60 * 0.4 * track["width"], y)
        time.sleep(max(0, begun + step / 60 - time.monotonic()))
    released = page.evaluate("performance.now()")
    page.mouse.up()
    page.wait_for_timeout(1500)
    changes = page.evaluate("bench.changes")
    settled = page.evaluate("bench.last")
    handle.focus()
    for key in ("ArrowRight", "ArrowLeft"):  # away and back: the same value must give the same picture
        page.keyboard.press(key)
        page.wait_for_timeout(700)
    return max(0.0, changes[-1] - released), len(changes), page.evaluate("bench.last") == settled


def measure(page, address: str, name: str, changing: str, moved: str, count: int) -> dict:
    lab.open_notebook(page, address, name)
    began = time.monotonic()
    page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_selector(changing, timeout=60_000)
    first = time.monotonic() - began
    page.wait_for_timeout(1500)
    page.evaluate(WATCH, changing)
    handle = page.locator(moved).first
    handle.scroll_into_view_if_needed()
    handle.focus()
    taken = key_presses(page, count)
    settle, pictures, right = drag(page, handle)
    lab.shut_down_kernels(page)
    return {"taken": taken, "first": first, "settle": settle, "pictures": pictures, "right": right}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--presses", type=int, default=20, help="key presses per round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--explorer", default="pop.COLLAPSE", help="lesson.NAME")
    options = parser.parse_args()
    results: dict[str, list[dict]] = {name: [] for name in VARIANTS}
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        with lab.course(folder) as address:
            browser = playwright.chromium.launch(executable_path=lab.chromium(), args=lab.FLAGS)
            page = browser.new_page(viewport={"width": 1280, "height": 1100})
            for _ in range(options.rounds):
                for number, (name, (code, changing, moved)) in enumerate(VARIANTS.items()):
                    file = notebook(folder, number, options.explorer, code)
                    results[name].append(measure(page, address, file, changing, moved, options.presses))
            browser.close()
    report(results)


def report(results: dict[str, list[dict]]) -> None:
    """Print the table and the ratios that the course promises."""
    median = {name: statistics.median(t for r in rounds for t in r["taken"]) for name, rounds in results.items()}
    print(
        "| variant | median ms | 95th | settles ms after a drag | pictures in 1 s | right | kernel start → picture s |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, rounds in results.items():
        taken = sorted(t for r in rounds for t in r["taken"])
        print(
            f"| {name} | {median[name]:.0f} | {taken[int(0.95 * len(taken))]:.0f} "
            f"| {statistics.median(r['settle'] for r in rounds):.0f} "
            f"| {statistics.median(r['pictures'] for r in rounds):.0f} "
            f"| {'yes' if all(r['right'] for r in rounds) else 'NO'} "
            f"| {statistics.median(r['first'] for r in rounds):.1f} |"
        )
    floor, ours, _, usual, kept = median.values()
    print(f"\nexplorer / round trip = {ours / floor:.2f}")
    print(f"interact / explorer = {usual / ours:.1f} as usually written, {kept / ours:.1f} with one figure kept")


if __name__ == "__main__":
    main()
