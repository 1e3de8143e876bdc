"""A hand on one control of a page, and what is seen of the picture meanwhile."""

import time

# "Pictures" are changes of what is drawn, seen at animation frames; the clock of an event starts when the browser got
# it, so a page that is too busy to look counts against itself.
WATCH = """(selector) => {
  const bench = window.bench = {changes: [], last: null};  // a new one ends the look of the former
  for (const kind of ['keydown', 'pointerdown', 'pointerup'])
    addEventListener(kind, (event) => { bench[kind] = event.timeStamp; }, true);
  const drawn = () => {
    const node = [...document.querySelectorAll(selector)].pop();
    if (!node || node.tagName !== 'IMG') return node?.innerHTML;
    return node.complete && node.naturalWidth ? node.src : undefined;
  };
  let touched = true;  // reading a large picture at every frame would slow down what is measured
  const what = {childList: true, characterData: true, subtree: true, attributeFilter: ['src']};
  new MutationObserver(() => { touched = true; }).observe(document.body, what);
  const look = () => {
    const now = touched ? drawn() : bench.last;
    touched = now === undefined;
    if (!touched && now !== bench.last) {
      bench.last = now;
      bench.changes.push(performance.now());
    }
    if (window.bench === bench) requestAnimationFrame(look);
  };
  look();
}"""

# Middle of the thumb, width of the track in pixels, share of the track; for native ranges and ipywidgets' sliders.
PLACE = """(thumb) => {
  const {x, y, width, height} = (thumb.closest('.noUi-base') ?? thumb).getBoundingClientRect();
  const native = thumb.type === 'range', own = thumb.getBoundingClientRect();
  const share = native ? (thumb.value - thumb.min) / (thumb.max - thumb.min) : (own.x + own.width / 2 - x) / width;
  return [native ? x + 8 + share * (width - 16) : x + share * width, y + height / 2, width, share];
}"""

REST = 1.0  # s that a hand rests on a control before it begins
PAUSE = 0.09  # s between key presses
KEYS = {1: "ArrowRight", -1: "ArrowLeft"}


class Hand:
    """A hand on the control `moved` of a page whose picture is `changing` (both selectors)."""

    def __init__(self, page, net, changing: str, moved: str):
        self.page, self.net = page, net
        self.calm()
        page.evaluate(WATCH, changing)
        self.thumb = page.locator(moved).first
        self.thumb.scroll_into_view_if_needed()
        others = page.locator(".jl-explorer input[type=range]")
        self.other = others.last if others.count() > 1 else None
        self.onward = self._way(self.other) if self.other else 1  # the same way each time: no value comes again

    def to_and_fro(self, presses: int) -> list[float]:
        """ms from each press of a key to its picture, one position there and back again."""
        way = self._way(self.thumb)
        return self._press([way, -way] * (presses // 2))

    def walk(self, presses: int) -> list[float]:
        """ms from each press of a key to its picture, always onwards."""
        return self._press([self._way(self.thumb)] * presses)

    def drag(self, sweep: float, rest: float) -> dict:
        """One second of dragging over `sweep` of the track, `rest` seconds after the hand has come: what is seen."""
        self._turn_away()
        x, y, width, _ = self.thumb.evaluate(PLACE)
        length = sweep * width * self._way(self.thumb)
        down = self.net.down
        self.page.evaluate("bench.changes = []")
        self.page.mouse.move(x, y)
        time.sleep(rest)
        self.page.mouse.down()
        begun, share = time.monotonic(), 0.0
        while share < 1:  # by the clock: a page that is busy does not slow the hand
            share = min(time.monotonic() - begun, 1)
            self.page.mouse.move(x + length * share, y)  # done when the page has heard it, at most once a frame
        self.page.mouse.up()
        self.calm()
        seen = self.page.evaluate("bench")
        pressed, released, changes = seen["pointerdown"], seen["pointerup"], seen["changes"]
        return {
            "pictures": sum(change <= released for change in changes) / (released - pressed) * 1e3,
            "settle": max(0.0, changes[-1] - released),
            "kB": (self.net.down - down) / 1e3,
            "right": self._same_after_away_and_back(),
        }

    def calm(self) -> None:
        """Wait until nothing has come down the wire for a while, longer than any picture takes."""
        still = 0.6 + 2 * self.net.delay
        down, since = self.net.down, time.monotonic()
        while time.monotonic() < since + still:
            self.page.wait_for_timeout(50)
            if self.net.down != down:
                down, since = self.net.down, time.monotonic()

    def _press(self, ways: list[int]) -> list[float]:
        self._turn_away()
        self.thumb.focus()
        time.sleep(REST)
        taken = []
        for way in ways:
            self.page.evaluate("bench.changes = []")
            self.page.keyboard.press(KEYS[way])
            self.page.wait_for_function("bench.changes.length", timeout=20_000)
            taken.append(self.page.evaluate("bench.changes[0] - bench.keydown"))
            time.sleep(PAUSE)
        self.calm()
        return taken

    def _turn_away(self) -> None:
        """Nothing known of what comes: another control gets a value that it never had, and the hand stays there."""
        self.page.mouse.move(5, 5)
        if self.other:
            self.other.press(KEYS[self.onward])
        self.calm()

    def _way(self, thumb) -> int:
        """The way in which the track is longer."""
        return 1 if thumb.evaluate(PLACE)[3] < 0.5 else -1

    def _same_after_away_and_back(self) -> bool:
        settled = self.page.evaluate("bench.last")
        self.thumb.focus()
        for way in (1, -1):
            self.page.keyboard.press(KEYS[way])
            self.calm()
        return self.page.evaluate("bench.last") == settled
