"""No picture changes unseen: its words and the places of its artists are those that somebody looked at and approved.

After a change that is meant: `python -m uv run python tests/refresh.py pictures`, then look at the contact sheet and
at the difference.
"""

import pytest
from tests.pictures import approved, extents, gallery


@pytest.mark.parametrize("name", gallery.explorers())
def test_an_explorer_is_drawn_as_approved(name):
    assert approved.differences(approved.read(name), approved.of_explorer(name)) == {}


@pytest.mark.parametrize("name", gallery.stills())
def test_a_still_is_drawn_as_approved(name):
    assert approved.differences(approved.read(name), approved.of_still(name)) == {}


def test_there_is_a_file_for_every_picture_and_no_other():
    files = {path.stem for path in approved.FOLDER.glob("*.json")}
    assert files == {*gallery.explorers(), *gallery.stills()}
    assert len(files) >= 37


def test_two_pictures_never_share_a_name():
    assert not gallery.explorers().keys() & gallery.stills().keys()


def test_a_moved_edge_another_colour_and_another_word_are_each_noticed():
    before = {
        "bar": ["shape blue edge none 0", [0, 0, 10, 10], [5, 5], ""],
        "name": ["text ink 13", [0] * 4, [0, 0], "in"],
    }
    assert extents.differences(before, before) == []
    for artist, changed in (
        ("bar", ["shape blue edge none 0", [0, 0, 13, 10], [5, 5], ""]),
        ("bar", ["shape blue edge none 0", [0, 0, 10, 10], [5, 8], ""]),
        ("bar", ["shape vermilion edge none 0", [0, 0, 10, 10], [5, 5], ""]),
        ("name", ["text ink 13", [0] * 4, [0, 0], "out"]),
    ):
        assert len(extents.differences(before, before | {artist: changed})) == 1
    assert len(extents.differences(before, {"bar": before["bar"]})) == 1
    rounded = before | {"bar": ["shape blue edge none 0", [0, 0, 11, 10], [5, 6], ""]}
    assert extents.differences(before, rounded) == []
