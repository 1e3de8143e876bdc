"""The pages beside the lessons: the first one, warning signs, words, the ledger of claims, the teacher's pages."""

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

from jointlab import language, sources
from jointlab.language import N_, _, alphabetical, quoted
from jointlab.learn.claims import GRADES, VERDICTS
from jointlab.learn.references import link
from jointlab.learn.safety import safety_card
from website import living
from website.languages import address as at
from website.languages import front_pages, is_english, notebook
from website.lesson import head, prose, raw

ROOT = Path(__file__).parents[1]
TEACHER = ROOT / "teacher"
# The last in the row of links at the top of a teacher's page: where it leads to does not belong to the website.
_NOT_HERE = re.compile(r" · \[[^\]]*\]\((?:\.\./)+data/[^)]*\)(?: \([^)]*\))?")
# What a sentence of theirs names that is no page of it either.
_ONLY_IN_THE_COURSE = re.compile(r"\[([^\]]*)\]\((?:(?:\.\./)+website/|grading\.md)[^)]*\)")
# The poll of a teacher's page: a quoted question with its options.
_POLL = re.compile(r"^> .*\n>\n(?:> - .*\n)+", re.MULTILINE)
PARTS = (N_("Start"), N_("Pop"), N_("Loose"), N_("Move"), N_("Judge"))


def write(source: Path, address: str) -> None:
    """Write all of them into the folder from which Sphinx builds. `address`: where the site will stand, or ""."""
    ready = [lesson for lesson in sources.course() if lesson.status == "ready"]
    written = {
        "index": _index(ready, address),
        "warning-signs": f"# {_('Warning signs')}\n\n" + raw(safety_card()._repr_html_()) + "\n",
        "words": _words(),
        "claims": _claims({lesson.name: lesson for lesson in ready}),
        "teachers": _teachers(source, ready),
    }
    if is_english():  # from the README, which is English
        written["with-python"] = _with_python()
    for name, text in written.items():
        (source / f"{name}.md").write_text(text, encoding="utf-8")


def _index(ready: list[sources.Lesson], address: str) -> str:
    cards = "".join(
        f'<a class="jl-card" href="{_page(lesson)}">'
        f'<img src="{_face(lesson)}" alt="" loading="lazy" width="960" height="350">'
        f"<small>{lesson.number} · {escape(_(lesson.part))}{_in_english(lesson)}</small>"
        f"<strong>{escape(lesson.title)}</strong><span>{escape(lesson.question)}</span></a>"
        for lesson in ready
    )
    contents = "".join(
        f"```{{toctree}}\n:caption: {_(part)}\n:hidden:\n\n{chr(10).join(files)}\n```\n\n"
        for part in PARTS
        if (files := [lesson.file for lesson in ready if lesson.part == part and notebook(lesson)])
    )
    title = _("The cracking back, examined")
    about = _(
        "A course that plays: what happens when a back cracks, how loose is too loose, what a lower back carries, and "
        "what to believe."
    )
    asks = _(
        "What pops when a back cracks? Does it harm? What does a lower back carry? This course takes one popular "
        "article and asks of each of its claims: what is going on, how do we know, and how sure may we be?"
    )
    begins = _(
        "Guess first, then play: begin with [what makes the pop](03-what-makes-the-pop.md), which you can hear, or "
        "with [how the course works](00-start-here.md). It all works on a phone and without Python; what you answer "
        "stays in this browser. It is general education, never personal advice: "
        "[signs that need a doctor now](warning-signs.md)."
    ).replace("pop.md)", f"pop.md#{_('Predict').lower()})")  # to its first question
    besides = ["warning-signs", "words", "claims", "teachers", *(["with-python"] if is_english() else [])]
    lines = "\n".join(besides)
    return (
        f"{head(title, about, 'pop', address)}\n\n# {title}\n\n{asks}\n\n{begins}\n\n"
        + raw(f'{front_pages()}<nav class="jl-cards" aria-label="{_("Lessons")}">{cards}</nav>')
        + f"\n\n{contents}```{{toctree}}\n:caption: {_('Besides')}\n:hidden:\n\n{lines}\n```\n"
    )


def _page(lesson: sources.Lesson) -> str:
    return _beside(f"{lesson.file}.html", lesson)


def _face(lesson: sources.Lesson) -> str:
    return _beside(f"_static/faces/{lesson.name}.png", lesson)


def _beside(file: str, lesson: sources.Lesson) -> str:
    """Where a file that belongs to a lesson is found: at the root of the site, if the lesson is not translated."""
    return at(file, notebook(lesson) is not None)


def _in_english(lesson: sources.Lesson) -> str:
    return "" if notebook(lesson) else f" · {escape(_('in English'))}"


