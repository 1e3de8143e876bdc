"""A long list behind one line that says what it holds: who wants the numbers opens it, who reads on is not held up."""

from collections.abc import Sequence
from html import escape

from jointlab.learn._block import NBSP, Page


def folded(summary: str, lines: Sequence[str]) -> Page:
    """The `lines` as a list that opens under `summary`. It opens without a kernel, too, and its lines break between
    words on a narrow screen; in plain words it is not folded. Raises ValueError without lines: a fold that hides
    nothing is a promise not kept."""
    if not lines:
        raise ValueError(f"Nothing stands behind {summary!r}: give it at least one line.")
    items = "".join(f"<li>{escape(_firm(line))}</li>" for line in lines)
    return Page(
        f'<details style="max-width: 760px"><summary style="cursor: pointer">{escape(summary)}</summary>'
        f"<ul>{items}</ul></details>",
        "\n".join([summary, *(f"- {line}" for line in lines)]),
    )


def _firm(line: str) -> str:
    """The line with each number kept beside its name and its per cent."""
    return line.replace(" = ", f"{NBSP}={NBSP}").replace(" %", f"{NBSP}%")
