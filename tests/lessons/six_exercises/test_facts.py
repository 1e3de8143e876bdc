"""What lesson 11 prints and says agrees with the models and with the rows of the data."""

import re
from pathlib import Path

import nbformat
import pytest

from jointlab import sources
from jointlab.learn.facts import told
from jointlab.lessons.six_exercises import CHALLENGE, facts
from jointlab.lessons.six_exercises.figures import SIDES
from jointlab.lessons.six_exercises.moving import gentle, moving
from jointlab.lessons.six_exercises.poses import EXERCISES
from jointlab.models.body.flexion_sharing import RULES, level_angles
from jointlab.models.evidence.challenge import activity

ROOT = Path(__file__).parents[3]
PLAN = sources.lesson("six_exercises")
CELLS = nbformat.read(ROOT / "notebooks" / "11-six-exercises.ipynb", 4).cells
PROSE = "\n\n".join(cell.source for cell in CELLS if cell.cell_type == "markdown")
PAGE = (ROOT / "teacher" / "11-six-exercises.md").read_text(encoding="utf-8")


def rows(page) -> dict[str, list[str]]:
    """The rows of a table by their names: what stands in their other cells."""
    found = [line.split(": ", 1) for line in repr(page).splitlines() if ": " in line]
    return {name: cells.split("; ") for name, cells in found}


def right(kind, name):
    question = PLAN[kind][name]
    return question["options"][question["answer"]]


# Who holds


def test_the_plank_is_held_in_front_and_the_bridge_behind():
    assert facts.loaded("plank").moment.high < 0
    assert facts.loaded("bridge").moment.low > 0
    assert "in front" in right("predict", "plank")
    assert "back and the hips" in right("quiz", "bridge")
    assert "front; in a bridge it is the back" in PROSE


def test_on_all_fours_the_moment_may_go_either_way():
    moment = facts.loaded("all fours").moment
    assert moment.low < 0 < moment.high
    assert max(-moment.low, moment.high) < -facts.loaded("plank").moment.high / 3, "almost nothing, beside a plank"


def test_the_model_hardly_tells_cat_from_cow():
    cat, cow = (facts.loaded(name).moment for name in ("cat", "cow"))
    assert max(cat.low, cow.low) < min(cat.high, cow.high)
    assert "In our model cat and cow hardly differ" in PROSE


def test_the_model_hardly_tells_the_leg_lift_from_the_bird_dog_though_the_implant_did():
    lift, bird = (one.load for one in CHALLENGE.state().exercises)
    assert max(lift.low, bird.low) < min(lift.middle, bird.middle)
    assert max(lift.middle, bird.middle) < 0.5 * min(lift.high, bird.high), "the bands lie over each other"
    assert facts.is_low(sources.measured_load("implant_fours_leg"))
    assert not facts.is_low(sources.measured_load("implant_bird_dog"))
    assert "and neither do the leg lift and the bird-dog" in PROSE


@pytest.mark.parametrize("name", facts.KEYS)
def test_the_table_says_the_side_and_both_ends(name):
    line, _ = rows(facts.held())[name]
    moment = facts.loaded(name).moment
    ends = [float(number.replace(",", "")) for number in re.findall(r"[\d,.]+", line)]
    if moment.low < 0 < moment.high:
        assert ends == pytest.approx([-moment.low, moment.high], rel=0.06)
        assert line.index("in front") < line.index("behind")
    else:
        assert ends == pytest.approx(sorted(map(abs, (moment.low, moment.high))), rel=0.06)
        assert line.endswith("in front" if moment.high <= 0 else "behind")


def test_what_is_said_as_up_to_begins_below_0_and_the_lesson_says_so():
    below = {name for name in facts.KEYS if facts.loaded(name).compression.low <= 0}
    assert {name for name, (_, pressed) in rows(facts.held()).items() if pressed.startswith("up to")} == below
    assert below
    assert "the band of the compression begins below 0" in PROSE


@pytest.mark.whole
def test_those_that_reach_the_goal_are_named():
    reached = {name for name in EXERCISES for at in range(101) if gentle(moving(name, at / 100))}
    assert reached == {"pelvic tilt"}
    assert "The pelvic tilt does." in PROSE


def test_elbows_carry_more_than_toes_in_numbers_and_in_the_pose():
    table = rows(facts.plank())
    elbows, toes = (float(words.removesuffix(" N")) for words in table["centre of mass at 0.75 m"])
    assert toes + elbows == pytest.approx(facts.ROUND[0] * 9.80665, abs=1)
    assert elbows > toes
    (name,) = (name for name in table if "pose in the picture" in name)
    for words, force in zip(table[name], (elbows, toes), strict=True):
        low, high = map(int, re.fullmatch(r"(\d+) to (\d+) N", words).groups())
        assert low < force < high, "the round numbers lie in the band of the pose"


# What moves and what works


def test_the_two_rules_disagree_on_the_level_that_bends_most():
    most = {rule: max(level_angles(40, rule), key=level_angles(40, rule).get) for rule in RULES}
    table = rows(facts.levels())
    assert table["bends most"] == list(most.values())
    assert table["L4-L5"] == [f"{level_angles(40, rule)['L4-L5']:.1f}°" for rule in RULES]
    assert f"One rule bends {most['Beaucage-Gauvreau 2019']} most" in PROSE
    assert f"the other {most['Christophy 2012']}" in PROSE


def test_of_the_bird_dog_the_oblique_is_told_apart_and_the_rectus_is_not():
    oblique, other, rectus, far = map(sources.muscle_activity, SIDES)
    assert facts.verdict(oblique, other) == "the first is higher"
    assert facts.verdict(rectus, far).startswith("void")
    for row in (oblique, other, rectus, far):
        assert f"{100 * row.value:.3g} %" in PROSE
    assert "Void is not “equal”: these numbers cannot tell" in PROSE


