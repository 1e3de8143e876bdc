"""The numbers of a lesson in words."""

import pytest

from jointlab import sources
from jointlab.learn import facts
from jointlab.sources.read import table


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "threshold_5_most",
            "Pressure-pain threshold, after 5 minutes, against sham, healthy people: d = 1.24 (0.28 to 2.2) "
            "[Honoré et al. 2019]",
        ),
        (
            "threshold_patients_before",
            "Pressure-pain threshold, compared with before, people in pain: 31.4 kPa higher (21.6 to 41.2) "
            "[Aspinall et al. 2019]",
        ),
        (
            "threshold_before",
            "Pressure-pain threshold, from 10 minutes to 30 minutes, compared with before, healthy people: raised, "
            "n = 34 [Dorron et al. 2016]",
        ),
        (
            "sham_nothing",
            "Back pain after hands laid on, against no treatment, people with back pain: −5.84 points of 100 "
            "(−20.5 to 8.78), n = 177 [Lavazza et al. 2021]",
        ),
    ],
)
def test_relief_in_words(name, words):
    assert facts.relieved(name) == words


def test_every_row_of_relief_can_be_said(capsys):
    names = list(table(sources.DATA / "relief.csv", sources.Relief))
    facts.print_relief(*names)
    said = capsys.readouterr().out
    assert "None" not in said
    assert max(map(len, said.splitlines())) <= 100
    assert said.count("[") == len(names)


def test_an_observation_in_words():
    assert facts.measured("thumb_bubbles_later", "").startswith("Thumb joints with gas bubbles 20 minutes after")
