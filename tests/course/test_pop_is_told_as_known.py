"""What lessons 01 to 04 say of the pop agrees with the models, with the explorers and with what the sources say."""

import re
from pathlib import Path

import nbformat
import pytest

from jointlab import sources
from jointlab.lessons.pop.camera import TITLES, histories
from jointlab.lessons.separation.budget import BORNE, BUDGET, film_alone
from jointlab.models.gas.epstein_plesset import diffusion_time
from jointlab.models.gas.joint_gases import joint_gases

ROOT = Path(__file__).parents[2]
FILES = {lesson.name: lesson.file for lesson in sources.course()}


def prose(lesson: str) -> str:
    cells = nbformat.read(ROOT / "notebooks" / f"{FILES[lesson]}.ipynb", 4).cells
    return "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


def teachers_page(lesson: str) -> str:
    return (ROOT / "teacher" / f"{FILES[lesson]}.md").read_text(encoding="utf-8")


def plan(lesson: str) -> str:
    return (ROOT / "data" / "lessons" / f"{lesson}.toml").read_text(encoding="utf-8")


def table(text: str, first_heading: str) -> list[list[str]]:
    """The rows of the Markdown table whose first heading is this, without the headings."""
    lines = text.split(f"| {first_heading} |")[1].splitlines()[2:]
    rows = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append([part.strip() for part in line.strip("|").split("|")])
    return rows


@pytest.fixture(scope="module")
def stories():
    """Title of each story → its row in the table of lesson 03, and its history in the model."""
    rows = table(prose("pop"), "story")
    assert len(rows) == len(TITLES)
    return dict(zip(TITLES, zip(rows, histories(0.02), strict=True), strict=True))


def test_the_table_of_the_stories_leaves_gas_where_the_models_do(stories):
    for title, (row, history) in stories.items():
        assert title.lower() in re.sub(r"[*]", "", row[0]).lower()
        assert row[2] == ("gas" if history.volume_left > 0.05 else "nothing"), title
    assert [title for title, (row, _) in stories.items() if row[2] == "nothing"] == ["Complete collapse"]


def test_the_table_says_how_each_sound_begins_as_the_models_do(stories):
    for title in ("Birth", "Complete collapse", "Partial collapse"):
        row, history = stories[title]
        begins, sets_off = {1: ("first a rise", "outwards"), -1: ("first a fall", "inwards")}[history.polarity]
        assert begins in row[1], title
        assert sets_off in row[1], title


def test_nobody_is_named_for_what_they_did_not_say(stories):
    """Unsworth: a bubble is left as the effect of the crack. Brodeur: gas is released into the joint."""
    keys = {
        "Birth": {"kawchuk2015"},
        "Complete collapse": set(),
        "Partial collapse": {"chandransuja2018", "unsworth1971"},
        "Capsule recoil": {"brodeur1995"},
    }
    for title, (row, _) in stories.items():
        assert set(re.findall(r"\((https?://[^)]+)\)", row[3])) == {sources.reference(key).url for key in keys[title]}


def test_gas_that_stays_speaks_against_the_one_story_that_leaves_none(stories):
    evidence = table(prose("pop"), "observation")
    _, fits, against = next(row for row in evidence if "stays" in row[0])
    for title, (_, history) in stories.items():
        leaves_gas = history.volume_left > 0.05
        assert (title.lower() in fits, title.lower() in against) == (leaves_gas, not leaves_gas), title


def test_how_the_sound_begins_speaks_for_those_that_begin_so(stories):
    _, fits, against = next(row for row in table(prose("pop"), "observation") if "**fall**" in row[0])
    begin_so = {title for title in ("Birth", "Complete collapse", "Partial collapse") if stories[title][1].polarity < 0}
    assert begin_so == {"Complete collapse", "Partial collapse"}
    assert (fits, against) == ("both collapses, weakly", "birth, weakly")


def test_the_recorded_cracks_begin_as_the_record_says():
    rows = [row for row in table(prose("pop"), "observation") if "amateur" in row[0]]
    assert all(sources.reference(sources.observation("first_polarity").key).url in row[0] for row in rows)
    (row,) = (row for row in rows if "began with" in row[0])
    assert ("**fall**" if sources.observation("first_polarity").value < 0 else "**rise**") in row[0]


def test_no_film_is_taken_for_the_limit_of_water():
    film, sound, quartz = (sources.observation(f"{name}_tension") for name in ("lab", "sound", "inclusion"))
    assert film.value < sound.low < sound.high < quartz.low <= sources.value("water_tension_limit")
    for number in ("separation", "outgassing"):
        text = prose(number)
        for name in ("herbert2006", "elmekki2013"):
            assert sources.reference(name).url in text
        for sentence in re.split(r"(?<=[.!?])\s(?=[A-Z])", text):
            if sources.reference("combriat2024").url in sentence:
                assert "one experiment" in sentence


def test_the_radius_from_which_a_film_is_enough_is_the_explorers():
    said = float(re.search(r"from a radius of ([\d.]+) mm", prose("separation"))[1])
    assert film_alone(BUDGET.state(radius=said, tension=BORNE / 1e3))
    assert not film_alone(BUDGET.state(radius=said - 0.1, tension=BORNE / 1e3))
    assert f"{said} mm" in teachers_page("separation")


