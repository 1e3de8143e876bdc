"""Short cases: the learner decides what to do and how sure they are, then sees which line of the safety card decides.

They are declared as `[case.NAME]` in data/lessons/red_flags.toml. No case asks for a diagnosis, and whoever does more
than the card says is never called wrong: what that costs is said, as is what it costs to do too little.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from itertools import product
from typing import Any

from jointlab import sources
from jointlab.language import _, quoted
from jointlab.learn import Logbook
from jointlab.learn._block import Block
from jointlab.learn._forms import (
    STATUS,
    Form,
    Words,
    at,
    button,
    choice_of,
    form,
    heading,
    key,
    paragraph,
    radios,
    sentence,
)
from jointlab.learn.predict import CONFIDENCE, sureness
from jointlab.learn.references import link

LESSON = "red_flags"
# What can be decided, from the least urgent; the words of a button and of a sentence.
DECISIONS = {
    "on": _("carry on"),
    "soon": _("book a visit"),
    "day": _("call a doctor within a day"),
    "now": _("emergency now"),
}
URGENCY = list(DECISIONS)


@dataclass(frozen=True)
class Case:
    """A person in a few sentences; what the card `decides` (one of DECISIONS), by which `line` of it ("": by none),
    what is `known`, and what it costs to do too little (`late`) or too much (`early`).
    """

    name: str
    tells: str
    decides: str
    line: str
    known: str
    late: str
    early: str
    keys: tuple[str, ...]

    @classmethod
    def read(cls, name: str, table: Mapping[str, Any]) -> "Case":
        """The case in a TOML table. Raises sources.DamagedData if it cannot be used."""
        texts = {part: table.get(part, "") for part in ("tells", "decides", "known", "late", "early")}
        missing = [part for part, text in texts.items() if not text]
        if missing or texts["decides"] not in DECISIONS:
            fault = f"lacks {', '.join(missing)}" if missing else f"decides {texts['decides']!r}"
            raise sources.DamagedData(f"The case {name!r} of the lesson {LESSON!r} {fault}: repair it in data/lessons.")
        return cls(name=name, line=_line(table.get("line", ""), name), keys=tuple(table.get("sources", ())), **texts)

    @property
    def address(self) -> str:
        """Kind and name of its answers in the logbook."""
        return f"judgement {LESSON}/{self.name}"


def cases(part: int) -> list[Case]:
    """The cases of the first or of the second round. Raises sources.DamagedData, sources.MissingSource."""
    tables = sources.lesson(LESSON).get("case", {})
    found = [Case.read(name, table) for name, table in tables.items() if table.get("round") == part]
    if not found:
        raise sources.MissingSource(
            _("The lesson {lesson!r} has no cases in round {part}.").format(lesson=LESSON, part=part)
        )
    return found


def _line(start: str, name: str) -> str:
    """The line of the safety card that begins so in English, for the case `name`; it has its words from there alone."""
    if not start:
        return ""
    lines = [sign.sign for sign in sources.warning_signs(start)]
    if len(lines) != 1:
        raise sources.DamagedData(
            f"The case {name!r} of the lesson {LESSON!r} names a line {start!r}, which the card has {len(lines)} times."
        )
    return lines[0]


class Cases(Block):
    """The cases of a round; a decision stands, once it was compared with the card.

    Raises sources.MissingSource, sources.DamagedData.
    """

    def __init__(self, part: int, logbook: Logbook | None = None):
        self.cases = {case.address: case for case in cases(part)}
        count = len(self.cases)
        forms = [_form(case, number, count) for number, case in enumerate(self.cases.values(), 1)]
        words = _words(self.cases.values())
        after = {address: _explained(case) for address, case in self.cases.items()}
        super().__init__(_("{count} people").format(count=count), forms, words, logbook, after=after)

    def asked(self) -> dict[str, str]:
        return {address: case.tells for address, case in self.cases.items()}

    def earlier(self, address: str) -> list[str]:
        entries = (record["entry"] for record in self.logbook.entries(*address.split(" ", 1)))
        answers = (key(*(entry.get(part) for part in ("judgement", "confidence"))) for entry in entries)
        return [_choice(answer) for answer in answers if _choice(answer)][-1:]

    def settled_elsewhere(self, address: str) -> bool:
        return not self.answers(address) and bool(self.earlier(address))

    def entry(self, address: str, answer: str) -> dict[str, Any]:
        case = self.cases[address]
        if answer not in ANSWERS or self.answers(address):
            raise ValueError(f"the case of {case.name} cannot be decided {answer!r}")
        choice, confidence = map(int, answer.split("|"))
        return {
            "case": case.tells,
            "judgement": URGENCY[choice],
            "confidence": confidence,
            "decides": case.decides,
        }


ANSWERS = [key(choice, sure) for choice, sure in product(range(len(URGENCY)), CONFIDENCE)]


def _choice(kept: str) -> str:
    """The answer on the page for what the logbook keeps, such as "now|70"; "" if it is none."""
    judgement, _bar, sure = kept.partition("|")
    answer = key(URGENCY.index(judgement), sure) if judgement in URGENCY else ""
    return answer if answer in ANSWERS else ""


def _form(case: Case, number: int, count: int) -> Form:
    said = {answer: _told(case, *map(int, answer.split("|"))) for answer in ANSWERS}
    missing = {
        "choice": _("Nearly there: please choose what you would do. A guess is welcome."),
        "sure": _("Nearly there: please choose how sure you are. A guess is welcome."),
        "choice sure": _("Nearly there: please choose what you would do and how sure you are. A guess is welcome."),
    }
    said |= {f"?{fields}": paragraph(words) for fields, words in missing.items()}
    options = [words[0].upper() + words[1:] for words in DECISIONS.values()]
    ask = at("open", radios(options), choice_of("sure", _("How sure are you?"), CONFIDENCE))
    compare = _("Compare person {number} with the card").format(number=number)
    parts = [ask, at("open", button(compare, main=True)), STATUS]
    asked = _("{number} of {count}. {tells}").format(number=number, count=count, tells=case.tells)
    return form(case.address, asked, parts, said)


def _told(case: Case, choice: int, sure: int) -> str:
    """What is said to who has decided so, as HTML."""
    right, more = URGENCY.index(case.decides), choice > URGENCY.index(case.decides)
    return _verdict(case, choice) + ("" if more else paragraph(sureness(choice == right, sure)))


def _explained(case: Case) -> str:
    """What is said whatever was decided, as HTML."""
    return "".join(map(paragraph, _reasons(case))) + _sources(case)


def _verdict(case: Case, choice: int) -> str:
    """The decision beside the card's; more than it asks for is never called wrong."""
    step, decided = choice - URGENCY.index(case.decides), DECISIONS[case.decides]
    if step == 0:
        same = _("✓ So does the card: {decision}.") if case.line else _("✓ That is the safe answer: {decision}.")
        return paragraph(same.format(decision=decided), "jl-head jl-right")
    told = (
        _("You said: {said}. Safer than needed, and never wrong in doubt. Less is enough: {decision}.")
        if step > 0
        else _("You said: {said}. That may be too late. The safe answer: {decision}.")
    )
    return paragraph(told.format(said=DECISIONS[URGENCY[choice]], decision=decided), "jl-head")


