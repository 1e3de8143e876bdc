"""A beginner's line that Python cannot read gets one sentence and a mark at the place, whatever Python says."""

from types import SimpleNamespace

import pytest

from jointlab.learn.checking.complaints import unknown_name
from jointlab.learn.checking.kindly import tell
from jointlab.learn.checking.line import Names

HEAD = "from math import pi, sqrt\n\n\ndef f(viscosity, start_speed, radius, gap):\n"
TAIL = '\n\n\nlearn.check("separation", "film_pull", f)'


def told(cell, **known):
    """What is told about the error of this cell; `known`: what has a name."""
    space = {"__name__": "__main__", **known}
    try:
        exec(compile(cell, "<cell>", "exec"), space)
    except Exception as error:
        return tell(error, cell, space)
    raise AssertionError("Python can read and run this")


LINES = {
    # line → words of the sentence, and what is marked
    "3pi * radius": ("Between 3 and pi a sign is missing", "3pi"),
    "0.9147 radius": ("Between 0.9147 and radius a sign is missing", "0.9147 radius"),
    "3π * radius": ("π is written pi", "3π"),
    "viscosity x radius": ("An x between two names does not multiply. To multiply, write *.", "x"),
    "2x * radius": ("An x between two names", "x"),
    "viscosity times radius": ("To multiply, write *.", "times"),
    "viscosity over radius": ("To divide, write /.", "over"),
    "start speed * radius": ("A name has no blank in it: write start_speed", "start speed"),
    "viscosity radius": ("Between viscosity and radius a sign such as * or / is missing", "viscosity radius"),
    "(viscosity + gap) radius": ("Between ) and radius a sign", ") radius"),
    "sqrt radius": ("What sqrt is taken of stands in brackets: sqrt( ).", "sqrt radius"),
    "√(radius)": ("the sign √ here. A root is written sqrt( )", "√"),
    "radius² * gap": ("the sign ² here. A square is written with two stars: **2.", "²"),
    "radius³": ("two stars: **3", "³"),
    "radius × gap": ("the sign × here. To multiply, write *.", "×"),
    "radius ÷ gap": ("the sign ÷ here. To divide, write /.", "÷"),
    "radius − gap": ("the sign − here. Write a minus with the key for the hyphen", "−"),
    "½ * radius": ("Write ½ as 1 / 2.", "½"),
    "“radius”": ("No quotation marks are needed", "“"),
    "radius € gap": ("Python does not know this sign.", "€"),
    "(radius * gap": ("This bracket is never closed", "("),
    "radius * gap)": ("This bracket closes one that was never opened", ")"),
    "((radius * gap) / (gap)": ("This bracket is never closed", "("),
    "[radius * gap": ("Use round brackets ( ) only.", "["),
    "radius * * gap": ("Two signs follow each other: * *.", "* *"),
    "radius * / gap": ("Two signs follow each other: * /.", "* /"),
    "radius *": ("The line ends with *: something is missing behind it.", "*"),
    "* radius": ("Something is missing in front of the *.", "*"),
    "(radius * ) / gap": ("Something is missing behind the *.", "* )"),
    "0,05 * radius": ("Python reads 0,05 as two numbers: write decimals with a point, 0.05.", "0,05"),
    "F = radius * gap": ("Behind return stands the formula alone", "F ="),
    "= radius": ("Behind return stands the formula alone", "="),
    ": radius": ("No colon is needed behind return.", ":"),
    "radius : gap": ("To divide, write / and not :.", ":"),
    "5 % * radius": ("Python does not read % as per cent: divide by 100.", "%"),
    "'radius * gap": ("A quotation mark is opened and not closed.", "'"),
    "... radius * gap": ("The three dots still stand in your line", "..."),
}


