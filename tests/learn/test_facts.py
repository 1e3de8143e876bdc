"""The numbers of a lesson in words."""

import re

import pytest

from jointlab import sources
from jointlab.learn import facts
from jointlab.sources.read import table

TABLES = {
    "observations": sources.Observation,
    "constants": sources.Constant,
    "prevalence": sources.Prevalence,
    "associations": sources.Association,
    "spine_loads": sources.MeasuredLoad,
    "relief": sources.Relief,
    "exercise_emg": sources.MuscleActivity,
    "exercise_trials": sources.ExerciseTrial,
}


@pytest.mark.parametrize(
    ("row", "unit", "words"),
    [
        (
            sources.observation("healthy_knee_pressure"),
            "kPa",
            "Pressure in healthy knees at rest, above that of the air: −0.667 kPa (−0.867 kPa to −0.467 kPa), n = 10 "
            "[Wood et al. 1988]",
        ),
        (
            sources.observation("knee_crepitus_odds"),
            "",
            "Odds of new painful osteoarthritis in knees that always crackle, over knees that never do: 3, n = 3,495 "
            "[Lo et al. 2018]",
        ),
        (
            sources.observation("thumb_bubbles_later"),
            "",
            "Thumb joints with gas bubbles 20 minutes after the crack: 12 of 18 [Jones et al. 2014]",
        ),
        (
            sources.observation("pops_per_neck_thrust"),
            "",
            "Pops per thrust in the upper neck: 3.57 (3.19 to 3.94), n = 37 [Dunning et al. 2013]",
        ),
        (sources.constant("contact_radius"), "mm", "contact radius: 5 mm (4 mm to 7 mm) [assumed]"),
        (
            sources.prevalence("premier_league_4"),
            "",
            "Footballers, Premier League, Beighton 4 or more: 33.3 % (22.2 to 46.6), n = 54 [Konopinski et al. 2012]",
        ),
        (
            sources.prevalence("perth_girls_4"),
            "",
            "Girls of 14, Perth, Beighton 4 or more: 60.6 % [Morris et al. 2017]",
        ),
        (
            sources.association("child_knee_traumatic"),
            "",
            "Knee injury, sudden, Danish children of 9 to 14, 36 of them hypermobile: 1.56 (0.43 to 5.60), n = 999 "
            "[Junge et al. 2015]",
        ),
        (
            sources.association("chronic_back_pain"),
            "",
            "Chronic low back pain, three US studies together: no link found, n = 5,072 [Goode et al. 2019]",
        ),
        (
            sources.measured_load("implant_largest"),
            "N",
            "the most in daily life: up to 1,650 N, n = 5 [Rohlmann et al. 2014]",
        ),
        (
            sources.measured_load("implant_cow"),
            "",
            "all fours, back hollowed: low, n = 5 [Rohlmann et al. 2014]",
        ),
        (
            sources.muscle_activity("callaghan_eo_bird_near"),
            "",
            "bird-dog, external oblique, leg's side: 16.2 % MVC, SD 6 %, n = 13 [Callaghan et al. 1998]",
        ),
        (
            sources.muscle_activity("calatayud_ra_plank"),
            "",
            "plank, rectus abdominis: median 46 % (26 to 61) nEMG, n = 13 [Calatayud et al. 2019]",
        ),
        (
            sources.muscle_activity("losavio_gmax_bird"),
            "",
            "bird-dog, gluteus maximus: 21 % to 56 % MVIC [Losavio et al. 2023]",
        ),
        (
            sources.exercise_trial("hayden_pain"),
            "",
            "Pain, exercise against no treatment, usual care or placebo, back pain for more than 12 weeks: "
            "−15 points of 100 (−18 to −12), n = 2,746 [Hayden et al. 2021]",
        ),
        (
            sources.exercise_trial("pocovi_recurrence"),
            "",
            "Back pain again, walking and education against no treatment, people just free of back pain: "
            "hazard ratio 0.72 (0.6 to 0.85), n = 701 [Pocovi et al. 2024]",
        ),
        (
            sources.exercise_trial("warneke_lumbar"),
            "",
            "Posture of lower back and pelvis, strengthening for weeks, healthy people: d = −0.23, p = 0.25 "
            "[Warneke et al. 2024]",
        ),
        (
            sources.relief("threshold_5_most"),
            "",
            "Pressure-pain threshold, after 5 minutes, against sham, healthy people: d = 1.24 (0.28 to 2.2) "
            "[Honoré et al. 2019]",
        ),
        (
            sources.relief("threshold_patients_before"),
            "",
            "Pressure-pain threshold, compared with before, people in pain: 31.4 kPa higher (21.6 to 41.2) "
            "[Aspinall et al. 2019]",
        ),
        (
            sources.relief("threshold_before"),
            "",
            "Pressure-pain threshold, from 10 minutes to 30 minutes, compared with before, healthy people: raised, "
            "n = 34 [Dorron et al. 2016]",
        ),
        (
            sources.relief("sham_nothing"),
            "",
            "Back pain after hands laid on, against no treatment, people with back pain: −5.84 points of 100 "
            "(−20.5 to 8.78), n = 177 [Lavazza et al. 2021]",
        ),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_row_in_words(row, unit, words):
    assert facts.told(row, unit) == words


def test_other_words_may_stand_in_front():
    row = sources.constant("film_thickness")
    assert facts.told(row, "µm", "thickness of the film") == "thickness of the film: 50 µm (1 µm to 500 µm) [assumed]"


def test_a_range_that_is_only_worth_trying_is_never_told_as_a_finding():
    # Its paper says "about 10 %"; 5 to 30 % is what the explorer tries.
    assert facts.told(sources.constant("swedish_hypermobility"), "%").endswith(
        "hypermobility: 10 % [Schlager et al. 2018]"
    )


@pytest.mark.parametrize("file", TABLES)
def test_every_row_can_be_told(file):
    for row in table(sources.DATA / f"{file}.csv", TABLES[file]).values():
        words = facts.told(row)
        assert words.endswith("]")
        assert "None" not in words
        assert not re.search(r"-\d|\de[+-]", facts.found(row)), words


def test_lines_of_relief_fit_on_the_screen(capsys):
    names = list(table(sources.DATA / "relief.csv", sources.Relief))
    facts.print_relief(*names)
    said = capsys.readouterr().out
    assert max(map(len, said.splitlines())) <= 100
    assert said.count("[") == len(names)


def test_a_table_has_names_for_rows_and_columns_and_says_the_same_in_words():
    page = facts.table(("lift", "load"), [("near < far", "11 kg"), ("far", "")], folded="How much?")
    html = page._repr_html_()
    assert html.count('scope="col"') == html.count('scope="row"') == 2
    assert html.startswith("<details")
    assert "near &lt; far" in html
    assert repr(page).splitlines() == ["How much?", "lift: load", "near < far: 11 kg", "far"]
    assert not facts.table(("lift", "load"), [("near", "11 kg")])._repr_html_().startswith("<details")


@pytest.mark.parametrize(
    ("head", "rows"),
    [(("a", ""), [("b", "c")]), (("a", "b"), [("", "c")]), (("a", "b"), [("c",)]), (("a", "b"), [()]), (("a",), [])],
)
def test_a_table_without_a_name_or_a_cell_is_refused(head, rows):
    with pytest.raises(ValueError, match="A table needs"):
        facts.table(head, rows)


def test_the_table_of_what_was_measured_says_what_a_printed_line_says():
    page = facts.measured({"thumb_bubbles_later": "", "healthy_knee_pressure": "kPa"}, {"contact_radius": "mm"}, "Who?")
    rows = [sources.observation("thumb_bubbles_later"), sources.observation("healthy_knee_pressure")]
    told = [facts.told(row, unit) for row, unit in zip(rows, ("", "kPa"), strict=True)]
    told.append(facts.told(sources.constant("contact_radius"), "mm"))
    lines = repr(page).splitlines()
    assert lines[:2] == ["Who?", "what: found; who"]
    assert [line.replace("; ", " [") + "]" for line in lines[2:]] == told
