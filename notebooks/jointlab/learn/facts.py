"""The numbers of a lesson in one place, as tables or printed, so that the tests can compare them with the prose.

Each number that a lesson quotes with a unit stands in such a list, with what it is and who measured it: `told` says a
row of data in words, whatever table it comes from.
"""

import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from types import MappingProxyType

from jointlab import sources
from jointlab.language import N_, _
from jointlab.learn._block import Page
from jointlab.sources import (
    Association,
    Constant,
    ExerciseTrial,
    MeasuredLoad,
    MuscleActivity,
    Observation,
    Prevalence,
    Relief,
)
from jointlab.units import amount, duration, fixed, number, read_in

Row = Observation | Constant | Prevalence | Association | MeasuredLoad | Relief | MuscleActivity | ExerciseTrial
Writer = Callable[[float], str]
# How sources put their figures: `bound` in tables of data.
BOUNDS = (N_("about"), N_("at least"), N_("less than"), N_("low"), N_("median"), N_("more than"), N_("up to"))


def told(row: Row, unit: str = "", what: str | None = None) -> str:
    """A row of data in words: "what: value (low to high), n = 1,006 [Wood et al. 1988]".

    `unit` is what an observation, a constant or a load is read in; the other tables have their own. `what`: words in
    place of the row's.
    """
    return f"{what or _WHAT[type(row)](row)}: {found(row, unit)}{_of_how_many(row)} [{source(row)}]"


def found(row: Row, unit: str = "") -> str:
    """The number of a row with its range, or the words of a source that gives no number."""
    value = row.share if isinstance(row, Prevalence) else row.value
    if value is None:
        return _without_figure(row)
    low, high = _range(row)
    write, write_end = _writers(row, unit)
    ends = {} if None in (low, high) or low == high else {"low": write_end(low), "high": write_end(high)}
    span = _(" ({low} to {high})").format(**ends) if ends else ""
    return f"{bounded(row, write(value))}{span}{_spread(row)}"


def bounded(row: Row, figure: str) -> str:
    """The words of a figure as the source puts it: "about 42 %", "more than 200 %"."""
    bound = getattr(row, "bound", "")
    return f"{_(bound)} {figure}" if bound else figure


def many(row: Row) -> str:
    """How many people or things stand behind a row: "n = 1,006"; "" where that is not known."""
    n = getattr(row, "n", None)
    return _("n = {count}").format(count=fixed(n)) if n else ""


def source(row: Row) -> str:
    """Who found it, or that it is assumed."""
    return _("assumed") if row.flag == "A" else sources.reference(row.key).short


def table(head: Sequence[str], rows: Iterable[Sequence[str]], folded: str = "") -> Page:
    """`rows` of words under a `head`; the first cell of a row names it. With `folded`, it opens below these words.

    In plain words each row is a line, and nothing is folded. Raises ValueError for a column or row without a name, a
    row with a cell too many or too few, and no rows at all.
    """
    rows = [tuple(row) for row in rows]
    if not rows or not all((*head, *(row[:1] and row[0] for row in rows))) or {len(row) for row in rows} != {len(head)}:
        raise ValueError("A table needs a name for each column and row, and a cell for each column in each row.")
    look = 'style="text-align: left; vertical-align: top; white-space: normal"'
    across = "".join(f'<th scope="col" {look}>{escape(words)}</th>' for words in head)
    down = "".join(
        f'<tr><th scope="row" {look}>{escape(name)}</th>'
        + "".join(f"<td {look}>{escape(words)}</td>" for words in cells)
        + "</tr>"
        for name, *cells in rows
    )
    html = f"<table><thead><tr>{across}</tr></thead><tbody>{down}</tbody></table>"
    if folded:
        line = f'<summary style="cursor: pointer"><strong>{escape(folded)}</strong></summary>'
        html = f'<details style="max-width: 960px">{line}{html}</details>'
    lines = [f"{name}: {'; '.join(filter(None, cells))}".rstrip(": ") for name, *cells in (tuple(head), *rows)]
    return Page(html, "\n".join(filter(None, (folded, *lines))))


def measured(
    observations: Mapping[str, str], constants: Mapping[str, str] = MappingProxyType({}), folded: str = ""
) -> Page:
    """A table of observations and constants: what, how much and of how many, who. The maps: name → unit. With `folded`,
    it opens below these words, which are translated here, as a notebook has them in English."""
    rows = [(sources.observation(name), unit) for name, unit in observations.items()]
    rows += [(sources.constant(name), unit) for name, unit in constants.items()]
    cells = [(_WHAT[type(row)](row), f"{found(row, unit)}{_of_how_many(row)}", source(row)) for row, unit in rows]
    return table((_("what"), _("found"), _("who")), cells, _(folded))


def print_measured(units: Mapping[str, str]) -> None:
    """Print one line per observation; `units` maps its name to the unit to read it in."""
    for name, unit in units.items():
        print(told(sources.observation(name), unit))


