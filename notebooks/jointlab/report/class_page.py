"""A class as a page: first what to talk about, then who did what, how sure they were, and every question."""

from collections.abc import Sequence
from html import escape

from jointlab.drawings.charts.calibration_chart import OF_A_CLASS
from jointlab.report import markup, talk, tally
from jointlab.report.asked import lessons, titles
from jointlab.report.calibration_picture import CalibrationPicture
from jointlab.report.gathered import Gathered
from jointlab.report.learners import Learner, total
from jointlab.units import fixed

_SURE = "How sure, and how often right"
_NOT_YET = "Tried to build the line, and have not got it yet"
FEW_LESSONS = 4  # of so many, who is stuck stands open
MANY = 40  # so many learners still stand open on the page
NAMED = 12  # so many are named in one line
CLAIMS_IN_SIGHT = 8


def page(found: Gathered, lesson: str | None = None) -> str:
    """The page, as HTML; `lesson`: the name of the only one that it is about. There is at least one learner."""
    learners = found.learners
    answers = tally.pile(learners)
    fit = tally.fit(answers, lesson)
    sure = [markup.paragraph(talk.calibrated(fit)), markup.chart(CalibrationPicture(fit.said, OF_A_CLASS), _SURE)]
    chosen = [row.name for row in lessons() if row.name in begun(learners, lesson)]
    return markup.whole(
        "Jointlab · class report",
        _head(found, lesson),
        markup.section("To talk about next", *map(_topic, talk.topics(answers, len(learners), lesson))),
        markup.section("Who did what", *_who(learners, answers, chosen)),
        markup.section(_SURE, *(sure if fit.said else ())),
        *(markup.section(titles()[name], *_lesson(answers, len(learners), name, len(chosen) < 3)) for name in chosen),
        markup.section("The article’s claims", *_claims(answers, lesson)),
        markup.section("The files", *_files(found)),
    )


def begun(learners: Sequence[Learner], lesson: str | None = None) -> set[str]:
    """The lessons in which anybody has answered; of `lesson` alone, if one is named."""
    at = {answer.lesson for one in learners for answer in one.answers.values()}
    return at if lesson is None else at & {lesson}


def _head(found: Gathered, lesson: str | None) -> str:
    times = sorted(time for one in found.learners for a in one.answers.values() for time in (a.began, a.ended) if time)
    when = [f"Answers from {times[0]} to {times[-1]}."] if times else []
    of = [f"Only of the lesson {titles()[lesson]}."] if lesson else []
    return markup.head(
        "Jointlab · class report",
        f"Learners: {fixed(len(found.learners))}",
        *when,
        *of,
        "Made on this computer from the files that were given. Nothing was sent anywhere. Names and codes stand under "
        f"“Who did what” and “The files” alone: all else can be projected. {markup.EDUCATION}",
    )


def _topic(topic: talk.Topic) -> str:
    told = "".join(map(markup.paragraph, topic.told))
    say = f'<p class="say"><strong>What to say:</strong> {escape(topic.say)}</p>' if topic.say else ""
    right = markup.paragraph(topic.right, "right")
    return (
        f'<div class="topic">{markup.paragraph(topic.where, "kind")}<h3>{escape(topic.asks)}</h3>{told}{say}{right}'
        "</div>"
    )


def _who(learners: Sequence[Learner], answers: tally.Pile, chosen: Sequence[str]) -> list[str]:
    return [_grid(learners, chosen), *_stuck(learners, answers, chosen)]


def _grid(learners: Sequence[Learner], chosen: Sequence[str]) -> str:
    """Learners × lessons; folded, where it would be longer than a screen or two."""
    short = len(chosen) > 3
    columns = [titles()[name][:2] if short else titles()[name] for name in chosen]
    rows = []
    for one in learners:
        done = one.done
        of = [total(done, name) for name in chosen]
        latest = max((answer.ended for answer in one.answers.values()), default="")
        rows.append([escape(one.label), *(markup.shade(str(n), n.done / n.total) for n in of), escape(latest)])
    table = markup.table("Done, of all that a lesson asks", ["learner", *columns, "latest answer"], rows, "grid")
    return markup.fold(f"All learners: {fixed(len(learners))}", table) if len(learners) > MANY else table


