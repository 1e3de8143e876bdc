"""The course as a website: static files for any host, a school's web space or a USB stick, that ask no other host.

    python -m uv run --group site python -m website [FOLDER]

Everything is made from the same notebooks, the same data and the same engine as the course itself. `cells` runs a
lesson, `living` gives each thing that moves or asks a page side that needs no Python, `lesson` and `pages` write
Markdown, and Sphinx with the theme Furo makes pages, contents and search of it. Where a Pyodide distribution is given,
`lite` puts JupyterLite beside the pages, in which the lessons can be written in.
"""
