"""The parts of a question: a native HTML form for a living page, and words for a page where nothing lives.

What a form says is a table, answer → HTML, so that the page can say it at once. An answer is the values of the form's
fields, joined by "|" (see `key`), or what its button does: "skip", "opened". The other keys of the table:

    ""             nothing answered yet
    "?choice sure" an answer was asked for, and these fields are missing
    "again"        the learner has asked to choose again
    "1|70|opened"  for a form that waits for another one: answered there, and opened here

What is the same after every answer stands in a table of its own, address → HTML (`spec["after"]`).

`data-when` names the times at which a part is shown: open (not answered), again (choosing once more), made, skipped,
opened (the outcome has been seen: nothing can be changed any more).
"""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from jointlab.language import _


@dataclass(frozen=True)
class Form:
    """A form and the table of what it says; `address` is kind and name of its answers in the logbook."""

    address: str
    html: str
    said: Mapping[str, str]


@dataclass(frozen=True)
class Words:
    """Something to read, as HTML and as plain text in lines of at most 96 characters."""

    html: str
    plain: str

    def __add__(self, other: "Words") -> "Words":
        return Words(self.html + other.html, f"{self.plain}\n{other.plain}")


def key(*values: Any) -> str:
    """The answer that consists of these values of a form's fields."""
    return "|".join(map(str, values))


def form(
    address: str,
    ask: str,
    parts: Sequence[str],
    said: Mapping[str, str],
    *,
    asked: str = "",
    opened: str = "",
) -> Form:
    """A question with its `parts` below, all in one group that bears the question's name.

    `asked`: the address whose answer decides what the form says, if not its own; `opened`: where it is kept that the
    outcome has been seen.
    """
    return Form(
        address,
        f'<form data-address="{escape(address)}" data-asked="{escape(asked or address)}" data-opened="{escape(opened)}"'
        f' autocomplete="off" novalidate><fieldset><legend>{escape(ask)}</legend>{"".join(parts)}</fieldset></form>',
        said,
    )


# In every form: the line that tells what became of an answer. It may hold the focus when its button has gone.
STATUS = '<div class="jl-said" role="status" tabindex="-1"></div>'


def radios(options: Sequence[str]) -> str:
    """One choice of lettered options; its value is the index."""
    rows = (
        f'<label class="jl-option"><input type="radio" name="choice" value="{i}"><span>{letter(i)}. {escape(option)}'
        "</span></label>"
        for i, option in enumerate(options)
    )
    return "".join(rows)


def choice_of(name: str, label: str, options: Mapping[Any, str]) -> str:
    """A labelled list that opens on no choice."""
    rows = "".join(f'<option value="{escape(str(value))}">{escape(words)}</option>' for value, words in options.items())
    return (
        f'<label class="jl-list"><span>{escape(label)}</span> <select name="{name}"><option value="">'
        f"{escape(_('please choose'))}</option>{rows}</select></label>"
    )


def at(times: str, *parts: str) -> str:
    """Parts that are shown at these times alone."""
    return f'<div data-when="{times}">{"".join(parts)}</div>'


def button(words: str, does: str = "answer", times: str = "", main: bool = False) -> str:
    """A button that says in words what it does; `main` for the usual next step."""
    look = ' class="jl-main"' if main else ""
    when = f' data-when="{times}"' if times else ""
    return f'<button value="{does}"{look}{when}>{escape(words)}</button> '


def paragraph(words: str, kind: str = "") -> str:
    """A paragraph of HTML."""
    return f'<p class="{kind}">{escape(words)}</p>' if kind else f"<p>{escape(words)}</p>"


def letter(index: int) -> str:
    """A for the first option, B for the second …"""
    return chr(ord("A") + index)


def sentence(words: str) -> Words:
    """A paragraph of plain words."""
    return Words(paragraph(words), _wrapped(words))


def heading(words: str) -> Words:
    """A line that says what follows."""
    return Words(f"<p><strong>{escape(words)}</strong></p>", _wrapped(words))


def question(ask: str, options: Sequence[str]) -> Words:
    """A question and its lettered options."""
    lettered = [f"{letter(i)}. {option}" for i, option in enumerate(options)]
    items = "".join(f"<li>{escape(line)}</li>" for line in lettered)
    html = f'<p><strong>{escape(ask)}</strong></p><ul style="list-style: none; padding-left: 1.2em">{items}</ul>'
    return Words(html, "\n".join([_wrapped(ask), *(_wrapped(line, "  ") for line in lettered)]))


def _wrapped(words: str, indent: str = "") -> str:
    hanging = indent + "   " if indent else ""
    return textwrap.fill(words, 96, initial_indent=indent, subsequent_indent=hanging, break_long_words=False)
