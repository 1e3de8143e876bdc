"""The list of mutations fits the code: each can be made at one place, and there are enough of every kind."""

from collections import Counter

from tests.each import each
from tests.mutations import run

MUTATIONS = run.mutations()


@each("mutation", MUTATIONS)
def test_a_mutation_can_be_made_at_one_place(mutation):
    text = (run.ROOT / run.PACKAGE / mutation.file).read_text(encoding="utf-8")
    assert text.count(mutation.find) == 1
    assert mutation.put != mutation.find
    assert mutation.tests


def test_every_floor_is_tried():
    floors = Counter(mutation.file.split("/")[0].removesuffix(".py") for mutation in MUTATIONS)
    assert len(MUTATIONS) >= 40
    assert set(floors) >= {"models", "drawings", "explorers", "learn", "lessons", "units"}
