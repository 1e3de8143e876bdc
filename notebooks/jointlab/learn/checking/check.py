"""Checks what the learner wrote, on fresh inputs every time, and says kindly what to look at.

A check is there to help, not to guard. Somebody who hands in the reference itself, or a function that is right eight
times and then wrong, is told "Yes".
"""

import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from jointlab import cell
from jointlab import logbook as logbooks
from jointlab.language import _
from jointlab.learn.checking import card as cards
from jointlab.learn.checking.calling import call
from jointlab.learn.checking.diagnose import diagnose
from jointlab.learn.checking.kept import YourLine, kept
from jointlab.learn.checking.line import source_of
from jointlab.learn.checking.results import Called, as_numbers, wrong_signature
from jointlab.learn.checking.trials import Mistake, Trials
from jointlab.learn.checking.watch import OutOfTime

__all__ = ["Check", "Message", "Mistake"]

_TRIALS = 8
_FAILURES_BEFORE_HINT = 2
_CALL = 2.0  # s that one call may take
_ONLY_SHOWN = _(
    "On this page no code can be written. Try your line on paper, then open the solution; to run it, open the lesson "
    "in JupyterLab."
)


@dataclass(frozen=True)
class Message:
    """The answer to an attempt. `mistake` is "" if it passed, else a short name for the logbook."""

    passed: bool
    sentence: str
    mistake: str = ""
    hint: str = ""
    notice: str = ""  # what the logbook has to say of itself
    empty: str = ""  # the exercise as it was before anything was written
    before: str = ""  # the exercise as the learner wrote it once, where it is empty now

    def __str__(self) -> str:
        parts = [self.sentence, _("Hint: {hint}").format(hint=self.hint) if self.hint else "", self.notice]
        return "\n".join(filter(None, parts))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return cards.card(
            cards.GOOD if self.passed else cards.OPEN,
            [cards.paragraph(self.sentence), *self.help()],
        )

    def help(self) -> list[str]:
        """What stands below the sentence, as HTML."""
        return [
            cards.folded(_("Show a hint"), cards.paragraph(self.hint)),
            cards.folded(cards.EMPTY_LINE, cards.to_copy(self.empty)),
            cards.folded(cards.WRITTEN_BEFORE, cards.to_copy(self.before)),
            cards.paragraph(self.notice),
        ]


