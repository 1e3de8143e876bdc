"""How long a lesson takes somebody alone: counted from its words and from what there is to do.

Counted are the words in sight on the path that everyone takes: prose, printed lines, questions with the reason of one
option, claims with what the evidence says. Not counted: what is folded (“Go deeper”, tables, hints), what is looked up
(glossary, references, the list of warning signs) and what says how much is done.

`python -m tests.course.length` prints a table of all lessons, `… length 03` also where the words of that lesson stand.
"""

import math
import re
import sys
from dataclasses import dataclass

from tests.course.book import READY, Book, in_sight

from jointlab import sources

# A person of sixteen reads a text with numbers in it at this rate (words a minute).
PACE = 150
# Minutes for what is done beside reading, from watching newcomers: playing with an explorer until its goal is reached,
# thinking about a prediction, a question, a case or a claim, and writing and mending a line.
EXPLORER, PREDICTION, QUESTION, CASE, CLAIM, BUILD = 3.5, 0.75, 0.5, 0.5, 0.25, 4.0
LONGEST = 2200
LONGEST_SENTENCE_ON_AVERAGE, LONGEST_SENTENCE = 15, 40

SHUT = "jp-MarkdownHeadingCollapsed"
WORD = re.compile(r"[^\W_][\w’'.,–%-]*")
# Cells whose words are counted from what they ask, and cells that nobody reads through.
ASKS = re.compile(r"learn\.(Prediction|Outcome|Quiz|ClaimCards)\(")
LOOKED_UP = re.compile(r"learn\.(glossary|references|safety_card|Strip|Calibration|Score|Judgements|ready)\(")
AUDIT = "audit"  # takes all claims: those that another lesson examines are read and judged there
# What a sentence of prose is not: a heading, a row of a table, a formula, code, the target of a link.
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
NO_PROSE = re.compile(r"^#+ [^\n]*|^\|[^\n]*|```.*?```|\$\$.*?\$\$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Length:
    """What there is to read (words) and to do (counts) in a lesson."""

    words: int
    explorers: int
    predictions: int
    questions: int
    cases: int
    claims: int
    builds: int

    @property
    def minutes(self) -> int:
        """For somebody alone, rounded up to a multiple of five."""
        done = (
            self.words / PACE
            + EXPLORER * self.explorers
            + PREDICTION * self.predictions
            + QUESTION * self.questions
            + CASE * self.cases
            + CLAIM * self.claims
            + BUILD * self.builds
        )
        return 5 * math.ceil(done / 5)


def count(text: str) -> int:
    return len(WORD.findall(text))


def level(cell) -> int | None:
    """The level of the heading that a cell of Markdown begins with."""
    found = re.match(r"(#+) ", cell.source) if cell.cell_type == "markdown" else None
    return len(found[1]) if found else None


def open_cells(book: Book) -> list:
    """The cells that no collapsed heading hides; the heading itself is skipped with them."""
    shown, shut = [], None
    for cell in book.cells:
        here = level(cell)
        if here is not None and shut is not None and here <= shut:
            shut = None
        if here is not None and shut is None and cell.metadata.get(SHUT):
            shut = here
        if shut is None:
            shown.append(cell)
    return shown


def is_read(cell) -> bool:
    """Whether its words are read where they stand (those of questions and claims are counted from what they ask)."""
    return cell.cell_type == "markdown" or not (ASKS.search(cell.source) or LOOKED_UP.search(cell.source))


def asked(question: dict) -> str:
    """What is read of a question: itself, its options, and the reason of one."""
    return " ".join(
        [question.get("question") or question["ask"], *question["options"], max(question["because"], key=len)]
    )


def length(book: Book) -> Length:
    """Count one lesson."""
    plan = sources.lesson(book.lesson.name)
    claims = own_claims(book.lesson.name)
    cells = open_cells(book)
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    words = sum(count(in_sight(cell)) for cell in cells if is_read(cell))
    words += sum(count(asked(question)) for question in [*plan["predict"].values(), *plan["quiz"].values()])
    words += sum(count(f"{claim.claim} {claim.learner_note}") for claim in claims)
    return Length(
        words=words,
        explorers=len(re.findall(r"\bExplorer\(", code)),
        predictions=len(plan["predict"]),
        questions=len(plan["quiz"]),
        cases=len(plan.get("case", {})),
        claims=len(claims),
        builds=len(re.findall(r"learn\.check\(", code)),
    )


def own_claims(lesson: str) -> list[sources.Claim]:
    """The claims that are read in a lesson for the first time."""
    return [claim for claim in sources.claims_of(lesson) if lesson != AUDIT or claim.lesson == (AUDIT,)]


def sentences(book: Book) -> list[str]:
    """The sentences of a lesson's prose, folded or not; an item of a list or a line on its own is one, too."""
    prose = "\n\n".join(re.sub(r"</?\w[^>]*>", "\n\n", text) for text in book.markdown)
    prose = LINK.sub(r"\1", NO_PROSE.sub("\n\n", prose))
    parts = re.split(r"(?<=[.!?…])[*_”\")]*\s+|\n\s*(?:[-*]|\d+\.)\s|\n\s*\n", prose)
    return [part.strip() for part in parts if count(part) >= 3]


def main(numbers: list[str]) -> None:
    """Print a line for each lesson; for those whose number is given, also where its words stand."""
    print(f"{'lesson':24} {'words':>6} {'minutes':>8} {'a sentence':>11}   more than 30 words")
    for book in map(Book, READY):
        found, lines = length(book), sentences(book)
        mean = sum(map(count, lines)) / len(lines)
        long = [line for line in lines if count(line) > 30]
        print(
            f"{book.lesson.number} {book.lesson.name:21} {found.words:6} {found.minutes:8} {mean:11.1f}   {len(long)}"
        )
        if book.lesson.number in numbers:
            print(found)
            for cell in filter(is_read, open_cells(book)):
                print(f"  {count(in_sight(cell)):6}  {cell.id:12} {cell.source[:80]!r}")
            print(*long, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
