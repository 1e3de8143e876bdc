"""What a page says when it has lost its Python: the kernel has ended, or nothing reaches it any more."""

from pathlib import Path

from jointlab.language import _

# What the script needs of `WORDS`.
WORDS = {
    "gone": _(
        "Python has stopped. What you answered is kept, and so is the text in your cells: choose Run → Restart Kernel "
        "and Run All Cells… in the menu to go on."
    ),
    "cut": _(
        "This page cannot reach Python: the computer slept, or the network or the course is away. What you answer is "
        "kept. Wait a minute; if this stays, see that the course is running, save (Ctrl + S), reload the page and "
        "choose Run → Run All Cells."
    ),
}
SCRIPT = (Path(__file__).parent / "lost.js").read_text(encoding="utf-8")
