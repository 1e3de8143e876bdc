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
PAGE = (ROOT / "notebooks" / "teacher" / "11-six-exercises.md").read_text(encoding="utf-8")


def said(capsys, printing, *names) -> str:
    printing(*names)
    return capsys.readouterr().out


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
def test_the_list_says_the_side_and_both_ends(name, capsys):
    line = re.search(rf"^{name}: (.*); ", said(capsys, facts.print_held), re.M)[1]
    moment = facts.loaded(name).moment
    ends = [float(number.replace(",", "")) for number in re.findall(r"[\d,.]+", line)]
    if moment.low < 0 < moment.high:
        assert ends == pytest.approx([-moment.low, moment.high], rel=0.06)
        assert line.index("in front") < line.index("behind")
    else:
        assert ends == pytest.approx(sorted(map(abs, (moment.low, moment.high))), rel=0.06)
        assert line.endswith("in front" if moment.high <= 0 else "behind")


def test_what_is_said_as_up_to_begins_below_0_and_the_lesson_says_so(capsys):
    words = said(capsys, facts.print_held)
    below = {name for name in facts.KEYS if facts.loaded(name).compression.low <= 0}
    assert set(re.findall(r"^(.*?): .*; up to [\d,]+ N$", words, re.M)) == below
    assert below
    assert "the band of the compression begins below 0" in PROSE


def test_those_that_reach_the_goal_are_named():
    reached = {name for name in EXERCISES for at in range(101) if gentle(moving(name, at / 100))}
    assert reached == {"pelvic tilt"}
    assert "The pelvic tilt does." in PROSE


def test_elbows_carry_more_than_toes_in_numbers_and_in_the_pose(capsys):
    words = said(capsys, facts.print_plank)
    toes, elbows = map(int, re.search(r"toes (\d+) N, elbows (\d+) N", words).groups())
    assert toes + elbows == pytest.approx(facts.ROUND[0] * 9.80665, abs=1)
    assert elbows > toes
    for part, force in (("forearm", elbows), ("toes", toes)):
        low, high = map(int, re.search(rf"{part}: (\d+) to (\d+) N", words).groups())
        assert low < force < high, "the round numbers lie in the band of the pose"


# What moves and what works


def test_the_two_rules_disagree_on_the_level_that_bends_most(capsys):
    most = {rule: max(level_angles(40, rule), key=level_angles(40, rule).get) for rule in RULES}
    assert re.findall(r"most at (.*?):", said(capsys, facts.print_levels)) == list(most.values())
    assert f"One rule bends {most['Beaucage-Gauvreau 2019']} most" in PROSE
    assert f"the other {most['Christophy 2012']}" in PROSE


def test_of_the_bird_dog_the_oblique_is_told_apart_and_the_rectus_is_not():
    oblique, other, rectus, far = map(sources.muscle_activity, SIDES)
    assert facts.verdict(oblique, other) == "the first is higher"
    assert facts.verdict(rectus, far).startswith("void")
    for row in (oblique, other, rectus, far):
        assert f"{100 * row.value:.3g} %" in PROSE
    assert "cannot tell" in right("quiz", "void")


def test_intervals_are_those_of_the_mean(capsys):
    words = said(capsys, facts.print_pairs)
    band = activity(sources.muscle_activity("callaghan_eo_bird_near")).band
    assert f"({100 * band.low:.1f} to {100 * band.high:.1f})" in words


def test_crunch_and_plank_are_told_with_intervals_that_overlap():
    plank, curl = (sources.muscle_activity(f"calatayud_ra_{name}") for name in ("plank", "curl"))
    assert max(plank.low, curl.low) < min(plank.high, curl.high)
    assert f"at {100 * plank.value:.0f} % in a plank and at {100 * curl.value:.0f} % in a curl-up" in PROSE
    assert "neither bear the slogan out nor refute it" in PROSE


# What an implant felt


def test_the_table_of_the_implant_is_that_of_the_source(capsys):
    rows = sources.measured_loads("implant force over walking")
    table = PROSE.split("| low | at least as much as walking |")[1].split("\n\n")[0]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.strip().splitlines()[1:]]
    low, most = ([cell for cell in column if cell] for column in zip(*cells, strict=True))
    assert {re.sub(r" \(.*", "", cell) for cell in low} == {row.posture for row in rows if facts.is_low(row)}
    assert {re.sub(r" \(.*", "", cell) for cell in most} == {row.posture for row in rows if not facts.is_low(row)}
    assert all(row.value >= 1 for row in rows if not facts.is_low(row))
    assert f"low: {len(low)} exercises; at least as much as walking: {len(most)}\nn = 5" in said(
        capsys, facts.print_implant
    )
    assert "low" in PROSE.split("**The cow is ")[1][:5]


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
    assert f"by {-other.value:.0f}, which it does not" in PROSE
    function = sources.exercise_trial("hayden_function")
    assert -function.low < sources.observation("exercise_function_important").value


def test_ratios_in_the_prose_are_those_of_the_reviews():
    for name in ("steffens_with_education", "steffens_alone"):
        assert f"{sources.exercise_trial(name).value:g}" in PROSE
    assert f"{-sources.exercise_trial('verville_pain').value:g}, small" in PROSE
    assert "halved" in PROSE
    assert sources.exercise_trial("afterwards_recurrence").value == 0.5


def test_posture_below_is_not_changed_and_above_is():
    lower, upper = (sources.exercise_trial(f"warneke_{name}") for name in ("lumbar", "upper"))
    assert lower.p > 0.05 > upper.p
    assert sources.exercise_trial("warneke_stretching").p > 0.05
    assert "neck and upper back" in right("quiz", "realign")


def test_folded_lists_hold_every_row_that_they_name():
    rows = (*facts.FOR_PAIN, *facts.KINDS)
    lines = repr(facts.trials(*rows)).splitlines()
    assert lines[0].startswith(f"All {len(rows)} results")
    assert [line[2:] for line in lines[1:]] == [told(sources.exercise_trial(name)) for name in rows]
    studies = repr(facts.muscles()).splitlines()
    assert studies[0].startswith(f"All {len(studies) - 1} sources")
    (men,) = (line for line in studies if "Callaghan" in line)
    lifted, bird = men.split("Lifting a leg on all fours: ")[1], men.split("Bird-dog: ")[1].split("Lifting")[0]
    for name, text in (("callaghan_eo_near", lifted), ("callaghan_eo_bird_near", bird)):
        row = sources.muscle_activity(name)
        assert f"external oblique, leg's side {100 * row.value:.1f} %, SD {100 * row.sd:.2g} %" in text


@pytest.mark.parametrize("text", [PROSE, PAGE, str(PLAN)], ids=["lesson", "teacher", "questions"])
def test_nobody_is_told_that_planks_were_never_tested(text):
    assert not re.search(
        r"planks? (and bridges )?(was|were) never tested|nobody (has )?tested planks|^#+ .*nobody tested",
        text,
        re.I | re.M,
    )
    assert re.search(r"with each other", text)


def test_the_key_for_teachers_has_an_answer_for_each_question():
    key = PAGE.split("## Key to “Check yourself”")[1].split("\n## ")[0]
    assert len(re.findall(r"^\| (?!question|---)", key, re.M)) == len(PLAN["quiz"])
