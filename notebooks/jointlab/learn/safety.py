"""The safety card: when a sore or cracking back needs a doctor. The emergencies come first."""

from html import escape

from jointlab import sources
from jointlab.learn._block import Page

_HEADINGS = {
    "now": "Go to an emergency department now:",
    "soon": "Ask for a visit soon:",
}
_FOOT = "This is general education, not personal advice."


def safety_card() -> Page:
    """The warning signs of data/warning_signs.csv: emergencies first. Raises sources.DamagedData."""
    signs = sources.warning_signs()
    groups = {when: [s.sign for s in signs if s.when == when] for when in _HEADINGS}
    html = "".join(
        f'<p style="margin: 0.4em 0"><strong>{_HEADINGS[when]}</strong></p>'
        f'<ul style="margin: 0.2em 0">{"".join(f"<li>{escape(sign)}</li>" for sign in group)}</ul>'
        for when, group in groups.items()
        if group
    )
    words = [line for when, group in groups.items() if group for line in (_HEADINGS[when], *(f"- {s}" for s in group))]
    return Page(
        '<section aria-label="Safety card" style="max-width: 46em; font-size: 1.05em; line-height: 1.45; '
        "padding: 0.6em 1.1em; color: var(--jp-content-font-color1, #1d2733); "
        "border: 1px solid var(--jp-border-color1, #bdbdbd); border-left: 6px solid "
        'var(--jp-error-color1, #c62828)">'
        f'{html}<p style="margin: 0.4em 0">{_FOOT}</p></section>',
        "\n".join(["Safety card", *words, _FOOT]),
    )
