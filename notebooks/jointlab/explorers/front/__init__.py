"""What the page gets: the JavaScript of all parts as one text, and the style."""

from pathlib import Path

from jointlab import lost
from jointlab.drawings import style
from jointlab.language import _, script
from jointlab.units import spelled

_HERE = Path(__file__).parent
PARTS = ("controls", "ahead", "grips", "wide", "play", "hear", "explorer")


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


# What the page says by itself; all else comes with the explorer.
WORDS = {
    "decimal": spelled("0.0").strip("0"),
    "type": _("{name}, type a number, {unit}"),
    "from_to": _("Type a number from {low} to {high}."),
    "drag": _("Drag: {names}"),
    "both": _("{one} and {other}"),
    "play": _("Play: {name}"),
    "pause": _("Pause: {name}"),
    "calm": _("In steps of a second, because this device asks for less motion"),
    "picture": _("Picture: {title}"),
    "swipe": _("↔ Swipe the picture, or see the {whole}"),
    "whole": _("whole picture"),
    "controls": _("Controls of {title}"),
    "reset": _("Reset"),
    "full": _("Full screen"),
    "full_of": _("Full screen: {title}"),
    "in_words": _("In words"),
    "in_words_of": _("This picture in words: {title}"),
    "silence": _(
        "Python is busy or has stopped. Wait until no cell shows [*]; if that does not help, "
        "choose Run → Restart Kernel and Run All Cells… in the menu."
    ),
    "goal": _("☆ Goal:"),
    "goal_before": _("★ Goal:"),
    "reached": _("★ Reached:"),
    "reached_before": _("Reached before"),
    "is_reached": _("The goal is reached."),
    "no_sound": _("The browser does not let this page play sounds."),
    "hear": _("Hear the curve"),
    "hear_of": _("Hear the curve: {title}"),
    "stop": _("Stop"),
    "stop_of": _("Stop: {title}"),
    "curve_now": _("The curve now: {words}"),
    "presets_alone": _("On this page the presets can be heard: press one of them first."),
}

# As text, not as a path: a path is watched for changes, and what watches it keeps every widget alive.
SCRIPT = script(**{**WORDS, **lost.WORDS}) + lost.SCRIPT + "\n".join(_read(f"{part}.js") for part in PARTS)
RECORDED = _read("recorded.js")  # only for a page without Python
STYLE = style.css_variables(".jl-explorer") + _read("explorer.css")
