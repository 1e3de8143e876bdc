"""Formulas as MathML, which a browser draws by itself: no script, nothing fetched."""

from typing import Any

from docutils import nodes
from latex2mathml.converter import convert

from jointlab.language import _

NAME = _("Formula")


def _inline(self: Any, node: Any) -> None:
    self.body.append(convert(node.astext()))
    raise nodes.SkipNode


def _block(self: Any, node: Any) -> None:
    formula = convert(node.astext(), display="block")  # a long one scrolls, by keyboard as well
    self.body.append(f'<div class="jl-formula" role="group" aria-label="{NAME}" tabindex="0">{formula}</div>')
    raise nodes.SkipNode


def setup(app: Any) -> dict[str, bool]:
    app.add_html_math_renderer("mathml", inline_renderers=(_inline, None), block_renderers=(_block, None))
    return {"parallel_read_safe": True}
