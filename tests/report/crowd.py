"""Learners who never lived, and their logbooks: in the words of the course, so that a report must understand them."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from jointlab.learn.predict import CONFIDENCE
from jointlab.lessons.red_flags.cases import DECISIONS
from jointlab.logbook import Logbook, file
from jointlab.report.asked import Item, everything, items

LESSONS = ("start", "pop", "red_flags")
SLIPS = ("dots left", "SyntaxError", "other")
BEGINS = datetime(2026, 11, 25, 9, tzinfo=UTC)
ID_OF = {words: name for name, words in DECISIONS.items()}


def records(rng: random.Random, lessons: Sequence[str] = LESSONS) -> list[dict[str, Any]]:
    """What somebody does who goes through these lessons, leaves things out, errs and tries again."""
    at = BEGINS + timedelta(milliseconds=rng.randrange(10**7))
    diligence, found = rng.uniform(0.3, 1), []
    for address in (one for name in lessons for addresses in everything(name).values() for one in addresses):
        if rng.random() < diligence:
            lesson = next(name for name in lessons if any(address in there for there in everything(name).values()))
            for kind, name, entry in _done(rng, items()[address], lesson):
                at += timedelta(seconds=rng.uniform(1, 60))
                found.append(record(kind, name, entry, at))
    return found


def record(kind: str, name: str, entry: dict[str, Any], at: datetime = BEGINS) -> dict[str, Any]:
    """One line of a logbook."""
    return {"at": at.isoformat(timespec="milliseconds"), "kind": kind, "name": name, "entry": entry}


def book(seed: int, lessons: Sequence[str] = LESSONS) -> Logbook:
    """The logbook of one of them, in memory."""
    return Logbook.of(records(random.Random(seed), lessons))


def save(path: Path, found: Sequence[dict[str, Any]]) -> Path:
    """A logbook file with these records."""
    with file.transaction(path, 1) as db:
        file.prepare(db)
        file.insert(db, found)
    return path


def _done(rng: random.Random, item: Item, lesson: str) -> Iterator[tuple[str, str, dict]]:
    """Kind, name and entry of what is recorded, as the blocks of the course write it."""
    kind, name = item.address.split(" ", 1)
    for part in _DOES[kind](rng, item, lesson):
        yield (part.pop("kind", kind), name, part)


def _predicts(rng: random.Random, item: Item, _lesson: str) -> Iterator[dict]:
    if rng.random() < 0.15:
        yield {"question": item.asks, "skipped": True}
    for _ in range(rng.choice((0, 1, 1, 2))):
        option = rng.choice(item.options)
        yield {"question": item.asks, "option": option, "confidence": rng.choice(list(CONFIDENCE))}
    if rng.random() < 0.7:
        yield {"kind": "outcome", "choice": 0, "answer": 0}


def _answers(rng: random.Random, item: Item, _lesson: str) -> Iterator[dict]:
    for n in range(rng.randint(1, 3)):
        option = rng.choice(item.options)
        yield {"question": item.asks, "option": option, "right": option == item.right, "try": n + 1}


def _builds(rng: random.Random, item: Item, _lesson: str) -> Iterator[dict]:
    for n in range(rng.randint(1, 4)):
        passed = rng.random() < 0.3
        mistake = "" if passed else rng.choice([*item.says, *SLIPS])
        yield {"passed": passed, "mistake": mistake, "says": "", "attempt": f"def f(a):\n    return a * {n}\n"}


def _judges(rng: random.Random, item: Item, lesson: str) -> Iterator[dict]:
    words = rng.choice(item.options)
    yield {"judgement": ID_OF.get(words, words), "lesson": lesson, **({"confidence": 70} if item.in_steps else {})}


_DOES = {
    "prediction": _predicts,
    "quiz": _answers,
    "check": _builds,
    "judgement": _judges,
    "goal": lambda rng, item, lesson: iter([{"goal": item.asks}]),
}
