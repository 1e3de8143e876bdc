"""How Sphinx makes pages of what `website` has written."""

project = "Jointlab"
author = "the makers of Jointlab"
copyright = "texts and pictures CC BY 4.0, code BSD-3-Clause"
language = "en"
extensions = ["myst_parser", "website.mathml"]
html_math_renderer = "mathml"
myst_enable_extensions = ["dollarmath"]
myst_heading_anchors = 4
html_theme = "furo"
html_title = "Jointlab"
html_static_path = ["_static"]
html_css_files = ["page.css"]
html_js_files = [("course.js", {"defer": "defer"}), ("page.js", {"defer": "defer"})]
html_copy_source = False
html_show_sphinx = False
html_show_search_summary = False  # it would fetch pages, which a site in a folder may not
html_theme_options = {"top_of_page_buttons": []}
pygments_style, pygments_dark_style = "default", "github-dark"
