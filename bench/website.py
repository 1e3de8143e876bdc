"""The website from a folder: bytes of each lesson; seconds until it is seen and until an explorer lives; key → pixels.

    python -m uv run --group dev python -m bench.website build/website [--lessons 03 10]

On a laptop's window, and on a phone's whose processor is slowed four times. No other host can be reached.
"""

import argparse
import re
import statistics
from pathlib import Path

from bench import lab
from bench.hand import WATCH
from playwright.sync_api import sync_playwright

WINDOWS = {"laptop": ({"width": 1366, "height": 768}, 1), "phone": ({"width": 390, "height": 844}, 4)}
PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
# From the moment at which it is scrolled into sight until its picture is there.
ALIVE = """() => new Promise(found => {
    const box = document.querySelector('.jl-live'), began = performance.now();
    const look = () => box.querySelector('.jl-stage svg') ? found(performance.now() - began)
        : requestAnimationFrame(look);
    box.scrollIntoView({ block: 'center' });
    look();
})"""
# No mouse goes there: what comes near moves the page under it.
SKIP = """[...document.querySelectorAll('button')]
    .filter(one => one.textContent === 'Show me without predicting' && !one.closest('[hidden]'))
    .forEach(one => one.click())"""
KEYS = 12


def keys(page) -> float:
    """Median of the milliseconds from a key press on the first slider to the first changed picture."""
    page.evaluate(SKIP)
    page.locator(".jl-live").first.evaluate("node => { node.id = 'watched'; }")
    page.evaluate(WATCH, "#watched .jl-marks")
    slider = page.locator("#watched input[type=range]").first
    slider.focus()
    slider.press("Home")
    taken = []
    for _ in range(KEYS):
        page.wait_for_timeout(90)
        page.evaluate("bench.changes = []")
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(150)
        moved = page.evaluate("bench.changes.length ? bench.changes[0] - bench.keydown : null")
        taken += [moved] if moved is not None else []
    return statistics.median(taken)


def look(browser, path: Path, window: str) -> list[float]:
    """First paint and first explorer alive, in s, and key → pixels, in ms."""
    size, slower = WINDOWS[window]
    page = browser.new_context(viewport=size, offline=True).new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(path.as_uri())
    found = [page.evaluate(PAINT) / 1e3, page.evaluate(ALIVE) / 1e3, keys(page)]
    page.context.close()
    return found


def kilobytes(path: Path) -> tuple[float, float]:
    """Of a lesson's page, and of all records that it may load."""
    page = path.read_text(encoding="utf-8")
    records = {
        path.parent / "_static" / "records" / f"{name}.js" for name in re.findall(r'data-explorer="([^"]*)"', page)
    }
    return len(page.encode()) / 1e3, sum(record.stat().st_size for record in records) / 1e3


if __name__ == "__main__":
    reads = argparse.ArgumentParser(description=__doc__)
    reads.add_argument("site", type=Path)
    reads.add_argument("--lessons", nargs="*", default=[""])
    asked = reads.parse_args()
    print("lesson | page kB | records kB | " + " | ".join(f"{w}: paint s | alive s | key ms" for w in WINDOWS))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=lab.chromium(), args=lab.FLAGS)
        for path in sorted(asked.site.resolve().glob("[0-9][0-9]-*.html")):
            if path.name.startswith(tuple(asked.lessons)):
                page, records = kilobytes(path)
                seen = [look(browser, path, window) for window in WINDOWS]
                told = " | ".join(f"{paint:.2f} | {alive:.2f} | {key:.0f}" for paint, alive, key in seen)
                print(f"{path.name[:2]} | {page:.0f} | {records:.0f} | {told}", flush=True)
        browser.close()
