"""A block of questions as its page shows it, driven as a hand would, without a browser.

These are the rules of ask.js once more; tests/browser/test_questions_alone.py holds both together.
"""

import re

from bs4 import BeautifulSoup


class Sheet:
    """`choose` fields of a question, `press` its button, read what is `said`. `about`: which of several questions."""

    def __init__(self, block):
        self.block = block
        self.page = BeautifulSoup(block.spec["html"], "html.parser")
        self.forms = self.page.find_all("form")
        self.again, self.missing, self.chosen = set(), {}, {}

    def form(self, about=""):
        return next(form for form in self.forms if about in form["data-address"])

    def choose(self, about="", **fields):
        form = self.form(about)
        for name, value in fields.items():
            values = [node.get("value") for node in form.select(f"input[name={name}], select[name={name}] option")]
            assert str(value) in values
            self.chosen.setdefault(form["data-address"], {})[name] = str(value)

    def press(self, words):
        """Press the button; what was said before of something that went wrong has to go."""
        form = next(form for form in self.forms if words in self.buttons(form))
        button = next(node for node in form.find_all("button") if node.text == words and self._in_sight(form, node))
        address, does = form["data-address"], button["value"]
        names = list(dict.fromkeys(node["name"] for node in form.select("input, select")))
        chosen = self.chosen.get(address, {})
        missing = [name for name in names if name not in chosen] if does == "answer" else []
        self.missing[address] = "?" + " ".join(missing) if missing else ""
        if missing:
            return
        if does == "again":
            self.again.add(address)
            answer = self._answers(form["data-asked"])[-1].split("|")
            self.chosen[address] = dict(zip(names, answer, strict=True)) if len(answer) == len(names) else {}
            return
        self.again.discard(address)
        answer = "|".join(chosen[name] for name in names) if does == "answer" else does
        self.block.set_state({"given": {**self.block.given, address: [*self._answers(address), answer]}})

    def buttons(self, form=None):
        forms = [form] if form else self.forms
        return [node.text for one in forms for node in one.find_all("button") if self._in_sight(one, node)]

    def status(self, about=""):
        """What the line of a question says."""
        form = self.form(about)
        table, time = self.block.spec["said"][form["data-address"]], self._time(form)
        answer = (self._answers(form["data-asked"]) or [""])[-1]
        key = next((k for k in (time, f"{answer}|{time}", answer) if k in table), None)
        heard = self.block.heard >= sum(map(len, self.block.given.values()))
        free = self.block.spec["unlocked"] if heard and getattr(self.block, "unlocks", False) else ""
        html = table.get(self.missing.get(form["data-address"]) or key, "")
        html += self.block.spec.get("after", {}).get(form["data-address"], "") if answer else ""
        return html + (free if time not in ("open", "again") else "")

    def score(self):
        right = self.block.spec.get("right", {})
        tries = [(self._answers(address), answer) for address, answer in right.items()]
        solved = sum(answer in answers for answers, answer in tries)
        first = sum(answers[:1] == [answer] for answers, answer in tries)
        return self.block.spec["scores"][f"{solved}|{first}"] if any(answers for answers, _ in tries) else ""

    def html(self):
        parts = [node.decode() for form in self.forms for node in self._shown(form)]
        said = [self.status(form["data-address"]) for form in self.forms]
        return "".join([*parts, *said, f"<p>{self.score()}</p>"])

    def said(self):
        """All that can be read now, as plain text."""
        text = BeautifulSoup(self.html(), "html.parser").get_text(" ")
        return re.sub(r"[ \n]+", " ", f"{text} {self.block.trouble} {self.block.notice}")

    def _answers(self, address):
        return self.block.given.get(address, [])

    def _time(self, form):
        address, answers = form["data-address"], self._answers(form["data-asked"])
        if answers and self._answers(form["data-opened"]):
            return "opened"
        if address in self.again:
            return "again"
        return "open" if not answers else "skipped" if answers[-1] == "skip" else "made"

    def _in_sight(self, form, node):
        around = [node, *node.parents]
        return all(self._time(form) in part["data-when"].split() for part in around if part.get("data-when"))

    def _shown(self, form):
        texts = form.select("legend, label, button")
        return [node for node in texts if self._in_sight(form, node)]
