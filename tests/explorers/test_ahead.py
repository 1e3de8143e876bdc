"""Frames ahead of the hand: the same as those that it would get, as long as it asks for nothing itself."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.explorers.toy import SWING

from jointlab.explorers import Explorer

NEAR = [{**SWING.defaults, "damping": damping} for damping in (0.6, 0.4, 0.7)]


def run(drawing):
    """Run to its end what draws ahead, in a thread of its own: a browser test may have left a loop running in this."""
    with ThreadPoolExecutor() as thread:
        thread.submit(asyncio.run, drawing).result()


@pytest.fixture
def swing():
    explorer = Explorer(SWING)
    explorer.sent = []
    explorer.send = lambda content, buffers=None: explorer.sent.append(content["ahead"])
    return explorer


def test_a_frame_ahead_is_the_frame_that_the_hand_gets(swing):
    before = swing.frame
    run(swing.draw_ahead(NEAR))
    [drawn] = swing.sent
    assert swing.frame == before  # the frame in sight stays
    assert swing.state["damping"] == 0.5
    for values, frame in zip(NEAR, drawn, strict=True):
        swing.set(**values)
        assert {**frame, "id": swing.frame["id"]} == swing.frame


def test_what_cannot_be_is_left_to_the_hand(swing):
    impossible = {**SWING.defaults, "damping": 2, "frequency": 10}
    run(swing.draw_ahead([impossible, {**SWING.defaults, "damping": "x"}, NEAR[0]]))
    [drawn] = swing.sent
    assert drawn[:2] == [None, None]
    assert drawn[2]["sentence"] == "The damping is 0.60 per second."
    assert swing.last_error is None


def test_the_hand_goes_first(swing):
    async def asked_meanwhile():
        drawing = asyncio.ensure_future(swing.draw_ahead(NEAR))
        await asyncio.sleep(0)
        swing.set(damping=1.5)
        await drawing

    run(asked_meanwhile())
    [drawn] = swing.sent
    assert len(drawn) == 1
    assert swing.frame["sentence"] == "The damping is 1.50 per second."


def test_the_page_asks_and_is_answered(swing):
    async def asked():
        swing._handle_custom_msg({"ahead": NEAR[:1]}, [])
        await asyncio.sleep(0.1)

    run(asked())
    assert [len(drawn) for drawn in swing.sent] == [1]


def test_a_hub_can_switch_it_off(monkeypatch):
    assert Explorer(SWING).spec["ahead"] is True
    monkeypatch.setenv("JOINTLAB_AHEAD", "off")
    assert Explorer(SWING).spec["ahead"] is False


def test_a_browsers_own_python_has_its_time_for_what_is_asked(monkeypatch):
    monkeypatch.setattr("jointlab.logbook.place.IN_A_BROWSER", True)
    assert Explorer(SWING).spec["ahead"] is False


def test_what_was_drawn_ahead_is_not_what_a_page_stores(swing, monkeypatch):
    shown = []
    monkeypatch.setattr("jointlab.cell.display", lambda *args, **kwargs: shown.append(args[0]))
    swing._ipython_display_()
    run(swing.draw_ahead(NEAR))
    swing._ipython_display_()
    assert shown[0]._repr_html_() == shown[2]._repr_html_()
