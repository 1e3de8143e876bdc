"""axe-core with its eyes open: what it finds on a page of JupyterLab, or saved from it, that would keep somebody out.

JupyterLab's body has no height, so axe takes everything in it for hidden and skips contrast. The page is given a
height first, made as tall as its notebook, and scrolled to its top; only then everything is looked at.
"""

from axe_playwright_python.sync_playwright import Axe

OURS = [".jp-OutputArea", ".jp-RenderedMarkdown"]
SIGHT = "body { height: 100vh !important; overflow: visible !important }"
# JupyterLab's own: the colours of code, of prompts and of the links that it renders.
THEIRS = [".jp-InputArea-editor", ".jp-InputPrompt", ".jp-OutputPrompt", ".jp-RenderedMarkdown pre", ".cm-editor"]
# It cannot judge words in SVG: test_contrast.py does.
BLIND = [".jl-layer"]
IN_AN_OUTPUT = "path => document.querySelector(path).closest('.jp-OutputArea') !== null"
PALE = '<p id="planted" style="color: #ccc; background: #fff">pale</p>'


def open_eyes(page) -> None:
    """Let axe see the whole notebook."""
    page.add_style_tag(content=SIGHT)
    tall = page.evaluate("document.querySelector('.jp-WindowedPanel-inner').scrollHeight") + 400
    page.set_viewport_size({"width": 1366, "height": tall})
    page.wait_for_function(
        """() => {
            const panel = document.querySelector('.jp-WindowedPanel-outer');
            panel.scrollTo(0, 0);
            return panel.clientHeight >= document.querySelector('.jp-WindowedPanel-inner').scrollHeight;
        }"""
    )


def found(page) -> dict[str, list[str]]:
    """Serious and critical faults in our outputs and our prose: rule → where."""
    faults = _run(page, {"include": OURS, "exclude": THEIRS + BLIND}, {})
    for rule in faults:
        if rule["id"] == "link-in-text-block":  # JupyterLab does not underline those in prose; in our outputs they are
            rule["nodes"] = [node for node in rule["nodes"] if page.evaluate(IN_AN_OUTPUT, node["target"][0])]
    return _told([rule for rule in faults if rule["nodes"]])


def pale(page) -> dict[str, list[str]]:
    """The same for contrast alone, which is all that another theme changes."""
    return _told(_run(page, {"include": OURS, "exclude": THEIRS + BLIND}, {"runOnly": ["color-contrast"]}))


def found_alone(page, within: str = "main", **options) -> dict[str, list[str]]:
    """All faults, serious or not, on a page without JupyterLab; `options` of axe may name the rules."""
    options = {"resultTypes": ["violations"], "preload": False, **options}  # which would ask for the styles' files
    found = Axe().run(page, context={"include": [within], "exclude": BLIND}, options=options)
    return _told(found.response["violations"])


def _told(faults: list[dict]) -> dict[str, list[str]]:
    return {rule["id"]: [node["html"][:160] for node in rule["nodes"]] for rule in faults}


def _run(page, context: dict, options: dict) -> list[dict]:
    response = Axe().run(page, context=context, options={"resultTypes": ["violations"], **options}).response
    return [rule for rule in response["violations"] if rule["impact"] in ("serious", "critical")]


def plant(page) -> None:
    """Put a pale word into the first, a middle and the last output."""
    page.evaluate(
        """pale => {
            const all = [...document.querySelectorAll('.jp-OutputArea-output')];
            [all[0], all[all.length >> 1], all[all.length - 1]].forEach(e => e.insertAdjacentHTML('beforeend', pale));
        }""",
        PALE,
    )
