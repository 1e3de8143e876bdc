"""What a page says when it has lost its Python: the kernel has ended, or nothing reaches it any more."""

from pathlib import Path

from jointlab.language import _

# What the script needs of `WORDS`.
WORDS = {
    "gone": _(
        "Python has stopped. Your answers are kept, and so is what you wrote: choose Run → Restart Kernel and Run All "
        "Cells… in the menu, and once more if nothing happens."
    ),
    "cut": _(
        "This page does not reach Python: the computer slept, or the network is away. Your answers are kept. Wait a "
        "minute; if this stays, save (Ctrl + S), reload the page and run all cells."
    ),
}
SCRIPT = (Path(__file__).parent / "lost.js").read_text(encoding="utf-8")
