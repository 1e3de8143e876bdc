"""Every control of every explorer, moved over its whole range: no error, a picture and a sensible sentence.

A callback's exception passes nbval, so this is where a broken corner of an explorer must show.
"""

import importlib
import itertools
import pkgutil
import random
import re

import pytest

import jointlab.explorers
from jointlab.explorers import Explorer
from jointlab.explorers.declare import Declaration, Slider


def declared() -> dict[str, Declaration]:
    """Every Declaration in the package jointlab.explorers: none can escape by not being listed."""
    found = {}
    for module in pkgutil.iter_modules(jointlab.explorers.__path__):
        names = vars(importlib.import_module(f"jointlab.explorers.{module.name}"))
        found |= {name: value for name, value in names.items() if isinstance(value, Declaration)}
    return found


EXPLORERS = declared()
CORNERS = 200  # of an explorer with many controls, so many are tried, always the same
# Four controls are enough for a learner; nine joints make nine, in two columns, and a stage of life.
MOST_CONTROLS = {"BEIGHTON": 10}


def states(declaration: Declaration):
    """Defaults, presets, each control from end to end, and every corner of all controls together."""
    yield {}
    yield from declaration.presets.values()
    for control in declaration.controls:
        yield from ({control.name: value} for value in control.positions(5))
    ends = [control.positions(2) for control in declaration.controls]
    names = [control.name for control in declaration.controls]
    corners = list(itertools.product(*ends))
    if len(corners) > CORNERS:
        corners = random.Random(1).sample(corners, CORNERS)
    yield from (dict(zip(names, corner, strict=True)) for corner in corners)


def test_there_are_explorers():
    assert set(EXPLORERS) >= {"CAMERA", "COLLAPSE"}


@pytest.mark.parametrize("name", EXPLORERS)
def test_no_state_of_an_explorer_breaks(name):
    declaration = EXPLORERS[name]
    explorer = Explorer(declaration)
    for values in states(declaration):
        explorer.set(**{**declaration.defaults, **values})
        assert explorer.last_error is None, f"{values}: {explorer.last_error}"
        assert explorer.frame["error"] == "", values
        sentence = explorer.frame["sentence"]
        assert re.search(r"[a-z]{3}.*\.$", sentence), values
        assert not re.search(r"\bnan\b|\binf\b|None|e[+-]\d\d|-0\b|\{|\}", sentence), f"{values}: {sentence}"
        assert 30 < len(sentence) < 320, f"{values}: {sentence}"
        assert explorer.frame["marks"].count("<path") > 3, values
        assert "nan" not in explorer.frame["marks"], values
        assert len(explorer.frame["marks"]) < 60_000, values


@pytest.mark.parametrize("name", EXPLORERS)
def test_every_control_moves_the_picture(name):
    declaration = EXPLORERS[name]
    explorer = Explorer(declaration)
    for control in declaration.controls:
        explorer.set(**declaration.defaults)
        seen = set()
        for value in control.positions(4):
            explorer.set(**{control.name: value})
            seen.add(explorer.frame["marks"])
        assert len(seen) == len(control.positions(4)), control.name


@pytest.mark.parametrize("name", EXPLORERS)
def test_the_same_state_gives_the_same_frame(name):
    declaration = EXPLORERS[name]
    explorer = Explorer(declaration)
    before = explorer.frame
    control = declaration.controls[0]
    explorer.set(**{control.name: control.positions(2)[0]})
    explorer.set(**declaration.defaults)
    assert explorer.frame["marks"] == before["marks"]
    assert explorer.frame["sentence"] == before["sentence"]


@pytest.mark.parametrize("name", EXPLORERS)
def test_a_declaration_keeps_the_rules_of_the_house(name):
    declaration = EXPLORERS[name]
    assert 2 <= len(declaration.controls) <= MOST_CONTROLS.get(name, 4)
    for control in declaration.controls:
        assert control.label
        if isinstance(control, Slider):
            assert control.unit, f"{control.name} has no unit"
            assert control.low <= control.default <= control.high
            assert control.clean(control.default) == control.default
    assert declaration.goal is not None
    assert not declaration.goal.reached(declaration.model(**declaration.defaults)), "the goal is reached at the start"
    for values in declaration.presets.values():
        declaration.clean({**declaration.defaults, **values})
    assert len(declaration.picture.description) > 100


@pytest.mark.parametrize("name", EXPLORERS)
def test_every_sound_can_be_heard(name):
    declaration = EXPLORERS[name]
    for values in states(declaration):
        state = declaration.model(**{**declaration.defaults, **values})
        for sound in declaration.sounds:
            samples = sound.render(state)
            assert 0.1 < abs(samples).max() <= 1, values
            assert 0.05 * sound.rate < len(samples) < 10 * sound.rate, values
