"""The plan of the house as the code has it: its modules, and what each of them needs."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "notebooks" / "jointlab"


@cache
def modules() -> dict[str, Path]:
    """Name below jointlab → file, packages and the package itself left out."""
    paths = (path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
    return {".".join(path.relative_to(PACKAGE).with_suffix("").parts): path for path in paths}


@cache
def imports(name: str) -> frozenset[str]:
    """What a module imports from jointlab: modules where there are such, else packages."""
    found = set()
    for node in ast.walk(ast.parse(modules()[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "jointlab":
            package = node.module.removeprefix("jointlab").removeprefix(".")
            whole = [f"{package}.{alias.name}".removeprefix(".") for alias in node.names]
            found |= {name if name in modules() or not package else package for name in whole}
        if isinstance(node, ast.Import):
            found |= {alias.name.removeprefix("jointlab.") for alias in node.names if alias.name[:9] == "jointlab."}
    return frozenset(found - {name})


def room(name: str) -> str:
    return name.split(".")[0]


def lesson(name: str) -> str | None:
    """The folder of the lesson in which a module stands."""
    return name.split(".")[1] if name.startswith("lessons.") else None


@cache
def reached_from(name: str) -> frozenset[str]:
    """All modules that a module needs, itself included."""
    below = (reached_from(other) for other in imports(name) if other in modules())
    return frozenset({name}).union(*below)
