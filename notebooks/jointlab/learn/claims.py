"""The article says…: the learner judges a claim first, then sees what the evidence says."""

from html import escape

import ipywidgets as W

from jointlab import sources
from jointlab.learn._block import Block, Spoken, button, dropdown, text, wrap
from jointlab.learn.references import link
from jointlab.logbook import Logbook

# Verdicts and grades as the ledger data/claims.csv uses them.
VERDICTS = {
    "supported": "supported: the evidence agrees",
    "partly": "partly: some of it holds",
    "weak evidence": "weak evidence: studied, but too little or too poorly to say",
    "contradicted": "contradicted: the evidence says otherwise",
    "no data": "no data: nobody has looked, which does not make it false",
}
GRADES = {
    "A": "several trials or reviews, or direct measurements, agree",
    "B": "one good human study, or several indirect ones",
    "C": "small, indirect or laboratory studies",
    "D": "mechanism or opinion only",
}


class ClaimCards(Block):
    """One card for each claim that a lesson examines. Raises sources.MissingSource."""

    def __init__(self, lesson: str, logbook: Logbook | None = None):
        self.cards = [_Card(claim) for claim in sources.claims_of(lesson)]
        parts: list[W.Widget] = [text("The article says…", "jl-kind")]
        for card in self.cards:
            quote = W.HTML(f"<blockquote>“{escape(card.claim.claim)}”</blockquote>")
            parts += [quote, card.judgement, card.compare, card.evidence]
        super().__init__(_in_words(self.cards), parts, logbook)
        for card in self.cards:
            self.on_press(card.compare, lambda card=card: self._reveal(card))
            earlier = self.logbook.latest("judgement", card.claim.id)
            if earlier and earlier["entry"].get("judgement") in VERDICTS:
                card.judgement.value = earlier["entry"]["judgement"]
                card.open()

    def _reveal(self, card: "_Card") -> None:
        if card.judgement.value is None:
            card.evidence.say("<p>Please judge the claim first; “no data” is a judgement, too.</p>")
            return
        if not card.opened:
            claim = card.claim
            entry = {"claim": claim.claim, "judgement": card.judgement.value, "verdict": claim.verdict}
            self.record("judgement", claim.id, entry)
            card.open()


class _Card:
    """One claim with the learner's judgement."""

    def __init__(self, claim: sources.Claim):
        self.claim = claim
        self.judgement = dropdown(f"Your judgement of {claim.id}:", [(words, name) for name, words in VERDICTS.items()])
        self.compare = button(f"Compare {claim.id} with the evidence")
        self.evidence = Spoken()
        self.opened = False

    def open(self) -> None:
        """Show the verdict. From now on the judgement stands, as a judgement made before."""
        self.opened = True
        self.judgement.disabled = True
        claim = self.claim
        links = "; ".join(link(sources.reference(key)) for key in claim.sources)
        self.evidence.say(
            f"<p>{escape(self._side_by_side())}</p><p>{escape(_grade(claim))}</p>"
            f'<p>{escape(claim.teacher_note)}</p><p class="jl-note">Sources: {links or "none found"}</p>'
        )

    def _side_by_side(self) -> str:
        own, verdict = self.judgement.value, self.claim.verdict
        if own == verdict:
            return f"✓ You and the evidence agree: {VERDICTS[verdict]}."
        return f"You said: {own}. The evidence says: {VERDICTS[verdict]}."


def _grade(claim: sources.Claim) -> str:
    return f"How solid that verdict is: grade {claim.grade} ({GRADES[claim.grade]})."


def _in_words(cards: list[_Card]) -> str:
    """The claims to judge; after all of them, what the evidence says."""
    judge = [wrap(f"{card.claim.id}. “{card.claim.claim}”") for card in cards]
    told = [wrap(_evidence_in_words(card.claim)) for card in cards]
    judgements = wrap(f"Judge each one first: {'; '.join(VERDICTS.values())}.")
    return "\n".join(["The article says…", *judge, judgements, "", "What the evidence says", *told])


def _evidence_in_words(claim: sources.Claim) -> str:
    found = "; ".join(f"{(r := sources.reference(key)).short} {r.url}".strip() for key in claim.sources)
    told = f"{claim.id}. {VERDICTS[claim.verdict]}. {_grade(claim)} {claim.teacher_note}"
    return f"{told} Sources: {found or 'none found'}"
