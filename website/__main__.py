"""Builds the course as static files."""

import argparse
import os
import sys
from pathlib import Path

os.environ["JOINTLAB_LOGBOOK"] = ":memory:"  # a page shows nobody's answers

from website import lite
from website.build import build
from website.languages import build_others, is_english

if __name__ == "__main__":
    reads = argparse.ArgumentParser(prog="python -m website", description=__doc__)
    reads.add_argument("folder", nargs="?", default="build/website", type=Path, help="where to; it is made anew")
    reads.add_argument("--address", default="", help="where the site will stand: then a shared link shows a picture")
    reads.add_argument("--pyodide", type=Path, help="a full Pyodide distribution: then lessons can be written in, too")
    asked = reads.parse_args()
    address = asked.address.rstrip("/")
    try:
        site = build(asked.folder, address, pyodide=asked.pyodide)
    except lite.Refused as error:
        sys.exit(str(error))
    if is_english():
        build_others(site.resolve(), address)
        print(f"Open {site / 'index.html'}")
