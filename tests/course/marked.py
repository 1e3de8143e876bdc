"""Prints, as JSON, what lessons show that no translator can reach: run by test_marked.py.

Every message stands between ⟦ and ⟧ here, in place of a translation. What is shown outside of them, and is neither a
number nor a name nor from a table of data, was not marked.
"""

import json
import sys
from gettext import NullTranslations
from importlib import import_module

from jointlab import language

OPEN, CLOSE = "⟦⟧"


class Marking(NullTranslations):
    """A language in which every message is what it was, between marks."""

    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, one: str, many: str, count: float) -> str:
        return self.gettext(one if count == 1 else many)

    def pgettext(self, _context: str, message: str) -> str:
        return self.gettext(message)


if __name__ == "__main__":
    language._words = Marking
    shown = import_module("tests.course.shown")  # only now: what a module says once, it says when it is imported
    states, *lessons = sys.argv[1:]
    json.dump(shown.everything(lessons, 1 if states == "first" else None), sys.stdout, ensure_ascii=False)
