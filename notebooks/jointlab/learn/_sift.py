"""Many claims on one page: a bar that chooses among them, ten at a time, and the same folded where nothing lives.

Verdict and grade choose among the claims that the learner has judged: they would give the others away.
"""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

from jointlab import sources
from jointlab.language import _, ngettext
from jointlab.learn._forms import Words, heading
from jointlab.learn.article import AUDIT, PARTS, part

PAGE = 10  # forms in sight at a time
MANY = 12  # so many still stand on one page without a bar


def sift(claims: Mapping[str, sources.Claim], grades: Mapping[str, str]) -> dict[str, Any]:
    """What sift.js needs: the bar as HTML, what each form (by its address) is of, and how many are in sight."""
    lessons = {one.name: f"{one.number} {one.title}" for one in sources.course() if one.name != AUDIT}
    verdicts = {claim.verdict: _(claim.verdict) for claim in claims.values()}
    of = {
        address: {
            "part": [part(claim)],
            "lesson": [name for name in claim.lesson if name != AUDIT],
            "verdict": [claim.verdict],
            "grade": [claim.grade],
        }
        for address, claim in claims.items()
    }
    bar = (
        _list("part", _("Part of the article"), {words: words for words in PARTS.values()})
        + _list("lesson", _("Lesson"), lessons)
        + _list("verdict", _("Verdict, of those you judged"), verdicts)
        + _list(
            "grade", _("Grade, of those you judged"), {grade: f"{grade}: {words}" for grade, words in grades.items()}
        )
        + f'<label class="jl-list"><span>{_("With the words")}</span> <input type="search" data-by="words"></label>'
        + f'<label class="jl-list"><input type="checkbox" data-by="open"> <span>{_("not judged yet")}</span></label>'
    )
    return {"bar": bar, "of": of, "page": PAGE}


def by_part(claims: Sequence[sources.Claim], told: Callable[[sources.Claim], Words]) -> Words:
    """All claims, folded by the parts of the article; in plain words nothing is folded."""
    words = Words("", "")
    for name in dict.fromkeys(PARTS.values()):
        within = [claim for claim in claims if part(claim) == name]
        if not within:
            continue
        line = ngettext("{part} ({count} claim)", "{part} ({count} claims)", len(within)).format(
            part=name, count=len(within)
        )
        inner = Words("", "")
        for claim in within:
            inner += told(claim)
        summary = f'<summary style="cursor: pointer"><strong>{escape(line)}</strong></summary>'
        words += Words(f"<details>{summary}{inner.html}</details>", f"{heading(line).plain}{inner.plain}")
    return words


def _list(by: str, label: str, options: Mapping[str, str]) -> str:
    rows = "".join(f'<option value="{escape(value)}">{escape(words)}</option>' for value, words in options.items())
    return (
        f'<label class="jl-list"><span>{escape(label)}</span> <select data-by="{by}"><option value="">'
        f"{_('all')}</option>{rows}</select></label>"
    )
