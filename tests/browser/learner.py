"""What a learner does on a page, and waits for. Nothing here waits for a time: always for what shall be seen."""

import time
from collections.abc import Callable

from bench import lab

LOCK_IN, SKIP = "Lock in my prediction", "Show me without predicting"
BUBBLE, CAMERA = "A bubble when the pressure returns", "Four stories, one camera"  # explorers of lesson 03

# Presses a button of an explorer, waits for the sentence that this shall lead to, and tells the one that it leads to.
# No mouse goes there, so it is quick; what a mouse does is tested elsewhere.
PRESS = """async (box, [words, sentence]) => {
    const said = box.querySelector('.jl-sentence');
    [...box.querySelectorAll('button')].find(button => button.textContent === words).click();
    for (let n = 0; n < 300 && said.textContent !== sentence; n++) await new Promise(requestAnimationFrame);
    return said.textContent;
}"""


# Compares, answers and judges whatever asks, every second question until it is right, the others until they are wrong;
# opens whatever folds. No mouse goes there, so it is quick; what hands do with questions is in test_by_hand.py.
ANSWER = """() => {
    const press = (words) => (form) => [...form.querySelectorAll('button')]
        .filter(button => button.textContent.includes(words) && !button.closest('[hidden]'))
        .forEach(button => button.click());
    const forms = [...document.querySelectorAll('.jl-block form')];
    forms.forEach(form => { form.hidden = false; }); // of many claims, ten are in sight
    forms.forEach(press('Show me without predicting'));
    forms.forEach(press('Compare with what happens'));
    forms.filter(form => form.textContent.includes('Check my answer')).forEach((form, i) => {
        for (const radio of form.querySelectorAll('input[type=radio]')) {
            radio.click();
            press('Check my answer')(form);
            if (!form.querySelector('.jl-right') === !(i % 2)) break;
        }
    });
    forms.filter(form => !form.querySelector('input[type=radio]'))
        .forEach(form => form.querySelectorAll('select').forEach(list => { list.selectedIndex = 1; }));
    forms.forEach(press('with the evidence'));
    forms.filter(form => form.textContent.includes('with the card')).forEach((form) => {
        form.querySelector('input[type=radio]').click();
        form.querySelector('select').selectedIndex = 1;
        press('with the card')(form);
    });
    document.querySelectorAll('details').forEach(e => { e.open = true; });
}"""


def watched(page, *inside: str):
    """The page, which from now on remembers console errors, and requests that lead out of `inside`."""
    page.console_errors, page.outside = [], []
    page.on("console", lambda message: message.type == "error" and page.console_errors.append(message.text))
    page.on("pageerror", lambda error: page.console_errors.append(str(error)))
    allowed = (*inside, "data:", "blob:")
    page.on("request", lambda request: request.url.startswith(allowed) or page.outside.append(request.url))
    return page


def held_slider(page, box, steps: int = 10):
    """The first slider, after a mouse has taken its thumb and moved it to the left in small `steps`; where its track
    begins, and how high it lies."""
    slider = box.get_by_role("slider").first
    slider.scroll_into_view_if_needed()
    track = slider.bounding_box()
    y = track["y"] + track["height"] / 2
    page.mouse.move(track["x"] + 0.75 * track["width"], y)
    page.mouse.down()
    for step in range(steps):
        page.mouse.move(track["x"] + (0.75 - 0.02 * step) * track["width"], y)
    return slider, track["x"], y


def question(page, words: str):
    """The questions that begin with these words: groups of controls, where they are asked and where they come back."""
    return page.get_by_role("group", name=words)


def status(group):
    """What a question says of the answer."""
    return group.locator(".jl-said")


def predict(page, words: str) -> None:
    """Answer the prediction that asks `words` with the first option, by the page's own controls."""
    asked = question(page, words).filter(has=page.get_by_role("button", name=LOCK_IN))
    asked.scroll_into_view_if_needed()
    asked.get_by_role("radio").first.check()
    asked.get_by_label("How sure are you?").select_option("70")
    asked.get_by_role("button", name=LOCK_IN).click()
    asked.wait_for(state="detached")  # the button is out of sight


def answer_everything(page) -> None:
    """Answer all questions of a page, and wait until each has said something to it."""
    page.evaluate(ANSWER)
    page.wait_for_function("![...document.querySelectorAll('.jl-block .jl-said')].some(e => e.matches(':empty'))")


def tab_to(page, target) -> None:
    """Press Tab until `target` has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if has_focus(target):
            return
    raise AssertionError(f"not reached by Tab: {target}")


def has_focus(target) -> bool:
    return target.evaluate("node => node === document.activeElement")


def skip_predictions(page) -> None:
    """Ask to be shown without predicting, wherever something is asked; wait until no explorer is locked."""
    buttons = page.get_by_role("button", name=SKIP)
    for left in range(buttons.count(), 0, -1):
        buttons.first.click()
        buttons.nth(left - 1).wait_for(state="detached")
    page.wait_for_function("[...document.querySelectorAll('.jl-explorer fieldset')].every(f => !f.disabled)")


def explorer(page, title: str):
    """The explorer with this title, in sight."""
    found = page.locator(".jl-explorer", has=page.get_by_text(title, exact=True)).first
    found.scroll_into_view_if_needed()
    return found


def marks(box) -> str:
    """The moving layer of an explorer's picture."""
    return box.locator(".jl-marks").inner_html()


def new_marks(page, box, old: str) -> str:
    """The moving layer, once it is another than `old`."""
    page.wait_for_function(
        "([box, old]) => box.innerHTML !== old", arg=[box.locator(".jl-marks").element_handle(), old]
    )
    return marks(box)


def cell_of(page, words: str):
    """The cell of code in which these words stand."""
    return page.locator(".jp-CodeCell", has=page.locator(".jp-InputArea-editor", has_text=words)).first


def write_line(page, function: str, line: str):
    """Write a line in place of the gap in a function, and run its cell, which is returned."""
    cell = cell_of(page, function)
    cell.scroll_into_view_if_needed()
    cell.locator(".cm-line", has_text="return ...").click()
    page.keyboard.press("End")
    for _ in "...":
        page.keyboard.press("Backspace")
    page.keyboard.type(line)
    page.keyboard.press("Control+Enter")
    return cell


def close_dialogs(page) -> None:
    """What JupyterLab itself has to say."""
    while page.locator(".jp-Dialog").count():
        page.locator(".jp-Dialog").first.press("Escape")


def comes(page, true: Callable[[], bool]) -> None:
    """Wait until something is true that the page does not show."""
    end = time.monotonic() + lab.WAIT / 1e3
    while not true():
        assert time.monotonic() < end
        page.wait_for_timeout(200)
