"""A class on a real JupyterHub: what a learner costs, how long a moved control waits, and what larger classes need.

    python -m uv run --group dev --group hub python -m bench.hub

It needs JupyterHub's proxy on the PATH (`npm install configurable-http-proxy`). Learners are simulated on this machine:
each comes to the hub, starts a server, opens a lesson, runs all, and moves the slider of its first explorer, as a page
would over the websocket. Compare the rows with each other; CPU seconds and memory carry over to another machine, waits
hardly. A move to a frame that was drawn ahead takes 0 ms.
"""

import argparse
import asyncio
import contextlib
import math
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import psutil
from bench import real_hub
from bench.learner import Learner
from bench.real_hub import Hub
from tornado.httpclient import AsyncHTTPClient

MEGABYTE = 2**20
CLASSES = (30, 200, 2000)
# What a class is taken to do; every figure can be argued with, and stands below the table.
START_S = 300  # all come within five minutes
RUN_ALL_S = 120  # the teacher says "run all": all do within two
MOVES_A_MINUTE = 10  # of everybody, all through the lesson
SPARE = 1.5  # a margin: room for a second lesson open, and for waits that stay short
HEAD = (
    "learners | frames ahead | servers ready s | run all s | move ms (95th) | MB each (most) "
    "| CPU s each: start | run all | a move | load of the machine"
)


def processes(hub: Hub) -> dict[str, list[psutil.Process]]:
    """Learner → their server and kernels; "" → the hub and its proxy."""
    found: dict[str, list[psutil.Process]] = {"": [hub.process]}
    for child in hub.process.children():
        with contextlib.suppress(psutil.NoSuchProcess):
            name = child.environ().get("JUPYTERHUB_USER", "")
            found.setdefault(name, []).extend([child, *child.children(recursive=True)])
    return found


def memory(group: list[psutil.Process]) -> float:
    """MB that these processes hold; what several share is shared out among them (PSS, on Linux)."""
    return sum(process.memory_full_info().pss for process in group) / MEGABYTE


def cpu(hub: Hub, names: list[str]) -> float:
    """CPU seconds a learner so far, servers, kernels, hub and proxy taken together."""
    all_of_them = processes(hub)
    asked = [process for name in ["", *names] for process in all_of_them.get(name, [])]
    return sum(sum(process.cpu_times()[:2]) for process in asked) / len(names)


async def together(coroutines: Any) -> tuple[list[Any], float]:
    """All at once; their results, and s until the last was done."""
    began = time.perf_counter()
    return await asyncio.gather(*coroutines), time.perf_counter() - began


async def lesson(learner: Learner, path: str) -> None:
    """Open a lesson and run all."""
    for code in await learner.open(path):
        await learner.run(code)


async def measure(hub: Hub, count: int, options: argparse.Namespace, ahead: bool) -> dict[str, Any]:
    """A class of `count` who do everything at the same time: one row."""
    names = [f"learner-{count}-{number}" for number in range(count)]
    learners = [Learner(hub, name) for name in names]
    for name in names:
        real_hub.give_course(hub.homes / name)
    spent = [cpu(hub, names)]
    _, ready = await together(learner.start() for learner in learners)
    spent.append(cpu(hub, names))
    _, run_all = await together(lesson(learner, f"jointlab/notebooks/{options.lesson}") for learner in learners)
    spent.append(cpu(hub, names))
    waits, _ = await together(learner.visit(options.moves, options.pause, ahead) for learner in learners)
    spent.append(cpu(hub, names))
    groups = processes(hub)
    held = [memory(groups[name]) for name in names]
    row = {
        "count": count,
        "ahead": ahead,
        "ready": ready,
        "run all": run_all,
        "waits": sorted(1e3 * seconds for one in waits for seconds in one),
        "each": sum(held) / count,
        "most": max(held),
        "common": memory(groups[""]),
        "cpu start": spent[1] - spent[0],
        "cpu run all": spent[2] - spent[1],
        "cpu move": (spent[3] - spent[2]) / options.moves,
        "load": psutil.getloadavg()[0],
    }
    await together(learner.stop() for learner in learners)
    return row


