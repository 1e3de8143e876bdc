"""What a beginner's line that Python cannot read was meant to be: one sentence, and the place.

Python's own message depends on its version, and often blames the word behind the slip. So the line itself is read.
"""

import difflib
import keyword
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jointlab.language import _
from jointlab.learn.checking.complaints import DOTS, TIMES
from jointlab.learn.checking.line import Names
from jointlab.learn.checking.results import decimal_comma

_TOKEN = re.compile(
    r"\.\.\.|\*\*|//|==|<=|>=|!=|(?P<number>\d[\d_]*\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|(?P<name>[^\W\d]\w*)"
    r"|(?P<text>\"[^\"]*\"|'[^']*')|\S"
)
_SIGNS = ("+", "-", "*", "/", "//", "**")
# Signs from books and other keyboards → what Python has for them.
_FOREIGN = {
    "√": _("A root is written sqrt( ), with what it is taken of in the brackets."),
    "²": _("A square is written with two stars: **2."),
    "³": _("A third power is written with two stars: **3."),
    "⁴": _("A fourth power is written with two stars: **4."),
    "×⋅∙•·": TIMES,
    "÷∶": _("To divide, write /."),
    "−–—": _("Write a minus with the key for the hyphen: -."),
    "“”„‘’": _("No quotation marks are needed: the names stand alone."),
    "½": _("Write ½ as 1 / 2."),
    "¼": _("Write ¼ as 1 / 4."),
}
_DIVIDE = _("To divide, write /.")
_SPOKEN = {
    "times": TIMES,
    "over": _DIVIDE,
    "by": _DIVIDE,
    "divided": _DIVIDE,
    "plus": _("To add, write +."),
    "minus": _("To take away, write -."),
}
_FUNCTIONS = ("sqrt", "exp", "log", "sin", "cos", "tan", "abs")


@dataclass(frozen=True)
class Token:
    """A word or sign of a line: its text, what it is (number, name, text, sign) and where it begins and ends."""

    text: str
    kind: str
    start: int
    end: int

    @property
    def is_operand(self) -> bool:
        """A number or a name that stands for one."""
        return self.kind == "number" or (self.kind == "name" and not keyword.iskeyword(self.text))


@dataclass(frozen=True)
class Slip:
    """A sentence, and the part of the line that it is about."""

    sentence: str
    start: int = 0
    end: int = 0


def slip(line: str, error: SyntaxError, names: Names) -> Slip | None:
    """What is wrong with `line`, where Python has met `error`; None if no slip is known that looks like this."""
    tokens = _tokens(line)
    for rule in _RULES:
        if found := rule(line, tokens, error, names):
            return found
    return None


def _tokens(line: str) -> list[Token]:
    found = []
    for match in _TOKEN.finditer(_without_comment(line)):
        found.append(Token(match[0], match.lastgroup or "sign", match.start(), match.end()))
    return found


def _without_comment(line: str) -> str:
    return re.sub(r"#[^\"']*$", "", line)


def _at(sentence: str, *tokens: Token) -> Slip:
    return Slip(sentence, tokens[0].start, tokens[-1].end)


def _foreign(line: str, tokens: Sequence[Token], error: SyntaxError, names: Names) -> Slip | None:
    for place, sign in enumerate(_without_comment(line)):
        for signs, advice in _FOREIGN.items():
            if sign in signs:
                unknown = _("Python does not know the sign {sign} here.").format(sign=sign)
                return Slip(f"{unknown} {advice}", place, place + 1)
    if "invalid character" in str(error) and error.offset:
        return Slip(_("Python does not know this sign."), error.offset - 1, error.offset)
    return None


def _indent(line: str, tokens: Sequence[Token], error: SyntaxError, names: Names) -> Slip | None:
    message = str(error)
    if "expected an indented block" in message and line.startswith("learn."):
        return Slip(_("The function has no line yet: below def belongs one that begins with four blanks and return."))
    if "expected an indented block" in message or "'return' outside function" in message:
        return Slip(_("Put four blanks in front of this line: so Python sees that it belongs to the function above."))
    if isinstance(error, TabError):
        return Slip(_("This line begins with tabs and blanks mixed: use four blanks."))
    if isinstance(error, IndentationError):
        return Slip(
            _(
                "This line begins too far right or left. In a function each line begins with four blanks, everything "
                "else at the very left."
            )
        )
    return None


def _dots(line: str, tokens: Sequence[Token], error: SyntaxError, names: Names) -> Slip | None:
    left = [token for token in tokens if token.text == "..."]
    return _at(DOTS, left[0]) if left else None


def _first_word(line: str, tokens: Sequence[Token], error: SyntaxError, names: Names) -> Slip | None:
    first = tokens[0] if tokens else Token("", "", 0, 0)
    like = difflib.get_close_matches(first.text.lower(), ["return", "def", "from"], n=1, cutoff=0.6)
    if first.kind == "name" and len(tokens) > 1 and like and first.text != like[0] and tokens[1].kind != "sign":
        return _at(_("The first word has to be {like}, in small letters.").format(like=like[0]), first)
    if first.text == "def" and "expected ':'" in str(error):
        return _at(_("The line that begins with def ends with a colon : behind the bracket."), tokens[-1])
    return None


