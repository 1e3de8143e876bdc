"""The table of a run of bench.latency, and whether what the course promises of its speed was kept."""

from statistics import median

HEAD = (
    "explorer | net ms | variant | key to and fro: ms (95th) | one way | rested drag: pictures/s | settles ms "
    "| first drag: pictures/s | settles ms | last picture right | kB | kernel s"
)
AHEAD_MS, FASTER, PICTURES, SETTLES_MS = 20, 8, 30, 60
SLOWER, LATER_MS = 0.9, 20  # of a first drag, beside the explorer that asks for nothing ahead


def table(rows: list[dict]) -> str:
    """Medians of all rounds, as Markdown; kB and the kernel's CPU seconds are those of a visit with a rested drag."""
    cells = [HEAD.split(" | "), ["---"] * 12]
    keys = dict.fromkeys((row["explorer"], row["delay"], row["variant"]) for row in rows)
    for key in keys:
        mine = _of(rows, *key)
        cells.append([str(part) for part in key] + [_keys(mine, kind) for kind in ("to and fro", "walk")])
        for drag in ("rested", "first"):
            cells[-1] += [f"{_drag(mine, drag, 'pictures'):.0f}", f"{_drag(mine, drag, 'settle'):.0f}"]
        right = all(row[drag]["right"] for row in mine for drag in ("rested", "first"))
        cells[-1] += ["yes" if right else "NO", f"{_drag(mine, 'rested', 'kB'):.0f}"]
        cells[-1] += [f"{median(row['cpu'] for row in mine):.1f}"]
    loads = [row["load"] for row in rows]
    lines = ["| " + " | ".join(line) + " |" for line in cells]
    return "\n".join([*lines, "", f"Load of the machine: {min(loads):.1f} to {max(loads):.1f}."])


def bars(rows: list[dict]) -> str:
    """What is promised of explorers that ask ahead, met or missed, one line for each explorer and net."""
    lines = []
    for explorer, delay in dict.fromkeys((row["explorer"], row["delay"]) for row in rows):
        ours, usual, today = (_of(rows, explorer, delay, variant) for variant in ("ahead", "interact", "today"))
        where = f"{explorer}, {delay} ms"
        if ours:
            lines += _speed(where, ours, usual)
        if ours and not delay:
            lines += _rested(where, ours)
        if ours and today and not delay:
            lines += _first(where, ours, today)
    return "\n".join(lines)


def _speed(where: str, ours: list[dict], usual: list[dict]) -> list[str]:
    taken = median(_taken(ours))
    lines = [_bar(where, f"key {taken:.0f} ms (at most {AHEAD_MS})", taken <= AHEAD_MS)]
    if usual:
        ratio = median(_taken(usual)) / taken
        lines.append(_bar(where, f"{ratio:.1f} times faster than interact (at least {FASTER})", ratio >= FASTER))
    return lines


def _rested(where: str, ours: list[dict]) -> list[str]:
    pictures, settle = _drag(ours, "rested", "pictures"), _drag(ours, "rested", "settle")
    right = all(row[drag]["right"] for row in ours for drag in ("rested", "first"))
    return [
        _bar(where, f"rested drag {pictures:.1f} pictures/s (at least {PICTURES})", pictures >= PICTURES),
        _bar(where, f"settles in {settle:.0f} ms (at most {SETTLES_MS})", settle <= SETTLES_MS),
        _bar(where, "last picture right", right),
    ]


def _first(where: str, ours: list[dict], today: list[dict]) -> list[str]:
    pictures, before = _drag(ours, "first", "pictures"), _drag(today, "first", "pictures")
    settle, settled = _drag(ours, "first", "settle"), _drag(today, "first", "settle")
    return [
        _bar(where, f"first drag {pictures:.1f} pictures/s, today {before:.1f}", pictures >= SLOWER * before),
        _bar(where, f"first drag settles in {settle:.0f} ms, today {settled:.0f}", settle <= settled + LATER_MS),
    ]


def _bar(where: str, words: str, met: bool) -> str:
    return f"- {'met' if met else 'MISSED'}: {where}: {words}"


def _of(rows: list[dict], explorer: str, delay: int, variant: str) -> list[dict]:
    return [row for row in rows if (row["explorer"], row["delay"], row["variant"]) == (explorer, delay, variant)]


def _taken(rows: list[dict]) -> list[float]:
    return [ms for row in rows for kind in ("to and fro", "walk") for ms in row[kind]]


def _keys(rows: list[dict], kind: str) -> str:
    taken = sorted(ms for row in rows for ms in row[kind])
    return f"{median(taken):.0f} ({taken[int(0.95 * len(taken))]:.0f})"


def _drag(rows: list[dict], drag: str, what: str) -> float:
    return median(row[drag][what] for row in rows)
