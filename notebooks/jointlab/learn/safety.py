"""The safety card: when a sore or cracking back needs a doctor. The emergencies come first."""

from html import escape

from jointlab import sources
from jointlab.drawings.still import ASLEEP
from jointlab.learn._block import Page

_HEADINGS = {
    "now": "Go to an emergency department now:",
    "soon": "Ask for a visit soon:",
}
_SUMMARY = "Warning signs: when a back needs a doctor now"
_FOOT = "This is general education, not personal advice."


def safety_card(folded: bool = False) -> Page:
    """The warning signs of data/warning_signs.csv: emergencies first. Raises sources.DamagedData.

    `folded`: one click opens the card. As the first output of every lesson it also brings the style that says what
    to do where a saved widget has no kernel.
    """
    signs = sources.warning_signs()
    groups = {when: [s.sign for s in signs if s.when == when] for when in _HEADINGS}
    html = "".join(
        f'<p style="margin: 0.4em 0"><strong>{_HEADINGS[when]}</strong></p>'
        f'<ul style="margin: 0.2em 0">{"".join(f"<li>{escape(sign)}</li>" for sign in group)}</ul>'
        for when, group in groups.items()
        if group
    )
    words = [line for when, group in groups.items() if group for line in (_HEADINGS[when], *(f"- {s}" for s in group))]
    card = f'{html}<p style="margin: 0.4em 0">{_FOOT}</p>'
    if folded:
        card = f'<details><summary style="cursor: pointer"><strong>{_SUMMARY}</strong></summary>{card}</details>'
    return Page(
        '<section aria-label="Safety card" style="max-width: 760px; font-size: 15px; line-height: 1.45; '
        "padding: 0.6em 1.1em; color: var(--jp-content-font-color1, #1d2733); border: 1px solid "
        "var(--jp-border-color1, #bdbdbd); border-left: 6px solid "
        f'var(--jp-error-color1, #c62828)">{card}</section>{ASLEEP}',
        "\n".join(["Safety card", *words, _FOOT]),
    )
