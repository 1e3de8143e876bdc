"""Finds the one small change that would make a learner's line right, by trying: what it is, but not what to write.

Only lines of names, numbers, signs, brackets and the functions of `math` are tried, and all in floating point, so that
no trial can take long. The learner's function itself is not called.
"""

import ast
import math
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Any

import numpy as np

from jointlab.language import _, ngettext
from jointlab.learn.checking.line import formula, names_of
from jointlab.learn.checking.trials import Trials

_SIGNS = {"+": ast.Add, "-": ast.Sub, "*": ast.Mult, "/": ast.Div, "**": ast.Pow}
_MATH = {name: getattr(np, name) for name in ("sqrt", "exp", "log", "log10", "sin", "cos", "tan", "floor", "ceil")}
_TABLE = {**_MATH, "pow": np.power, "abs": np.abs, "pi": math.pi, "e": math.e, "float": lambda x: x}
_CUTTING = {"int", "round", "floor", "ceil", "trunc"}
_TABLE |= {"int": np.trunc, "trunc": np.trunc, "round": np.round}
_OPERATIONS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Pow)
_TOKEN = re.compile(r"\*\*|//|[A-Za-z_]\w*|\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|[-+*/(),^]")
_MOST = 12  # names and numbers in a line: more would take long


def mend(trials: Trials, function: Callable) -> tuple[str, str] | None:
    """A mistake's name and a sentence about it, if one or two small changes would make the line right; else None."""
    written = formula(function)
    names = names_of(function).brackets[: len(trials.inputs[0])]
    if written is None or trials.got.ndim != 1 or any(np.ndim(v) for v in trials.inputs[0].values()):
        return None
    columns = zip(*(given.values() for given in trials.inputs), strict=True)
    line = _Line(trials, {name: np.array(column, dtype=float) for name, column in zip(names, columns, strict=True)})
    try:
        plain = _Plain().visit(written)
    except _TooMuch:
        return None
    found = _cut_off(line, plain)
    if found or not np.ptp(trials.got):  # the same number every time: no sign does that
        return found
    return _signs_and_brackets(line, ast.unparse(plain)) or _sign_in_brackets(line, plain)


class _Line:
    """Says of a changed line whether it is right."""

    def __init__(self, trials: Trials, columns: dict[str, np.ndarray]):
        self.trials = trials
        self.known = {"__builtins__": {}, **_TABLE, **columns}

    def right(self, text: str) -> bool:
        try:
            with np.errstate(all="ignore"):
                result = eval(text, self.known)
                return self.trials.close(np.broadcast_to(result, self.trials.right.shape), self.trials.right)
        except Exception:  # most changes make no formula
            return False


class _TooMuch(Exception):
    """There is more in the line than can be tried."""


class _Plain(ast.NodeTransformer):
    """Lets names, numbers, signs and functions of `math` pass; whole numbers become floats: none can explode."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        return self.generic_visit(node) if isinstance(node.op, _OPERATIONS) else _not_tried()

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        return self.generic_visit(node) if isinstance(node.op, ast.USub | ast.UAdd) else _not_tried()

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if type(node.value) not in (int, float) or abs(node.value) > 1e300:
            _not_tried()
        return ast.Constant(float(node.value))

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        module = node.value.id if isinstance(node.value, ast.Name) else ""
        return ast.Name(node.attr) if module in ("math", "np") and node.attr in _TABLE else _not_tried()

    def visit_Call(self, node: ast.Call) -> ast.expr:
        function = self.visit(node.func)
        if node.keywords or not isinstance(function, ast.Name) or function.id not in _TABLE:
            _not_tried()
        return ast.Call(function, [self.visit(each) for each in node.args], [])

    def generic_visit(self, node: ast.AST) -> Any:
        if isinstance(node, ast.BinOp | ast.UnaryOp | ast.operator | ast.unaryop | ast.expr_context):
            return super().generic_visit(node)
        return _not_tried()


def _not_tried() -> Any:
    raise _TooMuch


class _Whole(ast.NodeTransformer):
    """Takes away what cuts numbers off."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        op = ast.Div() if isinstance(node.op, ast.FloorDiv) else node.op
        return ast.BinOp(self.visit(node.left), op, self.visit(node.right))

    def visit_Call(self, node: ast.Call) -> ast.expr:
        inside = [self.visit(each) for each in node.args]
        return inside[0] if node.func.id in _CUTTING and inside else ast.Call(node.func, inside, [])


def _cut_off(line: _Line, plain: ast.expr) -> tuple[str, str] | None:
    before = ast.unparse(plain)
    after = ast.unparse(_Whole().visit(ast.parse(before, mode="eval").body))
    if after == before or not (line.right(after) or not line.trials.got.any()):
        return None
    return "rounded away", (
        _(
            "Your line cuts numbers off: // divides without the part behind the point, int( ) and round( ) leave it "
            "out, too. Divide with / and hand over all digits."
        )
    )