def _stuck(learners: Sequence[Learner], answers: tally.Pile, chosen: Sequence[str]) -> list[str]:
    """Who has tried an exercise and has not got it yet; folded, where that is said of many lessons."""
    rows = []
    for one in (one for name in chosen for one in tally.tries(answers, name)):
        names = [who.label for who in learners if _is_stuck(who, one.item.address)]
        listed = ", ".join(names[:NAMED]) + (", …" if len(names) > NAMED else "")
        if names:
            rows.append((escape(titles()[one.item.lesson]), str(len(names)), escape(listed)))
    table = markup.table(_NOT_YET, ("lesson", "learners", "who"), rows)
    return [markup.fold(_NOT_YET, table) if len(rows) > FEW_LESSONS else table]


def _is_stuck(learner: Learner, address: str) -> bool:
    return address in learner.answers and not learner.answers[address].solved


def _lesson(answers: tally.Pile, learners: int, name: str, is_open: bool) -> list[str]:
    """Part by part, what was answered in a lesson."""
    people = [one for one in tally.choices(answers, "judgement", name) if one.item.in_steps]
    told = {
        "Predict": map(_choices, tally.choices(answers, "prediction", name)),
        "Build": map(_tries, tally.tries(answers, name)),
        "Check yourself": map(_choices, tally.choices(answers, "quiz", name)),
        "People to decide on": map(_choices, people),
        "Goals": [_goals(answers, learners, name)],
    }
    return [markup.fold(part, *shown, is_open=is_open) for part, shown in told.items()]


def _choices(one: tally.Choices) -> str:
    """A question, and how often each answer was the first."""
    rows = [
        (
            escape(f"✓ {words}" if words == one.item.right else words) + _idea(one.item.ideas.get(words, "")),
            markup.bar(f"{count} of {one.total}", count / max(one.total, 1), words == one.item.right),
        )
        for words, count in one.counts.items()
    ]
    words = next(iter(one.wrong), "")
    say = f"To those who said “{words}”: {one.item.says[words]}" if words in one.item.says else one.item.known
    return (
        markup.table(one.item.asks, ("first answer", "chosen by"), rows, "options")
        + markup.paragraph(say)
        + markup.paragraph(f"Looked without predicting: {one.skipped}." if one.skipped else "", "note")
        + markup.paragraph(
            f"Answered in another version of the course: {one.otherwise}." if one.otherwise else "", "note"
        )
    )


def _idea(words: str) -> str:
    """The idea behind an answer, in small letters below it."""
    return f"<small>The idea behind it: “{escape(words)}”</small>" if words else ""


def _tries(one: tally.Tries) -> str:
    rows = [
        (escape(name), str(count), str(one.stuck.get(name, 0)), escape(talk.said_to(one.item, name)))
        for name, count in one.met.items()
    ]
    asks = one.item.asks[:1].upper() + one.item.asks[1:]
    return (
        markup.paragraph(asks, "head")
        + markup.paragraph(f"{one.solved} of {one.tried} who tried it got it right.")
        + markup.table("Mistakes on the way", ("mistake", "met by", "still there", "what to say"), rows)
    )


def _goals(answers: tally.Pile, learners: int, name: str) -> str:
    rows = [(escape(words), f"{count} of {learners}") for words, count in tally.goals(answers, name).items()]
    return markup.table("Goals of the explorers", ("goal", "reached by"), rows)


def _claims(answers: tally.Pile, lesson: str | None) -> list[str]:
    """Those in which class and evidence differ most stand first; what is more than a few is folded."""
    rows = [
        (
            escape(one.item.asks),
            markup.bar(f"{one.right} of {one.total}", one.right / one.total, right=True),
            escape(f"{words} ({count})"),
            escape(one.item.right),
        )
        for one in talk.differing(answers, lesson)
        for words, count in [max(one.counts.items(), key=lambda pair: pair[1])]
    ]
    columns = ("claim", "judged as the evidence does", "most common judgement", "the evidence says")
    first = markup.table("Where class and evidence differ most", columns, rows[:CLAIMS_IN_SIGHT], "claims")
    rest = markup.table("The other claims that were judged", columns, rows[CLAIMS_IN_SIGHT:], "claims")
    return [first, markup.fold("All other claims that were judged", rest)]


def _files(found: Gathered) -> list[str]:
    rows = [(escape(label), escape(", ".join(files))) for label, files in found.files.items()]
    return [
        markup.listed(found.notes),
        markup.fold(f"Whose answers were read: {len(rows)}", markup.table("Read", ("learner", "file"), rows)),
    ]
