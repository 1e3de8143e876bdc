"""Many small cases in one test: where a case takes less than pytest takes to hand it out and to report it."""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

LONGEST = 80  # letters of a case that has no name


def each(names: str, cases: Iterable[Any]) -> Callable[[Callable], Callable]:
    """As `pytest.mark.parametrize`, but one test tries all cases; its failure names every case that has failed.

    `names`: the arguments, "row" or "table, column". They share the fixtures of that one test: for cases that leave
    nothing behind. Two of them on one test try all combinations.
    """
    arguments, cases = [name.strip() for name in names.split(",")], list(cases)

    def asked_of(test: Callable) -> Callable:
        @wraps(test)
        def trying(**fixtures: Any) -> None:
            assert cases, f"there is no {names} to try"
            faults = []
            for case in cases:
                values = (case,) if len(arguments) == 1 else case
                try:
                    test(**fixtures, **dict(zip(arguments, values, strict=True)))
                except Exception as fault:
                    fault.add_note(f"this was {_named(case)}")
                    faults.append((_named(case), fault))
            if faults:
                failed, what = zip(*faults, strict=True)
                raise ExceptionGroup(f"{len(failed)} of {len(cases)} fail: {'; '.join(failed)}", what)

        taken = inspect.signature(test)
        left = [one for name, one in taken.parameters.items() if name not in arguments]
        trying.__signature__ = taken.replace(parameters=left)
        return trying

    return asked_of


def _named(case: Any) -> str:
    """The name of a row of a table, or what else tells the case from others."""
    told = (getattr(case, part, None) for part in ("name", "id", "key"))
    return str(next(filter(None, told), case))[:LONGEST]
