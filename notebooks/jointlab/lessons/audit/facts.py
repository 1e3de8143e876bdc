"""What the lesson tells in tables: the tally, five pairs of places, what the evidence leaves, what answers cost.

Quotations are short phrases of the article. What is said of a claim goes no further than data/claims.csv.
"""

from collections import Counter

from jointlab import sources
from jointlab.language import _, listed, ngettext, pgettext
from jointlab.learn._block import Page
from jointlab.learn.claims import GRADES, VERDICTS
from jointlab.learn.facts import Row, found, many, source, table
from jointlab.lessons.audit.ledger import CLAIMS
from jointlab.lessons.audit.twenty_answers import TWENTY_ANSWERS
from jointlab.models.evidence import brier_score
from jointlab.units import amount, fixed, percent

# About what, two places in the article with their own words, and the claims that they belong to.
CONTRADICTIONS = (
    (
        _("Crack it yourself?"),
        _("Introduction: “gentle self-manipulation techniques”. (None is ever given.)"),
        _("Is it safe? “Generally, it’s not recommended to attempt self-manipulation”"),
        ("S07", "S09"),
    ),
    (
        _("Where is the gas?"),
        _("Why the urge? The sound: “gas bubbles within the synovial fluid”, the fluid of the joint"),
        _("Is it something serious? The sound: “gas escaping the joint capsule”, the bag around the joint"),
        ("S13", "S28", "S69"),
    ),
    (
        _("Where does relief come from?"),
        _("Why the urge? “primarily due to the momentary release of pressure”, and to muscles that relax"),
        _("Can it hide a problem? “because it triggers the release of endorphins”, pain killers of the body’s own"),
        ("S29", "S61"),
    ),
    (
        _("Too stiff or too loose?"),
        _("Why the urge? It often comes from “a feeling of stiffness or restriction”"),
        _("Can it hide a problem? A body that cracks often “may be compensating for weakness or instability”"),
        ("S23", "S64"),
    ),
    (
        _("Harmless or a sign?"),
        _("Is it something serious? A typical crack is “frequently harmless”"),
        _("What are the risks? A need to crack regularly “could indicate an underlying problem”"),
        ("S67", "S45"),
    ),
)
# Part of the article → what the evidence lets one say, and the claims that this rests on.
LEFT = {
    _("Introduction"): (
        _(
            "Back pain is very common and limits many lives. No single cause is shown: stress is one factor of many, "
            "for posture and “imbalance” the evidence is weak. No trial of cracking one’s own back was found; "
            "clinicians’ thrusts bring little, and not for long."
        ),
        ("S01", "S05", "S04", "S03", "S02", "S07"),
    ),
    _("Is it safe?"): (
        _(
            "How often cracking one’s own lower back harms, nobody has counted; the cases described are mostly of the "
            "neck. A pop is no sign of a repair. One thrust makes several pops, even by a clinician."
        ),
        ("S09", "S11", "S14", "S10", "S18"),
    ),
    _("Why the urge?"): (
        _(
            "Backs that felt stiff were not stiffer when measured. Pressure before an urge was never measured. Why the "
            "urge comes back is not known."
        ),
        ("S23", "S24", "S31"),
    ),
    _("What are the risks?"): (
        _(
            "Facet joints do open. That cracking wears them, loosens them or presses on nerves has not been shown, nor "
            "has it been ruled out. Studied were hands, and patients of clinicians."
        ),
        ("S40", "S38", "S42", "S39"),
    ),
    _("Which exercises help?"): (
        _(
            "Exercise makes episodes of back pain rarer for a while, if it is kept up. What pelvic tilts, cat-cow or "
            "bird-dogs do by themselves is hardly known."
        ),
        ("S48", "S55", "S49", "S50", "S51"),
    ),
    _("Can it hide a problem?"): (
        _(
            "Nobody has asked whether cracking keeps people from a diagnosis. A slipped disc may be there; but scans "
            "show bulging discs in 30 of 100 people of 20 years who have no pain."
        ),
        ("S59", "S60"),
    ),
    _("Is it something serious?"): (
        _(
            "A pop that does not hurt is usually harmless, as far as fingers tell; backs were not studied. New "
            "numbness between the legs, or trouble with bladder, bowel or sex, is an emergency, with or without a "
            "crack."
        ),
        ("S67", "S76", "S70"),
    ),
    _("What else helps?"): (
        _(
            "Exercise, heat and some pills ease pain, modestly; no kind of exercise is clearly best, and pills can "
            "harm. None was shown to last by treating the cause, and none was compared with cracking one’s own back."
        ),
        ("S78", "S79", "S83", "S85", "S77", "S88"),
    ),
}
# What was found of moving: about what, the words, the claims that they rest on, and the lessons that show it.
MOVING = (
    (_("Lasting pain"), _("Exercise of almost any kind helps modestly."), ("S78", "S79"), "11, 14"),
    (
        _("New episodes"),
        _("Exercise with education made them rarer for a year; exercise alone did, too, by weaker evidence."),
        ("S48",),
        "11",
    ),
    (
        _("Keeping it up"),
        _("In two small trials, exercises kept up after treatment halved the return of pain within a year."),
        ("S55",),
        "11",
    ),
    (_("The core"), _("Training it does about as well as other exercise, not better."), ("S21",), "11"),
    (
        _("Exercise that hurts"),
        _("In lasting pain, not only of backs, exercise that was allowed to hurt did as well as painless exercise."),
        ("S54",),
        "11",
    ),
    (
        _("Hamstrings"),
        _("Stretching them did not change how people stand. That it eases back pain is not shown."),
        ("S53", "S80"),
        "12",
    ),
    (_("Lifting"), _("Training people to lift “properly” was not shown to prevent back pain."), ("S57",), "10"),
    (
        _("Heat"),
        _("In newer pain, heat wraps brought about 1 point of 5 more relief than a dummy pill, after 5 days."),
        ("S83",),
        "14",
    ),
    (
        _("Warning signs"),
        _(
            "New numbness between the legs, or trouble with bladder, bowel or sex, is an emergency, whatever came "
            "before."
        ),
        ("S70",),
        "13",
    ),
)
# Figures behind a verdict that no other lesson prints: row of data/observations.csv → its unit for readers, the claim.
COUNTED = {
    "people_with_back_pain": ("", "S01"),
    "mri_event_time": ("s", "S13"),
    "flash_specificity": ("%", "S13"),
    "mri_collapses_seen": ("", "S69"),
    "audible_share": ("%", "S76"),
    "lifting_training_successes": ("", "S57"),
    "overweight_odds_2018": ("", "S58"),
}
# The same in data/prevalence.csv, both of looseness.
LOOSE = {"twins_young": "S42", "twins_old": "S42", "israel_17_recorded": "S43"}
PEOPLE = (_("Ben"), _("Anna"), _("Cleo"), _("Dan"))