def test_a_fluid_is_viscous_and_a_film_is_thick():
    """One word for each: a fluid that is hard to stir, and a film that is far from one side to the other."""
    text = "\n".join((prose("separation"), plan("separation"), teachers_page("separation")))
    text += (ROOT / "data" / "glossary.csv").read_text(encoding="utf-8")
    assert not re.search(
        r"thick\w* (joint |healthy )?fluid|fluid (is|was|gets) [\w ]*thick|times as thick as the rh", text
    )
    assert "as viscous as" in text


def test_what_was_measured_of_the_pull_is_not_denied():
    text = prose("separation")
    assert sources.reference("watson1989").url in text
    assert "the pull was recorded" in text
    assert "no checked measurement of the pull" not in text
    assert "gives no figure" in text


def test_the_seal_and_the_film_keep_different_time():
    """A film delays and a seal holds; the seal that was measured held more than the air alone leaves to the film."""
    text = prose("separation")
    assert "A film only delays" in text
    assert "A seal keeps no time" in text
    assert "no proof of a bubble" in text
    sealed, opened = sources.observation("sealed_hip_pull"), sources.observation("opened_hip_pull")
    assert f"held up to {sealed.value} N" in text
    assert f"no model held more than {opened.high} N" in text


def test_water_without_a_film_tears_under_water_in_class():
    """A drop between plates in air holds them by its rim: no demonstration of a film."""
    (bullet,) = (line for line in teachers_page("separation").splitlines() if "demonstration that costs" in line)
    assert "*under water*" in bullet


def test_a_newborn_cavity_is_not_the_one_of_lesson_03():
    assert "newborn cavity is mostly vapour" in prose("outgassing")
    assert "Lesson 03 takes a cavity that is old enough to have its gas" in prose("outgassing")
    assert "A newborn one is mostly vapour" in teachers_page("outgassing")


def test_bubbles_in_a_glass_begin_at_fibres():
    assert "fibres" in plan("outgassing")
    assert sources.reference("ligerbelair2005").url in prose("outgassing")
    assert "same scratches" not in prose("outgassing")


@pytest.mark.parametrize("lesson", ["separation", "outgassing"])
def test_never_more_than_two_folds_in_a_row(lesson):
    """A learner who meets a third closed door in a row walks on."""
    cells = nbformat.read(ROOT / "notebooks" / f"{FILES[lesson]}.ipynb", 4).cells
    row = 0
    for cell in cells:
        if cell.cell_type == "markdown":
            pieces = re.split(r"(<details.*?</details>)", cell.source, flags=re.DOTALL)
        else:
            shown = "".join(output.get("data", {}).get("text/html", "") for output in cell.outputs)
            folded = shown.startswith("<details") and "jl-still" not in shown.split(">")[0]  # an explorer is no fold
            pieces = ["<details" if folded else "shown"]
        for piece in filter(str.strip, pieces):
            row = row + 1 if piece.startswith("<details") else 0
            assert row <= 2, cell.id


@pytest.mark.parametrize("number", ["outgassing", "refractory"])
def test_the_reported_gas_is_a_share_of_the_joint(number):
    text = "\n".join((prose(number), plan(number), teachers_page(number)))
    of = re.findall(r"15 % of (?:the|a) (\w+)", text)
    assert of
    assert set(of) == {"joint"}
    assert "joint's volume" in sources.observation("cavity_share").what


def test_the_wait_of_a_joint_with_gas_is_not_called_settled():
    """The gas was seen in thumbs, the wait in knuckles, and some thumbs held bubbles before."""
    text = prose("refractory")
    settled = re.search(r"\*\*What is settled:\*\*(.*?)\*\*", text, re.DOTALL)[1]
    assert "gas" not in settled
    assert re.search(r"\*\*What is likely, not settled:\*\* gas stays", text)
    before, later = (round(sources.observation(name).value) for name in ("thumb_bubbles_before", "thumb_bubbles_later"))
    assert f"at least {later - before} the gas was new" in plan("refractory")
    assert "those 12 thumbs waiting" not in teachers_page("refractory")


def test_the_experiment_on_diffusion_shows_diffusion():
    """What a drop does in water that can flow is not diffusion; in a jelly it goes as far as L²/D lets it."""
    bullet = next(line for line in teachers_page("refractory").splitlines() if "If you like" in line)
    assert "jelly" in bullet
    diffusivity = joint_gases().diffusivity[0]
    minutes, far = (float(number) for number in re.search(r"in (\d+) minutes.*?([\d.]+) mm far", bullet).groups())
    assert diffusion_time(far / 1e3, diffusivity) == pytest.approx(60 * minutes, rel=0.05)
    centimetres, days = (float(number) for number in re.search(r"(\d+) cm would take it (\d+) days", bullet).groups())
    assert diffusion_time(centimetres / 100, diffusivity) / 86_400 == pytest.approx(days, rel=0.1)
