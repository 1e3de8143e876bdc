"""A picture depends on nothing that the learner has set: neither matplotlib's settings nor what another thread does."""

import logging
import os
import subprocess
import sys
import threading

import matplotlib
import matplotlib.pyplot as plt
import pytest
from tests.explorers.toy import SWING

from jointlab.explorers import Explorer

OTHERS = {
    "dark": lambda: plt.style.use("dark_background"),
    "sketched": plt.xkcd,
    "coarse": lambda: matplotlib.rcParams.update({"path.simplify_threshold": 1.0, "agg.path.chunksize": 10}),
    "own": lambda: matplotlib.rcParams.update(
        {"svg.fonttype": "path", "axes.unicode_minus": False, "font.size": 30, "figure.dpi": 200, "axes.grid": False}
    ),
    "in TeX": lambda: matplotlib.rcParams.update({"text.usetex": True, "font.family": "serif"}),
}


def layers() -> tuple:
    explorer = Explorer(SWING)
    explorer.set(damping=0.1, frequency=9)
    return explorer.spec["stage"], explorer.frame["marks"], explorer.picture.png(1)


@pytest.mark.parametrize("name", OTHERS)
def test_a_learners_own_settings_change_nothing_and_stay(name):
    plain = layers()
    with matplotlib.rc_context():
        OTHERS[name]()
        before = dict(dict.items(matplotlib.rcParams))
        assert layers() == plain
        assert dict(dict.items(matplotlib.rcParams)) == before


def test_what_was_set_before_the_course_is_imported_changes_nothing(tmp_path):
    code = "from jointlab.lessons.start import SYRINGE; print(SYRINGE.picture().stage_svg())"
    drawn = []
    for settings in ("", "font.size: 30\npath.sketch: 1, 100, 2\naxes.grid.axis: x\n"):
        (tmp_path / "matplotlibrc").write_text(settings, encoding="utf-8")
        environment = {**os.environ, "PYTHONPATH": "notebooks", "MATPLOTLIBRC": str(tmp_path)}
        run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        drawn.append(run.stdout)
    assert drawn[0] == drawn[1]


def test_two_threads_that_draw_at_once_leave_the_settings_alone():
    before = dict(dict.items(matplotlib.rcParams))
    explorers = [Explorer(SWING) for _ in range(2)]
    drawn = [[], []]

    def drag(i):
        for step in range(60):
            explorers[i].set(damping=step / 60)
            drawn[i].append(explorers[i].frame["marks"])

    threads = [threading.Thread(target=drag, args=(i,)) for i in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert drawn[0] == drawn[1]
    assert dict(dict.items(matplotlib.rcParams)) == before


def test_matplotlib_keeps_quiet_of_its_font_cache_and_of_nothing_else(caplog):
    log = logging.getLogger("matplotlib.font_manager")
    log.warning("Matplotlib is building the font cache; this may take a moment.")
    log.warning("findfont: Font family %r not found.", "Nowhere Sans")
    assert caplog.messages == ["findfont: Font family 'Nowhere Sans' not found."]
