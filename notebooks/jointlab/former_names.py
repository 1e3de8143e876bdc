"""What answers were called in earlier versions of the course, so that an older logbook is brought along.

Nothing here follows the lessons as they are now: it is how they once were, and stays.
"""

import json
from typing import Any

# Up to version 1, answers stood under the numbers that lessons had then.
_NUMBERS = {
    "00": "start",
    "01": "separation",
    "02": "outgassing",
    "03": "pop",
    "04": "refractory",
    "07": "hypermobility",
    "09": "lifting",
}
# Up to version 2, questions of a quiz stood under their place, counted from 1: here they are in their order then, each
# name with the words that its question began with.
_QUIZ = {
    "start": {
        "confidence": "When you predict",
        "twice_the_space": "A closed syringe",
        "toy": "A model in this course",
        "sore_back": "Your back is sore",
    },
    "separation": {
        "rim": "Why does the pressure",
        "thickness": "Two discs",
        "tension": "The model says",
        "misprint": "A web page prints",
        "pull": "So what",
    },
    "outgassing": {
        "nitrogen": "Nitrogen presses",
        "speck": "A bubble is so tiny",
        "chains": "In a glass of sparkling water",
        "squeeze": "One pocket has",
        "afterwards": "Where is the gas",
    },
    "pop": {
        "source": "Where does the gas",
        "radius": "You double the radius",
        "collapse": "Which of these observations",
        "loudness": "Why can loudness",
        "microphone": "A microphone",
    },
    "refractory": {
        "old_gas": "Which gas is left",
        "size": "A bubble has three times",
        "twenty_minutes": "With the right size and shape",
        "no_crack": "Why does a joint",
        "sham": "A study compares",
        "habit": "In the toy",
    },
    "hypermobility": {
        "score": "A healthy woman",
        "line": "A committee moves",
        "school": "A test leaves the clinic",
        "agreement": "Two examiners agree",
        "backs": "Which sentence fits",
        "knuckles": "In one study, 30 people",
    },
    "lifting": {
        "distance": "You hold the same box",
        "lever_arm": "An athlete's back muscles",
        "pressure": "In one man the disc",
        "implant": "An implant in five patients",
        "index": "A job has a lifting index",
        "training": "Nine randomised trials",
    },
}
# Up to version 3, what is asked about relief stood in the lesson on the wait.
_RELIEF = {("prediction", "pops"), ("outcome", "pops"), ("quiz", "sham"), ("quiz", "habit")}


def rename(db: Any, version: int) -> None:
    """Bring the names in the table `entry` of an SQLite connection from that version of the records up to date."""
    readable = "typeof(name) = 'text' AND typeof(entry) = 'text'"  # the rest is damaged: its reader says so
    rows = db.execute(f"SELECT id, kind, name, entry FROM entry WHERE {readable}").fetchall()
    renamed = [(present(kind, name, entry, version), number) for number, kind, name, entry in rows]
    db.executemany("UPDATE entry SET name = ? WHERE id = ?", renamed)


def present(kind: str, name: str, entry: str, version: int) -> str:
    """What a record of that version is called now; `entry` is its JSON."""
    lesson, _, rest = name.partition("/")
    if version < 2 and rest:
        lesson = _NUMBERS.get(lesson, lesson)
    if version < 3 and kind == "quiz":
        rest = _quiz_name(lesson, rest, entry) or rest
    if version < 4 and lesson == "refractory" and (kind, rest) in _RELIEF:
        lesson = "relief"
    return f"{lesson}/{rest}" if rest else name


def _quiz_name(lesson: str, place: str, entry: str) -> str | None:
    """By the question that was stored with the answer; by its place if none was. None if nothing fits."""
    begins = _QUIZ.get(lesson, {})
    try:
        asked = json.loads(entry).get("question", "")
    except (ValueError, AttributeError):  # whoever reads the records says that one is damaged
        asked = ""
    if asked:
        return next((name for name, words in begins.items() if str(asked).startswith(words)), None)
    return {str(number): name for number, name in enumerate(begins, 1)}.get(place)
