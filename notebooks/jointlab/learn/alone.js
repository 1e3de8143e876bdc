// A page without Python: a model for ask.js, made of what alone.py gives, whose answers stay in this browser.
// `state.kept` names for each address the place where the browser keeps the answers to it.
const memory = {}; // of a browser that keeps nothing: until the page is left

function kept(state) {
  const hearers = new Set();
  const read = (place) => {
    try { return JSON.parse(localStorage.getItem(place)) ?? []; } catch { return memory[place] ?? []; }
  };
  const write = (place, answers) => {
    try { localStorage.setItem(place, JSON.stringify(answers)); } catch { memory[place] = answers; }
  };
  const answers = () => Object.fromEntries(Object.entries(state.kept).map(([name, place]) => [name, read(place)]));
  const tell = () => hearers.forEach((act) => act());
  document.addEventListener("jl-kept", tell); // another block of this page
  window.addEventListener("storage", tell); // another window
  return {
    get: (name) => (name === "given" ? answers() : { heard: Infinity, ...state }[name]),
    set: (_name, given) => Object.entries(given).forEach(([address, list]) => write(state.kept[address], list)),
    save_changes: () => document.dispatchEvent(new Event("jl-kept")),
    on: (what, act) => what === "change:given" && hearers.add(act),
    off: (what, act) => what === "change:given" && hearers.delete(act),
    send: () => {},
  };
}