def _after_return(line: str, tokens: Sequence[Token], error: SyntaxError, names: Names) -> Slip | None:
    if not tokens or tokens[0].text != "return":
        if tokens and tokens[0].text in ("if", "elif", "while"):
            equals = [token for token in tokens if token.text == "="]
            return (
                _at(_("To compare, write two signs ==; one alone gives a name its value."), *equals) if equals else None
            )
        return None
    equals = [token for token in tokens if token.text == "="]
    if equals:
        before = tokens[1 : tokens.index(equals[0]) + 1]
        return _at(_("Behind return stands the formula alone: leave out the = and what stands before it."), *before)
    if tokens[1:] and tokens[1].text == ":":
        return _at(_("No colon is needed behind return."), tokens[1])
    colons = [token for token in tokens if token.text == ":"]
    return _at(_("To divide, write / and not :."), colons[0]) if colons else None


def _comma(line: str, tokens: Sequence[Token], error: SyntaxError, names: Names) -> Slip | None:
    advice = decimal_comma(line)
    if not advice or not ("leading zeros" in str(error) or len(_neighbours(tokens)) == 0):
        return None
    place = re.search(r"\d+,\d+", line)
    return Slip(advice, place.start(), place.end())


def _neighbours(tokens: Sequence[Token]) -> list[tuple[Token, Token]]:
    """Two words without a sign between them."""
    found = []
    for left, right in pairwise(tokens):
        if (left.is_operand or left.text == ")") and right.is_operand:
            found.append((left, right))
    return found


def _two_words(line: str, tokens: Sequence[Token], error: SyntaxError, names: Names) -> Slip | None:
    for left, right in _neighbours(tokens):
        pair = (left, right)
        if tokens[0].text == "def":
            told = _("Between {left} and {right} a comma is missing.")
            return _at(told.format(left=left.text, right=right.text), *pair)
        for word in pair:
            if word.text in ("x", "X"):
                return _at(f"{_('An x between two names does not multiply.')} {TIMES}", word)
            if word.text.lower() in _SPOKEN:
                return _at(_SPOKEN[word.text.lower()], word)
        joined = f"{left.text}_{right.text}"
        gets_value = [token.text for token in tokens[:3]] == [left.text, right.text, "="]
        if (
            gets_value
            or joined in names
            or any(name.startswith(f"{joined}_") or f"_{joined}" in name for name in names)
        ):
            return _at(
                _("A name has no blank in it: write {joined}, with the low line _.").format(joined=joined), *pair
            )
        if left.text in _FUNCTIONS:
            return _at(_("What {text} is taken of stands in brackets: {text}( ).").format(text=left.text), *pair)
        if left.kind == "number" and right.kind == "name":
            told = _("Between {left} and {right} a sign is missing, such as *.").format(
                left=left.text, right=right.text
            )
            return _at(f"{told} {_('(And π is written pi.)')}" if right.text == "π" else told, *pair)
        told = _("Between {left} and {right} a sign such as * or / is missing.")
        return _at(told.format(left=left.text, right=right.text), *pair)
    return None


def _two_signs(line: str, tokens: Sequence[Token], error: SyntaxError, names: Names) -> Slip | None:
    for left, right in pairwise(tokens):
        if left.text in _SIGNS and right.text in ("*", "/", "//", "**"):
            told = _(
                "Two signs follow each other: {left} {right}. One number or name is missing, or one sign is too many."
            )
            return _at(told.format(left=left.text, right=right.text), left, right)
        if left.text in _SIGNS and right.text == ")":
            return _at(_("Something is missing behind the {text}.").format(text=left.text), left, right)
        if left.text in ("(", "return") and right.text in ("*", "/", "//", "**"):
            return _at(_("Something is missing in front of the {text}.").format(text=right.text), right)
    if tokens and tokens[-1].text in _SIGNS:
        return _at(
            _("The line ends with {text}: something is missing behind it.").format(text=tokens[-1].text), tokens[-1]
        )
    return None


def _brackets(line: str, tokens: Sequence[Token], error: SyntaxError, names: Names) -> Slip | None:
    open_ones: list[Token] = []
    for token in tokens:
        if token.text == "(":
            open_ones.append(token)
        elif token.text == ")":
            if not open_ones:
                return _at(_("This bracket closes one that was never opened: each ) needs its (."), token)
            open_ones.pop()
        elif token.text in ("[", "]", "{", "}"):
            return _at(_("Use round brackets ( ) only."), token)
    if open_ones:
        return _at(_("This bracket is never closed: each ( needs its )."), open_ones[-1])
    return None


def _per_cent(line: str, tokens: Sequence[Token], error: SyntaxError, names: Names) -> Slip | None:
    sign = [token for token in tokens if token.text == "%"]
    return _at(_("Python does not read % as per cent: divide by 100."), sign[0]) if sign else None


def _quotation(line: str, tokens: Sequence[Token], error: SyntaxError, names: Names) -> Slip | None:
    if "unterminated string" in str(error):
        return Slip(_("A quotation mark is opened and not closed. In a formula none is needed."), *_place(error))
    return None


def _place(error: SyntaxError) -> tuple[int, int]:
    start = max((error.offset or 1) - 1, 0)
    return start, start + 1


_Rule = Callable[[str, Sequence[Token], SyntaxError, Names], Slip | None]
_RULES: tuple[_Rule, ...] = (
    _foreign,
    _indent,
    _dots,
    _quotation,
    _first_word,
    _after_return,
    _comma,
    _two_words,
    _two_signs,
    _brackets,
    _per_cent,
)
