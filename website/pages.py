"""The pages beside the lessons: the first one, warning signs, words, the ledger of claims, the teacher's pages."""

import re
from html import escape
from pathlib import Path

from jointlab import sources
from jointlab.learn.claims import GRADES, VERDICTS
from jointlab.learn.references import link
from jointlab.learn.safety import safety_card
from website import living
from website.lesson import head, prose, raw

ROOT = Path(__file__).parents[1]
TEACHER = ROOT / "teacher"
_NOT_HERE = re.compile(r"\[([^\]]*)\]\(\.\./data/[^)]*\)")
_POLL = re.compile(r"(?<=^## Poll question\n\n)(?:>.*\n)+", re.MULTILINE)
PARTS = ("Start", "Pop", "Loose", "Move", "Judge")


def write(source: Path, address: str) -> None:
    """Write all of them into the folder from which Sphinx builds. `address`: where the site will stand, or ""."""
    ready = [lesson for lesson in sources.course() if lesson.status == "ready"]
    written = {
        "index": _index(ready, address),
        "warning-signs": "# Warning signs\n\n" + raw(safety_card()._repr_html_()) + "\n",
        "words": _words(),
        "claims": _claims({lesson.name: lesson for lesson in ready}),
        "teachers": _teachers(source, ready),
        "with-python": _with_python(),
    }
    for name, text in written.items():
        (source / f"{name}.md").write_text(text, encoding="utf-8")


def _index(ready: list[sources.Lesson], address: str) -> str:
    cards = "".join(
        f'<a class="jl-card" href="{lesson.file}.html">'
        f'<img src="_static/faces/{lesson.name}.png" alt="" loading="lazy" width="960" height="350">'
        f"<small>{lesson.number} · {escape(lesson.part)}</small>"
        f"<strong>{escape(lesson.title)}</strong><span>{escape(lesson.question)}</span></a>"
        for lesson in ready
    )
    contents = "".join(
        f"```{{toctree}}\n:caption: {part}\n:hidden:\n\n{chr(10).join(files)}\n```\n\n"
        for part in PARTS
        if (files := [lesson.file for lesson in ready if lesson.part == part])
    )
    about = (
        "A course that plays: what happens when a back cracks, how loose is too loose, what a lower back carries, and "
        "what to believe."
    )
    return (
        head("The cracking back, examined", about, "pop", address) + "\n\n# The cracking back, examined\n\n"
        "What pops when a back cracks? Does it harm? What does a lower back carry? This course takes one popular "
        "article and asks of each of its claims: what is going on, how do we know, and how sure may we be?\n\n"
        "Guess first, then play: begin with [what makes the pop](03-what-makes-the-pop.md#predict), which you can "
        "hear, or with [how the course works](00-start-here.md). It all works on a phone and without Python; what "
        "you answer stays in this browser. It is general education, never personal advice: "
        "[signs that need a doctor now](warning-signs.md).\n\n"
        + raw(f'<nav class="jl-cards" aria-label="Lessons">{cards}</nav>')
        + "\n\n"
        + contents
        + "```{toctree}\n:caption: Besides\n:hidden:\n\nwarning-signs\nwords\nclaims\nteachers\nwith-python\n```\n"
    )


def _with_python() -> str:
    """How to write the lines oneself, from the README: it is told once."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    begin = readme.split("## Begin\n", 1)[1].split("\n## ", 1)[0].split("\n![", 1)[0]
    return (
        "# With Python\n\nOn these pages you read one line of code in each lesson. With Python on a computer you write "
        "it yourself, each wrong turn gets an answer, and the controls move freely.\n" + begin
    )


def _words() -> str:
    terms = sorted(sources.glossary().items(), key=lambda item: item[0].lower())
    entries = "".join(f"<dt>{escape(term)}</dt><dd>{escape(meaning)}</dd>" for term, meaning in terms)
    return "# Words\n\nThe terms of all lessons, in plain words.\n\n" + raw(f'<dl class="jl-words-list">{entries}</dl>')


def _claims(ready: dict[str, sources.Lesson]) -> str:
    """The ledger, to filter by words, verdict and lesson; each claim has an address of its own."""
    filters = (
        '<form class="jl-filter" role="search"><span><label for="words">Search</label> '
        '<input type="search" name="words" id="words"></span>'
        f"{_options('Verdict', VERDICTS)}{_options('Lesson', [lesson.number for lesson in ready.values()])}"
        '<output role="status"></output></form>'
    )
    cards = "".join(_claim(claim, ready) for claim in sources.claims_of("audit"))
    return (
        "# All 88 claims\n\nEach claim of the article, with what the evidence says and how solid that is: "
        + "; ".join(f"**{grade}** {meaning}" for grade, meaning in GRADES.items())
        + ".\n\n"
        + raw(filters + cards)
    )


def _options(name: str, values) -> str:
    options = "".join(f'<option value="{escape(value)}">{escape(value)}</option>' for value in values)
    key = name.lower()
    return (
        f'<span><label for="{key}">{name}</label> <select name="{key}" id="{key}"><option value="">all</option>'
        f"{options}</select></span>"
    )


def _claim(claim: sources.Claim, ready: dict[str, sources.Lesson]) -> str:
    lessons = [ready[name] for name in claim.lesson if name in ready]
    where = ", ".join(f'<a href="{lesson.file}.html">{lesson.number}</a>' for lesson in lessons)
    links = "; ".join(link(sources.reference(key)) for key in claim.sources) or "none found"
    numbers = " ".join(lesson.number for lesson in lessons)
    return (
        f'<article class="jl-claim" id="{claim.id}" data-verdict="{claim.verdict}" data-lesson="{numbers}">'
        f'<p><a href="#{claim.id}">{claim.id}</a> “{escape(claim.claim)}”</p>'
        f"<p><strong>{escape(VERDICTS[claim.verdict])}</strong> · grade {claim.grade}"
        f"{f' · lesson {where}' if where else ''}</p><p>{escape(claim.learner_note)}</p><p><small>{links}</small></p>"
        "</article>"
    )


def _teachers(source: Path, ready: list[sources.Lesson]) -> str:
    """Write the teacher's pages, each with its poll slide, and what all of them share with a list of them."""
    (source / "teacher").mkdir()
    found = []
    for lesson in ready:
        page = TEACHER / f"{lesson.file}.md"
        if page.exists():
            told = _for_teachers(page, "../")
            text = _POLL.sub(lambda _match, name=lesson.name: raw(living.poll(name)) + "\n", told)
            (source / "teacher" / page.name).write_text(text, encoding="utf-8")
            found.append(f"teacher/{lesson.file}")
    listed = "\n".join(found)
    shared = _for_teachers(TEACHER / "README.md", "").split("\n", 1)[1]
    return f"# For teachers\n{shared}\n## The pages\n\n```{{toctree}}\n:maxdepth: 1\n\n{listed}\n```\n"


def _for_teachers(page: Path, up: str) -> str:
    """A page for teachers, its links led to what stands on the website; `up` leads to the first page's folder."""
    text = prose(page.read_text(encoding="utf-8"))
    here = {"../notebooks/": up, "README.md)": f"{up}teachers.md)", "poll-slides.md)": "#poll-question)"}
    for file, target in here.items():
        text = text.replace(f"]({file}", f"]({target}")
    return _NOT_HERE.sub(r"\1", text)