def tally() -> Page:
    """How many claims got which verdict, and on what it rests."""
    rows = []
    for verdict in VERDICTS:
        grades = Counter(claim.grade for claim in CLAIMS if claim.verdict == verdict)
        count = grades.total()
        of_each = ", ".join(f"{grades[grade]} {grade}" for grade in GRADES if grades[grade])
        rows.append((f"{count} {_(verdict)}", percent(count / len(CLAIMS)), of_each))
    return table((_("claims"), _("of 88"), _("grades")), rows)


def contradictions() -> Page:
    """Five pairs of places where the article pulls two ways, side by side."""
    return table(
        (pgettext("subject", "about"), _("here it says"), _("there it says")),
        [(about, here, f"{there} ({', '.join(ids)})") for about, here, there, ids in CONTRADICTIONS],
    )


def what_is_left() -> Page:
    """Each part of the article, answered as far as the evidence goes."""
    rows = [(name, words, ", ".join(ids)) for name, (words, ids) in LEFT.items()]
    return table((_("the article asks"), _("the evidence lets one say"), _("claims")), rows)


def moving() -> Page:
    """What may be said about moving, how sure it is, and where it is shown."""
    known = {claim.id: claim for claim in CLAIMS}
    rows = []
    for about, words, ids, lessons in MOVING:
        verdicts = "; ".join(f"{name}: {_(known[name].verdict)}, {known[name].grade}" for name in ids)
        shown = lessons.split(", ")
        told = ngettext("{verdicts} (lesson {lessons})", "{verdicts} (lessons {lessons})", len(shown))
        rows.append((about, words, told.format(verdicts=verdicts, lessons=listed(shown))))
    return table((pgettext("subject", "about"), _("what was found"), _("verdict, grade")), rows)


def people() -> Page:
    """What the four people of the buttons say, what comes true, and what it costs."""
    rows = []
    for person, words in zip(PEOPLE, TWENTY_ANSWERS.presets, strict=True):
        state = TWENTY_ANSWERS.preset(words)
        right = _("{count} of 20").format(count=round(10 * sum(state.right)))
        rows.append((person, percent(state.sure[0]), right, fixed(state.score, 2)))
    return table((_("who"), _("always says"), _("come true"), _("Brier score")), rows)


def ben() -> Page:
    """Ben's cost, step by step."""
    sure, right = 0.9, 0.7
    hit, miss = (float(brier_score.brier(sure, outcome)) for outcome in (1, 0))
    rows = (
        (_("Ben, came true: 7 of 10"), fixed(hit, 2)),
        (_("Ben, did not: 3 of 10"), fixed(miss, 2)),
        (_("Ben, on average"), fixed(float(brier_score.brier(sure, right)), 2)),
        (_("Anna, whatever comes"), fixed(float(brier_score.brier(brier_score.UNDECIDED, right)), 2)),
    )
    return table((_("answer"), _("cost")), rows)


def knows_which() -> Page:
    """What somebody pays who knows half of the answers, and which half: by words that fit, by one number for all, and
    by one number for all with two more hits."""
    rows = []
    for what, sure, right in (
        (_("15 of 20 true, one number for all"), (0.75, 0.75), (1.0, 0.5)),
        (_("15 of 20 true, what is known apart"), (1.0, 0.5), (1.0, 0.5)),
        (_("17 of 20 true, one number for all"), (0.85, 0.85), (1.0, 0.7)),
    ):
        told = listed([percent(words) for words in dict.fromkeys(sure)])
        rows.append((what, told, fixed(brier_score.score(sure, right), 3)))
    return table((_("twenty answers"), _("says"), _("Brier score")), rows)


def behind() -> Page:
    """What stands behind some verdicts in numbers."""
    rows = []
    for name, (unit, claim) in COUNTED.items():
        row = sources.observation(name)
        rows.append(_behind(row, row.what, found(row, unit), claim))
    for name, claim in LOOSE.items():
        row = sources.prevalence(name)
        what = _("Loose joints ({rule}): {population}").format(rule=row.rule, population=row.population)
        rows.append(_behind(row, what, amount(row.share, "%"), claim))
    palms = sources.association("palms_facet_oa")
    what = _("Odds ratio: {outcome}, {who}").format(outcome=palms.outcome, who=palms.who)
    rows.append(_behind(palms, what, found(palms), "S16"))
    return table(
        (_("what"), _("found"), _("claim, and who found it")),
        rows,
        _("Numbers behind verdicts that no other lesson prints"),
    )


def _behind(row: Row, what: str, number: str, claim: str) -> tuple[str, str, str]:
    return what, ", ".join(filter(None, (number, many(row)))), f"{claim}: {source(row)}"
