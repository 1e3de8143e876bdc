// A slider that plays: its value goes along its track by itself, there and back, or round and round if it `loops`.

const CALM_STEPS = 6; // of a track, one a second, for whoever has asked for less motion
const SHAPES = { play: "M4 2 14 8 4 14z", pause: "M3 2h4v12H3zM9 2h4v12H9z" };

// Buttons beside the sliders that play; one slider plays at a time. `values()`: those now; `move(control, value)` comes
// at most once a frame; `begin()` and `end()` tell what a press has done.
function playButtons(spec, rows, { values, move, begin, end }) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const buttons = [];
  let control = null; // plays, or was the last to play
  let playing = 0; // the animation frame to come
  let phase = 0; // how many tracks it has gone along
  let last = null; // time of the last frame

  const run = () => (calm.matches ? CALM_STEPS : control.plays); // in seconds
  const evenly = () => ({ ...control, positions: null }); // recorded positions need not be even, time is
  function at(gone) {
    const stop = calm.matches ? Math.ceil(gone * CALM_STEPS) / CALM_STEPS : gone;
    const share = control.loops ? stop % 1 : 1 - Math.abs(1 - (stop % 2));
    return toValue(control, Math.round(toPosition(control, toValue(evenly(), share * control.steps))));
  }
  function step(time) {
    playing = requestAnimationFrame(step);
    phase += (time - (last ?? time)) / 1000 / run();
    last = time;
    const value = at(phase);
    if (value !== values()[control.name]) move(control, value);
  }
  function pause() {
    cancelAnimationFrame(playing);
    playing = 0;
    last = null;
    label();
  }
  function play(one) {
    if (playing) pause();
    const same = control === one;
    control = one;
    const here = values()[one.name];
    if (!same || at(phase) !== here) phase = toPosition(evenly(), here) / one.steps; // else it goes on the same way
    playing = requestAnimationFrame(step);
    label();
    begin();
  }
  function label() {
    for (const [one, button] of buttons) {
      const does = playing && one === control ? "pause" : "play";
      button.setAttribute("aria-label", filled(WORDS[does], { name: one.label }));
      button.title = calm.matches ? WORDS.calm : "";
      button.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${SHAPES[does]}"/></svg>`;
    }
  }
  spec.controls.forEach((one, i) => {
    if (!one.plays) return;
    const button = element("button", { type: "button", class: "jl-play", ...OWN_KEYS });
    button.addEventListener("click", () => (playing && control === one ? end() : play(one)));
    buttons.push([one, button]);
    rows[i].node.classList.add("jl-plays");
    rows[i].node.prepend(button);
  });
  calm.onchange = label;
  label();
  return {
    pause,
    isOn: () => playing > 0,
    // The control that plays and its values of one round, in the order in which they come from `ms` on.
    way(ms) {
      if (!playing) return null;
      const first = phase + ms / 1000 / run();
      const length = control.steps * (control.loops ? 1 : 2);
      return [control, [...new Set(Array.from({ length }, (_, i) => at(first + i / control.steps)))]];
    },
  };
}