def _reasons(case: Case) -> list[str]:
    none = _("No line of the card fits.") if case.decides == "on" else _("No line of the card fits exactly.")
    line = _("The line that decides: {line}.").format(line=quoted(case.line)) if case.line else none
    return [
        line,
        case.known,
        _("Too little costs: {late}").format(late=case.late),
        _("Too much costs: {early}").format(early=case.early),
    ]


def _sources(case: Case) -> str:
    links = "; ".join(link(sources.reference(name)) for name in case.keys)
    told = _("Sources: {listed}").format(listed=links)
    return f'<p class="jl-note">{told}</p>' if links else ""


def _words(these: Iterable[Case]) -> Words:
    """The cases to decide; the answers stand folded behind each."""
    decide = _("Decide for each: {decisions}.").format(decisions="; ".join(DECISIONS.values()))
    words = heading(_("What would you do?")) + sentence(decide)
    for case in these:
        words += sentence(case.tells)
        answer = sentence(_("The safe answer: {decision}.").format(decision=DECISIONS[case.decides]))
        for reason in _reasons(case):
            answer += sentence(reason)
        line = _("What the card says of {name}").format(name=escape(case.name.capitalize()))
        folded = f"<summary>{line}</summary>{answer.html}{_sources(case)}"
        html = f'<details style="margin-bottom: 1em">{folded}</details>'
        words += Words(html, answer.plain)
    return words
