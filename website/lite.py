"""JupyterLite as a part of the website: the lessons to write in, with a Python that runs in the browser. One holds the
lessons of all languages.

Python for browsers and its compiled packages come from a Pyodide distribution, a local file or folder. What that does
not hold is pure Python, and is taken from this environment. All of it is named in Pyodide's lock, so that a kernel
starts with it, the notebooks stay as they are, and no other host is asked.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from jointlab import language, sources
from jointlab.language import _
from website import languages

ROOT = Path(__file__).parents[1]
NOTEBOOKS = ROOT / "notebooks"
COURSE = "jointlab"
FOLDER = "lite"  # of the site, as the invitation names it
RUNTIME = ("pyodide.js", "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"
# The kernel would look for these once it runs, and the course's own packages do not bring all of them.
KERNEL = ("micropip", "ssl", "sqlite3", "jedi", "ipython", "comm")
AUTOSAVE = 10  # s after which what was written is kept; JupyterLab takes 120
# These belong to a page or to a kernel on a computer; JupyterLite has its own.
NOT_IN_A_BROWSER = {"jupyterlab", "jupyterlab-widgets", "widgetsnbextension", "ipykernel"}
_BROWSER = {"extra": "", "sys_platform": "emscripten"}  # by which requirements are judged
COMPILED = {".so", ".pyd"}
SETTINGS = "@jupyterlite/pyodide-kernel-extension:kernel"


class Refused(ValueError):
    """From this JupyterLite cannot be built; says what to do."""


@dataclass(frozen=True)
class Distribution:
    """An unpacked Pyodide distribution: its folder, what its lock says, its packages by their normalised names."""

    folder: Path
    lock: dict[str, Any]
    packages: dict[str, dict[str, Any]]


def build(distribution: Path, folder: Path) -> Path:
    """Build JupyterLite with all lessons that are ready, in every language, into `folder`; return it.

    `distribution`: a folder or an archive, the full Pyodide distribution. Raises Refused if it is not that.
    """
    with opened(distribution) as found:
        write(found, folder, _lessons())
    return folder


def _lessons() -> list[Path]:
    """The notebooks of all lessons that are ready, English and translated."""
    ready = [lesson for lesson in sources.course() if lesson.status == "ready"]
    found = (languages.notebook(lesson, spoken) for spoken in language.languages() for lesson in ready)
    return [path for path in found if path]


def invitation(folder: Path) -> str:
    """HTML that leads from a lesson's page to that lesson in JupyterLite, or says why not (`front/page.js` decides).

    `folder`: JupyterLite as it was built. "{lesson}" stands in the HTML for the name of the notebook.
    """
    loaded = sum(path.stat().st_size for path in (folder / "static" / "pyodide").iterdir()) / 1e6
    within = "" if languages.is_english() else f"{language.current()}/"
    way = languages.address(f"{FOLDER}/notebooks/index.html?path={within}{{lesson}}.ipynb", False)
    told = _(
        "It opens this lesson with Python, in this browser: choose <em>Run → Run All Cells</em> in its menu. The first "
        "time it loads more than {size} MB; to start, it takes half a minute on a laptop, longer on a phone. What you "
        "have answered here comes along; what you write there stays in this browser."
    ).format(size=f"{loaded:.0f}")
    instead = _(
        "Where these pages stand on a web server, at an address that begins with https, you can write it in the "
        "browser, too. From a folder, browsers do not allow it."
    )
    return (
        f'<div class="jl-write" hidden><div><a href="{way}">{_("Write it in the browser")}</a><p>{told}</p></div>'
        f'<p class="jl-coarse">{instead}</p></div>'
    )


@contextmanager
def opened(place: Path) -> Iterator[Distribution]:
    """The distribution in a folder, or in an archive, which is unpacked as long as it is used.

    Raises Refused if it is none, or of another version than JupyterLite's kernel was made for.
    """
    with tempfile.TemporaryDirectory() as unpacked:
        folder = place
        if place.is_file():
            folder = Path(unpacked)
            try:
                with tarfile.open(place) as archive:
                    archive.extractall(folder, filter="data")
            except (tarfile.TarError, EOFError, OSError) as error:
                raise Refused(f"{place} cannot be unpacked ({error}): {_FETCH}") from error
        yield _read(next((one for one in (folder, folder / "pyodide") if (one / LOCK).is_file()), None), place)


def _read(folder: Path | None, place: Path) -> Distribution:
    if folder is None:
        raise Refused(f"{place} is no Pyodide distribution, since it has no {LOCK}: {_FETCH}")
    lock = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    version, wanted = lock["info"]["version"], fits()
    if not version.startswith(f"{wanted}."):
        raise Refused(f"{place} is Pyodide {version}, and JupyterLite's kernel needs {wanted}: {_FETCH}")
    packages = {canonicalize_name(name): package for name, package in lock["packages"].items()}
    found = Distribution(folder, lock, packages)
    for name in (*RUNTIME, *(packages[package]["file_name"] for package in _needed(found)[0])):
        if not (folder / name).is_file():
            raise Refused(f"{place} lacks {name}, as a distribution of the core alone does: {_FETCH}")
    return found


_FETCH = "take the full one, `pyodide-….tar.bz2`, that website/README.md names."


def fits() -> str:
    """The version of Pyodide for which JupyterLite's kernel was made, such as "0.27". Raises Refused without it."""
    try:
        from jupyterlite_pyodide_kernel.constants import PYODIDE_VERSION
    except ImportError as error:
        raise Refused("JupyterLite is not installed: build with `uv run --group site --group lite`.") from error
    return PYODIDE_VERSION.rpartition(".")[0]