def print_constants(units: Mapping[str, str]) -> None:
    """Print one line per constant of data/constants.csv; `units` maps its name to the unit to read it in."""
    for name, unit in units.items():
        print(told(sources.constant(name), unit))


def print_relief(*names: str) -> None:
    """Print a few lines per row of data/relief.csv."""
    for name in names:
        print(textwrap.fill(told(sources.relief(name)), 100, subsequent_indent="    "))


def _without_figure(row: Row) -> str:
    """The word of a source that gives no figure, or the range of several studies."""
    if isinstance(row, MuscleActivity):
        return f"{_('{low} to {high}').format(low=_percent(row.low), high=_percent(row.high))} {row.scale}"
    return _(row.bound) if isinstance(row, MeasuredLoad) else row.says


def _spread(row: Row) -> str:
    """The scale and the standard deviation of a muscle's activity; the p of a trial without an interval."""
    if isinstance(row, MuscleActivity):
        return f" {row.scale}" + (_(", SD {spread}").format(spread=_percent(row.sd)) if row.sd else "")
    return f", p = {number(row.p)}" if isinstance(row, ExerciseTrial) and row.p and row.low is None else ""


def _percent(share: float) -> str:
    return amount(share, "%")


def _range(row: Row) -> tuple[float | None, float | None]:
    """Between which ends a number may lie; None where nobody measured that, and nobody assumed it openly."""
    if isinstance(row, MeasuredLoad) or (isinstance(row, Constant) and row.flag != "A"):
        return None, None  # the range worth trying of a constant that was measured is often no finding of its source
    return row.low, row.high


def _of_how_many(row: Row) -> str:
    """The size of the sample; things that were counted one by one are so many *of* it."""
    if isinstance(row, Observation) and row.unit == "count" and row.n and row.value.is_integer():
        return _(" of {count}").format(count=fixed(row.n))
    return f", {many(row)}" if many(row) else ""


def _when_and_against(row: Relief) -> str:
    """Outcome, time, comparison and people of a row of relief."""
    when = "" if row.first is None else f", {_when(row.first, row.last)}"
    against = _("against {contrast}").format(contrast=row.contrast)
    if row.contrast == "before":
        against = _("compared with before")
    return f"{row.outcome}{when}, {against}, {row.who}"


def _when(first: float, last: float) -> str:
    """Such as "at once", "after 5 minutes" or "from 10 minutes to 30 minutes"."""
    if last > first:
        return _("from {first} to {last}").format(first=duration(first) if first else _("at once"), last=duration(last))
    return _("after {time}").format(time=duration(first)) if first else _("at once")


def _compared(row: ExerciseTrial) -> str:
    if not row.contrast:
        return row.treatment
    return _("{treatment} against {contrast}").format(treatment=row.treatment, contrast=row.contrast)


# Table: what its rows are about.
_WHAT: dict[type, Callable[[Row], str]] = {
    Constant: lambda row: row.name.replace("_", " "),
    Observation: lambda row: row.what,
    MeasuredLoad: lambda row: row.posture,
    Prevalence: lambda row: f"{row.population}, {row.rule}",
    Association: lambda row: f"{row.outcome}, {row.who}",
    Relief: _when_and_against,
    MuscleActivity: lambda row: ", ".join(filter(None, (row.exercise, row.detail, row.muscle, row.side))),
    ExerciseTrial: lambda row: ", ".join((row.outcome, _compared(row), row.who)),
}
# How the number of a row is written, and how the ends of its range are: in tables that know their own unit …
_WRITERS: dict[type, tuple[Writer, Writer]] = {
    Prevalence: (lambda share: amount(share, "%"), lambda share: fixed(read_in(share, "%"), 1)),
    Association: (lambda ratio: fixed(ratio, 2), lambda ratio: fixed(ratio, 2)),
    MuscleActivity: (_percent, lambda share: number(read_in(share, "%"))),
}
# … and by the kind of effect of a row of relief or of a trial.
_EFFECTS: dict[str, tuple[Writer, Writer]] = {
    "d": (lambda d: f"d = {number(d)}", number),
    "OR": (lambda ratio: _("odds ratio {ratio}").format(ratio=number(ratio)), number),
    "RR": (lambda ratio: _("risk ratio {ratio}").format(ratio=number(ratio)), number),
    "HR": (lambda ratio: _("hazard ratio {ratio}").format(ratio=number(ratio)), number),
    "rate ratio": (lambda ratio: _("rate ratio {ratio}").format(ratio=number(ratio)), number),
    "points": (lambda points: _("{points} points of 100").format(points=number(points)), number),
    "Pa": (
        lambda pascals: _("{pressure} higher").format(pressure=amount(pascals, "kPa")),
        lambda pascals: number(read_in(pascals, "kPa")),
    ),
}


def _writers(row: Row, unit: str) -> tuple[Writer, Writer]:
    if isinstance(row, Relief | ExerciseTrial):
        return _EFFECTS[row.effect]
    with_its_unit = (lambda value: amount(value, unit),) * 2
    return _WRITERS.get(type(row), with_its_unit)
