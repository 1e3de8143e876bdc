"""Every picture says what its state says: for each there is a probe that holds which number stands where.

A probe is a function in `tests/lessons/<lesson>/probes.py`: of an explorer, `CARRY(picture, state)`, tried in its
default, its presets and its corners; of a still, `disc_pressures(picture)`. It asserts; it never draws anything itself.
"""

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.pictures import gallery

LESSONS = Path(__file__).parents[1] / "lessons"


def probes() -> dict[str, Callable]:
    """Every probe by the name of its picture, as in `gallery`."""
    found = {}
    for path in sorted(LESSONS.glob("*/probes.py")):
        called = f"tests.lessons.{path.parent.name}.probes"
        pytest.register_assert_rewrite(called)  # so that a failure shows both values
        module = importlib.import_module(called)
        for name, probe in vars(module).items():
            if callable(probe) and getattr(probe, "__module__", "") == module.__name__ and not name.startswith("_"):
                found[name if name.isupper() else f"{path.parent.name}-{name}"] = probe
    return found


PROBES = probes()


def test_every_picture_has_a_probe_and_every_probe_a_picture():
    assert PROBES.keys() == {*gallery.explorers(), *gallery.stills()}


@pytest.mark.parametrize("name", sorted(gallery.explorers().keys() & PROBES.keys()))
def test_an_explorer_shows_its_state(name):
    declaration = gallery.quick(name)
    picture = gallery.picture(name)
    for state_name, values in gallery.looked_at(declaration):
        state = declaration.state(**values)
        picture.update(state)
        try:
            PROBES[name](picture, state)
        except AssertionError as fault:
            raise AssertionError(f"{state_name}: {fault}") from fault


@pytest.mark.parametrize("name", sorted(gallery.stills().keys() & PROBES.keys()))
def test_a_still_shows_its_numbers(name):
    PROBES[name](gallery.still(name))
