// A page without Python: a model for ask.js whose answers stay in this browser, and a block made of its data.
// `state.kept` names for each address of `state.given` the place where the browser keeps its answers.

const memory = {}; // of a browser that keeps nothing: until the page is left

function kept(state) {
  const hearers = [];
  const read = (place) => {
    try { return JSON.parse(localStorage.getItem(place)) ?? []; } catch { return memory[place] ?? []; }
  };
  const write = (place, answers) => {
    try { localStorage.setItem(place, JSON.stringify(answers)); } catch { memory[place] = answers; }
  };
  const answers = () => Object.fromEntries(Object.entries(state.kept).map(([address, place]) => [address, read(place)]));
  const tell = () => hearers.forEach(([what, act]) => what === "change:given" && act());
  document.addEventListener("jl-kept", tell); // another block of this page
  window.addEventListener("storage", tell); // another window
  return {
    get: (name) => (name === "given" ? answers() : { heard: Infinity, ...state }[name]),
    set: (_name, given) => Object.entries(given).forEach(([address, list]) => write(state.kept[address], list)),
    save_changes: () => document.dispatchEvent(new Event("jl-kept")),
    on: (what, act) => hearers.push([what, act]),
    off: (what, act) => hearers.splice(0, hearers.length, ...hearers.filter((one) => one[0] !== what || one[1] !== act)),
    send: () => {},
  };
}
