"""An explorer that plays in JupyterLab: pictures a second in its first round and later, the longest wait, and the cost.

    python -m uv run python -m bench.playing
    python -m uv run python -m bench.playing --explorers lifting.CARRY --delays 0 50 200 --ahead off

The first slider plays, whether its lesson lets it or not.
"""

import argparse
import itertools
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

import psutil
from bench import lab
from bench.hand import WATCH
from bench.latency import notebook
from bench.slow_net import SlowNet
from playwright.sync_api import sync_playwright

PLAYS = """from dataclasses import replace
os.environ["JOINTLAB_AHEAD"] = "{ahead}"
first = next(control for control in DECLARED.controls if hasattr(control, "plays"))
others = [control for control in DECLARED.controls if control is not first]
plays = replace(first, plays={seconds}, steps=round({rate} * {seconds}))
explorer = Explorer(replace(DECLARED, controls=(plays, *others)))
{more}
explorer"""
RATE = 25  # positions a second
ROUNDS = 3


def cpu(process: psutil.Process) -> float:
    """Seconds that a process has worked."""
    return sum(process.cpu_times()[:2])


def browser_cpu() -> float:
    """Seconds that all processes of the browser, which this one has started, have worked."""
    children = psutil.Process().children(recursive=True)
    return sum(cpu(child) for child in children if "chrom" in child.name())


def rounds(page, net: SlowNet, seconds: float) -> list[dict]:
    """What is seen in each round, there and back, of the explorer on the page."""
    page.evaluate(WATCH, ".jl-marks")
    kernel = lab.kernel()
    page.locator(".jl-play").first.click()
    found = []
    for _ in range(ROUNDS):
        begun, before = time.monotonic(), (net.down, cpu(kernel), browser_cpu())
        page.evaluate("bench.changes = []")
        page.wait_for_timeout(2e3 * seconds)
        changes = page.evaluate("bench.changes")
        taken = time.monotonic() - begun
        down, drawn, painted = (
            now - then for now, then in zip((net.down, cpu(kernel), browser_cpu()), before, strict=True)
        )
        found.append(
            {
                "pictures/s": len(changes) / taken,
                "longest wait ms": max((b - a for a, b in itertools.pairwise(changes)), default=0),
                "MB": down / 1e6,
                "kernel s/s": drawn / taken,
                "browser s/s": painted / taken,
            }
        )
    page.locator(".jl-play").first.click()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--explorers", nargs="+", default=["lifting.CARRY", "pop.COLLAPSE"])
    parser.add_argument("--delays", nargs="+", type=int, default=[0, 50, 200], help="ms there and back")
    parser.add_argument("--seconds", type=float, default=4.0, help="of one run along the track")
    parser.add_argument("--ahead", choices=("on", "off"), default="on")
    options = parser.parse_args()
    code = PLAYS.format(ahead=options.ahead, seconds=options.seconds, rate=RATE, more="")
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        with lab.course(folder) as address, SlowNet(urlsplit(address).port) as net:
            browser = playwright.chromium.launch(executable_path=lab.chromium(), args=lab.FLAGS)
            page = browser.new_page(viewport={"width": 1280, "height": 1100})
            for explorer, delay in itertools.product(options.explorers, options.delays):
                net.delay = 0.0
                lab.open_notebook(page, f"http://127.0.0.1:{net.port}", notebook(folder, explorer, code))
                lab.run_all(page)
                net.delay = delay / 1e3
                for number, found in enumerate(rounds(page, net, options.seconds), 1):
                    told = "  ".join(f"{name} {value:.2f}" for name, value in found.items())
                    load = psutil.getloadavg()[0]
                    print(f"{explorer}, {delay} ms, round {number}: {told}  (load {load:.1f})", flush=True)
                net.delay = 0.0
                lab.shut_down_kernels(page)
            browser.close()


if __name__ == "__main__":
    main()
