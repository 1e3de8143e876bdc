"""Every control of every explorer, moved over its whole range: no error, a picture and a sensible sentence.

A callback's exception passes nbval, so this is where a broken corner of an explorer must show.
"""

import re
from functools import cache

import pytest
from tests.pictures import gallery

from jointlab.explorers import Explorer
from jointlab.explorers.declare import Declaration, Slider

EXPLORERS = gallery.explorers()
# Four controls are enough for a learner; nine joints make nine, in two columns, and a stage of life; three faults of a
# study share one place.
MOST_CONTROLS = {"BEIGHTON": 10, "STUDY": 5}
# What a learner must never read: numbers gone wrong, an exponent, a hyphen for a minus, a minus before nothing.
NOT_WORDS = re.compile(r"\bnan\b|\binf\b|None|\de[+-]?\d|(?<![\w)])-\d|−0(?![.\d])|−0\.0+(?!\d)|[{}]")


def states(declaration: Declaration):
    """Defaults, presets, each control from end to end, and every corner of all controls together."""
    yield {}
    yield from declaration.presets.values()
    for control in declaration.controls:
        yield from ({control.name: value} for value in control.positions(5))
    yield from gallery.corners(declaration)


def test_there_are_explorers():
    assert len(EXPLORERS) >= 16
    assert set(EXPLORERS) >= {"CAMERA", "COLLAPSE"}


@cache
def swept(name: str) -> list[tuple]:
    """Of all `states`: the values, the frame, and what went wrong."""
    declaration = EXPLORERS[name]
    return [(values, *gallery.shown(name, {**declaration.defaults, **values})) for values in states(declaration)]


@pytest.mark.parametrize("name", EXPLORERS)
def test_no_state_of_an_explorer_breaks(name):
    for values, frame, wrong in swept(name):
        assert wrong is None, f"{values}: {wrong}"
        assert frame["error"] == "", values
        sentence = frame["sentence"]
        assert re.search(r"[a-z]{3}.*\.$", sentence), values
        words = [sentence, *re.findall(r">([^<>]+)</text>", frame["marks"])]
        assert [said for said in words if NOT_WORDS.search(said)] == [], values
        assert 30 < len(sentence) < 320, f"{values}: {sentence}"
        assert frame["marks"].count("<path") > 3, values
        assert not re.search(r"\bnan\b", frame["marks"]), values  # a number, not a word such as “maintenance”
        assert len(frame["marks"]) < 60_000, values


@pytest.mark.parametrize("name", EXPLORERS)
def test_every_control_moves_the_picture(name):
    for control in EXPLORERS[name].controls:
        alone = [(values[control.name], frame) for values, frame, _ in swept(name) if values.keys() == {control.name}]
        seen = {value: frame["marks"] for value, frame in alone}
        assert seen.keys() >= {*control.positions(5)}, control.name
        assert len({*seen.values()}) == len(seen), control.name


@pytest.mark.parametrize("name", EXPLORERS)
def test_the_same_state_gives_the_same_frame(name):
    declaration = EXPLORERS[name]
    explorer = Explorer(declaration)  # one that has shown nothing else yet
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
            if control.loops:
                picture = gallery.picture(name)
                first, last = (declaration.state(**{control.name: end}) for end in control.positions(2))
                assert picture.frame_at(first) == picture.frame_at(last), f"{control.name} goes round: ends differ"
    assert declaration.goal is not None
    for values in declaration.presets.values():
        declaration.clean({**declaration.defaults, **values})
    assert len(declaration.picture.description) > 100


@pytest.mark.parametrize("name", [name for name in EXPLORERS if EXPLORERS[name].sounds])
def test_every_sound_can_be_heard(name):
    declaration = gallery.quick(name)
    for values in states(declaration):
        state = declaration.state(**values)
        for sound in declaration.sounds:
            samples = sound.render(state)
            assert 0.1 < abs(samples).max() <= 1, values
            assert 0.05 * sound.rate < len(samples) < 10 * sound.rate, values
