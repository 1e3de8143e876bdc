"""A slider that plays in JupyterLab: with a Python that hears only where it pauses, and with one that dies."""

import pytest
from bench import lab, latency, playing
from playwright.sync_api import expect

HEARD = """heard = []
explorer.observe(lambda change: heard.append(change["new"]["values"]["bend"]), "request")"""
SEEN = """() => {
    window.seen = new Set();
    const marks = document.querySelector('.jl-marks');
    new MutationObserver(() => seen.add(marks.innerHTML)).observe(marks, { childList: true });
}"""
PRINTED = """async (code) => {
    let text = '';
    const asked = jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({ code });
    asked.onIOPub = ({ header, content }) => { if (header.msg_type === 'stream') text += content.text; };
    await asked.done;
    return text;
}"""


@pytest.fixture(params=["on", "off"])
def ahead(request):
    return request.param


@pytest.fixture
def page(visit, address, folder, ahead):
    with visit() as page:
        code = playing.PLAYS.format(ahead=ahead, seconds=4.0, rate=playing.RATE, more=HEARD)
        lab.open_notebook(page, address, latency.notebook(folder, "lifting.CARRY", code))
        lab.run_all(page)
        page.evaluate(SEEN)
        yield page


def printed(page, code: str) -> str:
    """What the kernel prints when it runs `code`."""
    return page.evaluate(PRINTED, code).strip()


def press(page, does: str):
    page.get_by_role("button", name=f"{does}: Lean forward").click()


def test_it_plays_and_python_hears_where_it_pauses(page, ahead):
    press(page, "Play")
    page.wait_for_function("seen.size >= 40")
    if ahead == "on":
        assert printed(page, "print(heard)") == "[]"
    press(page, "Pause")
    twin = page.locator(".jl-twin input").first
    value = twin.input_value()
    page.wait_for_function("document.querySelector('.jl-explorer [role=status]').textContent")
    assert printed(page, "print(f'{heard[-1]:.4g}')") == value
    assert printed(page, "print(explorer.frame['sentence'])") == page.locator(".jl-sentence").text_content()
    if ahead == "on":
        assert printed(page, "print(len(heard))") == "1"
    assert page.console_errors == []


def test_a_kernel_that_dies_stops_it(page):
    press(page, "Play")
    page.wait_for_function("seen.size >= 3")
    lab.kernel().kill()
    expect(page.locator(".jl-error")).to_contain_text("Python is busy or has stopped.")
    expect(page.locator(".jl-play").first).to_have_attribute("aria-label", "Play: Lean forward")
