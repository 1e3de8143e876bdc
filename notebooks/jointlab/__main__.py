"""Opens the course: JupyterLab at the first lesson, all its room for the page.

`jointlab`, or `python -m jointlab`; what is written behind goes on to JupyterLab. A plain `jupyter lab` opens the
lessons as well; overrides.json keeps the question about news away from it, too. What a person has set for other work
is left alone: how the windows of the course stand is kept in its own environment.
"""

import json
import sys
from contextlib import suppress
from pathlib import Path

from jointlab.language import _

NOTEBOOKS = Path(__file__).resolve().parents[1]
FIRST = NOTEBOOKS / "00-start-here.ipynb"
WINDOWS = Path(sys.prefix, "share", "jointlab", "workspaces")


def main() -> None:
    """Start JupyterLab; returns when it is closed. Exits with a sentence where there are no lessons."""
    if not FIRST.exists():
        sys.exit(
            _("There are no lessons in {notebooks}: download the course's folder, and start this in it.").format(
                notebooks=NOTEBOOKS
            )
        )
    from jupyterlab.labapp import LabApp  # here, because it takes long

    LabApp.launch_instance([*arguments(WINDOWS), *sys.argv[1:]])


def arguments(windows: Path) -> list[str]:
    """What JupyterLab is told. `windows`: a folder that keeps how its windows stand; at first its side bar is shut."""
    first = FIRST.relative_to(NOTEBOOKS.parent).as_posix()
    told = [f"--ServerApp.root_dir={NOTEBOOKS.parent}", f"--LabApp.default_url=/lab/tree/{first}"]
    with suppress(OSError):  # an environment that others look after: the side bar stands open
        _shut_the_side_bar(windows)
        told.append(f"--LabApp.workspaces_dir={windows}")
    return told


def _shut_the_side_bar(windows: Path) -> None:
    from jupyterlab_server.workspaces_handler import WorkspacesManager

    windows.mkdir(parents=True, exist_ok=True)
    if not any(windows.iterdir()):
        shut = {"layout-restorer:data": {side: {"collapsed": True} for side in ("left", "right")}}
        WorkspacesManager(str(windows)).save("default", json.dumps({"data": shut, "metadata": {"id": "default"}}))


if __name__ == "__main__":
    main()
