"""Sliders that play in JupyterLab: with a Python that hears only where they pause, and with one that dies.

Two explorers on one page, one with frames drawn ahead, one without.
"""

import pytest
from bench import lab, latency, playing
from playwright.sync_api import expect

pytestmark = pytest.mark.whole  # JupyterLab and a kernel cost more than most files of tests
AHEAD = ("on", "off")
HEARD = """heard = []
explorer.observe(lambda change, heard=heard: heard.append(change["new"]["values"]["bend"]), "request")
kept["{ahead}"] = explorer, heard"""
SEEN = """(box) => {
    window.seen = new Set();
    const marks = box.querySelector('.jl-marks');
    new MutationObserver(() => seen.add(marks.innerHTML)).observe(marks, { childList: true });
}"""
PRINTED = """async (code) => {
    let text = '';
    const asked = jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({ code });
    asked.onIOPub = ({ header, content }) => { if (header.msg_type === 'stream') text += content.text; };
    await asked.done;
    return text;
}"""


@pytest.fixture(scope="module")
def page(visit, address, folder):
    codes = [
        playing.PLAYS.format(ahead=ahead, seconds=4.0, rate=playing.RATE, more=HEARD.format(ahead=ahead))
        for ahead in AHEAD
    ]
    with visit() as page:
        page.set_viewport_size({"width": 1280, "height": 1300})  # what nobody sees does not play
        lab.open_notebook(page, address, latency.notebook(folder, "lifting.CARRY", "kept = {}", *codes))
        lab.run_all(page)
        yield page


@pytest.fixture
def boxes(page):
    """The explorers by whether frames are drawn ahead for them."""
    return dict(zip(AHEAD, page.locator(".jl-explorer").all(), strict=True))


def printed(page, code: str) -> str:
    """What the kernel prints when it runs `code`."""
    return page.evaluate(PRINTED, code).strip()


def press(box, does: str):
    box.get_by_role("button", name=f"{does}: Lean forward").click()


@pytest.mark.parametrize("ahead", AHEAD)
def test_it_plays_and_python_hears_where_it_pauses(page, boxes, ahead):
    box, explorer, heard = boxes[ahead], f"kept['{ahead}'][0]", f"kept['{ahead}'][1]"
    box.evaluate(SEEN)
    press(box, "Play")
    page.wait_for_function("seen.size >= 20")
    if ahead == "on":
        assert printed(page, f"print({heard})") == "[]"
    press(box, "Pause")
    value = box.locator(".jl-twin input").first.input_value()
    expect(box.locator("[role=status]").first).not_to_be_empty()
    assert printed(page, f"print(format({heard}[-1], '.4g'))") == value
    assert printed(page, f"print({explorer}.frame['sentence'])") == box.locator(".jl-sentence").text_content()
    if ahead == "on":
        assert printed(page, f"print(len({heard}))") == "1"
    assert page.console_errors == []


def test_a_kernel_that_dies_stops_them(boxes):
    kernel = lab.kernel()
    for box in (boxes["off"], boxes["on"]):  # the other way round, all might be drawn ahead before the kernel dies
        box.evaluate(SEEN)
        box.get_by_role("slider").nth(1).press("End")  # and of this nothing is drawn yet
        press(box, "Play")
        box.page.wait_for_function("seen.size >= 3")
    kernel.kill()
    for box in boxes.values():
        expect(box.locator(".jl-error")).to_contain_text("Python has stopped.")
        expect(box.locator(".jl-play").first).to_have_attribute("aria-label", "Play: Lean forward")
