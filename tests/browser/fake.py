"""A page with one slider, against a Python that answers when the test says so, or after a while that it sets."""

import json
from typing import Any

from jointlab.explorers import front

# A kernel of JupyterLab, as far as a widget hears of it: `kernel.statusChanged.emit('dead')`.
KERNEL = """
const signal = () => {
  const hearers = new Set();
  return { connect: (act) => hearers.add(act), disconnect: (act) => hearers.delete(act), hearers,
           emit: (now) => hearers.forEach((act) => act(kernel, now)) };
};
window.kernel = { statusChanged: signal(), connectionStatusChanged: signal(), disposed: signal() };
"""

PAGE = (
    KERNEL
    + """
window.asked = [];  // positions of each message that asks ahead
window.held = [];  // requests without an answer
window.lefts = [];  // where the controls were left, as Python was told
window.brought = 0;  // messages ahead that have got an answer
window.most = 0;  // of all messages, so many at once without an answer
window.pace = null;  // ms after which Python answers by itself; null: when the test says so
const control = { kind: 'slider', name: 'at', label: 'At', symbol: '', unit: '', group: '',
                  low: 0, high: 100, steps: 100, scale: 'linear', ...SLIDER };
const spec = { title: 'Toy', width: 10, height: 10, description: '', stage: '', top: '', controls: [control],
               defaults: { at: 50 }, presets: {}, goal: '', sounds: [], still: '', ahead: true, ...SPEC };
const plain = { goal: false, grips: [], error: '' };
const drawn = (at) => (
  { ...plain, goal: at > 90, values: { at }, marks: `<b>${at}</b>`, sentence: `It stands at ${at}.` });
const data = { spec, locked: '', request: { id: 0, values: { at: 50 } }, frame: { id: 0, ...drawn(50) } };
const hear = {};
const soon = (act) => {
  most = Math.max(most, asked.length - brought + held.length);
  if (pace !== null) setTimeout(act, pace);
};
const el = document.body.appendChild(document.createElement('div'));
window.tell = (name, value) => { data[name] = value; hear[`change:${name}`](); };
window.leave = render({ el, model: {
  widget_manager: { kernel },
  get: (name) => data[name], set: (name, value) => { data[name] = value; },
  on: (what, act) => { hear[what] = act; }, off: () => {},
  save_changes: () => { held.push(data.request); soon(() => answer()); },
  send: ({ ahead, left, hear: of }) => {
    if (of) return;  // of a curve nothing comes
    if (left) lefts.push(left.at);
    else {
      asked.push(ahead.map(({ at }) => at));
      soon(() => bring());
    }
  },
} });
const range = el.querySelector('input[type=range]');
window.rest = () => range.focus();
window.move = (at) => { range.value = at; range.dispatchEvent(new Event('input')); };
window.release = () => range.dispatchEvent(new Event('change'));
window.show = (id, at) => {
  data.frame = { id, ...drawn(at) };
  hear['change:frame']();
};
window.answer = () => {
  const { id, values } = held.shift();
  show(id, values.at);
};
window.others = (at) => {  // another view asks, and a frame ahead of its hand comes with the answer
  data.request = { id: data.request.id + 1, values: { at } };
  show(data.request.id, at);
  hear['msg:custom']({ ahead: [drawn(at + 1), null] });
};
window.bring = () => { brought = asked.length; hear['msg:custom']({ ahead: asked.at(-1).map(drawn) }); };
window.bringAll = () => { for (let n = 0; n < asked.length;) { n = asked.length; bring(); } };
window.seen = () => Number(el.querySelector('.jl-marks').textContent);
"""
)


def opened(page, slider: dict[str, Any] | None = None, spec: dict[str, Any] | None = None, body: str = ""):
    """The page, with what `slider` and `spec` say beyond the plain ones, below what stands in its `body`; nothing is
    left of what it was before."""
    page.goto("about:blank")
    given = f"const SLIDER = {json.dumps(slider or {})}, SPEC = {json.dumps(spec or {})};"
    page.set_content(f"<!doctype html><body>{body}</body>")
    page.add_script_tag(content=front.SCRIPT + given + PAGE, type="module")
    page.wait_for_function("window.seen")
    return page


def button(page):
    """The button with which the slider plays."""
    return page.locator(".jl-play")


def press(page):
    """Press it: play, or pause."""
    button(page).click()


def run(page, ms: int):
    """Let the clock run, where the test has stopped it."""
    page.clock.run_for(ms)


def thumb(page) -> int:
    """Where the slider stands."""
    return int(page.locator("input[type=range]").input_value())


def seen(page) -> int:
    """Where the picture says that it stands."""
    return round(page.evaluate("seen()"))
