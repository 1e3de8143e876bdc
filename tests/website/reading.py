"""What a reader does on a page of the website, on a laptop and on a phone."""

from bench.website import SKIP

LAPTOP, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
LESSONS = {"start": "00-start-here", "pop": "03-what-makes-the-pop", "audit": "15-audit-the-article"}


def opened(page, site, name: str, window: dict | None = None):
    page.set_viewport_size(window or LAPTOP)
    page.goto((site / f"{name}.html").as_uri())
    return page


def skip_predictions(page) -> None:
    """Ask to be shown without predicting; no mouse goes there, since what comes near moves the page under it."""
    page.evaluate(SKIP)
    page.wait_for_function("[...document.querySelectorAll('.jl-explorer fieldset')].every(f => !f.disabled)")


def come_near(page) -> None:
    """Bring questions with many words into sight, for which the page waits to load them."""
    for box in page.locator(".jl-asks:has(script[data-late])").all():
        box.scroll_into_view_if_needed()
    page.wait_for_function("!document.querySelector('.jl-asks script[data-late]')")


def lives(page, number: int = 0):
    """An explorer of the page, which wakes when it comes near."""
    place = page.locator(".jl-live").nth(number)
    place.scroll_into_view_if_needed()
    return place.locator(".jl-explorer")
