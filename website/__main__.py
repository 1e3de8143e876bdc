"""`python -m website [FOLDER]` builds the course as static files, below ./build/website if no folder is named."""

import os
import sys
from pathlib import Path

os.environ["JOINTLAB_LOGBOOK"] = ":memory:"  # a page shows nobody's answers

from website.build import build

if __name__ == "__main__":
    args = sys.argv[1:]
    site = build(Path(args[0]) if args else Path("build") / "website")
    print(f"Open {site / 'index.html'}")
