"""The safety card: when a sore or cracking back needs a doctor. The emergencies come first."""

from html import escape

from jointlab import sources
from jointlab.drawings.still import ASLEEP
from jointlab.language import _
from jointlab.learn._block import Page
from jointlab.learn.awake import begin

_HEADINGS = {
    "now": _("Go to an emergency department now:"),
    "day": _("Call a doctor within a day:"),
    "soon": _("Ask for a visit soon:"),
}
_SUMMARY = _("Warning signs: when a back needs a doctor now")
# On paper nobody can click: there the card is open.
_PAPER = (
    "<style>@media print{.jl-signs::details-content{content-visibility:visible;block-size:auto;display:block}}</style>"
)
_FOOT = _("General education, not personal advice.")
# The emergencies of data/warning_signs.csv once more, word for word (a test holds them together): whatever happens to
# that file, a learner must still find them.
EMERGENCIES = (
    _("New numbness or tingling of genitals, back passage, buttocks or inner thighs"),
    _("New trouble starting, holding or feeling urine or stool; loss of sexual function"),
    _("New leg weakness, dropping foot or unsteady walking; pain or numbness in both legs"),
    _("Pain after a serious accident, or any fall if over 70, on steroids, with weak bones or ankylosing spondylitis"),
    _(
        "After a neck crack: sudden severe headache or neck pain, dizziness, numb face, trouble seeing or speaking, "
        "weakness"
    ),
)


def safety_card(folded: bool = False) -> Page:
    """The warning signs of data/warning_signs.csv: emergencies first. It never fails and is never empty: if the file
    cannot be used, the card shows the emergencies all the same, and the reason.

    `folded`: one click opens the card. As the first output of every lesson it also brings the style that says what
    to do where a saved widget has no kernel.
    """
    begin()
    groups, trouble = _signs()
    html = "".join(
        f'<p style="margin: 0.4em 0"><strong>{_HEADINGS[when]}</strong></p>'
        f'<ul style="margin: 0.2em 0">{"".join(f"<li>{escape(sign)}</li>" for sign in group)}</ul>'
        for when, group in groups.items()
        if group
    )
    words = [line for when, group in groups.items() if group for line in (_HEADINGS[when], *(f"- {s}" for s in group))]
    feet = [_FOOT, *([trouble] if trouble else [])]
    card = html + "".join(f'<p style="margin: 0.4em 0">{escape(foot)}</p>' for foot in feet)
    if folded:
        summary = f'<summary style="cursor: pointer"><strong>{_SUMMARY}</strong></summary>'
        card = f'<details class="jl-signs">{summary}{card}</details>{_PAPER}'
    name = _("Safety card")
    return Page(
        f'<section aria-label="{name}" class="jl-begin" tabindex="-1" style="max-width: 760px; font-size: 15px; '
        "line-height: 1.45; padding: 0.6em 1.1em; color: var(--jp-content-font-color1, #1d2733); border: 1px solid "
        "var(--jp-border-color1, #bdbdbd); border-left: 6px solid "
        f'var(--jp-error-color1, #c62828)">{card}</section>{ASLEEP}',
        "\n".join([name, *words, *feet]),
    )


def _signs() -> tuple[dict[str, list[str]], str]:
    """The signs by `when`, and "" or, if the file cannot be used, what is wrong with it."""
    groups: dict[str, list[str]] = {when: [] for when in _HEADINGS}
    try:
        for sign in sources.warning_signs():
            if sign.when not in groups or not sign.sign:
                raise ValueError(f"data/warning_signs.csv has a line {sign.sign!r} under {sign.when!r}")
            groups[sign.when].append(sign.sign)
        if not groups["now"]:
            raise ValueError("data/warning_signs.csv names no emergency")
    except Exception as error:  # whatever it is, the emergencies must be seen
        return {"now": list(EMERGENCIES)}, _(
            "Only the emergencies stand here, other signs are missing: {error}"
        ).format(error=error)
    return groups, ""
