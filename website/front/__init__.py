"""What all pages share: the scripts of explorers, questions and progress, each in its own scope, and the styles."""

import json
from pathlib import Path

from jointlab import language, sources
from jointlab.drawings import style
from jointlab.explorers import front
from jointlab.language import _
from jointlab.learn import Calibration, ClaimCards, Poll, Strip
from jointlab.learn import alone as questions
from jointlab.learn.predict import Prediction
from jointlab.units import spelled

_HERE = Path(__file__).parent


def write(static: Path) -> None:
    """Write course.js, page.js and page.css into the folder of what all pages share."""
    parts = {
        "explorer": (front.SCRIPT + front.RECORDED, "{ render, Recorded, wide }"),
        "question": (questions.SCRIPT, "{ render, kept }"),
        "strip": (Strip._esm, "{ render }"),
        "calibration": (Calibration._esm, "{ draw }"),
        "poll": (Poll._esm, "{ render }"),
    }
    scopes = ",\n".join(f"{name}: {_scope(*part)}" for name, part in parts.items())
    course = {"predictions": _predictions(), "claims": _claims(), "chart": Calibration().empty()}
    script = f"window.jointlab = {{ course: {json.dumps(course)},\n{scopes} }};\n"
    (static / "course.js").write_text(script, encoding="utf-8")
    page = language.script(**_words()) + (_HERE / "page.js").read_text(encoding="utf-8")
    (static / "page.js").write_text(f"(() => {{\n{page}\n}})();\n", encoding="utf-8")
    styles = [
        front.STYLE,
        questions.STYLE,
        Strip._css,
        Calibration._css,
        Poll._css,
        _dark(),
        (_HERE / "page.css").read_text("utf-8"),
    ]
    (static / "page.css").write_text("\n".join(styles), encoding="utf-8")


def _words() -> dict[str, str]:
    """What page.js says by itself."""
    return {
        "decimal": spelled("0.0").strip("0"),
        "locked": _("Make your prediction above first: then the picture comes alive, and the controls are yours."),
        "coarse": _("On this page the controls move in steps; with Python they move freely."),
        "picture": _("To the picture"),
        "calibration": _("{hits} of your {count} predictions came true; on average you were {sure} % sure."),
        "few": _("With fewer than {few}, luck says more than skill."),
        "score": _(
            "Your Brier score is {score}, over {count} of your predictions. 0 is best; who always says 50 % gets 0.25."
        ),
        "judgements": _("You have judged {judged} of the {count} claims, {same} of them as the evidence does."),
        "nothing": _("Nothing yet. What you answer, in all lessons, will stand here."),
        "claims": _("{count} of {all} claims"),
        "all_pages": _("All pages"),
        "this_page": _("This page"),
    }


def _dark() -> str:
    """The palette where the theme is dark: chosen by the reader, or by the reader's system."""
    boxes = ":is(.jl-explorer, .jl-block, .jl-strip, .jl-calibration, .jl-poll)"
    colours = "".join(f"--jl-{name}: {dark};" for name, (_light, dark) in style.COLOURS.items())
    colours += "--jl-still: none;"  # the picture that is stored is light
    by_system = f'@media (prefers-color-scheme: dark) {{ body[data-theme="auto"] {boxes} {{ {colours} }} }}'
    return f'body[data-theme="dark"] {boxes} {{ {colours} }}\n{by_system}'


def _scope(script: str, gives: str) -> str:
    """A module as a function of its own: a page that lies in a file may load no modules."""
    return f"(() => {{\n{script.replace('export default { render };', '')}\nreturn {gives};\n}})()"


def _predictions() -> list[dict]:
    """Where a browser keeps the answers to each prediction of the course, and which answer is right."""
    found = []
    for lesson in sources.course():
        if lesson.status == "ready":
            for name in sources.lesson(lesson.name).get("predict", {}):
                asked = Prediction(lesson.name, name)
                place = questions.alone(asked)["kept"][f"prediction {asked.key}"]
                found.append({"place": place, "right": asked.question.answer})
    return found


def _claims() -> list[dict]:
    """Where a browser keeps the judgement of each claim, and the verdict of the evidence."""
    cards = ClaimCards("audit")
    places = questions.alone(cards)["kept"]
    return [{"place": places[address], "verdict": claim.verdict} for address, claim in cards.claims.items()]
