"""One page with every picture of the course, light and dark, for people to look at: the review of what was approved."""

from html import escape
from pathlib import Path

from tests.pictures import gallery

from jointlab.drawings import style
from jointlab.drawings.picture import Picture

PAGE = Path(__file__).parent / "contact-sheet.html"  # made anew by every refresh, in no commit
STYLE = """
body { margin: 24px; font: 15px/1.4 system-ui, sans-serif; }
section { display: grid; grid-template-columns: repeat(auto-fill, minmax(620px, 1fr)); gap: 12px; }
h2 { margin: 32px 0 8px; }
figure { margin: 0; padding: 12px; border-radius: 12px; background: var(--jl-paper); color: var(--jl-ink);
  --jl-font: system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
figure div { position: relative; }
figure div svg { position: absolute; inset: 0; width: 100%; height: 100%; }
figure img { width: 100%; }
.still-dark { background: #111; color: #ddd; }
"""


def write() -> Path:
    """The page, with every explorer's default and presets and every still."""
    parts = [_explorer(name) for name in gallery.explorers()] + [_still(name) for name in gallery.stills()]
    themes = "".join(
        f".{theme} {{{''.join(f'--jl-{name}:{pair[i]};' for name, pair in style.COLOURS.items())}}}\n"
        for i, theme in enumerate(("light", "dark"))
    )
    head = f'<!doctype html><meta charset="utf-8"><title>All pictures</title><style>{STYLE}{themes}</style>'
    PAGE.write_text(head + "".join(parts), encoding="utf-8")
    return PAGE


def _explorer(name: str) -> str:
    declaration = gallery.explorers()[name]
    picture = declaration.picture()
    figures = []
    for state, values in [("default", declaration.defaults), *declaration.presets.items()]:
        shown = declaration.state(**values)
        picture.update(shown)
        for theme in ("light", "dark"):
            layers = _layers(picture, f"{name}{len(figures)}")
            words = f"{state}: {declaration.sentence(shown)}"
            figures.append(f'<figure class="{theme}">{layers}<figcaption>{escape(words)}</figcaption></figure>')
    return f"<h2>{name}: {escape(declaration.title)}</h2><section>{''.join(figures)}</section>"


def _layers(picture: Picture, mark: str) -> str:
    """The layers on top of each other; the ids of one picture must not be those of another."""
    layers = picture.stage_svg() + picture.frame_svg() + picture.top_svg()
    for layer in ("stage", "frame", "top"):
        for before in ('id="', "url(#", 'href="#'):
            layers = layers.replace(f"{before}{layer}-", f"{before}{mark}-{layer}-")
    return f'<div style="aspect-ratio: {picture.width} / {picture.height}">{layers}</div>'


def _still(name: str) -> str:
    """A still is one PNG for both themes: once on a light page, once on a dark one."""
    html = gallery.stills()[name]()._repr_html_()
    return f'<h2>{name}</h2><section><div class="light">{html}</div><div class="still-dark">{html}</div></section>'
