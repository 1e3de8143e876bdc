"""What the learner has written, read from the source: which names, which signs, what still stands there."""

import ast
import copy
import inspect
import math
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jointlab.language import listed


@dataclass(frozen=True)
class Names:
    """What a learner may write: the names in the `brackets` of the first line, what is `there` besides, like pi, and
    what the function has `made` itself."""

    brackets: Sequence[str] = ()
    there: Sequence[str] = ()
    made: Sequence[str] = ()

    def __iter__(self):
        return iter([*self.brackets, *self.made, *self.there])

    def listed(self) -> str:
        """Such as "radius, gap and pi"."""
        return listed(list(self))


def names_of(function: Callable) -> Names:
    """The names in the brackets of a function, those that its cell has imported from `math`, and its own."""
    try:
        brackets = tuple(inspect.signature(function).parameters)
    except (TypeError, ValueError):
        brackets = ()
    around = getattr(inspect.unwrap(function), "__globals__", {})
    there = (name for name, value in vars(math).items() if name in around and around[name] is value)
    nodes = [node for line in body(function) for node in ast.walk(line)]
    made = dict.fromkeys(node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    return Names(
        brackets,
        tuple(name for name in there if name not in brackets and name[0] != "_"),
        tuple(name for name in made if name not in brackets),
    )


def source_of(attempt: Any) -> str:
    """What the learner wrote, as far as Python can still tell."""
    try:
        return inspect.getsource(attempt) if callable(attempt) else repr(attempt)
    except BaseException:  # compiled, typed at a prompt, or with a repr that does what it likes
        return f"<{type(attempt).__name__}>"


def body(function: Callable) -> list[ast.stmt]:
    """The statements of a function without its description; of a lambda, the one that it is. [] if nobody knows."""
    try:
        return _body(textwrap.dedent(inspect.getsource(function)), getattr(function, "__name__", ""))
    except (OSError, TypeError, SyntaxError):  # no source, or a lambda in the middle of a line
        return []


@lru_cache(64)
def _body(source: str, name: str) -> list[ast.stmt]:
    nodes = list(ast.walk(ast.parse(source)))
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name:
            return node.body[1:] if ast.get_docstring(node) is not None else node.body
    lambdas = [node for node in nodes if isinstance(node, ast.Lambda) and name == "<lambda>"]
    return [ast.Return(lambdas[0].body)] if len(lambdas) == 1 else []


def has_dots(function: Callable) -> bool:
    """Whether the three dots still stand somewhere."""
    return any(_is_dots(node) for line in body(function) for node in ast.walk(line))


def has_caret(function: Callable) -> bool:
    """Whether ^ stands somewhere, which means something among whole numbers, though not what is meant."""
    return any(isinstance(node, ast.BitXor) for line in body(function) for node in ast.walk(line))


def is_untouched(function: Callable) -> bool:
    """Whether nothing but the dots stands there; also where the source is not known."""
    return all(_is_dots(getattr(line, "value", None)) for line in body(function))


def _is_dots(node: Any) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...


def names_used(function: Callable) -> set[str] | None:
    """All names that are read; None where the source is not known."""
    nodes = [node for line in body(function) for node in ast.walk(line)]
    return {node.id for node in nodes if isinstance(node, ast.Name)} if nodes else None


def formula(function: Callable) -> ast.expr | None:
    """What the function calculates, as one formula, if it is written as one or as a few lines of it; else None."""
    *lines, last = body(function) or [None]
    made: dict[str, ast.expr] = {}
    for line in lines:
        if not (isinstance(line, ast.Assign) and len(line.targets) == 1 and isinstance(line.targets[0], ast.Name)):
            return None
        made[line.targets[0].id] = _Filled(made).visit(copy.deepcopy(line.value))
    if not isinstance(last, ast.Return) or last.value is None:
        return None
    return _Filled(made).visit(copy.deepcopy(last.value))


class _Filled(ast.NodeTransformer):
    """Puts what was calculated before in the place of its name."""

    def __init__(self, made: dict[str, ast.expr]):
        self.made = made

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return copy.deepcopy(self.made.get(node.id, node))
