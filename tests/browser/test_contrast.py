"""Every word in every picture stands out from what lies under it, on light and on dark pages: measured in pixels.

axe cannot judge words in SVG. So each picture is photographed with its words made invisible, and the colour of each
word is compared with the pixels in its place.
"""

import base64
import io

import numpy as np
import pytest
from PIL import Image
from tests.browser import alone
from tests.browser.learner import PRESS
from tests.pictures import colours, gallery
from tests.sample import sampled

EXPLORERS = gallery.explorers()
ENOUGH, LARGE = 4.5, 3  # WCAG 2: contrast of words, and of large ones
CROSSED = 0.25  # of a word's place: thin lines and seams may run under it
LOOK = """scene => {
    scrollTo(0, 0);  // so that its place in the window is its place on the page
    const box = scene.getBoundingClientRect();
    const words = [...scene.querySelectorAll('text')].map(text => {
        const { x, y, width, height } = text.getBoundingClientRect(), look = getComputedStyle(text);
        const size = parseFloat(look.fontSize) * text.getScreenCTM().a;
        const large = size >= 24 || (size >= 18.66 && parseInt(look.fontWeight) >= 600);
        return { said: text.textContent, fill: look.fill, large, place: [x - box.x, y - box.y, width, height] };
    }).filter(one => one.said.trim() && one.place[2] > 0);
    return [box.toJSON(), words];
}"""


@pytest.fixture(scope="module")
def pictures(browser, recorded):
    page = browser.new_page()
    page.set_viewport_size({"width": 976, "height": 700})
    page.goto(recorded)
    page.add_style_tag(content=".jl-layer text { opacity: 0 } .jl-grips { display: none }")
    page.session = browser.new_cdp_session(page)
    yield page
    page.close()


@pytest.fixture(params=["light", "dark"])
def page(request, pictures):
    pictures.evaluate("theme => document.documentElement.setAttribute('theme', theme)", request.param)
    return pictures


def pale(scene) -> list[str]:
    """The words of a picture that cannot be told from their ground."""
    box, words = scene.evaluate(LOOK)
    ground = photograph(scene.page, box)
    found = []
    for word in words:
        x, y, width, height = (round(n) for n in word["place"])
        under = ground[max(y, 0) : y + height, max(x, 0) : x + width].reshape(-1, 3)
        own = np.array([int(n) for n in word["fill"].removeprefix("rgb(").rstrip(")").split(",")])
        contrast = colours.contrast(under / 255, own / 255)
        if (contrast < (LARGE if word["large"] else ENOUGH)).mean() > CROSSED:
            found.append(f"{word['said']}: {np.median(contrast):.2f}")
    return found


def photograph(page, box) -> np.ndarray:
    """Rows of pixels, straight from Chromium: Playwright would first hide a cursor that is not there."""
    clip = {side: box[side] for side in ("x", "y", "width", "height")} | {"scale": 1}
    taken = page.session.send("Page.captureScreenshot", {"clip": clip, "optimizeForSpeed": True})
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(taken["data"]))).convert("RGB"))


@pytest.mark.parametrize("name", sampled(EXPLORERS, alone.SAMPLE))
def test_words_stand_out_from_what_lies_under_them(page, name):
    declaration, box = EXPLORERS[name], alone.only(page, name)
    faults = {}
    for words, values in [("Reset", {}), *declaration.presets.items()]:
        sentence = declaration.sentence(declaration.state(**values))
        assert box.evaluate(PRESS, [words, sentence]) == sentence
        faults[words] = pale(box.locator(".jl-scene"))
    assert {words: found for words, found in faults.items() if found} == {}


def test_a_pale_word_is_found(page):
    scene = alone.only(page, "SYRINGE").locator(".jl-scene")
    scene.evaluate("scene => { scene.querySelector('text').style.fill = 'rgb(128, 128, 128)'; }")
    assert len(pale(scene)) == 1
