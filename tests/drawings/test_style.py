"""The palette: readable on paper and on dark, and apart for colour-blind eyes."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from tests.pictures import colours

from jointlab.drawings import style

DATA = ("blue", "vermilion", "green", "amber", "purple")
THEMES = {"light": 0, "dark": 1}

# Machado, Oliveira & Fernandes 2009, doi 10.1109/TVCG.2009.113, severity 1; they act on linear RGB.
COLOUR_BLIND = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def contrast(one: str, other: str) -> float:
    return float(colours.contrast(np.array(to_rgb(one)), np.array(to_rgb(other))))


def lab(rgb: np.ndarray) -> np.ndarray:
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ rgb
    f = np.cbrt(np.clip(xyz, 0, None) / [0.9505, 1, 1.089])
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("theme", THEMES)
def test_what_has_gone_wrong_reads_on_its_ground(theme):
    assert contrast(style.COLOURS["vermilion"][THEMES[theme]], style.COLOURS["paper"][THEMES[theme]]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["paper", "panel"])
def test_text_reads_on_its_ground(theme, ground):
    for name in ("ink", "muted"):
        assert contrast(style.COLOURS[name][THEMES[theme]], style.COLOURS[ground][THEMES[theme]]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_data_and_outlines_stand_out(theme):
    for name in (*DATA, "gas_edge", "bone_edge", "cartilage_edge", "fluid_edge", "capsule_edge", "skin_edge"):
        ratio = contrast(style.COLOURS[name][THEMES[theme]], style.COLOURS["paper"][THEMES[theme]])
        assert ratio >= (3 if name in DATA else 2.4), (name, ratio)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["paper", "skin", "cloth"])
def test_muscles_stand_out_from_the_body(theme, ground):
    assert contrast(style.COLOURS["muscle"][THEMES[theme]], style.COLOURS[ground][THEMES[theme]]) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eyes", COLOUR_BLIND)
def test_data_colours_stay_apart_for_colour_blind_eyes(theme, eyes):
    seen = {
        name: lab(np.array(COLOUR_BLIND[eyes]) @ colours.linear(np.array(to_rgb(style.COLOURS[name][THEMES[theme]]))))
        for name in DATA
    }
    for one, other in combinations(DATA, 2):
        apart = float(np.linalg.norm(seen[one] - seen[other]))
        assert apart > 11, (one, other, apart)  # about five just-noticeable differences (2.3 each)


def test_a_colour_is_found_again_in_svg():
    light = [pair[0] for pair in style.COLOURS.values()]
    assert len(set(light)) == len(light)
    assert style.themed("fill: #0068a8; stroke: #123456") == "fill: var(--jl-blue,#0068a8); stroke: #123456"


def test_css_defines_every_colour_for_both_themes():
    css = style.css_variables(".x")
    for name, (light, dark) in style.COLOURS.items():
        assert f"--jl-{name}:{light};" in css
        assert f"--jl-{name}:{dark};" in css
    assert "body:is(.vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light)) .x" in css
