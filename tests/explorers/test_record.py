"""A record says what the live explorer says, and leads everywhere where the lesson sends its reader."""

import base64
import gzip
import itertools
import json
import math
import random
import re
from dataclasses import replace

import pytest
from tests.explorers.toy import SWING, TIME
from tests.pictures import gallery
from tests.sample import sampled

from jointlab.explorers import hear, record
from jointlab.explorers.curves import Axis, Curve, Heard
from jointlab.explorers.trim import trimmed

EXPLORERS = gallery.explorers()
SAMPLE = {"SYRINGE", "COLLAPSE", "CARRY", "BEIGHTON", "FOREST", "TWENTY_ANSWERS"}
CORNERS, INSIDE = 4, 4  # positions of an explorer, always the same: those that the sweep draws as well, and others
CALM = replace(SWING, recorded={"damping": [0, 0.5, 1, 1.5]})  # without the corner in which it breaks


def unpacked(recorded: dict, what: str = "frames") -> list:
    """All frames of a record, or what is heard of them, as the page reads them."""
    texts = [gzip.decompress(base64.b64decode(chunk)).decode() for chunk in recorded[what]]
    assert all(text.count("\n") < record.CHUNK for text in texts)
    return [json.loads(line) for text in texts for line in text.split("\n")]


def states(recorded: dict) -> list[dict]:
    """The values of all frames, in the order in which the page counts them."""
    controls = recorded["spec"]["controls"]
    grid = [control.get("positions") or list(control["options"]) for control in controls]
    names = [control["name"] for control in controls]
    return [dict(zip(names, values, strict=True)) for values in itertools.product(*grid)] + recorded["beside"]


def said(svg: str) -> list[str]:
    """The words and numbers that are read in a picture."""
    return [words for words in re.findall(r">([^<>]*)<", svg) if words.strip()]


@pytest.mark.parametrize("name", sampled(EXPLORERS, SAMPLE))
def test_a_recorded_frame_is_the_live_one(name):
    declaration, picture, dice = gallery.quick(name), gallery.picture(name), random.Random(3)
    opened = [{**declaration.defaults, **preset} for preset in ({}, *declaration.presets.values())]
    corners = dice.sample(list(gallery.corners(declaration)), CORNERS)
    grid = record.positions(declaration)
    inside = [{control: dice.choice(where) for control, where in grid.items()} for _ in range(INSIDE)]
    for values in (*opened, *corners, *inside):
        marks, *others = json.loads(record.lines(declaration, picture, values)[0])
        shown, _ = gallery.shown(name, values)
        if shown["error"]:
            assert [marks, *others] == ["", "", False, [], shown["error"]]
        else:
            assert others == [shown[part] for part in ("sentence", "goal", "grips", "error")]
            assert marks == trimmed(shown["marks"])
            assert said(marks) == said(shown["marks"])


def test_a_record_holds_every_state_of_its_grid_where_the_page_looks_for_it():
    recorded = record.record(CALM, 60)
    lines, where = unpacked(recorded), states(recorded)
    assert len(lines) == len(where) > record.CHUNK
    picture = CALM.picture()
    assert lines == [json.loads(record.lines(CALM, picture, values)[0]) for values in where]
    assert json.loads(recorded["first"]) == lines[where.index(CALM.defaults)]
    assert recorded["spec"]["stage"] == trimmed(picture.stage_svg())


@pytest.mark.parametrize("name", EXPLORERS)
def test_every_position_can_be_reached(name):
    declaration = EXPLORERS[name]
    grid = record.positions(declaration)
    assert math.prod(map(len, grid.values())) <= record.MOST
    for control in declaration.controls:
        assert [control.clean(value) for value in grid[control.name]] == grid[control.name]
        assert len(grid[control.name]) >= 2


def test_named_positions_are_taken_as_they_are_and_the_buttons_still_lead_where_they_lead():
    recorded = record.record(replace(SWING, recorded={"damping": [0, 0.25, 1]}), 60)
    damping, frequency, _start = recorded["spec"]["controls"]
    assert damping["positions"] == [0, 0.25, 1]
    assert len(frequency["positions"]) == 10
    assert recorded["beside"] == [SWING.defaults, {**SWING.defaults, "damping": 1.5}]
    assert [line[1] for line in unpacked(recorded)[60:]] == [
        "The damping is 0.50 per second.",
        "The damping is 1.50 per second.",
    ]


