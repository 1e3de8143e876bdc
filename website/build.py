"""Writes the pages, the records and what they share, and lets Sphinx make a site of them."""

import json
import math
import shutil
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import nbformat
from sphinx.cmd.build import main as sphinx

from jointlab import language, sources
from jointlab.drawings.still import small
from jointlab.explorers import record
from jointlab.explorers.declare import Declaration
from website import cells, front, languages, lite, living, pages
from website.lesson import Page

ROOT = Path(__file__).parents[1]
MOST = 600  # frames of one explorer: enough for a hand, little enough for a phone
LARGEST = 1.25e6  # bytes of its frames: a lesson has three explorers at most, and a phone shall load 4 MB at most
SAMPLE = 48  # frames by which the size of all is judged


def build(site: Path, address: str = "", most: int = MOST, strict: bool = True, pyodide: Path | None = None) -> Path:
    """Build everything into `site`, which is made anew; return it.

    `address`: where the site will stand, without a slash at its end; "" if that is not known. `most`: frames of one
    explorer. `pyodide`: a folder or an archive, a full Pyodide distribution; with it, lessons can be written in. Given
    to the English site, it serves those in other languages below it as well.

    Raises RuntimeError if Sphinx finds fault, such as a link that leads nowhere; not so if not `strict`; lite.Refused
    if `pyodide` is not what is needed.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "pages"
        jupyterlite = lite.build(pyodide, Path(folder) / "lite") if pyodide and languages.is_english() else None
        static = source / "_static"
        for name in ("pictures", "records", "faces", "asks"):
            (static / name).mkdir(parents=True)
        lessons = _lessons(source, address, _to_write(site, jupyterlite))
        pages.write(source, address)
        languages.write_theme(source)
        front.write(static)
        with ProcessPoolExecutor() as pool:
            explorers = [(page.lesson.name, one.name) for page in lessons for one in page.explorers]
            records = {name: pool.submit(_record, lesson, name, static / "records", most) for lesson, name in explorers}
            faces = [pool.submit(_face, *one, static / "faces") for one in dict(reversed(explorers)).items()]
            openings = {name: recorded.result() for name, recorded in records.items()}
            for face in faces:
                face.result()
        for page in lessons:
            (source / f"{page.lesson.file}.md").write_text(living.opened(page.text, openings), encoding="utf-8")
        shutil.copy(ROOT / "website" / "conf.py", source)
        shutil.rmtree(site, ignore_errors=True)
        if sphinx(
            [
                "-q",
                *(["-W", "--keep-going"] if strict else []),
                "-D",
                f"html_baseurl={address}",
                "-D",
                f"language={language.current()}",
                "-b",
                "html",
                str(source),
                str(site),
            ]
        ):
            raise RuntimeError("Sphinx has found fault with a page: see above.")
        if jupyterlite:
            shutil.move(jupyterlite, site / lite.FOLDER)
    return site


def _to_write(site: Path, jupyterlite: Path | None) -> str:
    """HTML that leads to where lines can be written: JupyterLite, in the English site; "" without it."""
    found = jupyterlite if languages.is_english() else site.parent / lite.FOLDER
    return lite.invitation(found) if found and found.exists() else ""


def _lessons(source: Path, address: str, to_write: str) -> list[Page]:
    """A page for each lesson, whose pictures are written; `to_write` leads to where its lines can be written."""
    shutil.copytree(ROOT / "notebooks" / "images", source / "images")
    found = []
    for lesson in sources.course():
        if lesson.status != "ready":
            continue
        path = languages.notebook(lesson)
        if path is not None:
            found.append(Page(lesson, nbformat.read(path, 4), source / "_static", address, to_write))
    return found


def _record(lesson: str, name: str, folder: Path, most: int) -> dict:
    """Record one explorer as a script, which a page can load from a file as well; its opening, for the page itself."""
    shown = declaration(lesson, name)
    recorded = record.record(shown, most_of(shown, most))
    text = json.dumps(recorded, separators=(",", ":"))
    (folder / f"{name}.js").write_text(f"jointlab.brings({json.dumps(name)}, {text});\n", encoding="utf-8")
    return record.opening(recorded)


def most_of(explorer: Declaration, most: int = MOST) -> int:
    """How many frames of an explorer are recorded: fewer than `most` where they are large."""
    coarsest = record.positions(explorer, SAMPLE)
    if coarsest == record.positions(explorer, most):  # there is nothing to choose
        return most
    sample = record.record(explorer, SAMPLE)
    drawn = sum(map(len, sample["frames"] + sample["heard"])) / math.prod(map(len, coarsest.values()))
    return min(most, int(LARGEST / drawn))


def _face(lesson: str, name: str, folder: Path) -> None:
    """The picture by which a lesson is known: that of its first explorer, as it opens."""
    shown = declaration(lesson, name)
    picture = shown.picture()
    picture.update(shown.at(shown.defaults))
    (folder / f"{lesson}.png").write_bytes(small(picture.png(scale=1.25)))


def declaration(lesson: str, name: str) -> Declaration:
    """The explorer of this name in a lesson."""
    return next(one for one in cells.declarations(lesson).values() if one.name == name)
