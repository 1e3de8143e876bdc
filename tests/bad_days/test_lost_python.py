"""Python ends, or nothing reaches it: the page says so and what to do, the last good picture stays, and what the
learner wrote and answered is there afterwards. In a real JupyterLab behind a network that can be cut; each test leaves
a lesson that lives."""

import contextlib

import pytest
from bench import lab
from bench.slow_net import SlowNet
from playwright.sync_api import expect
from tests.browser.learner import (
    BUBBLE,
    close_dialogs,
    comes,
    explorer,
    held_slider,
    marks,
    new_marks,
    predict,
    question,
    status,
    watched,
    write_line,
)

from jointlab import lost, sources
from jointlab.lessons.pop.collapse import COLLAPSE
from jointlab.logbook import Logbook

pytestmark = pytest.mark.whole

LESSON = "03-what-makes-the-pop.ipynb"
POP = sources.lesson("pop")
REMAINS = POP["predict"]["remains"]["question"]
NAME = COLLAPSE.name
LINE = "0.9 * radius  # my own"


class Server:
    """A JupyterLab that can be ended and started once more at the same port."""

    def __init__(self, folder):
        lab.lay_out(folder)
        self.folder, self.port, self.running = folder, lab.free_port(), contextlib.ExitStack()

    def start(self) -> None:
        self.running.enter_context(lab.serve(self.folder, self.port))

    def stop(self) -> None:
        self.running.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("bad-days"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def net(server):
    with SlowNet(server.port) as net:
        yield net


@pytest.fixture(scope="module")
def lesson(browser, net):
    """The lesson after a prediction, with a line that is written and not saved."""
    address = f"http://127.0.0.1:{net.port}"
    page = watched(browser.new_page(), address, address.replace("http", "ws"))
    lab.open_notebook(page, address, LESSON)
    lab.run_all(page)
    predict(page, REMAINS)
    write_line(page, "collapse_time", LINE)
    yield page
    page.close()


def answer_quiz(page, name: str, choice: int) -> None:
    """Tick an option of the quiz and press the button; no mouse goes there, because JupyterLab's own words may be in
    its way."""
    group = question(page, POP["quiz"][name]["ask"])
    group.get_by_role("radio").nth(choice).dispatch_event("click")
    group.get_by_role("button", name="Check my answer").dispatch_event("click")
    expect(status(group)).not_to_be_empty()


SAY = """words => {
    const said = [...document.querySelectorAll('.jl-explorer .jl-error')];
    return said.length === 3 && said.every(node => node.textContent === words);
}"""


def says(page, words: str) -> None:
    """Each of the three explorers says this, one of them aloud."""
    page.wait_for_function(SAY, arg=words)
    aloud = page.locator(".jl-explorer .jl-error[role=alert]")
    assert aloud.count() == (1 if words else 3)


def recorded(server, kind: str, name: str) -> list:
    return Logbook.open(server.folder / "logbook.sqlite").entries(kind, name)


# JupyterLab asks first where it knows of a kernel. A kernel that it does not yet know to be gone, a matter of seconds,
# would make nothing of the choice, and the learner would choose again.
RESTART_AND_RUN_ALL = """() => {
    const kernel = jupyterapp.shell.currentWidget.sessionContext.session?.kernel;
    if (kernel && (kernel.isDisposed || kernel.status !== 'idle')) return '';
    jupyterapp.commands.execute('runmenu:restart-and-run-all');
    return kernel ? 'asks' : 'starts';
}"""


def restart_and_run_all(page) -> None:
    """As the sentence says."""
    close_dialogs(page)
    if page.wait_for_function(RESTART_AND_RUN_ALL).json_value() == "asks":
        page.locator(".jp-Dialog .jp-mod-accept").click()
    says(page, "")


def lives(page, server) -> None:
    """An explorer goes where a hand takes it, and Python hears of it: what was known before moves without Python."""
    close_dialogs(page)
    box = explorer(page, BUBBLE)
    slider, before = box.get_by_role("slider").first, marks(box)
    heard = len(recorded(server, "settings", NAME))
    slider.focus()
    slider.press("Home" if slider.input_value() != slider.get_attribute("min") else "End")
    new_marks(page, box, before)
    comes(page, lambda: len(recorded(server, "settings", NAME)) > heard)
    expect(box.locator(".jl-error")).to_be_empty()


def kept(page, server, name: str) -> None:
    """The answer to this question comes into the logbook, once."""
    comes(page, lambda: recorded(server, "quiz", f"pop/{name}"))
    assert len(recorded(server, "quiz", f"pop/{name}")) == 1


def test_the_kernel_dies_in_mid_drag(lesson, server):
    box = explorer(lesson, BUBBLE)
    slider, x, y = held_slider(lesson, box)
    lab.kernel().kill()
    says(lesson, lost.WORDS["gone"])
    before, value = marks(box), slider.input_value()
    lesson.mouse.move(x + 5, y)
    lesson.mouse.up()
    close_dialogs(lesson)
    assert (marks(box), slider.input_value()) == (before, value)
    answer_quiz(lesson, "source", 1)
    expect(lesson.locator(".jl-trouble:not(:empty)")).to_have_text(lost.WORDS["gone"])
    assert recorded(server, "quiz", "pop/source") == []
    restart_and_run_all(lesson)
    expect(status(question(lesson, REMAINS).first)).to_contain_text("You predicted")
    lives(lesson, server)
    assert len(recorded(server, "prediction", "pop/remains")) == 1
    kept(lesson, server, "source")
    expect(lesson.locator(".cm-line", has_text=LINE)).to_be_visible()


def sleep(page, net) -> None:
    """Close the laptop: the page stands still and nothing comes through, for longer than Python is waited for."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Page.setWebLifecycleState", {"state": "frozen"})
    net.cut()
    devtools.send("Page.setWebLifecycleState", {"state": "active"})
    devtools.detach()


def test_a_laptop_sleeps_and_its_kernel_does_not(lesson, net, server):
    """What is answered before the network is back reaches Python then, once."""
    sleep(lesson, net)
    says(lesson, lost.WORDS["cut"])
    answer_quiz(lesson, "radius", 2)
    assert recorded(server, "quiz", "pop/radius") == []
    net.mend()
    says(lesson, "")
    lives(lesson, server)
    expect(lesson.locator(".jl-trouble:not(:empty)")).to_have_count(0)
    kept(lesson, server, "radius")


def test_a_laptop_sleeps_until_its_kernel_is_gone(lesson, net, server):
    """A hub stops a kernel that nobody has used for hours; the page hears of it when it wakes."""
    sleep(lesson, net)
    lab.stop_kernels(f"http://127.0.0.1:{server.port}")
    says(lesson, lost.WORDS["cut"])
    answer_quiz(lesson, "collapse", 0)
    net.mend()
    says(lesson, lost.WORDS["gone"])
    restart_and_run_all(lesson)
    lives(lesson, server)
    kept(lesson, server, "collapse")


def test_the_server_is_started_again(lesson, server):
    """The learner waits, saves, loads the page anew and runs all cells, as the sentence says."""
    server.stop()
    says(lesson, lost.WORDS["cut"])
    answer_quiz(lesson, "loudness", 0)
    server.start()
    close_dialogs(lesson)
    lab.save(lesson)
    address, _, _ = lesson.url.partition("/doc")
    lab.open_notebook(lesson, address, LESSON, reset=False)
    lab.run_all(lesson)
    says(lesson, "")
    expect(lesson.locator(".cm-line", has_text=LINE)).to_be_visible()
    expect(status(question(lesson, REMAINS).first)).to_contain_text("You predicted")
    lives(lesson, server)
    kept(lesson, server, "loudness")


def test_two_tabs_on_one_lesson(lesson, server):
    """One kernel serves both, and it lives where it was run last; nothing is saved over the other tab unasked."""
    lab.save(lesson)
    address, _, _ = lesson.url.partition("/doc")
    other = lesson.context.new_page()
    lab.open_notebook(other, address, LESSON, reset=False)
    lab.run_all(other)
    expect(status(question(other, REMAINS).first)).to_contain_text("You predicted")
    lives(other, server)
    other.locator(".cm-line", has_text=LINE).click()
    other.keyboard.press("End")
    other.keyboard.type(" of the other tab")
    lab.save(other)
    lesson.bring_to_front()
    expect(lesson.locator(".jl-explorer")).to_have_count(0)
    expect(lesson.locator(f"[id^='jl-still-{NAME}']")).to_be_visible()
    lesson.evaluate("void jupyterapp.commands.execute('docmanager:save')")
    asked = lesson.locator(".jp-Dialog", has_text="has changed on disk")
    expect(asked.get_by_role("button", name="Revert")).to_be_visible()
    close_dialogs(lesson)
    assert f"{LINE} of the other tab" in (server.folder / "notebooks" / LESSON).read_text(encoding="utf-8")
    expect(lesson.locator(".cm-line", has_text=LINE)).to_be_visible()
    other.close()