def _signs_and_brackets(line: _Line, text: str) -> tuple[str, str] | None:
    tokens = _TOKEN.findall(text)
    bare = _without_brackets(tokens)
    if sum(token[0].isalnum() for token in tokens) > _MOST:
        return None
    return (
        _signs(line, tokens, 1)
        or _brackets(line, tokens, _missing)
        or (bare != tokens and _brackets(line, bare, _misplaced))
        or _signs(line, tokens, 2)
    )


def _signs(line: _Line, tokens: Sequence[str], count: int) -> tuple[str, str] | None:
    """So many signs are not right."""
    places = [i for i, token in enumerate(tokens) if token in _SIGNS and i and tokens[i - 1] not in ("(", ",")]
    for changed in combinations(places, count):
        for signs in _choices([tokens[i] for i in changed]):
            text = list(tokens)
            for i, sign in zip(changed, signs, strict=True):
                text[i] = sign
            if line.right(" ".join(text)):
                return _told_signs([_around(tokens, i) for i in changed])
    return None


def _told_signs(places: Sequence[str]) -> tuple[str, str]:
    told = ngettext(
        "Very close: only one sign is not right yet. Look at `{place}`.",
        "Very close: only two signs are not right yet. Look at `{place}` and at `{other}`.",
        len(places),
    )
    return "sign in the line", told.format(place=places[0], other=places[-1])


def _sign_in_brackets(line: _Line, plain: ast.expr) -> tuple[str, str] | None:
    """One sign, whose brackets are needed only where it is right: `_signs` does not see them."""
    for node in ast.walk(plain):
        if not isinstance(node, ast.BinOp) or isinstance(node.op, ast.FloorDiv):
            continue
        before = node.op
        left, right = (_TOKEN.findall(ast.unparse(side)) for side in (node.left, node.right))
        for operation in _SIGNS.values():
            node.op = operation()
            if line.right(ast.unparse(plain)):
                was = next(sign for sign, each in _SIGNS.items() if isinstance(before, each))
                return _told_signs([_around([*left, was, *right], len(left))])
        node.op = before
    return None


def _choices(signs: list[str]) -> Iterator[tuple[str, ...]]:
    """Other signs in the place of each of these."""
    first, *rest = signs
    for other in _SIGNS:
        if other != first:
            yield from ((other, *more) for more in (_choices(rest) if rest else [()]))


def _around(tokens: Sequence[str], i: int) -> str:
    """What stands to the left and right of a sign."""
    left = next(token for token in reversed(tokens[:i]) if token[0].isalnum())
    right = next(token for token in tokens[i + 1 :] if token[0].isalnum())
    return " ".join(token.removesuffix(".0") for token in (left, tokens[i], right))


def _without_brackets(tokens: Sequence[str]) -> list[str]:
    """Without those that hold a sum or a product together; those of functions stay."""
    kept, open_of_function = [], []
    for i, token in enumerate(tokens):
        if token == "(":
            open_of_function.append(i > 0 and tokens[i - 1][0].isalpha())
        belongs = token not in "()" or open_of_function[-1]
        if token == ")":
            open_of_function.pop()
        if belongs:
            kept.append(token)
    return kept


def _missing(count: int) -> str:
    return ngettext(
        "Only one pair of brackets is missing: Python takes * and / before + and −, and otherwise goes from left to "
        "right. Which parts belong together?",
        "Only two pairs of brackets are missing: Python takes * and / before + and −, and otherwise goes from left to "
        "right. Which parts belong together?",
        count,
    )


def _misplaced(count: int) -> str:
    return ngettext(
        "Only the brackets are not in the right place yet; one pair of brackets is needed: Python takes * and / before "
        "+ and −, and otherwise goes from left to right. Which parts belong together?",
        "Only the brackets are not in the right place yet; two pairs of brackets are needed: Python takes * and / "
        "before + and −, and otherwise goes from left to right. Which parts belong together?",
        count,
    )


def _brackets(line: _Line, tokens: list[str], says: Callable[[int], str]) -> tuple[str, str] | None:
    """One or two pairs of brackets more."""
    of_function = [i > 0 and tokens[i - 1][0].isalpha() for i in range(len(tokens))]
    starts = [i for i, token in enumerate(tokens) if token[0].isalnum() or (token == "(" and not of_function[i])]
    ends = [i for i, token in enumerate(tokens) if token[0].isalnum() or token == ")"]
    pairs = [(i, j) for i in starts for j in ends if i < j and _balanced(tokens[i : j + 1])]
    for count in (1, 2):
        for chosen in combinations(pairs, count):
            if line.right(_bracketed(tokens, chosen)):
                return "brackets", says(count)
    return None


def _balanced(tokens: Sequence[str]) -> bool:
    """Whether each bracket in these tokens has its other half there."""
    depths = np.cumsum([(token == "(") - (token == ")") for token in tokens])
    return bool(depths[-1] == 0 and depths.min() >= 0)


def _bracketed(tokens: Sequence[str], pairs: Sequence[tuple[int, int]]) -> str:
    opened, closed = [i for i, _ in pairs], [j for _, j in pairs]
    return " ".join(f"{'(' * opened.count(i)}{token}{')' * closed.count(i)}" for i, token in enumerate(tokens))
