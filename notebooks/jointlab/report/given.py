"""What one learner has answered, item by item: the first answer kept apart from all that came later."""

import json
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple

from jointlab.language import english
from jointlab.learn.progress import FINISHED, is_an_answer
from jointlab.lessons.red_flags.cases import DECISIONS
from jointlab.logbook import Logbook
from jointlab.report.asked import Item, items, titles

SKIPPED, REACHED = "looked without predicting", "reached"
_LETTERS, _SIGNS = "BCDFGHJKLMNPQRSTVWXZ", "BCDFGHJKLMNPQRSTVWXZ23456789"  # no word comes of them, and no 0 or O
_NOT_THE_LINE = re.compile(r"^\s*(from |import |def |@|#).*$", re.MULTILINE)
_LONGEST = 200  # letters of a line of Python


class Answer(NamedTuple):
    """What was answered to one item: the `words` of the first answer, and of the `last`.

    `lesson`: where it was answered. `sure`: how sure one was at first, in per cent. `tries`: how often something was
    answered; 0 if one only looked. `right`: whether the first answer was, `solved`: of a question or an exercise,
    whether any was; None where nobody knows, or where the learner has not looked at the outcome yet. `mistakes`: the
    names of those that a check found, in their order. `began`, `ended`: first and newest time, as "2026-11-26 14:05".
    """

    address: str
    lesson: str
    words: str
    last: str
    sure: int | None = None
    tries: int = 1
    right: bool | None = None
    solved: bool | None = None
    mistakes: tuple[str, ...] = ()
    began: str = ""
    ended: str = ""

    @property
    def is_done(self) -> bool:
        """Whether it counts as done, as on the map of the course: predicted, judged, reached, or solved."""
        needs_solving = self.address.startswith(("quiz ", "check "))
        return bool(self.solved) if needs_solving else self.tries > 0


def answers(book: Logbook) -> dict[str, Answer]:
    """Address → answer, of all that a logbook knows of the course, in the order of the course."""
    seen = {record["name"] for record in book.entries("outcome")}
    found: dict[str, list[dict[str, Any]]] = {}
    for kind, is_answer in _ANSWERS.items():
        for record in book.entries(kind):
            if is_answer(record["entry"]):
                found.setdefault(f"{kind} {record['name']}", []).append(record)
    told = {}
    for address, item in items().items():
        if address in found:
            hidden = item.kind == "prediction" and address.partition(" ")[2] not in seen
            told[address] = _answer(item, found[address], hidden)
    return told


def code(book: Logbook) -> str:
    """A short code that this logbook alone has, such as "KTMR-4R7H"; "" for one without a record.

    It is made of the first record: it does not tell whose it is, and stays when more is recorded.
    """
    first = book.first
    if first is None:
        return ""
    stays = [first[part] for part in ("at", "kind", "entry")]  # its name may change with the course
    number = int.from_bytes(sha256(json.dumps(stays, sort_keys=True).encode()).digest())
    signs = []
    for alphabet in (_LETTERS,) * 4 + (_SIGNS,) * 4:
        number, place = divmod(number, len(alphabet))
        signs.append(alphabet[place])
    return f"{''.join(signs[:4])}-{''.join(signs[4:])}"


def _answer(item: Item, records: Sequence[dict[str, Any]], hidden: bool) -> Answer:
    """The answer that these records make, oldest first; `hidden`: its outcome has not been looked at."""
    entries = [record["entry"] for record in records]
    first, last = (_WORDS[item.kind](entry) for entry in (entries[0], entries[-1]))
    times = [record["at"] for record in records]
    where, scored = entries[0].get("lesson"), item.kind in ("quiz", "check")
    return Answer(
        item.address,
        lesson=where if isinstance(where, str) and where in titles() else item.lesson,
        words=first,
        last=last,
        sure=_sure(entries[0].get("confidence")),
        tries=sum(not entry.get("skipped") for entry in entries),
        right=FINISHED[item.kind](entries[0]) if scored else None if hidden else item.is_right(first),
        solved=any(map(FINISHED[item.kind], entries)) if scored else None,
        mistakes=tuple(str(entry["mistake"]) for entry in entries if entry.get("mistake")),
        began=_local(min(times)),
        ended=_local(max(times)),
    )


def _sure(confidence: Any) -> int | None:
    return confidence if isinstance(confidence, int) and 0 <= confidence <= 100 else None


def _local(at: str) -> str:
    """A time of the logbook by the clock of whoever reads it; "" if it is none."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return ""


def _line(entry: dict[str, Any]) -> str:
    """What stands in the learner's function, in one line."""
    inside = " ".join(_NOT_THE_LINE.sub("", str(entry.get("attempt", ""))).split())
    return inside if len(inside) <= _LONGEST else f"{inside[:_LONGEST]} …"


# Kind → whether a record of it is an answer that can be understood, whatever else was written into the file …
_ANSWERS: dict[str, Callable[[dict], bool]] = {
    "prediction": is_an_answer,
    "quiz": lambda entry: isinstance(entry.get("right"), bool),
    "check": lambda entry: isinstance(entry.get("passed"), bool),
    "judgement": lambda entry: isinstance(entry.get("judgement"), str),
    "goal": FINISHED["goal"],
}
# … and its words.
_WORDS: dict[str, Callable[[dict], str]] = {
    "prediction": lambda entry: SKIPPED if entry.get("skipped") else entry["option"],
    "quiz": lambda entry: str(entry.get("option", "")),
    "check": _line,
    "judgement": lambda entry: english(DECISIONS.get(entry["judgement"], entry["judgement"])),
    "goal": lambda entry: REACHED,
}
