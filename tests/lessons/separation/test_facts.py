"""The tables of the lesson say what the models say, and the film and the seal keep the time that they are said to."""

import re

import numpy as np
import pytest

from jointlab import sources
from jointlab.lessons.separation import facts
from jointlab.lessons.separation.pulled_film import fluid_called
from jointlab.models.film.joint_films import films, viscosity_at_work
from jointlab.models.film.reynolds import largest_film_pull


def lines(page):
    """Name of a row → its other cells."""
    rows = dict(line.split(": ", 1) for line in repr(page).splitlines() if ": " in line)
    return {name: cells.split("; ") for name, cells in rows.items()}


@pytest.mark.parametrize("seconds", facts.TIMES)
def test_a_film_gives_after_the_time_that_the_table_says(seconds):
    """From the gap it names the film flies open in just that time: slower, step by step, as thinly as it is cut."""
    gap, fluid, film = facts.thickest(seconds), fluid_called("healthy"), films()["knuckle"]
    gaps = np.geomspace(gap, facts.END, 4000)
    middles, lasted = np.sqrt(gaps[1:] * gaps[:-1]), 0.0
    for middle, step in zip(middles[::20], np.add.reduceat(np.diff(gaps), range(0, len(middles), 20)), strict=True):
        speed, before = 1e-6, 0.0
        while abs(speed - before) > 1e-6 * speed:  # the viscosity depends on the speed, and the speed on it
            before, speed = speed, facts.LOAD / film.pull(middle, 1.0, viscosity_at_work(film, fluid, middle, speed))
        lasted += step / speed
    assert lasted == pytest.approx(seconds, rel=0.05)
    told = lines(facts.clocks())[facts.TIMES[seconds]]
    assert float(re.search(r"thinner than ([\d.]+) µm", told[0])[1]) == pytest.approx(1e6 * gap, rel=0.02)
    assert told[1] == "while it is shut"


def test_the_longer_a_pull_lasts_the_thinner_a_film_must_be():
    gaps = [facts.thickest(seconds) for seconds in sorted(facts.TIMES)]
    assert gaps == sorted(gaps, reverse=True)


def test_a_seal_was_measured_to_hold_what_the_air_can_press():
    """The model of a hip held a little more than the air presses on its ball; with air inside next to nothing."""
    sealed, opened = sources.observation("sealed_hip_pull"), sources.observation("opened_hip_pull")
    pressed = float(largest_film_pull(14e-3, sources.value("standard_atmosphere")))
    assert pressed < sealed.value < 1.3 * pressed
    assert opened.value < pressed / 5
    assert sealed.value == pytest.approx(7.6 * sources.value("gravity"), rel=1e-3)
    assert (opened.low, opened.high) == pytest.approx(tuple(k * sources.value("gravity") for k in (0.4, 1)), rel=0.01)


def test_the_whole_head_of_the_bone_stands_in_the_table_of_what_a_film_holds():
    rows = lines(facts.budget())
    (head,) = (cells for name, cells in rows.items() if "as wide as the whole head" in name)
    most = largest_film_pull(sources.value("mcp_head_radius"), sources.value("standard_atmosphere"))
    assert head == ["none", f"{float(most):.1f} N"]
    enough = rows["5.4 mm radius"]
    assert enough == ["1,000 kPa", "all of 100 N"]
    assert largest_film_pull(5.4e-3, sources.value("standard_atmosphere"), 1e6) >= 100
    assert largest_film_pull(5.3e-3, sources.value("standard_atmosphere"), 1e6) < 100


def test_what_inertia_does_is_told():
    rows = lines(facts.bounds())
    viscosity, density = sources.value("water_viscosity"), sources.value("liquid_density")
    for words, gap, speed, factor in (("50 µm, 10 mm/s: ", 50e-6, 0.01, 100), ("200 µm, 100 mm/s: ", 200e-6, 0.1, 1)):
        (said,) = (line for line in repr(facts.bounds()).splitlines() if words in line)
        told = float(re.search(r"([\d.]+) (?:%|times)", said.split(words)[1])[1])
        assert told == pytest.approx(factor * 0.15 * density * speed * gap / viscosity, rel=0.05)
    assert rows["tension that tears water under focused sound"] == ["17,000 to 26,000 kPa"]


@pytest.mark.parametrize("name", ["clocks", "fluids", "budget", "metres", "law", "bounds", "assumed"])
def test_one_unit_for_a_pressure(name):
    assert "MPa" not in repr(getattr(facts, name)())
