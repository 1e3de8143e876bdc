"""A page without Python: explorers that play from their records, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from jointlab.explorers import front, record
from jointlab.explorers.declare import Declaration, Slider
from jointlab.lessons.lifting.carry import CARRY

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Explorers</title><style>body {{ margin: 8px; }} main > [hidden] {{ display: none; }} {style}</style>
<body><main>{boxes}</main>
<script type="module">{script}
document.querySelectorAll("script[type='application/json']").forEach((one) => {{
  const model = new Recorded(JSON.parse(one.textContent));
  render({{ model, el: one.previousElementSibling }});
}});</script>"""


def plays(declaration: Declaration, seconds: float = 4.0, **more: Any) -> Declaration:
    """The same explorer, whose first slider plays."""
    first, *others = declaration.controls
    controls = (replace(first, plays=seconds, steps=round(25 * seconds), **more), *others)
    return replace(declaration, title="It moves by itself", controls=controls)


PLAYED = {"PLAYED": plays(CARRY)}  # an explorer with many controls
# Of all explorers: a plain one, with sounds, with many handles, most controls, lists, most words, and one that plays.
SAMPLE = {"SYRINGE", "COLLAPSE", "CARRY", "BEIGHTON", "FOREST", "TWENTY_ANSWERS", "PLAYED"}


def short(declaration: Declaration) -> Declaration:
    """The same explorer with three positions of its first slider and one of all others: soon recorded."""
    sliders = [control for control in declaration.controls if isinstance(control, Slider)]
    few = {slider.name: (slider.default,) for slider in sliders}
    first = sliders[0]
    few[first.name] = sorted({first.low, first.default, first.high})
    return replace(declaration, recorded=few)


def positions(declaration: Declaration) -> dict[str, list]:
    """Control → its positions in that short record."""
    return record.positions(short(declaration))


def write(declarations: dict[str, Declaration], folder: Path, made: Callable = short) -> Path:
    """Record the explorers as `made` leaves them, save the records, and write a page that plays them."""
    boxes = []
    for name, declaration in declarations.items():
        path = folder / f"{name}.json"
        record.save(record.record(made(declaration)), path)
        kept = path.read_text(encoding="utf-8")
        boxes.append(f'<div id="{name}"></div><script type="application/json">{kept}</script>')
    page = folder / "page.html"
    text = PAGE.format(style=front.STYLE, boxes="".join(boxes), script=front.SCRIPT + front.RECORDED)
    page.write_text(text, encoding="utf-8")
    return page


def only(page, name: str):
    """The explorer's box, which from now on is the only one in sight: a page full of pictures is slow to lay out."""
    page.evaluate("name => document.querySelectorAll('main > div').forEach(e => { e.hidden = e.id !== name; })", name)
    return page.locator(f"#{name}")


def all_of(page) -> list:
    """The boxes of all explorers, all of them in sight."""
    page.evaluate("document.querySelectorAll('main > div').forEach(e => { e.hidden = false; })")
    return page.locator("main > div").all()
