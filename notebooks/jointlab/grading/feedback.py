"""The page that a learner gets back: nbgrader's own, with the course's folds and tables as they are in a lesson."""

from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from traitlets import Bool

# nbgrader's sheet takes the arrow from what can be opened, and the air from between the columns of a table.
_SHEET = """
summary { display: list-item; cursor: pointer; }
.output_html th, .output_html td, .rendered_html th, .rendered_html td { padding: 0.2em 0.8em 0.2em 0; }
.output_html th, .output_html td { vertical-align: top; }
div.output_subarea img, div.output_subarea svg { max-width: 100%; height: auto; }
div.output_html { overflow-x: auto; }
div.output_area pre, .nbgrader_cell .highlight pre { white-space: pre-wrap; }
div.panel.nbgrader_cell .panel-heading { height: auto; overflow: hidden; }  /* its score wraps on a phone */
"""


class Sheet(Preprocessor):
    """Adds the sheet above to the page."""

    enabled = Bool(True)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        resources["inlining"]["css"] = [*resources.get("inlining", {}).get("css", []), _SHEET]
        return nb, resources
