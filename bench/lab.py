"""A copy of the course behind JupyterLab or another door, and a real Chromium in front: for browser tests and bench."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import psutil  # comes with ipykernel

ROOT = Path(__file__).parents[1]
WAIT = int(os.environ.get("JOINTLAB_WAIT", 120_000))  # ms: only so that what never comes does not stop everything
# A root user (a container) needs --no-sandbox; the others keep Chromium from asking the network for anything.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
]


def chromium() -> str | None:
    """Path of an installed Chromium or Chrome, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
    places = (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    )
    on_path = (path for name in names if (path := shutil.which(name)))
    return next(on_path, None) or next((place for place in places if Path(place).exists()), None)


_FOR_ALL = ["--allow-root", "--ip=127.0.0.1", "--IdentityProvider.token="]
# Door → the module that serves it, what that is told, and an address that answers when it is ready.
DOORS = {
    "lab": ("jupyterlab", [*_FOR_ALL, "--LabApp.expose_app_in_browser=True"], "/api"),
    "notebook": ("notebook", [*_FOR_ALL, "--JupyterNotebookApp.expose_app_in_browser=True"], "/api"),
    "voila": ("voila", ["."], "/"),
}


@contextlib.contextmanager
def course(folder: Path, door: str = "lab"):
    """Serve a copy of the course from `folder`, which can be written without harm, behind one of DOORS; yields the
    address."""
    lay_out(folder)
    with serve(folder, free_port(), door) as address:
        yield address


def lay_out(folder: Path) -> None:
    """A copy of the course in `folder`."""
    ignore = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints", "my-logbook*")
    for name in ("notebooks", "data"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    # Every cell stays in the page, so that one look sees a whole lesson; usually only cells in sight are there.
    tracker = settings(folder, "notebook-extension", "tracker")
    tracker.parent.mkdir(parents=True)
    tracker.write_text('{"windowingMode": "none"}', encoding="utf-8")


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextlib.contextmanager
def serve(folder: Path, port: int, door: str = "lab"):
    """Serve what was laid out in `folder`; yields the address. A server that was ended can be started once more."""
    module, told, ready = DOORS[door]
    command = [sys.executable, "-m", module, "--no-browser", f"--port={port}", *told]
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "JOINTLAB_LOGBOOK": str(folder / "logbook.sqlite"),
        "PYTHONDONTWRITEBYTECODE": "",  # this copy may keep its own: kernels start sooner
    }
    log = (folder / "lab.log").open("a")
    server = subprocess.Popen(command, cwd=folder / "notebooks", env=environment, stdout=log, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address + ready, server, "lab.log")
        yield address
    finally:
        server.terminate()
        server.wait(WAIT / 1e3)
        log.close()


def settings(folder: Path, extension: str, name: str) -> Path:
    """Where the JupyterLab that serves `folder` keeps what a user has set."""
    return folder / "settings" / "@jupyterlab" / extension / f"{name}.jupyterlab-settings"


def wait_for(address: str, server: subprocess.Popen, log: str) -> None:
    """Until `address` answers; RuntimeError, which names the log, if the server ends before or takes too long."""
    end = time.monotonic() + WAIT / 1e3
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2):
            return
        time.sleep(0.2)
    raise RuntimeError(f"The server did not start; its log is {log} in the served folder.")


def open_notebook(page, address: str, name: str, reset: bool = True, at: str = "doc/tree") -> None:
    """Open a notebook alone in its tab, without a sidebar, and wait until its kernel is at rest. `at`: where the door
    shows notebooks."""
    page.goto(f"{address}/{at}/{name}{'?reset' if reset else ''}", wait_until="domcontentloaded")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=WAIT)
    page.wait_for_function("window.jupyterapp?.commands.hasCommand('notebook:run-all-cells')", timeout=WAIT)
    _wait_for_kernel(page)


def open_next(page, name: str) -> None:
    """Close the notebook that is open, and its kernel; open another without starting JupyterLab anew."""
    page.evaluate(
        """async path => {
            const open = jupyterapp.shell.currentWidget;
            await open.sessionContext.shutdown();
            await open.context.save(); // else it asks whether to
            open.close();
            await jupyterapp.commands.execute('docmanager:open', { path });
        }""",
        name,
    )
    page.wait_for_function("document.querySelectorAll('.jp-NotebookPanel').length === 1", timeout=WAIT)
    _wait_for_kernel(page)


def _wait_for_kernel(page) -> None:
    """Before it answers, "Run All" would ask which kernel to take."""
    page.wait_for_function(
        """() => {
            const context = jupyterapp.shell.currentWidget?.sessionContext;
            const kernel = context?.session?.kernel;
            return context?.isReady && kernel?.connectionStatus === 'connected' && kernel.status === 'idle';
        }""",
        timeout=WAIT,
    )


def run_all(page) -> None:
    """Run every cell and wait until the last one is done and every widget is drawn."""
    page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_function(
        """() => {
            const prompts = [...document.querySelectorAll('.jp-InputPrompt')].map(e => e.textContent);
            const widgets = [...document.querySelectorAll('.jp-OutputArea-output.lm-Panel')];  // one each
            const sentences = [...document.querySelectorAll('.jl-explorer .jl-sentence')];
            return !prompts.some(text => text.includes('*')) && widgets.every(e => e.childElementCount)
                && sentences.length && sentences.every(e => e.textContent);
        }""",
        timeout=WAIT,
    )


def save(page) -> None:
    """Save the notebook of the page."""
    page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty", timeout=WAIT)


def shut_down_kernels(page) -> None:
    """Stop every kernel, as a class does at the end."""
    page.evaluate("jupyterapp.serviceManager.sessions.shutdownAll()")


def stop_kernels(address: str) -> None:
    """Stop every kernel without a page, as a server does with those that nobody uses."""
    with urllib.request.urlopen(f"{address}/lab") as answer:
        cookies = [cookie.partition(";")[0] for cookie in answer.headers.get_all("Set-Cookie")]
    token = next(cookie.partition("=")[2] for cookie in cookies if cookie.startswith("_xsrf="))
    told = {"Cookie": "; ".join(cookies), "X-XSRFToken": token}
    with urllib.request.urlopen(f"{address}/api/kernels") as answer:
        kernels = json.load(answer)
    for one in kernels:
        asked = urllib.request.Request(f"{address}/api/kernels/{one['id']}", headers=told, method="DELETE")
        urllib.request.urlopen(asked).close()


def kernel() -> psutil.Process:
    """The youngest kernel of the course that is served: its memory, its CPU seconds."""
    mine = psutil.Process().children(recursive=True)
    kernels = [process for process in mine if any("ipykernel" in word for word in process.cmdline())]
    return max(kernels, key=psutil.Process.create_time)
