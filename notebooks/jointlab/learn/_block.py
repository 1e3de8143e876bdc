"""What all learning widgets share: look, spoken feedback, a guard around every press, plain words."""

import textwrap
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

import ipywidgets as W

from jointlab import logbook as logbooks

# Widths, heights and one-line ellipses of ipywidgets would cut long options off: here text wraps instead.
# The colours are JupyterLab's own names, so that light and dark themes both work.
STYLE = """<style>
.jl-block { max-width: 760px; font-size: 15px; line-height: 1.5; overflow: visible; box-sizing: border-box;
  padding: 0.9em 1.1em; margin: 0.6em 0;
  color: var(--jp-content-font-color1, #1d2733); background: var(--jp-layout-color1, #fff);
  border: 1px solid var(--jp-border-color1, #bdbdbd); border-left: 4px solid var(--jp-brand-color1, #1976d2);
  border-radius: 4px; }
.jl-block .widget-html, .jl-block .widget-html-content { width: auto; height: auto; max-width: 100%;
  overflow: visible; font-size: 1em; line-height: 1.5; color: inherit; }
.jl-block p, .jl-block blockquote { margin: 0.35em 0; font-size: 1em; }
.jl-block .jl-kind, .jl-block .jl-note { color: var(--jp-content-font-color2, #4a5560); font-size: 0.9em; }
.jl-block .jl-ask { font-weight: 600; }
.jl-block .widget-radio { height: auto; width: auto; }
.jl-block .widget-radio-box { max-width: 100%; }
.jl-block .widget-radio-box label { display: flex; align-items: baseline; gap: 0.6em; height: auto;
  min-height: 1.9em; padding: 0.25em 0; line-height: 1.4; font-size: 1em; white-space: normal; cursor:
  pointer; color: inherit; }
.jl-block .widget-radio-box input { float: none; flex: none; order: -1; width: 1.1em; height: 1.1em;
  margin: 0; line-height: 1; }
.jl-block .widget-dropdown { width: auto; height: auto; max-width: 100%; flex-wrap: wrap; }
.jl-block .widget-dropdown > label { width: auto; max-width: 100%; height: auto; white-space: normal;
  text-align: left; font-size: 1em; line-height: 1.4; color: inherit; }
.jl-block .widget-dropdown > select { font-size: 1em; height: 2.2em; width: auto; min-width: 14em;
  max-width: 100%; flex: none; }
.jl-block .jupyter-button { width: auto; height: auto; min-height: 2.3em; max-width: 100%; padding: 0.3em 1em;
  font-size: 1em; line-height: 1.4; white-space: normal; text-align: left; }
.jl-block :is(button, input, select, a):focus-visible { outline: 3px solid var(--jp-brand-color1, #1976d2);
  outline-offset: 2px; }
</style>"""

NBSP = "\N{NO-BREAK SPACE}"


class Spoken(W.HTML):
    """A line of HTML that a screen reader is told of when it changes.

    ipywidgets replaces the whole content on every change and offers no role on the element around it. So the
    live region stands in the page from the start, empty, and every later value brings the same region with
    new words.
    """

    def __init__(self) -> None:
        super().__init__()
        self.say("")

    def say(self, html: str) -> None:
        """Show `html`, already escaped; "" clears the line."""
        self.value = f'<div role="status" aria-live="polite">{html}</div>'


class Block(W.VBox):
    """A widget that says in words what went wrong inside it, and that is never blank without a kernel.

    `words`: the whole question in plain text. `last_error` is what the last press met, or None.
    """

    def __init__(self, words: str, children: Iterable[W.Widget], logbook: logbooks.Logbook | None = None):
        self.logbook = logbook or logbooks.default()
        self.last_error: Exception | None = None
        self.words = words
        self._trouble = Spoken()
        self._notice = W.HTML()
        style = W.HTML(STYLE, layout=W.Layout(display="none"))
        super().__init__([style, *children, self._trouble, self._notice])
        self.add_class("jl-block")
        self._show_notice()

    def on_press(self, button: W.Button, act: Callable[[], None]) -> None:
        """Do `act` when `button` is pressed; an error inside is said in the block, not only in the log."""

        def press(_button: W.Button) -> None:
            self.last_error = None
            self._trouble.say("")
            self.guard(act)

        button.on_click(press)

    def guard(self, act: Callable[..., None], *args: Any) -> None:
        """Do `act`; an error is kept in `last_error` and said in one sentence."""
        try:
            act(*args)
        except Exception as error:
            self.last_error = error
            self._trouble.say(
                f"<p>This part met an error of its own ({escape(type(error).__name__)}: "
                f"{escape(str(error))}). "
                "What you entered is not at fault: run the cell again, and if it comes back, please "
                "report it.</p>"
            )

    def record(self, kind: str, name: str, entry: dict[str, Any]) -> None:
        """Write `entry` to the logbook, and show what the logbook has to say of itself."""
        self.logbook.record(kind, name, entry)
        self._show_notice()

    def _show_notice(self) -> None:
        notice = self.logbook.notice
        self._notice.value = f'<p class="jl-note">{escape(notice)}</p>' if notice else ""
        show(self._notice, bool(notice))

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """The live widget, and beside it the words that GitHub, print and a page without kernel show."""
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**data, "text/plain": self.words}, metadata


class Page:
    """Something to read: HTML for a notebook, the same in words for everywhere else."""

    def __init__(self, html: str, words: str):
        self.html = html
        self.words = words

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.words


def radios(options: Sequence[str]) -> W.RadioButtons:
    """One choice of lettered options; its value is the index, None before the first choice."""
    labels = [(f"{letter(i)}. {option}", i) for i, option in enumerate(options)]
    return W.RadioButtons(options=labels, value=None, layout=W.Layout(width="auto", max_width="100%"))


def dropdown(question: str, options: Sequence[tuple[str, Any]]) -> W.Dropdown:
    """A labelled list that opens on no choice (None)."""
    return W.Dropdown(
        description=question,
        options=[("please choose", None), *options],
        style={"description_width": "initial"},
        layout=W.Layout(width="auto", max_width="100%"),
    )


def button(words: str, main: bool = False) -> W.Button:
    """A button that says in words what it does; `main` for the usual next step."""
    style = "primary" if main else ""
    return W.Button(
        description=words, button_style=style, layout=W.Layout(width="auto", height="auto", align_self="flex-start")
    )


def row(*children: W.Widget) -> W.HBox:
    """Children side by side, below each other where the page is narrow."""
    return W.HBox(children, layout=W.Layout(flex_flow="row wrap", overflow="visible"))


def show(widget: W.Widget, shown: bool) -> None:
    """Show or hide a widget. What is hidden is out of reach for keyboard and screen reader as well."""
    widget.layout.display = None if shown else "none"


def letter(index: int) -> str:
    """A for the first option, B for the second …"""
    return chr(ord("A") + index)


def text(html: str, kind: str = "") -> W.HTML:
    """A paragraph of HTML, already escaped."""
    return W.HTML(f'<p class="{kind}">{html}</p>' if kind else f"<p>{html}</p>")


def in_words(ask: str, options: Sequence[str]) -> str:
    """A question and its lettered options as plain text."""
    return "\n".join([wrap(ask), *(wrap(f"{letter(i)}. {o}", "  ") for i, o in enumerate(options))])


def wrap(words: str, indent: str = "") -> str:
    """Plain text in lines of at most 96 characters."""
    hanging = indent + "   " if indent else ""
    return textwrap.fill(words, 96, initial_indent=indent, subsequent_indent=hanging, break_long_words=False)