def run(options: argparse.Namespace) -> list[dict[str, Any]]:
    """One row for every size of class, with frames ahead and without."""
    AsyncHTTPClient.configure(None, max_clients=max(options.learners) + 10)
    rows = []
    for ahead in (True, False):
        with (
            tempfile.TemporaryDirectory() as folder,
            real_hub.hub(Path(folder), JOINTLAB_AHEAD="on" if ahead else "off") as hub,
        ):
            for count in options.learners:
                rows.append(asyncio.run(measure(hub, count, options, ahead)))
                print(time.strftime("%H:%M:%S"), told(rows[-1]), file=sys.stderr, flush=True)
    return rows


def told(row: dict[str, Any]) -> str:
    """A row of the table of what was measured."""
    waits = row["waits"]
    cells = [
        row["count"],
        "on" if row["ahead"] else "off",
        f"{row['ready']:.0f}",
        f"{row['run all']:.0f}",
        f"{median(waits):.0f} ({waits[int(0.95 * len(waits))]:.0f})",
        f"{row['each']:.0f} ({row['most']:.0f})",
        f"{row['cpu start']:.1f}",
        f"{row['cpu run all']:.1f}",
        f"{row['cpu move']:.3f}",
        f"{row['load']:.1f}",
    ]
    return f"| {' | '.join(map(str, cells))} |"


class Need(NamedTuple):
    """What a class needs: memory in GB, cores while all begin, cores while all play."""

    memory: int
    begin: int
    play: int


def need(row: dict[str, Any], count: int) -> Need:
    """What `count` learners need at once if each takes what one of this row took."""
    gigabytes = (SPARE * count * row["each"] + row["common"]) / 1024
    begin = max(row["cpu start"] / START_S, row["cpu run all"] / RUN_ALL_S)
    play = row["cpu move"] * MOVES_A_MINUTE / 60
    return Need(*(math.ceil(one) for one in (gigabytes, SPARE * count * begin, SPARE * count * play)))


def class_sizes(rows: list[dict[str, Any]]) -> str:
    """The table of what larger classes need, from the largest that was measured, and what it takes for granted."""
    ahead, alone = (
        max((row for row in rows if row["ahead"] is wanted), key=lambda row: row["count"]) for wanted in (True, False)
    )
    heads = ("learners at once", "memory GB", "cores: all begin", "all play", "all play, JOINTLAB_AHEAD=off")
    lines = [f"| {' | '.join(heads)} |", "|" + " --- |" * len(heads)]
    for count in CLASSES:
        lines.append(f"| {' | '.join(map(str, (count, *need(ahead, count), need(alone, count).play)))} |")
    return "\n".join([*lines, "", taken_for_granted(ahead)])


def taken_for_granted(row: dict[str, Any]) -> str:
    """What the table of sizes rests on, in words."""
    return (
        f"Taken for granted: each learner holds and spends what one of {row['count']} did; they come within "
        f"{START_S // 60} minutes, run all within {RUN_ALL_S // 60}, and then make {MOVES_A_MINUTE} moves a minute "
        f"each; the machine has the larger number of cores, as fast as the bench's; memory and cores are taken times "
        f"{SPARE}; hub and proxy hold {row['common']:.0f} MB."
    )


def report(rows: list[dict[str, Any]]) -> str:
    """All that was measured, and what follows from it, as Markdown."""
    head = [f"| {HEAD} |", "|" + " --- |" * (HEAD.count("|") + 1)]
    return "\n".join([*head, *map(told, rows), "", class_sizes(rows)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--learners", nargs="+", type=int, default=[1, 2, 4, 8], help="sizes of class, one by one")
    parser.add_argument("--lesson", default="10-what-your-back-carries.ipynb")
    parser.add_argument("--moves", type=int, default=20, help="of the control, by each")
    parser.add_argument("--pause", type=float, default=1.0, help="s that the hand rests between two moves")
    options = parser.parse_args()
    if lacks := real_hub.missing():
        parser.error(lacks)
    print(report(run(options)))


if __name__ == "__main__":
    main()