def test_too_many_positions_are_refused_in_words():
    with pytest.raises(ValueError, match="“A damped swing” has too many positions for a record"):
        record.positions(replace(SWING, recorded={"damping": list(range(1000))}))


def test_gaps_are_closed_evenly():
    grid = record.positions(SWING, 200)
    shares = [SWING.controls[1].share(value) for value in grid["frequency"]]
    assert len(grid["damping"]) * len(grid["frequency"]) * 2 <= 200
    gaps = [b - a for a, b in itertools.pairwise(shares)]
    assert max(gaps) < 3 * min(gaps)


def test_a_slider_that_plays_keeps_enough_positions_to_move_and_those_that_are_named_come_first():
    damping, frequency, start = SWING.controls
    played = replace(SWING, controls=(damping, replace(frequency, plays=4.0), start))
    shares = [frequency.share(value) for value in record.positions(played, 60)["frequency"]]
    assert len(shares) >= 12 * 4
    assert max(b - a for a, b in itertools.pairwise(shares)) < 1.6 / (12 * 4)
    named = record.positions(replace(played, recorded={"frequency": [0.1, 1, 10]}), 60)
    assert named["frequency"] == [0.1, 1, 10]


def test_sounds_are_recorded_where_a_button_leads():
    recorded = record.record(CALM, 40)
    where = states(recorded)
    values = [where[number] for number in recorded["sounds"]]
    assert values == [SWING.defaults, {**SWING.defaults, "damping": 1.5}]
    assert all(gzip.decompress(base64.b64decode(file))[:4] == b"RIFF" for [file] in recorded["sounds"].values())


def test_what_is_heard_is_recorded_beside_what_is_seen():
    assert record.record(CALM, 40)["heard"] == []
    way, height = Axis("Time", "s", 0, 10), Axis("Position", "m", -1, 1)
    loud = replace(CALM, hear=lambda state: Heard(way, height, [Curve(TIME, state["position"])], (80, 20, 900, 400)))
    recorded = record.record(loud, 60)
    heard = unpacked(recorded, "heard")
    assert heard == [hear.told(loud.hear(loud.at(values))) for values in states(recorded)]
    assert unpacked(recorded) == unpacked(record.record(CALM, 60)), "frames are none the larger for it"
    refused = lines_of_the_corner(replace(loud, model=SWING.model))
    assert refused == [
        ["", "", False, [], "A swing so damped cannot be so fast. The picture shows the last state that works."],
        None,
    ]


def lines_of_the_corner(declaration) -> list:
    """What is seen and heard in the state that the toy refuses."""
    values = {"damping": 2, "frequency": 10, "start": "high"}
    return [json.loads(line) for line in record.lines(declaration, declaration.picture(), values)]


def test_a_saved_record_may_stand_in_a_page(tmp_path):
    recorded = {"spec": {"title": "</script><b>"}, "frames": []}
    path = tmp_path / "record.json"
    record.save(recorded, path)
    assert "</" not in path.read_text(encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8")) == recorded


@pytest.mark.parametrize(
    ("path", "short"),
    [
        ("M 10.04 20 L 11.26 20 L 11.26 18.5 z", "M10 20l1.3 0l0-1.5z"),
        ("M 0 0 C 1 1 2 2 3.5 3 Q 4 4 5 5", "M0 0c1 1 2 2 3.5 3q.5 1 1.5 2"),
        ("M -0.02 -5.55 L 0.4 -5.1", "M0-5.6l.4 .5"),
    ],
)
def test_a_path_is_told_in_steps(path, short):
    assert trimmed(f'<path d="{path}" />') == f'<path d="{short}" />'


def test_words_are_never_rounded():
    text = '<text x="10.257" style="font: 13.75px">, 0.18 mL (1.234) -0.56</text>'
    assert trimmed(text) == '<text x="10.3" style="font: 13.8px">, 0.18 mL (1.234) -0.56</text>'


def test_rounding_does_not_add_up_along_a_path():
    points = [(0.06 * i, 0.04 * i) for i in range(500)]
    path = "M " + " L ".join(f"{x:.2f} {y:.2f}" for x, y in points)
    d = re.search(r'd="([^"]*)"', trimmed(f'<path d="{path}"/>'))[1]
    x, y = (sum(map(float, axis)) for axis in zip(*_pairs(d), strict=True))
    assert (x, y) == pytest.approx(points[-1], abs=0.051)


def _pairs(d):
    numbers = re.findall(r"-?\d*\.?\d+", d)
    return list(zip(numbers[::2], numbers[1::2], strict=True))
