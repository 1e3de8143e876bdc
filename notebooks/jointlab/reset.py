"""The course as it came, for the next class at this computer: answers and what was written are put away.

    python -m jointlab.reset              says what there is, and asks
    python -m jointlab.reset --yes        does not ask
    python -m jointlab.reset --to FOLDER  puts it there, on a stick for instance

Nothing is deleted: all of it is copied first, into a dated folder. Pictures that are stored in the notebooks stay.
"""

import argparse
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from filecmp import cmp
from pathlib import Path

from jointlab import sources
from jointlab.learn import afresh
from jointlab.learn.progress import on_the_map
from jointlab.logbook import place
from jointlab.logbook.aside import COMPANIONS
from jointlab.logbook.file import Unusable
from jointlab.logbook.look import look

NOTEBOOKS = Path(__file__).resolve().parents[1]
PUT_AWAY = "put-away"
# What earlier learners may have left beside the lessons: copies, logbooks that were set aside, reports.
_LEFT = re.compile(r".+-until-\d{4}-\d\d-\d\d-\d{6}\.ipynb|my-logbook.*\.sqlite.*|report-.+\.(html|csv)")
_CHECKPOINTS = ".ipynb_checkpoints"


@dataclass
class Found:
    """What there is to put away: notebooks that are `written` in, with their text set back; files to `move`; what is to
    be said of it, in `words`; and `notes` on what stays."""

    written: dict[Path, str] = field(default_factory=dict)
    move: list[Path] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def find(notebooks: Path, logbook: Path | None) -> Found:
    """What was answered and written in a folder of notebooks, and in a logbook; nothing is changed."""
    found = Found()
    if logbook and (there := [path for path in _with_companions(logbook) if path.exists()]):
        found.move += there
        found.words.append(f"The logbook {logbook.name}. Lessons with answers: {_lessons(logbook)}.")
    course = {f"{row.file}.ipynb" for row in sources.course()}
    for path in sorted(notebooks / name for name in course):
        _look_into(path, found)
    if found.written:
        listed = ", ".join(path.name for path in found.written)
        found.words.append(f"What was written into lessons: {listed}.")
    left = [path for path in _left(notebooks, course) if path not in found.move]
    if left:
        found.move += left
        found.words.append(f"Older copies, logbooks and reports beside the lessons, so many files: {len(left)}.")
    own = sorted(path.name for path in notebooks.glob("*.ipynb") if path.name not in course and path not in left)
    if own:
        found.notes.append(f"Not of the course, so they stay where they are: {', '.join(own)}.")
    return found


def put_away(found: Found, notebooks: Path, folder: Path) -> None:
    """Copy all into `folder`; only then empty the notebooks and take away what is moved.

    Raises OSError; what was not copied whole is still where it was.
    """
    folder.mkdir(parents=True)
    for path in (*found.written, *found.move):
        _copy(path, folder / _name(path, notebooks))
    for path, text in found.written.items():
        beside = path.with_name(f"{path.name}.part")
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, path)
    for path in found.move:
        path.unlink()