def test_intervals_are_those_of_the_mean():
    words = repr(facts.pairs())
    band = activity(sources.muscle_activity("callaghan_eo_bird_near")).band
    assert f"({100 * band.low:.1f} to {100 * band.high:.1f})" in words


def test_crunch_and_plank_are_told_with_intervals_that_overlap():
    plank, curl = (sources.muscle_activity(f"calatayud_ra_{name}") for name in ("plank", "curl"))
    assert max(plank.low, curl.low) < min(plank.high, curl.high)
    assert f"at {100 * plank.value:.0f} % in a plank and at {100 * curl.value:.0f} % in a curl-up" in PROSE
    assert "neither bear the slogan out nor refute it" in PROSE


# What an implant felt


def test_the_table_of_the_implant_is_that_of_the_source():
    found = sources.measured_loads("implant force over walking")
    table = rows(facts.implant())
    assert table.pop("exercise") == ["force on the implant, n = 5 [Rohlmann et al. 2014]"]
    told = {re.sub(r" \(.*", "", name): cells for name, cells in table.items()}
    assert told == {row.posture: ["low" if facts.is_low(row) else "at least as much as walking"] for row in found}
    assert all(row.value >= 1 for row in found if not facts.is_low(row))
    assert table["all fours, back hollowed (the cow)"] == ["low"]
    assert table["all fours, back arched (the cat)"] == ["at least as much as walking"]
    assert "**The cow is low, the cat is not**" in PROSE


def test_the_cat_pushed_harder():
    assert "cat" in right("predict", "cat")
    assert facts.is_low(sources.measured_load("implant_cow"))
    assert not facts.is_low(sources.measured_load("implant_cat"))


# What trials found


def test_what_reviews_call_important_is_reached_for_pain_against_nothing_alone():
    pain, other = (sources.exercise_trial(f"hayden_{name}") for name in ("pain", "pain_other"))
    important = sources.observation("exercise_pain_important").value
    assert -pain.value >= important > -other.value
    assert f"by {-pain.value:.0f} points of 100, just what the review calls important" in PROSE
    assert f"Against other treatment it was {-other.value:.0f}, which is less" in PROSE
    function = sources.exercise_trial("hayden_function")
    assert -function.low < sources.observation("exercise_function_important").value


def test_ratios_in_the_prose_are_those_of_the_reviews():
    for name in ("steffens_with_education", "steffens_alone"):
        assert f"{sources.exercise_trial(name).value:g}" in PROSE
    many = 100 * sources.exercise_trial("steffens_with_education").value
    assert f"{many:.0f} people with an episode in place of 100" in PROSE
    assert f"{-sources.exercise_trial('verville_pain').value:g}. That is small" in PROSE
    assert "halved" in PROSE
    assert sources.exercise_trial("afterwards_recurrence").value == 0.5


def test_posture_below_is_not_changed_and_above_is():
    lower, upper = (sources.exercise_trial(f"warneke_{name}") for name in ("lumbar", "upper"))
    assert lower.p > 0.05 > upper.p
    assert sources.exercise_trial("warneke_stretching").p > 0.05
    assert (
        "In healthy people neither stretching nor strengthening changed the posture of lower back and pelvis" in PROSE
    )
    assert "Strengthening did change the posture of neck and upper back" in PROSE


def test_reviews_of_posture_and_load_are_counted():
    reviews = sources.observation("posture_reviews")
    assert f"{reviews.value:.0f} reviews of posture and load do not agree that either causes back pain" in PROSE


def test_the_newtons_of_another_model_are_not_set_against_ours():
    table = rows(facts.other_model())
    assert table["hanging from the hands, straight legs lifted"] == ["about 3,000 N", "n = 14"]
    assert "Do not set its newtons against ours." in PROSE


def test_folded_tables_hold_every_row_that_they_name():
    names = (*facts.FOR_PAIN, *facts.KINDS)
    lines = repr(facts.trials(*names)).splitlines()
    assert lines[0].startswith(f"All {len(names)} results")
    for line, name in zip(lines[2:], names, strict=True):
        what, found = told(sources.exercise_trial(name)).split(": ", 1)
        assert sorted(re.findall(r"\w+", line)) == sorted(re.findall(r"\w+", f"{what} {found}")), name
    studies = repr(facts.muscles()).splitlines()
    (men,) = (line for line in studies if "Callaghan" in line)
    lifted, bird = men.split("Lifting a leg on all fours: ")[1], men.split("Bird-dog: ")[1].split("Lifting")[0]
    for name, text in (("callaghan_eo_near", lifted), ("callaghan_eo_bird_near", bird)):
        row = sources.muscle_activity(name)
        assert f"external oblique, leg's side {100 * row.value:.1f} %, SD {100 * row.sd:.2g} %" in text


def test_every_study_of_muscles_is_counted_in_the_line_above_it():
    (fold,) = (cell for cell in CELLS if "facts.muscles" in cell.source)
    studies = len(repr(facts.muscles()).splitlines()) - 1  # below the head
    assert f'words="All {studies} sources' in fold.source


@pytest.mark.parametrize("text", [PROSE, PAGE, str(PLAN)], ids=["lesson", "teacher", "questions"])
def test_nobody_is_told_that_planks_were_never_tested(text):
    assert not re.search(
        r"planks? (and bridges )?(was|were) never tested|nobody (has )?tested planks|^#+ .*nobody tested",
        text,
        re.I | re.M,
    )
    assert re.search(r"with each other", text)
