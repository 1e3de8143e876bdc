"""uv with a package index behind it; where there is none, tests that need it are skipped."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def uv(*arguments: str, **settings) -> subprocess.CompletedProcess:
    """Run uv in the course's folder, whether it was installed for this Python or for another."""
    command = [sys.executable, "-m", "uv"] if importlib.util.find_spec("uv") else [shutil.which("uv") or "uv"]
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    return subprocess.run([*command, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, **settings)


@pytest.fixture(scope="session")
def index():
    """uv, where a package index answers."""
    try:
        answer = uv("pip", "install", "--dry-run", "--reinstall", "--no-deps", "traitlets", "--python", sys.executable)
    except FileNotFoundError:
        pytest.skip("uv is not installed here")
    if answer.returncode:
        pytest.skip(f"no package index answers here: {answer.stderr.strip().splitlines()[-1]}")
    return uv
