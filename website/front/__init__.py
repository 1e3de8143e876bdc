"""What all pages share: the scripts of explorers, questions and progress, each in its own scope, and the styles."""

import json
from pathlib import Path

from jointlab import sources
from jointlab.drawings import style
from jointlab.explorers import front
from jointlab.learn import Calibration, ClaimCards, Poll, Strip
from jointlab.learn import alone as questions
from jointlab.learn.predict import Prediction

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
    (static / "page.js").write_text((_HERE / "page.js").read_text(encoding="utf-8"), encoding="utf-8")
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