def _with_python() -> str:
    """How to write the lines oneself, from the README: it is told once."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    begin = readme.split("## Begin\n", 1)[1].split("\n## ", 1)[0].split("\n![", 1)[0]
    return (
        "# With Python\n\nOn these pages you read one line of code in each lesson. With Python on a computer you write "
        "it yourself, each wrong turn gets an answer, and the controls move freely.\n" + begin
    )


def _words() -> str:
    terms = sorted(sources.glossary().items(), key=lambda item: alphabetical(item[0]))
    entries = "".join(f"<dt>{escape(term)}</dt><dd>{escape(meaning)}</dd>" for term, meaning in terms)
    title, told = _("Words"), _("The terms of all lessons, in plain words.")
    return f"# {title}\n\n{told}\n\n" + raw(f'<dl class="jl-words-list">{entries}</dl>')


def _claims(ready: dict[str, sources.Lesson]) -> str:
    """The ledger, to filter by words, verdict and lesson; each claim has an address of its own."""
    filters = (
        f'<form class="jl-filter" role="search"><span><label for="words">{_("Search")}</label> '
        '<input type="search" name="words" id="words"></span>'
        f"{_options('verdict', _('Verdict'), {verdict: _(verdict) for verdict in VERDICTS})}"
        f"{_options('lesson', _('Lesson'), {lesson.number: lesson.number for lesson in ready.values()})}"
        '<output role="status"></output></form>'
    )
    cards = "".join(_claim(claim, ready) for claim in sources.claims_of("audit"))
    return (
        f"# {_('All 88 claims')}\n\n"
        + _("Each claim of the article, with what the evidence says and how solid that is:")
        + " "
        + "; ".join(f"**{grade}** {meaning}" for grade, meaning in GRADES.items())
        + ".\n\n"
        + raw(filters + cards)
    )


def _options(key: str, name: str, values: Mapping[str, str]) -> str:
    rows = "".join(f'<option value="{escape(value)}">{escape(words)}</option>' for value, words in values.items())
    return (
        f'<span><label for="{key}">{name}</label> <select name="{key}" id="{key}">'
        f'<option value="">{_("all")}</option>{rows}</select></span>'
    )


def _claim(claim: sources.Claim, ready: dict[str, sources.Lesson]) -> str:
    lessons = [ready[name] for name in claim.lesson if name in ready]
    where = ", ".join(f'<a href="{_page(lesson)}">{lesson.number}</a>' for lesson in lessons)
    links = "; ".join(link(sources.reference(key)) for key in claim.sources) or _("none found")
    numbers = " ".join(lesson.number for lesson in lessons)
    return (
        f'<article class="jl-claim" id="{claim.id}" data-verdict="{claim.verdict}" data-lesson="{numbers}">'
        f'<p><a href="#{claim.id}">{claim.id}</a> {quoted(escape(claim.claim))}</p>'
        f"<p><strong>{escape(VERDICTS[claim.verdict])}</strong> · {_('grade {grade}').format(grade=claim.grade)}"
        f"{' · ' + _('lesson {lesson}').format(lesson=where) if where else ''}</p>"
        f"<p>{escape(claim.learner_note)}</p><p><small>{links}</small></p></article>"
    )


def _teachers(source: Path, ready: list[sources.Lesson]) -> str:
    """Write the teacher's pages, each with its poll slide, and what all of them share with a list of them."""
    (source / "teacher").mkdir()
    found = []
    for lesson in ready:
        page = TEACHER / ("" if is_english() else language.current()) / f"{lesson.file}.md"
        if page.exists():
            told = _for_teachers(page, "../")
            text = _POLL.sub(lambda _match, name=lesson.name: raw(living.poll(name)) + "\n", told)
            (source / "teacher" / page.name).write_text(text, encoding="utf-8")
            found.append(f"teacher/{lesson.file}")
    listed = "\n".join(found)
    return (
        f"# {_('For teachers')}\n{_for_all_teachers()}\n## {_('The pages')}\n\n"
        f"```{{toctree}}\n:maxdepth: 1\n\n{listed}\n```\n"
    )


def _for_all_teachers() -> str:
    """What all lessons share; only a few words of it in another language."""
    if is_english():
        return _for_teachers(TEACHER / "README.md", "").split("\n", 1)[1]
    told = _(
        "One page goes with each lesson: plans for 20 and 50 minutes, a poll, wrong answers to expect and what to say, "
        "a sketch for the board."
    )
    return f"\n{told}\n"


def _for_teachers(page: Path, up: str) -> str:
    """A page for teachers, its links led to what stands on the website; `up` leads to the first page's folder."""
    text = prose(page.read_text(encoding="utf-8"), outside="../../")
    notebooks = "../notebooks/" if is_english() else f"../../notebooks/{language.current()}/"
    here = {notebooks: up, "README.md)": f"{up}teachers.md)", "poll-slides.md)": "#poll-question)"}
    for file, target in here.items():
        text = text.replace(f"]({file}", f"]({target}")
    return _ONLY_IN_THE_COURSE.sub(r"\1", _NOT_HERE.sub("", text))
