"""Questions on a page of their own, without Python: all that such a page needs, as plain data.

The page holds `STYLE` in a <style>, and `SCRIPT` at the head of one <script type="module">. There
`render({ model: kept(state), el })` brings a block to life in an element; what is answered stays in the reader's
browser. `document` hears of predictions by the event "jl-answered", {name, made}, also of those that were made before.
"""

import re
from pathlib import Path
from typing import Any

from jointlab.learn._block import Block

STYLE: str = Block._css
SCRIPT: str = Block._esm + (Path(__file__).parent / "alone.js").read_text(encoding="utf-8")


def alone(block: Block) -> dict[str, Any]:
    """The state of a block that nobody has answered yet, for `kept` in alone.js: plain data, as for JSON."""
    return {
        "spec": block.spec,
        "kept": block.places(),
        "unlocks": getattr(block, "unlocks", False),
        "trouble": "",
        "notice": "",
    }


def opening(spec: dict[str, Any]) -> dict[str, Any]:
    """Of the spec of a block with many forms, what is seen first: as many as are in sight at a time."""
    forms = list(re.finditer(r"<form.*?</form>", spec["html"], re.DOTALL))
    first = forms[: spec["sift"]["page"]]
    seen = [re.search(r'data-address="([^"]*)"', form[0])[1] for form in first]
    of = {address: spec["sift"]["of"][address] for address in seen}
    return {
        **spec,
        "html": spec["html"][: first[-1].end()],
        "said": {address: spec["said"][address] for address in seen},
        "sift": {**spec["sift"], "of": of, "missing": len(forms) - len(first)},
    }
