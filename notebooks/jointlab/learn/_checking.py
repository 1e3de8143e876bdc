"""Checks what the learner wrote, on fresh inputs every time, and says kindly what to look at."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np

from jointlab import logbook as logbooks
from jointlab.learn._calling import Called, as_numbers, call, wrong_signature
from jointlab.learn._diagnose import Mistake, Trials, diagnose

__all__ = ["Check", "Message", "Mistake"]

_TRIALS = 8
_FAILURES_BEFORE_HINT = 2


@dataclass(frozen=True)
class Message:
    """The answer to an attempt. `mistake` is "" if it passed, else a short name for the logbook."""

    passed: bool
    sentence: str
    mistake: str = ""
    hint: str = ""
    notice: str = ""  # what the logbook has to say of itself

    def __str__(self) -> str:
        parts = [self.sentence, f"Hint: {self.hint}" if self.hint else "", self.notice]
        return "\n".join(filter(None, parts))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        colour = "var(--jp-success-color1, #2e7d32)" if self.passed else "var(--jp-brand-color1, #1976d2)"
        hint = f"<details><summary>Show a hint</summary><p>{escape(self.hint)}</p></details>" if self.hint else ""
        notice = f"<p>{escape(self.notice)}</p>" if self.notice else ""
        return (
            '<div role="status" style="max-width: 46em; font-size: 1.05em; line-height: 1.5; padding: '
            "0.4em 1.1em; "
            f'color: var(--jp-content-font-color1, #1d2733); border-left: 4px solid {colour}">'
            f"<p>{escape(self.sentence)}</p>{hint}{notice}</div>"
        )


@dataclass(frozen=True)
class Check:
    """One exercise. `check(attempt)` answers with a `Message`, and never raises on account of the attempt.

    `reference` takes the inputs by name and gives the right result in `unit`. `sample(rng)` gives fresh
    inputs as {name: value}, in the order in which the learner's function takes them. With `given`
    instead, the learner hands in a number: the result for those inputs. `deadline` is in seconds for one
    call.
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
    deadline: float = 2.0

    def __post_init__(self) -> None:
        if (self.sample is None) == (self.given is None):
            raise ValueError(f"The check {self.name!r} needs either `sample` (a function) or `given` (a number).")

    def __repr__(self) -> str:
        return self.asks

    def __call__(self, attempt: Any = ..., logbook: logbooks.Logbook | None = None) -> Message:
        """Check a function, or a number where one is asked for; `...` or None is an attempt yet to come."""
        book = logbook or logbooks.default()
        try:
            message = self._judge(attempt)
        except Exception as error:
            return Message(False, _own_error(error), "error of the check", notice=book.notice)
        if message.mistake == "not begun":
            return message
        entry = {"passed": message.passed, "mistake": message.mistake, "says": message.sentence}
        book.record("check", self.name, {**entry, "attempt": _source(attempt)})
        return Message(message.passed, message.sentence, message.mistake, self._hint(message, book), book.notice)

    def _hint(self, message: Message, book: logbooks.Logbook) -> str:
        failed = [e for e in book.entries("check", self.name) if e["entry"].get("passed") is False]
        return self.hint if not message.passed and len(failed) >= _FAILURES_BEFORE_HINT else ""

    def _judge(self, attempt: Any) -> Message:
        if attempt is None or attempt is ...:
            return Message(False, f"Your turn: {self.asks}", "not begun")
        return self._judge_number(attempt) if self.given is not None else self._judge_function(attempt)

    def _judge_number(self, attempt: Any) -> Message:
        if callable(attempt):
            sentence = "Not quite — a number is needed here: call your function, with inputs in brackets."
            return Message(False, sentence, "function for a number")
        right = np.asarray(self.reference(**self.given), dtype=float)
        number = as_numbers(attempt, right.shape)
        if number.problem:
            return _not_quite(number.kind, number.problem.replace("Your function gives back", "Your attempt is"))
        trials = self._trials([self.given], [number.value], [right])
        return self._compare(trials, lambda _arguments: None)

    def _judge_function(self, attempt: Any) -> Message:
        inputs = self._fresh_inputs()
        names = list(inputs[0])
        if not callable(attempt):
            sentence = (
                "Not quite — the check needs your function itself: hand over its name alone, without "
                "brackets or "
                f"numbers behind it. It takes ({', '.join(names)})."
            )
            return Message(False, sentence, "number for a function")
        problem = wrong_signature(attempt, names)
        if problem:
            return _not_quite(problem.kind, problem.problem)
        rights = [np.asarray(self.reference(**given), dtype=float) for given in inputs]
        results = []
        for given, right in zip(inputs, rights, strict=True):
            result = self._try(attempt, list(given.values()), right.shape)
            if result.kind == "returns ellipsis":
                return Message(False, f"Your turn: {self.asks}", "not begun")
            if result.problem:
                return _not_quite(result.kind, result.problem)
            results.append(result.value)
        trials = self._trials(inputs, results, rights)
        shape = rights[0].shape
        return self._compare(trials, lambda arguments: self._try(attempt, arguments, shape).value)

    def _try(self, attempt: Callable, arguments: Sequence[Any], shape: tuple[int, ...]) -> Called:
        called = call(attempt, arguments, self.deadline)
        return called if called.problem else as_numbers(called.value, shape)

    def _fresh_inputs(self) -> list[dict[str, Any]]:
        rng = np.random.default_rng()
        return [dict(self.sample(rng)) for _ in range(_TRIALS)]

    def _trials(self, inputs: Sequence[Mapping[str, Any]], got: Sequence[Any], right: Sequence[Any]) -> Trials:
        return Trials(inputs, np.array(got), np.array(right), self.unit, self.tolerance)

    def _compare(self, trials: Trials, again: Callable[[Sequence[Any]], Any]) -> Message:
        if trials.close(trials.got, trials.right):
            count = len(trials.inputs)
            tried = (
                f"{count} fresh inputs, and all {count} results are right" if count > 1 else "that is the right number"
            )
            return Message(True, f"Yes — {tried}.")
        return _not_quite(*diagnose(trials, self.mistakes, again))


def _not_quite(kind: str, sentence: str) -> Message:
    start = sentence[0] if sentence.startswith("Python") else sentence[0].lower()
    return Message(False, f"Not quite — {start}{sentence[1:]}", kind)


def _own_error(error: Exception) -> str:
    return (
        f"The check met an error of its own ({type(error).__name__}: {error}). Your attempt is not at fault: "
        "please report it, with what you wrote."
    )


def _source(attempt: Any) -> str:
    """What the learner wrote, as far as Python can still tell."""
    try:
        return inspect.getsource(attempt) if callable(attempt) else repr(attempt)
    except BaseException:  # compiled, typed at a prompt, or with a repr that is broken or ends the program
        return f"<{type(attempt).__name__}>"
