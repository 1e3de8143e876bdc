"""An explorer's record beside Panel's `embed`: two pages that play without Python, made of the same model and picture.

    python -m uv run --group dev --with panel python -m bench.embed [--keys 12]

Both hold the same states of lesson 03's first explorer: three positions of each slider, as `embed` takes them. Opened
from files, in turn, in one browser that reaches no other host.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import panel
from bench import lab
from bokeh.resources import INLINE
from playwright.sync_api import Page, sync_playwright
from tests.browser import alone

from jointlab.explorers.declare import Declaration
from jointlab.lessons.pop import COLLAPSE

POSITIONS, STATES = 3, 1000  # of a slider; at most in all: what `embed` takes by itself
PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
# What is seen, and what a key is pressed on: Panel's stand inside shadow roots.
DEEP = """
const deep = (what, root = document) => root.querySelector(what) ??
    [...root.querySelectorAll('*')].map((one) => one.shadowRoot && deep(what, one.shadowRoot)).find(Boolean) ?? null;
window.seen = () => deep('.jl-marks')?.innerHTML ?? deep('img[src^="data:"]')?.src;
window.handle = () => deep('.jl-controls input[type=range]') ?? deep('.noUi-handle');
"""
# One key, and the milliseconds until a frame of the page shows another picture; null if none does.
PRESSED = """() => new Promise((found) => {
    const before = seen();
    let at = 0;
    addEventListener('keydown', (event) => { at = event.timeStamp; }, { capture: true, once: true });
    const look = () => {
        if (at && seen() !== before) found(performance.now() - at);
        else if (at && performance.now() - at > 3000) found(null);
        else requestAnimationFrame(look);
    };
    look();
})"""


def three(declaration: Declaration) -> Declaration:
    """The same explorer, recorded at three positions of each slider."""
    recorded = {slider.name: slider.positions(POSITIONS) for slider in declaration.controls}
    return replace(declaration, recorded=recorded, presets={}, sounds=())


def ours(folder: Path) -> Path:
    return alone.write({"COLLAPSE": COLLAPSE}, folder, made=three)


def theirs(folder: Path) -> Path:
    picture = COLLAPSE.picture()
    sliders = {
        one.name: panel.widgets.DiscreteSlider(name=one.label, options=one.positions(POSITIONS))
        for one in COLLAPSE.controls
    }

    def drawn(**values: float) -> panel.Column:
        state = COLLAPSE.state(**values)
        picture.update(state)
        pane = panel.pane.PNG(picture.png(), alt_text=picture.description, width=picture.width)
        return panel.Column(pane, panel.pane.Str(COLLAPSE.sentence(state)))

    page = folder / "panel.html"
    panel.Column(*sliders.values(), panel.bind(drawn, **sliders)).save(
        page, embed=True, max_states=STATES, max_opts=POSITIONS, resources=INLINE, progress=False
    )
    return page


def keys(page: Page, count: int) -> list[float]:
    """Milliseconds from each of so many key presses, to and fro, to the changed picture."""
    page.evaluate("handle().focus()")
    page.keyboard.press("Home")
    taken = []
    for press in range(count):
        page.wait_for_timeout(300)
        page.evaluate(f"void (window.told = ({PRESSED})())")
        page.keyboard.press("ArrowRight" if press % 2 == 0 else "ArrowLeft")
        moved = page.evaluate("told")
        taken += [moved] if moved is not None else []
    return taken


def measured(make: Callable[[Path], Path], browser, folder: Path, count: int) -> tuple[float, ...]:
    """Seconds to build, MB, seconds until it is painted and until its picture is there, key → pixels in ms."""
    began = time.perf_counter()
    path = make(folder)
    built = time.perf_counter() - began
    page = browser.new_context(viewport={"width": 1366, "height": 900}, offline=True).new_page()
    page.add_init_script(DEEP)
    page.goto(path.as_uri())
    page.wait_for_function("seen() && handle()")
    there = page.evaluate("performance.now()") / 1e3
    taken = keys(page, count)
    found = (built, path.stat().st_size / 1e6, page.evaluate(PAINT) / 1e3, there, statistics.median(taken), len(taken))
    page.context.close()
    return found


if __name__ == "__main__":
    reads = argparse.ArgumentParser(description=__doc__)
    reads.add_argument("--keys", type=int, default=12)
    asked = reads.parse_args()
    panel.extension()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=lab.chromium(), args=lab.FLAGS)
        found = [measured(make, browser, Path(folder), asked.keys) for make in (ours, theirs)]
        browser.close()
    print("what | record | embed | embed ÷ record")
    rows = ("built, s", "MB", "painted, s", "picture there, s", "key → pixels, ms", "keys that moved it")
    for what, a, b in zip(rows, *found, strict=True):
        print(f"{what} | {a:.3g} | {b:.3g} | {b / a:.2g}")
