"""Each lesson on paper: a hand-out to write on, and an answer sheet, as PDF in A4 and US Letter.

    python -m uv run --group site python -m website.paper [FOLDER] [--lessons 03 07]

`JOINTLAB_LANGUAGE=es` before it writes those lessons that are translated in that language.

Made from the same notebooks and data as the lesson. Chromium prints them; no other host is asked.
"""

import argparse
import os
from collections.abc import Callable
from html import escape
from pathlib import Path

os.environ["JOINTLAB_LOGBOOK"] = ":memory:"

from bench import lab
from playwright.sync_api import Page, sync_playwright

from jointlab import language, sources
from jointlab.language import _
from website.languages import notebook
from website.sheets import answers, handout

SHEETS: dict[str, Callable[[sources.Lesson], str]] = {"hand-out": handout, "answers": answers}
FORMATS = {"A4": (210, 297), "Letter": (215.9, 279.4)}  # mm
_STYLE = (Path(__file__).parent / "front" / "paper.css").read_text(encoding="utf-8")
MARGIN = {"top": 15, "bottom": 17, "left": 16, "right": 16}  # mm
PIXELS = 96 / 25.4  # of CSS, in a mm
SLACK = 100  # pixels: in so little room no picture stands
# Whether what stands before the pictures fills the first page, or more.
_LEADS_ON = """high => document.body.classList.toggle(
    "leads-on", document.querySelector(".look")?.getBoundingClientRect().top > high)"""
_FOOT = (
    '<div style="width:100%;margin:0 16mm;font:8px sans-serif;color:#555;display:flex;justify-content:space-between">'
    "<span>{name}</span><span>{education}</span>"
    '<span><span class="pageNumber"></span> {of} <span class="totalPages"></span></span></div>'
)


def write(folder: Path, lessons: list[sources.Lesson]) -> list[Path]:
    """Write all sheets of these lessons into `folder`; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=lab.chromium(), args=lab.FLAGS)
        page = browser.new_context(offline=True).new_page()
        for lesson in lessons:
            for kind, sheet in SHEETS.items():
                page.set_content(whole(sheet(lesson)), wait_until="load")
                for size in FORMATS:
                    written.append(folder / f"{lesson.number}-{kind}-{size.lower()}.pdf")
                    written[-1].write_bytes(printed(page, size, f"{lesson.number} · {lesson.title}"))
        browser.close()
    return written


def printed(page: Page, size: str, name: str) -> bytes:
    """The sheet that stands in a page, as PDF on paper of this size, `name` below it."""
    wide, high = FORMATS[size]
    inner = (wide - MARGIN["left"] - MARGIN["right"], high - MARGIN["top"] - MARGIN["bottom"])
    page.emulate_media(media="print")
    page.set_viewport_size(dict(zip(("width", "height"), (round(PIXELS * side) for side in inner), strict=True)))
    page.evaluate(_LEADS_ON, PIXELS * inner[1] - SLACK)
    return page.pdf(
        width=f"{wide}mm", height=f"{high}mm", margin={side: f"{mm}mm" for side, mm in MARGIN.items()},
        print_background=True, tagged=True, display_header_footer=True, header_template="<span></span>",
        footer_template=_FOOT.format(
            name=escape(name), education=_("General education, not personal advice."), of=_("of")
        ),
    )  # fmt: skip


def whole(body: str) -> str:
    """A page of its own."""
    head = f'<html lang="{language.current()}"><meta charset="utf-8"><style>{_STYLE}</style>'
    return f"<!doctype html>{head}<body>{body}</body></html>"


def main() -> None:
    reads = argparse.ArgumentParser(prog="python -m website.paper", description=__doc__)
    reads.add_argument("folder", nargs="?", default="build/paper", type=Path, help="where to")
    reads.add_argument("--lessons", nargs="*", default=[""], help="numbers; all, if none is named")
    asked = reads.parse_args()
    ready = [one for one in sources.course() if one.status == "ready" and notebook(one)]
    ready = [one for one in ready if one.number.startswith(tuple(asked.lessons))]
    written = write(asked.folder, ready)
    print(f"{len(written)} sheets stand in {asked.folder}")


if __name__ == "__main__":
    main()
