"""A small explorer to test the engine with: a damped swing, with a model that refuses one corner."""

import numpy as np

from jointlab.drawings import style
from jointlab.drawings.grip import Track
from jointlab.drawings.picture import Picture
from jointlab.explorers.declare import Choice, Declaration, Goal, Slider, Sound
from jointlab.models.require import Impossible

TIME = np.linspace(0, 10, 200)


class SwingPicture(Picture):
    description = "Line plot. Horizontal axis: time, 0 to 10 seconds. Vertical axis: position, metres."

    def build(self):
        axes = self.figure.subplots()
        axes.set(xlim=(0, 10), ylim=(-1, 1), xlabel="time (s)", ylabel="position (m)")
        self.line = self.moving(axes.plot(TIME, 0 * TIME, color=style.colour("blue"))[0])

    def update(self, state):
        self.line.set_ydata(state["position"])

    def grips(self, state):
        damping = Track("damping", [0, 2], [(200, 400), (600, 400)])
        start = Track("start", ["high", "rest"], [(700, 60), (700, 240)])
        x, _ = damping.place(state["damping"])
        above = Track("frequency", [0.1, 1, 10], [(x, 300), (x, 200), (x, 100)])  # moves along with the damping
        return [(damping,), (start,), (above,)]


def swing(damping: float, frequency: float, start: str) -> dict:
    if damping == 2 and frequency == 10:
        raise Impossible("A swing so damped cannot be so fast.")
    if damping == 2 and start == "rest":
        raise ZeroDivisionError("planted")
    if damping == 2 and frequency == 5:
        return {"position": np.zeros(3) + np.zeros(5)}  # a mistake of the program, in numpy's words a ValueError
    wave = np.cos if start == "high" else np.sin
    return {"damping": damping, "position": np.exp(-damping * TIME) * wave(frequency * TIME)}


SWING = Declaration(
    title="A damped swing",
    controls=(
        Slider("damping", "damping", "ζ", "1/s", 0, 2, 0.5),
        Slider("frequency", "frequency", "ω", "rad/s", 0.1, 10, 1, scale="log"),
        Choice("start", "start", {"high": "from above", "rest": "from rest"}, "high"),
    ),
    model=swing,
    picture=SwingPicture,
    sentence=lambda state: f"The damping is {state['damping']:.2f} per second.",
    presets={"Strong": {"damping": 1.5}},
    goal=Goal("damp it by more than 1 per second", lambda state: state["damping"] > 1),
    sounds=(Sound("Listen", lambda state: 2 * state["position"], rate=8000),),
)