def write(found: Distribution, site: Path, lessons: list[Path]) -> None:
    """Write JupyterLite with these notebooks, which lie as they do in the course, into the folder `site`.

    Raises Refused if a file of the distribution is not what its lock says.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder)
        _python(found, source / "static" / "pyodide")
        for lesson in lessons:
            place = source / "contents" / lesson.relative_to(NOTEBOOKS)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(lesson, place)
        (source / "overrides.json").write_text(json.dumps(_defaults()), encoding="utf-8")
        (source / "jupyter-lite.json").write_text(json.dumps(_settings()), encoding="utf-8")
        build = [sys.executable, "-m", "jupyterlite_core", "build", "--lite-dir", folder, "--output-dir", str(site)]
        build += ["--contents", "contents", "--apps", "notebooks", "--apps", "tree", "--no-sourcemaps"]
        subprocess.run([*build, "--no-unused-shared-packages"], check=True, cwd=folder, stdout=subprocess.DEVNULL)


def _settings() -> dict[str, Any]:
    kernel = {"disablePyPIFallback": True, "loadPyodideOptions": {"packages": [COURSE, *KERNEL]}}
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "Jointlab",
            "appUrl": "./tree",  # one lesson a page, as narrow as a phone; JupyterLab itself needs a wider screen
            "contentsStorageName": "Jointlab",
            "exposeAppInBrowser": True,  # as the course's own JupyterLab does for the tests
            "litePluginSettings": {SETTINGS: kernel},
        },
    }


def _defaults() -> dict[str, Any]:
    """What the course's own JupyterLab is told; and to keep what is written before somebody closes the tab."""
    told = json.loads((NOTEBOOKS / COURSE / "overrides.json").read_text(encoding="utf-8"))
    documents = "@jupyterlab/docmanager-extension:plugin"
    return {**told, documents: {**told[documents], "autosaveInterval": AUTOSAVE}}


def _python(found: Distribution, folder: Path) -> None:
    """Fill a folder with Python and all that the course needs, and a lock that names it."""
    folder.mkdir(parents=True)
    given, own = _needed(found)
    for name in RUNTIME:
        shutil.copy(found.folder / name, folder)
    for name in given:
        package = found.packages[name]
        shutil.copy(found.folder / package["file_name"], folder)
        if _digest(folder / package["file_name"]) != package["sha256"]:
            raise Refused(f"{package['file_name']} is damaged: fetch the distribution again.")
    wheels = {name: _course(folder) if name == COURSE else _wheel(name, folder) for name in own}
    packages = {name: found.packages[name] for name in given}
    packages |= {name: _entry(name, path) for name, path in wheels.items()}
    (folder / LOCK).write_text(json.dumps({**found.lock, "packages": packages}), encoding="utf-8")


def _needed(found: Distribution) -> tuple[list[str], list[str]]:
    """Names of the packages that the course and its kernel need: of the distribution, and of this environment."""
    given: list[str] = []
    own: list[str] = []
    todo = [COURSE, *KERNEL]
    while todo:
        name = canonicalize_name(todo.pop())
        if name in NOT_IN_A_BROWSER or name in given or name in own:
            continue
        if name in found.packages:
            given.append(name)
            todo += found.packages[name]["depends"]
        else:
            own.append(name)
            todo += _requirements(name)
    return sorted(given), sorted(own)


def _requirements(name: str) -> list[str]:
    """What an installed package needs, without extras."""
    all_ = map(Requirement, distribution(name).requires or [])
    needed = {canonicalize_name(one.name) for one in all_ if not one.marker or one.marker.evaluate(_BROWSER)}
    return sorted(needed - NOT_IN_A_BROWSER)


def _course(folder: Path) -> Path:
    """The wheel of the course, its data inside."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return next(folder.glob(f"{COURSE}-*.whl"))


def _wheel(name: str, folder: Path) -> Path:
    """What is pure Python in an installed package, as a wheel for any machine."""
    package = distribution(name)
    path = folder / f"{name.replace('-', '_')}-{package.version}-py3-none-any.whl"
    with ZipFile(path, "w", ZIP_DEFLATED) as wheel:
        for file in package.files or []:
            if file.parts[0] != ".." and "__pycache__" not in file.parts and file.suffix not in COMPILED:
                wheel.write(str(file.locate()), file.as_posix())
    return path


def _entry(name: str, wheel: Path) -> dict[str, Any]:
    """What Pyodide's lock says of a wheel."""
    return {
        "name": name,
        "version": wheel.name.split("-")[1],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": _digest(wheel),
        "package_type": "package",
        "imports": [name.replace("-", "_")],
        "depends": _requirements(name),
        "unvendored_tests": False,
    }


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
