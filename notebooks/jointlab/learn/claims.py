"""The article says…: the learner judges a claim first, then sees what the evidence says."""

from typing import Any

from jointlab import logbook as logbooks
from jointlab import sources
from jointlab.language import N_, _, quoted
from jointlab.learn._block import Block
from jointlab.learn._forms import STATUS, Form, Words, at, button, choice_of, form, heading, paragraph, sentence
from jointlab.learn._sift import MANY, by_part, sift
from jointlab.learn.references import link

# Verdicts and grades as the ledger data/claims.csv uses them: what a learner can choose, and what a card says of one.
VERDICTS = {
    N_("supported"): _("supported: what was found agrees"),
    N_("partly"): _("partly: some of it holds"),
    N_("weak evidence"): _("weak evidence: it was studied, but not shown"),
    N_("contradicted"): _("contradicted: what was found says otherwise"),
    N_("no data"): _("no data: no study looked, which does not make it false"),
}
SAYS = {
    "supported": _("The evidence supports this claim."),
    "partly": _("The evidence supports a part of this claim."),
    "weak evidence": _("The evidence is weak: this claim was studied, but not shown."),
    "contradicted": _("The evidence contradicts this claim."),
    "no data": _("There are no data: no study of this claim was found. That does not make it false."),
}
GRADES = {
    "A": _("several trials, reviews or direct measurements that agree"),
    "B": _("one good study of people, or several indirect ones"),
    "C": _("small, indirect or laboratory studies"),
    "D": _("reasoning or opinion only"),
}


class ClaimCards(Block):
    """One card for each claim that a lesson examines; a judgement stands, once it was compared with the evidence.

    Of many claims ten are in sight at a time, and a bar chooses among them.

    Raises sources.MissingSource, sources.DamagedData.
    """

    def __init__(self, lesson: str, logbook: logbooks.Logbook | None = None):
        self.lesson = lesson
        self.claims = {_address(claim): _checked(claim) for claim in sources.claims_of(lesson)}
        claims = list(self.claims.values())
        forms = [_form(claim) for claim in claims]
        many = len(claims) > MANY
        words, more = (by_part(claims, _whole), {"sift": sift(self.claims, GRADES)}) if many else (_words(claims), {})
        after = {_address(claim): _reasons(claim) for claim in claims}
        super().__init__(_("The article says…"), forms, words, logbook or logbooks.default(), after=after, **more)

    def judgement(self, claim: sources.Claim) -> str | None:
        """The learner's judgement of a claim; None before there is one."""
        answers = self.answers(_address(claim))
        return answers[0] if answers else None

    def asked(self) -> dict[str, str]:
        return {address: sources.claim(claim.id, in_english=True).claim for address, claim in self.claims.items()}

    def earlier(self, address: str) -> list[str]:
        judged = [record["entry"].get("judgement") for record in self.logbook.entries(*address.split(" ", 1))]
        return [verdict for verdict in judged if verdict in list(VERDICTS)][-1:]  # a list: it may be anything

    def settled_elsewhere(self, address: str) -> bool:
        return not self.answers(address) and bool(self.earlier(address))

    def entry(self, address: str, answer: str) -> dict[str, Any]:
        claim = self.claims[address]
        if answer not in VERDICTS or self.judgement(claim):
            raise ValueError(f"{claim.id} cannot be judged {answer!r}")
        return {"claim": self.asked()[address], "judgement": answer, "verdict": claim.verdict, "lesson": self.lesson}


def _address(claim: sources.Claim) -> str:
    return f"judgement {claim.id}"


def _checked(claim: sources.Claim) -> sources.Claim:
    """The same claim, if its verdict and its grade are known ones."""
    for what, given, known in (("verdict", claim.verdict, VERDICTS), ("grade", claim.grade, GRADES)):
        if given not in known:
            raise sources.DamagedData(
                f"The claim {claim.id} in data/claims.csv has the {what} {given!r}, which is none of "
                f"{', '.join(known)}: repair it there."
            )
    return claim


def _form(claim: sources.Claim) -> Form:
    said = {own: _side_by_side(own, claim.verdict) for own in VERDICTS}
    said["?judgement"] = paragraph(_("Please judge the claim first; “no data” is a judgement, too."))
    judge = choice_of("judgement", _("Your judgement of {id}:").format(id=claim.id), VERDICTS)
    parts = [at("open", judge, button(_("Compare {id} with the evidence").format(id=claim.id))), STATUS]
    return form(_address(claim), f"{claim.id}. {quoted(claim.claim)}", parts, said)


def _reasons(claim: sources.Claim) -> str:
    """What stands behind the verdict, as HTML: it is said after every judgement."""
    links = "; ".join(link(sources.reference(name)) for name in claim.sources)
    return (
        paragraph(claim.learner_note)
        + paragraph(_grade(claim), "jl-note")
        + f'<p class="jl-note">{_sources(links)}</p>'
    )


def _side_by_side(own: str, verdict: str) -> str:
    """The learner's own judgement beside the verdict, as HTML."""
    if own == verdict:
        return paragraph(f"{_('✓ That is our judgement, too.')} {SAYS[verdict]}", "jl-head jl-right")
    said = _("You said: {judgement}.").format(judgement=_(own))
    return paragraph(f"{said} {SAYS[verdict]}", "jl-head")


def _grade(claim: sources.Claim) -> str:
    return _("What stands behind this (grade {grade}): {grades}.").format(grade=claim.grade, grades=GRADES[claim.grade])


def _words(claims: list[sources.Claim]) -> Words:
    """The claims to judge; after all of them, what the evidence says."""
    words = heading(_("The article says…"))
    for claim in claims:
        words += sentence(f"{claim.id}. {quoted(claim.claim)}")
    words += sentence(_("Judge each one first: {values}.").format(values="; ".join(VERDICTS.values())))
    words += heading(_("What the evidence says"))
    for claim in claims:
        words += _evidence(claim)
    return words


def _whole(claim: sources.Claim) -> Words:
    """A claim and what the evidence says."""
    asked = f"{claim.id}. {quoted(claim.claim)}"
    return Words(paragraph(asked, "jl-head"), sentence(asked).plain) + _evidence(claim)


def _evidence(claim: sources.Claim) -> Words:
    told = sentence(f"{claim.id}. {SAYS[claim.verdict]} {claim.learner_note} {_grade(claim)}")
    entries = [sources.reference(name) for name in claim.sources]
    plain = sentence(_sources("; ".join(f"{entry.short} {entry.url}".strip() for entry in entries))).plain
    return told + Words(f"<p>{_sources('; '.join(map(link, entries)))}</p>", plain)


def _sources(listed: str) -> str:
    return _("Sources: {listed}").format(listed=listed) if listed else _("Sources: none found")
