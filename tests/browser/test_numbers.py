"""What is typed into the box of a slider, in languages that write a half as 0.5 and as 0,5."""

import pytest

from jointlab.explorers import front

CONTROLS = (front._HERE / "controls.js").read_text(encoding="utf-8")
RANGE = {"low": 0.1, "high": 20_000, "unit": "mL"}
NARROW = {"low": 1, "high": 500, "unit": "minutes", "one": "minute"}


@pytest.mark.parametrize(
    ("decimal", "typed", "ends", "meant"),
    [
        (".", "0.5", RANGE, 0.5),
        (".", "0,5", RANGE, 0.5),
        (".", "1.250", RANGE, 1.25),
        (".", "1,250", NARROW, 1.25),
        (".", "1,250", RANGE, None),
        (".", "12,500.5", RANGE, 12_500.5),
        (",", "0,5", RANGE, 0.5),
        (",", "0.5", RANGE, 0.5),
        (",", "1.250", RANGE, None),
        (",", "1.250", NARROW, 1.25),
        (",", "12.500,5", RANGE, 12_500.5),
        (",", "12 500", RANGE, 12_500),
        (",", "12\u202f500,5", RANGE, 12_500.5),
        (",", "mil", RANGE, None),
        (",", "0,5 mL", RANGE, 0.5),
        (".", "7mL", RANGE, 7),
        (".", "7 mm", RANGE, None),
        (".", "mL", RANGE, None),
        (".", "1 minute", NARROW, 1),
        (".", "2 minutes", NARROW, 2),
    ],
)
def test_a_number_is_read_as_it_is_written(browser, decimal, typed, ends, meant):
    page = browser.new_page()
    script = (
        f"([typed, ends]) => {{ const WORDS = {{ decimal: '{decimal}' }}; {CONTROLS}; return toNumber(typed, ends); }}"
    )
    found = page.evaluate(script, [typed, ends])
    page.close()
    assert (None if found != found else found) == meant
