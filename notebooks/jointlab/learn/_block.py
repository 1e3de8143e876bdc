"""What all questions share: a page that answers at once, a logbook that hears of it, twins, words without a kernel."""

import re
from collections.abc import Callable, Sequence
from html import escape
from itertools import count
from pathlib import Path
from typing import Any
from weakref import WeakSet
from zlib import crc32

import anywidget
import traitlets

from jointlab import cell, lost
from jointlab import logbook as logbooks
from jointlab.language import _, script, tag
from jointlab.learn._forms import Form, Words
from jointlab.learn._sheets import sheet
from jointlab.logbook import place

NBSP = "\N{NO-BREAK SPACE}"

_HERE = Path(__file__).parent
# What the page says by itself.
_WORDS = {
    "silence": _(
        "Python is busy or has stopped: your answer is kept on this page, and is not in your logbook yet. Wait until "
        "no cell shows [*]; if that does not help, choose Run → Restart Kernel and Run All Cells… in the menu."
    ),
    "before": _("← The ten before"),
    "next": _("The next ten →"),
    "fit_many": _("{found} of {all} claims fit; numbers {first} to {last} are shown."),
    "fit_one": _("{found} of {all} claims fit; it is shown."),
    "fit_many_judged": _("{found} of {all} claims fit, among those you judged; numbers {first} to {last} are shown."),
    "fit_one_judged": _("{found} of {all} claims fit, among those you judged; it is shown."),
    "none": _("No claim fits: set a list back to “all”."),
    "none_judged": _("No claim fits, among those you judged: set a list back to “all”."),
    **lost.WORDS,  # where it has a word for silence of its own, that counts
}
_SCRIPTS = ("sift.js", "brought.js", "unheard.js", "ask.js")
# A cell that is run again makes a second widget of the same question; what waits for the first must hear as well.
_LIVE: "WeakSet[Block]" = WeakSet()
_number = count(1)  # so that no two widgets of one kernel have the same words to stand in for them


class AnsweredElsewhere(Exception):
    """Another notebook of the same learner has settled this question meanwhile."""


