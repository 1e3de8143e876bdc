"""A question to a class, to project: hands are counted, then comes what is right and why, and all once more later."""

from html import escape

import anywidget
import traitlets

from jointlab import cell, sources
from jointlab.language import _
from jointlab.learn._block import Page
from jointlab.learn._forms import Words, heading, letter, paragraph, question, sentence
from jointlab.learn._question import Question, poll_question
from jointlab.learn._sheets import page_script, sheet

# All that the slide says of itself; what stands in braces is put in by the page.
SAYS = {
    "poll": _("Poll"),
    "full": _("Full screen"),
    "leave": _("Leave full screen"),
    "hands": _("Hands for {letter}"),
    "more": _("One more hand for {letter}"),
    "wrong": _("Type a whole number of hands, 0 to 999."),
    "none": _("No hands counted yet."),
    "counted": _("{total} hands counted."),
    "again": _("Ask again"),
    "asked again": _("The striped bars are those from before."),
    "show": _("Show the answer"),
    "hide": _("Hide the answer"),
    "over": _("Start over"),
    "right": _("Right."),
    "outcome": _("Right is {letter}."),
    "nobody": _("Nobody knows the answer yet."),
    "chose": _("{count} of {total} chose it, {share}."),
    "chose before": _("Before it was {count} of {total}, {share}."),
    "before": _("before"),
    "now": _("now"),
}


class Poll(anywidget.AnyWidget):
    """What a class is polled on in one lesson, as `[poll]` or the predictions of its data/lessons/NAME.toml declare it.

    Counts live in the page that shows it, and nowhere else. Raises sources.MissingSource, sources.DamagedData.
    """

    _esm = page_script("poll.js")
    _css = sheet(".jl-poll", "poll.css", card=True)

    spec = traitlets.Dict().tag(sync=True)

    def __init__(self, lesson: str):
        asked = poll_question(lesson)
        outline = next(one for one in sources.course() if one.name == lesson)
        self.words = _words(asked)
        super().__init__(
            spec={
                "words": cell.mark(f"jl-words-poll-{lesson}"),
                "title": f"{outline.number} · {outline.title}",
                "ask": asked.ask,
                "options": list(asked.options),
                "answer": asked.answer,
                "because": list(asked.because),
                "says": SAYS,
            }
        )
        cell.supersede(self)

    @property
    def stands_in(self) -> Page:
        """The question in words, where nothing lives."""
        html = f'<div id="{self.spec["words"]}" style="max-width: 44em; line-height: 1.5">{self.words.html}</div>'
        return Page(html, self.words.plain)

    def _ipython_display_(self) -> None:
        cell.show(self, self.stands_in, _("Run this notebook to count hands."))


def _words(asked: Question) -> Words:
    """The question with its options, and folded below it what is right and why."""
    reasons = [f"{letter(i)}. {reason}" for i, reason in enumerate(asked.because)]
    right = SAYS["nobody"] if asked.answer is None else SAYS["outcome"].format(letter=letter(asked.answer))
    told = [right, *reasons]
    fold = f"<details><summary>{escape(SAYS['show'])}</summary>{''.join(map(paragraph, told))}</details>"
    plain = "\n".join(sentence(line).plain for line in told)
    return heading(f"{SAYS['poll']}.") + question(asked.ask, asked.options) + Words(fold, plain)
