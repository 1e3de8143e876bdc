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
from website import cells, front, languages, pages
from website.lesson import Page

ROOT = Path(__file__).parents[1]
MOST = 600  # frames of one explorer: enough for a hand, little enough for a phone
LARGEST = 1.25e6  # bytes of its frames: a lesson has three explorers at most, and a phone shall load 4 MB at most
SAMPLE = 48  # frames by which the size of all is judged


def build(site: Path, address: str = "", most: int = MOST, strict: bool = True) -> Path:
    """Build everything into `site`, which is made anew; return it.

    `address`: where the site will stand, without a slash at its end; "" if that is not known. `most`: frames of one
    explorer.

    Raises RuntimeError if Sphinx finds fault, such as a link that leads nowhere; not so if not `strict`.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder)
        static = source / "_static"
        for name in ("pictures", "records", "faces", "asks"):
            (static / name).mkdir(parents=True)
        explorers = _lessons(source, address)
        pages.write(source, address)
        languages.write_theme(source)
        front.write(static)
        with ProcessPoolExecutor() as pool:
            records = [pool.submit(_record, *one, static / "records", most) for one in explorers]
            faces = [pool.submit(_face, *one, static / "faces") for one in dict(reversed(explorers)).items()]
            for done in records + faces:
                done.result()
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
    return site


def _lessons(source: Path, address: str) -> list[tuple[str, str]]:
    """Write a page for each lesson; module and name of every explorer in them."""
    shutil.copytree(ROOT / "notebooks" / "images", source / "images")
    found = []
    for lesson in sources.course():
        if lesson.status != "ready":
            continue
        path = languages.notebook(lesson)
        if path is None:
            continue
        page = Page(lesson, nbformat.read(path, 4), source / "_static", address)
        (source / f"{lesson.file}.md").write_text(page.text, encoding="utf-8")
        found += [(lesson.name, explorer.name) for explorer in page.explorers]
    return found


def _record(lesson: str, name: str, folder: Path, most: int) -> None:
    """Record one explorer as a script, which a page can load from a file as well."""
    shown = declaration(lesson, name)
    recorded = json.dumps(record.record(shown, most_of(shown, most)), separators=(",", ":"))
    (folder / f"{name}.js").write_text(f"jointlab.brings({json.dumps(name)}, {recorded});\n", encoding="utf-8")


def most_of(explorer: Declaration, most: int = MOST) -> int:
    """How many frames of an explorer are recorded: fewer than `most` where they are large."""
    sample = record.record(explorer, SAMPLE)
    drawn = sum(map(len, sample["frames"])) / math.prod(map(len, record.positions(explorer, SAMPLE).values()))
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