class Block(anywidget.AnyWidget):
    """Questions on a page. The page answers from a table (see `_forms`) and tells Python, which writes the logbook.

    `given` is all that has been answered: address ("kind name" of the logbook) → answers, oldest first; it only grows,
    until the lesson is started afresh.
    Widgets of the same question keep each other up to date. What went wrong is said in the block, and kept in
    `last_error`.
    """

    _esm = script(**_WORDS) + lost.SCRIPT + "".join((_HERE / file).read_text(encoding="utf-8") for file in _SCRIPTS)
    _css = sheet(".jl-block", "ask.css", card=True)

    spec = traitlets.Dict().tag(sync=True)  # what the page needs once
    waits = traitlets.Dict().tag(sync=True)  # address → where the page keeps answers until they are heard
    given = traitlets.Dict().tag(sync=True)  # both ways
    heard = traitlets.Int().tag(sync=True)  # how many answers have arrived here
    trouble = traitlets.Unicode().tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)  # what the logbook has to say of itself

    def __init__(
        self, heading: str, forms: Sequence[Form], words: Words, logbook: logbooks.Logbook | None, **spec: Any
    ):
        self.logbook = logbook or logbooks.default()
        self.words = words
        self.last_error: Exception | None = None
        self._known = {address: self.earlier(address) for address in self.asked()}
        name = re.sub(r"\W+", "-", next(iter(self._known), "nothing"))
        html = f'<p class="jl-kind">{escape(heading)}</p>{"".join(form.html for form in forms)}'
        said = {form.address: dict(form.said) for form in forms}
        if place.IN_A_BROWSER:
            spec["next_door"] = self.places()
        super().__init__(
            spec={"html": html, "said": said, "words": cell.mark(f"jl-words-{name}-{next(_number)}"), **spec},
            waits=self.places(),
            given=self._known,
            heard=_total(self._known),
            notice=self.logbook.notice,
        )
        self.on_msg(self._hear_again)
        _LIVE.add(self)
        self.logbook.tell(self)
        cell.supersede(self)

    def asked(self) -> dict[str, str]:
        """Kind and name in the logbook of all that is answered here → all that is asked there, in words."""
        raise NotImplementedError

    def places(self) -> dict[str, str]:
        """Address → where a browser keeps the answers to it, on a page without Python or until Python hears them.

        A question that is rewritten is another question: it is kept in another place, and asked anew.
        """
        return {address: f"jointlab {address} {crc32(asked.encode()):08x}" for address, asked in self.asked().items()}

    def earlier(self, address: str) -> list[str]:
        """The answers that the logbook has, oldest first, as far as they are still asked for."""
        raise NotImplementedError

    def entry(self, address: str, answer: str) -> dict[str, Any]:
        """What the logbook shall know of an answer. Raises KeyError, ValueError, IndexError if there is none such."""
        raise NotImplementedError

    def settled_elsewhere(self, address: str) -> bool:
        """Whether the logbook has an answer that stands, and that was not given here."""
        return False

    def settled(self, address: str) -> None:
        """Hook: there is a new answer under this address."""

    def answers(self, address: str) -> list[str]:
        """What has been answered, oldest first."""
        return self._known[address]

    def answer(self, address: str, answer: str) -> None:
        """Answer as a hand on the page would."""
        self.given = {**self.given, address: [*self._known[address], answer]}

    def recorded(self, kind: str) -> None:
        """The lesson was started afresh: ask anew."""
        if kind == "afresh":
            self._known = {address: self.earlier(address) for address in self._known}
            self.given, self.heard = self._known, _total(self._known)

    def guard(self, act: Callable[..., None], *args: Any) -> None:
        """Do `act`; an error is kept in `last_error` and said in one sentence."""
        try:
            act(*args)
        except AnsweredElsewhere as error:
            self.last_error, self.trouble = error, str(error)
        except Exception as error:
            self.last_error = error
            self.trouble = _(
                "This part met an error of its own ({name}: {error}). What you entered is not at "
                "fault: run the cell again, and if it comes back, please report it."
            ).format(name=type(error).__name__, error=error)

    def _hear_again(self, _widget: Any, message: dict, _buffers: Any) -> None:
        """The page is not sure that all was heard: what was, is not taken twice."""
        self.given = message["again"]
        self.send_state(["given", "heard"])

    @traitlets.observe("given")
    def _hear(self, _change: Any) -> None:
        """Record what is new, and tell the twins."""
        fresh = {address: self.given.get(address, [])[len(known) :] for address, known in self._known.items()}
        if not any(fresh.values()):
            return
        self.last_error, self.trouble = None, ""
        for address, answers in fresh.items():
            for answer in answers:
                self.guard(self._take, address, answer)
        self.given = self._known  # without what could not be taken
        self.heard = _total(self._known)

    def _take(self, address: str, answer: str) -> None:
        if self.settled_elsewhere(address):
            self._known = {address: self.earlier(address) for address in self._known}
            self.guard(self.settled, address)
            raise AnsweredElsewhere(_("You have answered this in another notebook meanwhile; that answer stands."))
        self.logbook.record(*address.split(" ", 1), self.entry(address, answer))
        for block in (self, *self._others()):  # what stood against writing may have come, or gone
            block.notice = self.logbook.notice
        self._know(address, answer)
        for twin in [other for other in self._others() if address in other._known]:
            twin._know(address, answer)
            twin.given = twin._known
            twin.heard = _total(twin._known)

    def _know(self, address: str, answer: str) -> None:
        self._known = {**self._known, address: [*self._known[address], answer]}
        self.guard(self.settled, address)

    def _others(self) -> list["Block"]:
        return [other for other in _LIVE if other is not self and other.logbook is self.logbook]

    def _ipython_display_(self) -> None:
        """The words of the questions stand in for the living ones."""
        html = (
            f'<div id="{self.spec["words"]}"{tag()} style="max-width: 44em; line-height: 1.5">{self.words.html}</div>'
        )
        cell.show(self, Page(html, self.words.plain), _("Run this notebook to answer."))


class Page:
    """Something to read: HTML for a notebook, the same in words for everywhere else."""

    def __init__(self, html: str, words: str):
        self.html = html
        self.words = words

    def _repr_html_(self) -> str:
        return f"<div{tag()}>{self.html}</div>" if tag() else self.html

    def __repr__(self) -> str:
        return self.words


def _total(given: dict[str, list[str]]) -> int:
    return sum(map(len, given.values()))