def open_notebooks(folder: Path) -> list[str]:
    """The notebooks of a folder in which a kernel runs, as far as this user may see; [] where that cannot be told."""
    try:
        import psutil  # comes with ipykernel
    except ImportError:
        return []
    found = set()
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if any("ipykernel" in word for word in process.cmdline()):
                named = Path(process.environ().get("JPY_SESSION_NAME", ""))
                if folder in (named.parent, Path(process.cwd())):
                    found.add(named.name or "a notebook")
    return sorted(found)


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask once, put away, and say what was put where. Exits with a sentence where that cannot be done."""
    sys.stdout.reconfigure(errors="replace")  # a terminal may lack a letter of some name
    reads = argparse.ArgumentParser(
        prog="python -m jointlab.reset", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    reads.add_argument("--yes", action="store_true", help="do not ask")
    reads.add_argument("--to", type=Path, help=f"the folder to put it into; else {PUT_AWAY}, beside the notebooks")
    asked = reads.parse_args(arguments)
    if running := open_notebooks(NOTEBOOKS):
        sys.exit(f"Open at this moment: {', '.join(running)}. Close JupyterLab (File → Shut Down), then try again.")
    logbook = _logbook()
    found = find(NOTEBOOKS, logbook)
    print("\n".join(found.notes), end="\n" if found.notes else "")
    if not found.words:
        print("There is nothing to put away: no answers, and nothing written in the lessons.")
        return
    print("\n".join(found.words))
    if not asked.yes and not _agreed():
        print("Nothing was changed.")
        return
    folder = (asked.to or _usual_place(logbook)) / afresh.stamp()
    try:
        put_away(found, NOTEBOOKS, folder)
    except OSError as error:
        sys.exit(
            f"{error.filename} stood in the way ({error.strerror or error}). What was copied so far lies in {folder}; "
            "all else is where it was. Make room or close what has the file open, then try again."
        )
    print(f"All of it lies in {folder} now. To bring something back, copy it from there.")


def _agreed() -> bool:
    """Whether somebody says yes; where nobody can be asked, nobody does."""
    try:
        return input("Put all of it away? y/N: ").strip().lower() in ("y", "yes")
    except EOFError:
        print()
        return False


def _logbook() -> Path | None:
    """The logbook of whoever works here; None where answers are kept in memory alone."""
    where = os.environ.get("JOINTLAB_LOGBOOK") or os.fspath(place.default_path())
    return None if where == ":memory:" else Path(where).absolute()


def _usual_place(logbook: Path | None) -> Path:
    """Beside the notebooks' folder, out of sight of who opens a lesson; where that is not ours, by the logbook."""
    ours = os.access(NOTEBOOKS.parent, os.W_OK | os.X_OK) or logbook is None
    return (NOTEBOOKS.parent if ours else logbook.parent) / PUT_AWAY


def _with_companions(path: Path) -> Iterator[Path]:
    """A logbook, and what SQLite may keep beside it."""
    return (path.with_name(path.name + companion) for companion in COMPANIONS)


def _lessons(logbook: Path) -> str:
    """The numbers of the lessons that have answers."""
    try:
        begun = on_the_map(look(logbook)[0])
    except (Unusable, OSError):
        return "not known, for it cannot be read"
    return ", ".join(row.number for row in sources.course() if row.name in begun) or "none"


def _look_into(path: Path, found: Found) -> None:
    """A notebook of the course, if it is there: what it is to become, if something was written in it."""
    try:
        text = afresh.emptied(path.read_text(encoding="utf-8"), added=True)
    except FileNotFoundError:
        return
    except (OSError, ValueError, KeyError, TypeError, sources.DamagedData) as error:
        found.notes.append(f"{path.name} cannot be understood ({error}); it stays as it is.")
        return
    if text is not None:
        found.written[path] = text


def _left(notebooks: Path, course: Iterable[str]) -> list[Path]:
    """What earlier learners have left beside the lessons; also the copies to which JupyterLab can go back."""
    stems = tuple(Path(name).stem for name in course)
    kept = notebooks / _CHECKPOINTS
    checkpoints = [path for path in kept.glob("*.ipynb") if path.name.startswith(stems)] if kept.is_dir() else []
    return sorted(path for path in notebooks.iterdir() if path.is_file() and _LEFT.fullmatch(path.name)) + checkpoints


def _name(path: Path, notebooks: Path) -> Path:
    """Where a file lies in the folder of what is put away."""
    return path.relative_to(notebooks) if path.is_relative_to(notebooks) else Path("elsewhere") / path.name


def _copy(path: Path, to: Path) -> None:
    """Copy a file; raises OSError unless every byte has arrived."""
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(path, to)
    if not cmp(path, to, shallow=False):
        raise OSError(0, "the copy differs", os.fspath(to))


if __name__ == "__main__":
    main()
