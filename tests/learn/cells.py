"""What a learner writes in a cell of a notebook, as functions."""

import linecache
import math

import numpy as np


def written(source, name="f"):
    """The function `name` of a notebook cell with this source; NumPy and math have been imported."""
    file = f"<cell {abs(hash(source))}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    cell = {"__name__": "__main__", "np": np, "math": math}
    exec(compile(source, file, "exec"), cell)
    return cell[name]


def formula(names, expression):
    """The function of these arguments that returns what is written."""
    return written(f"from math import pi, sqrt\n\n\ndef f({', '.join(names)}):\n    return {expression}\n")