@pytest.mark.parametrize("line", LINES)
def test_a_line_that_cannot_be_read(line):
    words, marked = LINES[line]
    found = told(f"{HEAD}    return {line}{TAIL}")
    assert words in found.sentence
    assert found.line == f"    return {line}"
    assert found.line[found.start : found.end] == marked
    assert "\n" not in found.sentence


CELLS = {
    "no indent": (HEAD + "return radius" + TAIL, "Put four blanks in front of this line", "return radius"),
    "indent lost": (HEAD + "    a = 1\nreturn a" + TAIL, "Put four blanks in front of this line", "return a"),
    "no line": (HEAD + TAIL, "The function has no line yet", 'learn.check("separation", "film_pull", f)'),
    "too far right": (HEAD + "    a = 1\n      return a", "too far right or left", "      return a"),
    "no colon": ("def f(a)\n    return a", "ends with a colon", "def f(a)"),
    "no comma": ("def f(a b):\n    return a", "Between a and b a comma is missing.", "def f(a b):"),
    "capital": (HEAD + "    Return radius", "The first word has to be return", "    Return radius"),
    "misspelt": (HEAD + "    retrun radius", "The first word has to be return", "    retrun radius"),
    "one equals sign": ("a = 1\nif a = 2:\n    pass", "To compare, write two signs ==", "if a = 2:"),
    "blank in a name": ("start pressure = 3", "A name has no blank in it: write start_pressure", "start pressure = 3"),
    "not known": ("a = yield from", "Python cannot read this line", "a = yield from"),
}


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_that_cannot_be_read(name):
    cell, words, line = CELLS[name]
    found = told(cell)
    assert words in found.sentence
    assert found.line == line


NAMES = Names(("start_pressure", "start_volume", "volume"), ("pi", "sqrt"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("start_presure", "Did you mean start_pressure?"),
        ("Volume", "Did you mean volume (capital and small letters differ)?"),
        ("start", "Did you mean start_pressure or start_volume?"),
        ("pressure", "Did you mean start_pressure?"),
        ("π", "It is written pi."),
        ("x", "To multiply, write *."),
        ("a·b", "one long name. To multiply, write *."),
        ("np", "Leave np and the point behind it away: pi stands alone."),
        ("cos", "from math import cos"),
        ("mu", "You have start_pressure, start_volume, volume, pi and sqrt."),
    ],
)
def test_an_unknown_name(name, words):
    assert words in unknown_name(name, NAMES)
    assert unknown_name(name, NAMES).endswith("You have start_pressure, start_volume, volume, pi and sqrt.")


def test_only_names_that_exist_are_advised():
    """No lesson imports NumPy, so np.sqrt would be the next error."""
    assert "np." not in unknown_name("sqrt", Names(("radius",)))
    assert unknown_name("np", Names(("radius",))).startswith("This line needs none of its functions.")


def test_a_name_of_a_cell_that_has_not_run():
    found = told("figures.film()")
    assert found.sentence == (
        "The name figures is not there yet. In the menu, Run → Run All Cells runs every cell from the top."
    )


def test_a_name_in_a_cell_of_ones_own():
    assert "Did you mean my_speed?" in told("print(my_sped)", my_speed=3).sentence


def test_the_function_has_got_another_name():
    cell = "def mine(a):\n    return a\n" + TAIL
    found = told(cell, learn=SimpleNamespace(check=print))
    assert found.sentence == "Your function is called mine, and the last line hands over f: give both the same name."


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (
            "1 / 0",
            "Something below a fraction line is zero. (Python stopped with ZeroDivisionError: division",
        ),
        ("int('a')", "Python stopped with ValueError: invalid literal"),
        ("[][1]", "Python stopped with IndexError: list index out of range."),
        (
            "import no_such_module_xyz",
            "Something that this cell needs is missing: No module named",
        ),
    ],
)
def test_other_errors_keep_pythons_words(cell, words, monkeypatch):
    monkeypatch.setattr("jointlab.learn.checking.kindly._failed", [])
    assert words in told(cell).sentence