@dataclass(frozen=True)
class Check:
    """One exercise. `check(attempt)` answers with a `Message`, and never raises on account of the attempt.

    `reference` takes the inputs by name and gives the right result in `unit`. `sample(rng)` gives fresh
    inputs as {name: value}, in the order in which the learner's function takes them. With `given`
    instead, the learner hands in a number: the result for those inputs. `deadline` is in seconds for the
    whole check. `imports`: the names of `math` that are there for the learner.
    """

    name: str
    asks: str
    reference: Callable[..., Any]
    sample: Callable[[np.random.Generator], Mapping[str, Any]] | None = None
    given: Mapping[str, Any] | None = None
    unit: str = ""
    tolerance: float = 0.005
    mistakes: Sequence[Mistake] = ()
    hint: str = ""
    deadline: float = 6.0
    lesson: str = ""
    imports: Sequence[str] = ()

    def __post_init__(self) -> None:
        if (self.sample is None) == (self.given is None):
            raise ValueError(f"The check {self.name!r} needs either `sample` (a function) or `given` (a number).")

    def __repr__(self) -> str:
        return self.asks

    @property
    def inputs(self) -> list[str]:
        """The names of the inputs, in the order in which the learner's function takes them."""
        return list(self.given or self.sample(np.random.default_rng(0)))

    @property
    def function_name(self) -> str:
        """What the function shall be called; "" where a number is asked for."""
        asked = re.search(r"(\w+)\(", self.asks)  # "write collapse_time(radius, …): …"
        return asked[1] if asked and self.given is None else ""

    @property
    def empty(self) -> str:
        """The cell as it is before anything is written; "" where no function is asked for."""
        if not self.function_name:
            return ""
        return self._cell(f"def {self.function_name}({', '.join(self.inputs)}):\n    return ...\n")

    def _cell(self, function: str) -> str:
        """A cell with this function, which brings what it needs, so that it can be run before all others."""
        imports = f"from math import {', '.join(self.imports)}\n\n" if self.imports else ""
        ask = f'learn.check("{self.lesson}", "{self.name}", {self.function_name})'
        return f"{imports}from jointlab import learn\n\n\n{function}\n\n{ask}"

    @property
    def yours(self) -> YourLine | None:
        """The newest line of the learner's that gives numbers, right or wrong; None before there is one."""
        return kept(self.lesson, self.name).newest

    @property
    def solved(self) -> YourLine | None:
        """The newest line that passed, whatever was tried afterwards; None before there is one."""
        return kept(self.lesson, self.name).passed

    def when_checked(self, callback: Callable[["Check"], None]) -> Callable[[], None]:
        """Call `callback(self)` after each check of a line that gives numbers: at once if there is one already.

        What is given back ends it. An error of the callback is told below the check's answer.
        """
        callbacks = kept(self.lesson, self.name).callbacks

        def hear() -> None:
            callback(self)

        def end() -> None:
            if hear in callbacks:
                callbacks.remove(hear)

        callbacks.append(hear)
        if self.yours:
            hear()
        return end

    def __call__(self, attempt: Any = ..., *more: Any, logbook: logbooks.Logbook | None = None) -> Message:
        """Check a function, or a number where one is asked for; `...` is an attempt yet to come."""
        book = logbook or logbooks.default()
        try:
            message = self._too_many() if more else self._judge(attempt)
        except OutOfTime:  # in the very moment in which the call came back
            message = self._slow()
        except Exception as error:
            return Message(False, _own_error(error), "error of the check", notice=book.notice)
        if message.mistake == "not begun":
            if cell.is_only_shown():
                return replace(message, notice=_ONLY_SHOWN)
            return replace(message, before=self._written_before(book))
        return self.record(message, source_of(attempt), book)

    def compare_results(self, ask: Callable[..., float]) -> Message:
        """What is to be said of results that `ask(*inputs)` gives for fresh inputs; nothing is recorded.

        For a grader, who has them calculated elsewhere. What `ask` raises is raised.
        """
        inputs = self._fresh_inputs()
        rights = [np.asarray(self.reference(**given), dtype=float) for given in inputs]
        return self._compare(self._trials(inputs, [ask(*given.values()) for given in inputs], rights))

    def record(self, message: Message, attempt: str, book: logbooks.Logbook) -> Message:
        """Write an attempt into the logbook; the message with what goes with it."""
        entry = {"passed": message.passed, "mistake": message.mistake, "says": message.sentence}
        book.record("check", self.name, {**entry, "attempt": attempt})
        notice = " ".join(filter(None, [message.notice, book.notice]))
        empty = "" if message.passed else self.empty
        return replace(message, hint=self._hint(message, book), notice=notice, empty=empty)

    def _hint(self, message: Message, book: logbooks.Logbook) -> str:
        failed = [e for e in book.entries("check", self.name) if e["entry"].get("passed") is False]
        return self.hint if not message.passed and len(failed) >= _FAILURES_BEFORE_HINT else ""

    def _written_before(self, book: logbooks.Logbook) -> str:
        """The cell with the newest line that passed, else with the newest: a newer copy of the course brings an empty
        cell, and the logbook has what stood there. "" where it has nothing."""
        head = f"def {self.function_name}("
        tries = [record["entry"] for record in book.entries("check", self.name)]
        lines = [one for one in tries if self.function_name and head in str(one.get("attempt"))]
        passed = [one for one in lines if one.get("passed")]
        if not lines:
            return ""
        attempt = (passed or lines)[-1]["attempt"]
        return attempt if "learn.check(" in attempt else self._cell(attempt)  # Python could not read the whole cell

    def _judge(self, attempt: Any) -> Message:
        if attempt is ... or (attempt is None and self.given is not None):
            return Message(False, _("Your turn: {asks}").format(asks=self.asks), "not begun")
        return self._judge_number(attempt) if self.given is not None else self._judge_function(attempt)

    def _judge_number(self, attempt: Any) -> Message:
        if callable(attempt):
            sentence = _("Not quite — a number is needed here: call your function, with inputs in brackets.")
            return Message(False, sentence, "function for a number")
        right = np.asarray(self.reference(**self.given), dtype=float)
        number = as_numbers(attempt, right.shape)
        if number.problem:
            return _not_quite(number.kind, number.problem)
        return self._compare(self._trials([self.given], [number.value], [right]))

    def _judge_function(self, attempt: Any) -> Message:
        if not callable(attempt):
            return self._no_function(attempt)
        inputs = self._fresh_inputs()
        problem = wrong_signature(attempt, list(inputs[0]))
        if problem:
            return _not_quite(problem.kind, problem.problem)
        end = time.monotonic() + self.deadline
        rights = [np.asarray(self.reference(**given), dtype=float) for given in inputs]
        results = []
        for given, right in zip(inputs, rights, strict=True):
            result = self._try(attempt, list(given.values()), right.shape, end)
            if result is None:
                return self._slow()
            if result.kind == "not begun":
                return Message(False, _("Your turn: {asks}").format(asks=self.asks), "not begun")
            if result.problem:
                return _not_quite(result.kind, result.problem)
            results.append(result.value)

        def again(arguments: Sequence[Any]) -> Any:
            result = self._try(attempt, arguments, rights[0].shape, end)
            return result and result.value

        message = self._compare(self._trials(inputs, results, rights), attempt, again)
        return self._keep(attempt, message)

    def _no_function(self, attempt: Any) -> Message:
        named = _(
            "Not quite — the check needs your function itself. It is called {name}: hand over its name alone, without "
            "quotation marks, brackets or numbers."
        )
        nameless = _(
            "Not quite — the check needs your function itself. Hand over its name alone, without quotation marks, "
            "brackets or numbers."
        )
        sentence = (named if self.function_name else nameless).format(name=self.function_name)
        if attempt is None:
            nothing = _("(What came instead is nothing, None: so your function has no `return` yet, either.)")
            sentence = f"{sentence} {nothing}"
        return Message(False, sentence, "number for a function")

    def _too_many(self) -> Message:
        number = _("Not quite — the check needs your number alone: leave out what stands behind it.")
        function = _("Not quite — the check needs your function alone: leave out what stands behind it.")
        sentence = number if self.given is not None else function
        return Message(False, sentence, "too many")

    def _try(self, attempt: Callable, arguments: Sequence[Any], shape: tuple[int, ...], end: float) -> Called | None:
        """One call; None if there is no time left for it."""
        left = end - time.monotonic()
        called = call(attempt, arguments, shape, min(_CALL, left)) if left > 0 else None
        return None if called and called.kind == "too slow" and left < _CALL else called

    def _slow(self) -> Message:
        return _not_quite(
            "too slow",
            _(
                "Your function takes very long: {trials} results were not there after {deadline:g} "
                "seconds. Look for a loop that runs too often."
            ).format(trials=_TRIALS, deadline=self.deadline),
        )

    def _keep(self, attempt: Callable, message: Message) -> Message:
        """Keep a line that gives numbers, and tell who waits for it."""
        try:
            kept(self.lesson, self.name).take(YourLine(attempt, message.passed, message.sentence))
        except Exception as error:
            notice = _("A picture could not draw your line ({name}: {error}): please report it.").format(
                name=type(error).__name__, error=error
            )
            return replace(message, notice=notice)
        return message

    def _fresh_inputs(self) -> list[dict[str, Any]]:
        rng = np.random.default_rng()
        return [dict(self.sample(rng)) for _ in range(_TRIALS)]

    def _trials(self, inputs: Sequence[Mapping[str, Any]], got: Sequence[Any], right: Sequence[Any]) -> Trials:
        constant = bool(re.search(r"\d[.,]\d", self.asks + self.hint))
        return Trials(inputs, np.array(got), np.array(right), self.unit, self.tolerance, constant)

    def _compare(self, trials: Trials, attempt: Callable | None = None, again: Callable | None = None) -> Message:
        if trials.close(trials.got, trials.right):
            count = len(trials.inputs)
            if count == 1:
                return Message(True, _("Yes — that is the right number."))
            told = _("Yes — {count} fresh inputs, and all {count} results are right.")
            return Message(True, told.format(count=count))
        return _not_quite(*diagnose(trials, self.mistakes, attempt, again or (lambda _arguments: None)))


def _not_quite(kind: str, sentence: str) -> Message:
    start = sentence[0] if sentence.startswith("Python") else sentence[0].lower()
    return Message(False, _("Not quite — {reason}").format(reason=f"{start}{sentence[1:]}"), kind)


def _own_error(error: Exception) -> str:
    return _(
        "The check met an error of its own ({name}: {error}). Your attempt is not at fault: please "
        "report it, with what you wrote."
    ).format(name=type(error).__name__, error=error)
