"""What a learner does on a page, and waits for. Nothing here waits for a time: always for what shall be seen."""

LOCK_IN, SKIP = "Lock in my prediction", "Show me without predicting"
BUBBLE, CAMERA = "A bubble when the pressure returns", "Four stories, one camera"  # explorers of lesson 03


def predict(page, question: str) -> None:
    """Answer the prediction that asks `question` with the first option, by the page's own controls."""
    block = page.locator(".jl-block", has_text=question, has=page.get_by_role("button", name=LOCK_IN))
    block.scroll_into_view_if_needed()
    block.get_by_role("radio").first.check()
    block.get_by_label("How sure are you?").select_option(index=3)
    block.get_by_role("button", name=LOCK_IN).click()
    block.wait_for(state="detached")  # the button is gone


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
