"""What teachers are told of bad days: each is tried somewhere, and what they shall see is what is said there."""

import re
from pathlib import Path

from jointlab import lost
from jointlab.logbook import file, place, trouble

ROOT = Path(__file__).parents[2]
LOGBOOK, LAB = "logbook/test_bad_days.py", "bad_days/test_lost_python.py"
OVER = "bad_days/test_newer_copy.py"
# What happens → where it is tried.
TRIED = {
    "Python stops in the middle": f"{LAB}::test_the_kernel_dies_in_mid_drag",
    "A laptop slept": f"{LAB}::test_a_laptop_sleeps_until_its_kernel_is_gone",
    "The course was closed": f"{LAB}::test_the_server_is_started_again",
    "The disk is full": f"{LOGBOOK}::test_a_lesson_goes_on_on_a_disk_that_is_really_full",
    "The folder may only be read": f"{LOGBOOK}::test_what_cannot_be_written_is_told_at_opening",
    "The home lies on a network drive": f"{LOGBOOK}::test_a_system_that_refuses_every_lock",
    "Another program holds": f"{LOGBOOK}::test_what_was_recorded_before_is_seen_while_another_program_holds_the_file",
    "One lesson stands open in two tabs": f"{LAB}::test_two_tabs_on_one_lesson",
    "A newer version": "logbook/test_place.py::test_answers_in_an_older_copy_beside_it_are_pointed_to",
    "It was unpacked over the old one": f"{OVER}::test_a_newer_copy_is_unpacked_over_an_older_one",
}
NO_PLACE = Path("my-logbook.sqlite")
SAID = (
    *lost.IN_A_NOTEBOOK.values(),
    place.ELSEWHERE,
    *(trouble.in_words(error("so"), NO_PLACE) for error in (file.Busy, file.Full, file.LocksRefused)),
)


def rows() -> list[list[str]]:
    """The cells of the table, its head left out."""
    page = (ROOT / "teacher" / "README.md").read_text(encoding="utf-8")
    part = page.partition("## When something goes wrong")[2].partition("\n## ")[0]
    return [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("| ")][2:]


def test_each_bad_day_is_tried():
    days = [happens for happens, *_ in rows()]
    assert len(days) == len(TRIED)
    for day, (start, test) in zip(days, TRIED.items(), strict=True):
        assert day.startswith(start)
        path, _, name = test.partition("::")
        assert f"\ndef {name}(" in (ROOT / "tests" / path).read_text(encoding="utf-8")


def test_what_is_quoted_is_said():
    quoted = [words for _, sees, _ in rows() for words in re.findall("“(.*?)”", sees)]
    assert len(quoted) >= 7
    assert [words for words in quoted if not any(said.startswith(words) for said in SAID)] == []
