"""Would the tests notice? Small mistakes are put into the code one at a time, and the tests nearest to them are run.

    python -m uv run python tests/mutations/run.py              all of mutations.toml, two at a time
    python -m uv run python tests/mutations/run.py pop camera   those whose file or words contain one of these

Not a part of the test command: it takes about twenty minutes. Prints what lived; the exit code is 1 if more than one
in twenty did.
"""

import shutil
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

ROOT = Path(__file__).parents[2]
PACKAGE = Path("notebooks") / "jointlab"
AT_ONCE = 2
MOST_ALIVE = 0.05  # of all mutations


@dataclass(frozen=True)
class Mutation:
    """In `file` (below the package), `find` becomes `put`; `says` what would then be wrong."""

    file: str
    find: str
    put: str
    says: str

    @property
    def tests(self) -> list[str]:
        """Where a mistake in this file should be noticed: its own floor and lesson, all pictures and goals."""
        first, *rest = self.file.split("/")
        own = f"tests/lessons/{rest[0]}" if first == "lessons" else f"tests/{first.removesuffix('.py')}"
        near = {"learn": [], "logbook": []} | {f"{name}.py": [f"tests/test_{name}.py"] for name in ("units", "cell")}
        near["former_names.py"] = ["tests/logbook"]
        near["language.py"] = near["sources"] = ["tests/test_language.py"]
        near["units.py"].append("tests/test_language.py")
        far = ["tests/lessons", "tests/pictures", "tests/explorers/test_goals.py"]
        return [place for place in (own, *near.get(first, far)) if (ROOT / place).exists()]


def mutations() -> list[Mutation]:
    """All of mutations.toml."""
    text = (Path(__file__).parent / "mutations.toml").read_text(encoding="utf-8")
    return [Mutation(**table) for table in tomllib.loads(text)["mutation"]]


def is_killed(mutation: Mutation, copy: Path) -> bool:
    """Whether the tests fail on the mutated `copy` of the project, which is whole again afterwards."""
    file = copy / PACKAGE / mutation.file
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace(mutation.find, mutation.put), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", *mutation.tests]
    try:
        return subprocess.run(command, cwd=copy, capture_output=True, timeout=600).returncode == 1
    except subprocess.TimeoutExpired:
        return True  # a program that never ends is noticed
    finally:
        file.write_text(whole, encoding="utf-8")


def main(words: list[str]) -> int:
    """Try all mutations, or those with one of `words` in them."""
    tried = [each for each in mutations() if not words or any(word in f"{each.file} {each.says}" for word in words)]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(AT_ONCE) as pool:
        copies: Queue[Path] = Queue()
        for i in range(AT_ONCE):
            copies.put(_copy(Path(folder) / str(i)))

        def judge(mutation: Mutation) -> bool:
            copy = copies.get()
            killed = is_killed(mutation, copy)
            copies.put(copy)
            print(f"{'killed' if killed else 'ALIVE '}  {mutation.file}: {mutation.says}", flush=True)
            return killed

        killed = list(pool.map(judge, tried))
    print(f"{sum(killed)} of {len(killed)} killed")
    return int(sum(killed) < (1 - MOST_ALIVE) * len(killed))


def _copy(place: Path) -> Path:
    ignore = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".hypothesis", "contact-sheet.html", "my-logbook*")
    return shutil.copytree(ROOT, place, ignore=ignore)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
