"""What a page says when it has lost its Python: the kernel has ended, or nothing reaches it any more."""

from pathlib import Path

from jointlab import cell
from jointlab.language import _

# What the script needs of `WORDS`.
IN_A_NOTEBOOK = {
    "gone": _(
        "Python has stopped. Your answers are kept, and so is what you wrote: choose Run → Restart Kernel and Run All "
        "Cells… in the menu, and once more if nothing happens."
    ),
    "cut": _(
        "This page does not reach Python: the computer slept, or the network is away. Your answers are kept. Wait a "
        "minute; if this stays, save (Ctrl + S), reload the page and run all cells."
    ),
}
# Where there is no menu, and nothing that could be run or saved: to load the page anew starts a Python of its own.
ON_A_PAGE = {
    "gone": _("Python has stopped. Your answers are kept: reload the page."),
    "cut": _(
        "This page does not reach Python: the computer slept, or the network is away. Your answers are kept. Wait a "
        "minute; if this stays, reload the page."
    ),
    "silence": _(
        "Python is busy or has stopped. What you answer is kept on this page. Wait a minute; if this stays, reload the "
        "page."
    ),
}
WORDS = ON_A_PAGE if cell.is_only_shown() else IN_A_NOTEBOOK
SCRIPT = (Path(__file__).parent / "lost.js").read_text(encoding="utf-8")
