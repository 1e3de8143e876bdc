"""A folder of reports and logbooks, read into a class. What cannot be read is named, the rest is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jointlab.logbook.file import Unusable
from jointlab.logbook.look import look
from jointlab.report import spreadsheet
from jointlab.report.given import Answer
from jointlab.report.learners import Learner, learner

CLASS = "class-report"  # what is written into such a folder bears this name, and is not read again
_LATE = "~"  # sorts after every time


@dataclass
class Gathered:
    """The `learners` of a folder, by their labels; `notes`: what is to be said of its files, a sentence each; `files`:
    label of a learner → the files that it was read from."""

    learners: list[Learner] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    files: dict[str, list[str]] = field(default_factory=dict)


Piece = tuple[Learner, str]  # of somebody, from the file of that name


def gathered(folder: Path) -> Gathered:
    """The class whose reports (*.csv) and logbooks (*.sqlite) lie in a folder or below it; nothing there is changed.

    Raises OSError if the folder itself cannot be read.
    """
    found = Gathered()
    by_code: dict[str, list[Piece]] = {}
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        for one in _learners(path, name, found.notes):
            by_code.setdefault(one.code, []).append((one, name))
    for pieces in by_code.values():
        for same in _one_by_one(pieces, found.notes):
            _join(same, found)
    found.learners.sort(key=lambda one: (one.label.casefold(), one.code))
    return found


def _files(folder: Path) -> Iterator[Path]:
    list(folder.iterdir())  # `rglob` would say nothing of a folder that is closed
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~")) for part in path.relative_to(folder).parts)
        if path.suffix.lower() in (".csv", ".sqlite") and path.stem != CLASS and not hidden:
            yield path


def _learners(path: Path, name: str, notes: list[str]) -> list[Learner]:
    """Whose answers one file holds; what is to be said of it goes to `notes`."""
    found: list[Learner] = []
    try:
        found = _of_a_table(path, name, notes) if path.suffix.lower() == ".csv" else _of_a_logbook(path, name, notes)
    except (Unusable, spreadsheet.Foreign) as error:
        notes.append(f"{name} {error}; it was left out.")
    except OSError as error:
        notes.append(f"{name} cannot be read ({error.strerror or error}); it was left out.")
    else:
        if not found:
            notes.append(f"{name} holds no answers.")
    return found


def _of_a_logbook(path: Path, name: str, notes: list[str]) -> list[Learner]:
    book, damaged = look(path)
    one = learner(book)
    if damaged:
        notes.append(f"{name} was damaged; answers that could still be read: {len(one.answers)}.")
    return [one] if one.answers else []


def _of_a_table(path: Path, name: str, notes: list[str]) -> list[Learner]:
    read = spreadsheet.read(path.read_bytes())
    if read.broken:
        notes.append(f"{name}: lines that could not be understood and were left out: {read.broken}.")
    if read.unknown:
        notes.append(f"{name}: answers to questions that this version of the course does not ask: {read.unknown}.")
    return read.learners


def _one_by_one(pieces: Sequence[Piece], notes: list[str]) -> list[list[Piece]]:
    """The pieces that bear one code, person by person: two names are two people; no name is whoever has the code."""
    names = list(dict.fromkeys(one.name for one, _ in pieces if one.name))
    if len(names) < 2:
        return [list(pieces)]
    notes.append(
        f"The code {pieces[0][0].code} stands beside several names ({', '.join(names)}), which are kept apart. Was the "
        "course handed on with a logbook in it?"
    )
    of_each = [[piece for piece in pieces if piece[0].name == name] for name in (*names, "")]
    return [same for same in of_each if same]


def _join(pieces: Sequence[Piece], found: Gathered) -> None:
    """One learner of several pieces."""
    name = next((one.name for one, _ in pieces if one.name), "")
    whole = Learner(pieces[0][0].code, name, _merged([one for one, _ in pieces]))
    files = list(dict.fromkeys(file for _, file in pieces))
    found.learners.append(whole)
    found.files[whole.label] = files
    if len(files) > 1:
        found.notes.append(f"Several files are of {whole.label}, and were put together: {', '.join(files)}.")


def _merged(several: Sequence[Learner]) -> dict[str, Answer]:
    """Of each item the first of all first answers, and the newest of all last ones."""
    if len(several) == 1:
        return dict(several[0].answers)
    merged = {}
    for address in dict.fromkeys(address for one in several for address in one.answers):
        answers = [one.answers[address] for one in several if address in one.answers]
        first = min(answers, key=lambda answer: answer.began or _LATE)
        last = max(answers, key=lambda answer: (answer.ended, answer.tries))
        merged[address] = last._replace(words=first.words, sure=first.sure, right=first.right, began=first.began)
    return merged
