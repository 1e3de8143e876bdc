"""A real JupyterHub with its proxy on this machine, and every learner's home in one folder."""

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import psutil
from bench import lab

_CONFIG = Path(__file__).with_name("hub_config.py")
_PROXY = "configurable-http-proxy"


class Hub(NamedTuple):
    """A hub that runs: where, with which token, as which process; `homes` has a folder for each learner."""

    address: str
    token: str
    process: psutil.Process
    homes: Path


def missing() -> str:
    """What is wanting here; "" if nothing."""
    if sys.platform != "linux":
        return "A hub is tried and measured on Linux alone."
    if not find_spec("jupyterhub"):
        return "JupyterHub is not installed: python -m uv run --group dev --group hub …"
    if not proxy():
        return f"JupyterHub's proxy is not installed: npm install {_PROXY}, and put it on the PATH."
    return ""


def proxy() -> str | None:
    """Path of the proxy, or None."""
    return shutil.which(_PROXY)


def give_course(home: Path) -> None:
    """A copy of the course in a learner's home, as nbgitpuller lays it there."""
    ignore = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints", "my-logbook*", "images")
    for name in ("notebooks", "data"):
        shutil.copytree(lab.ROOT / name, home / "jointlab" / name, ignore=ignore)


@contextlib.contextmanager
def hub(folder: Path, **environment: str):
    """Start a hub that keeps all it has in `folder`; yields a Hub. `environment` is passed on to the learners' Python
    (names as in hub_config.py). RuntimeError if it does not start."""
    ports, token = _free_ports(3), secrets.token_hex(16)
    told = {
        "BENCH_HUB_FOLDER": str(folder),
        "BENCH_HUB_PORTS": " ".join(map(str, ports)),
        "BENCH_HUB_PROXY": proxy(),
        "BENCH_HUB_TOKEN": token,
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith("JOINTLAB")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    address = f"http://127.0.0.1:{ports[0]}"
    command = [sys.executable, "-m", "jupyterhub", "--config", str(_CONFIG)]
    with (folder / "hub.log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=folder, env={**kept, **environment, **told}, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            lab.wait_for(f"{address}/hub/health", server, "hub.log")
            yield Hub(address, token, psutil.Process(server.pid), folder / "homes")
        finally:
            server.terminate()  # it ends the proxy and the learners' servers
            server.wait(lab.WAIT / 1e3)


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        found = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in found:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in found]
