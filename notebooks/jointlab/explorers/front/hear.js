// A curve as sound: time runs from left to right, and the tone rises and falls with the curve. Nothing sounds before a
// hand has asked for it, all of it is soft, and the same key ends it.

const LOWEST = 165; // Hz: the foot of a plot; below, a phone or a small laptop is hardly heard
const OCTAVES = 3; // from there to its top
const LOUD = 0.2; // of what the device can do
const RAMP = 0.03; // s in which a tone comes and goes: at once, it would crack
const PAUSE = 0.5; // s before each curve but the first
const SIDES = 0.8; // how far to the left it begins, and to the right it ends
const FINE = 1000; // steps of moments and tones, as hear.py has them
const TICK = [3000, 0.04], BELL = [1760, 0.6]; // Hz and s: above all tones, and short or ringing
const VOICES = [[1, 0, 0.11, 0, 0.04], [1, 0.5, 0.3, 0.15]]; // overtones of the first curve, and of another one

const SPEAKER = "M2 6v4h3l4 3.5v-11L5 6zM11 5.2q2.6 2.8 0 5.6M12.8 3q5 5 0 10", STOP = "M4 4h8v8H4z";

const hertz = (tone) => LOWEST * 2 ** ((OCTAVES * tone) / FINE);

// Plan everything on the context's clock, from `start` on; gives the time at which all is over.
function planSound(context, { curves, seconds }, start) {
  // The ear takes high tones for louder.
  const out = new BiquadFilterNode(context, { type: "highshelf", frequency: 500, gain: -6 });
  out.connect(new GainNode(context, { gain: LOUD })).connect(context.destination);
  curves.forEach(({ runs, ticks, bells }, i) => {
    const begin = start + i * (seconds + PAUSE);
    const when = (moment) => begin + (seconds * moment) / FINE;
    const pan = new StereoPannerNode(context, { pan: -SIDES });
    pan.pan.setValueAtTime(-SIDES, begin).linearRampToValueAtTime(SIDES, begin + seconds);
    pan.connect(out);
    const wave = new PeriodicWave(context, { imag: [0, ...VOICES[i % VOICES.length]] });
    runs.forEach(([moments, tones]) => planTone(context, pan, wave, moments.map(when), tones));
    ticks.forEach((moment) => planPing(context, pan, when(moment), ...TICK));
    bells.forEach((moment) => planPing(context, pan, when(moment), ...BELL));
  });
  return start + curves.length * (seconds + PAUSE) - PAUSE;
}

function planTone(context, out, periodicWave, times, tones) {
  const first = times[0], last = Math.max(times.at(-1), first + 4 * RAMP); // a single point is heard, too
  const oscillator = new OscillatorNode(context, { type: "custom", periodicWave, frequency: hertz(tones[0]) });
  const gain = new GainNode(context, { gain: 0 });
  tones.forEach((tone, j) => {
    if (j && times[j] > times[j - 1]) oscillator.frequency.exponentialRampToValueAtTime(hertz(tone), times[j]);
    else oscillator.frequency.setValueAtTime(hertz(tone), times[j]);
  });
  gain.gain.setValueAtTime(0, first).linearRampToValueAtTime(1, first + RAMP);
  gain.gain.setValueAtTime(1, last - RAMP).linearRampToValueAtTime(0, last);
  oscillator.connect(gain).connect(out);
  oscillator.start(first);
  oscillator.stop(last);
}

function planPing(context, out, time, frequency, seconds) {
  const oscillator = new OscillatorNode(context, { frequency });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, time).linearRampToValueAtTime(1, time + 0.005);
  gain.gain.exponentialRampToValueAtTime(0.001, time + seconds);
  oscillator.connect(gain).connect(out);
  oscillator.start(time);
  oscillator.stop(time + seconds);
}

// The tone of a curve at a moment; undefined where it is silent.
function toneAt({ runs }, moment) {
  const run = runs.find(([moments]) => moments[0] <= moment && moment <= moments.at(-1));
  if (!run) return undefined;
  const [moments, tones] = run;
  const after = Math.max(1, moments.findIndex((one) => one >= moment));
  if (moments.length === 1) return tones[0];
  const share = (moment - moments[after - 1]) / (moments[after] - moments[after - 1] || 1);
  return tones[after - 1] + share * (tones[after] - tones[after - 1]);
}

// The button, the point that runs along the curve, and words: a `caption` for whoever sees, `inWords` for whoever opens
// them. `ask(values)` gets the curve from Python: it comes to `arrived`, or null. `over(words)`: it has been heard, or was
// stopped; `fails()`: no sound can be made.
function hearing(spec, { values, ask, over, fails }) {
  const button = element("button", { type: "button", class: "jl-hear", ...OWN_KEYS });
  const layer = svg("svg", { viewBox: `0 0 ${spec.width} ${spec.height}`, class: "jl-trace", "aria-hidden": "true" });
  const hair = svg("line", {}), dot = svg("circle", { r: 8 });
  layer.append(hair, dot);
  layer.style.display = "none";
  const caption = element("p", { class: "jl-caption" }), course = element("p"), scale = element("p");
  let asked = ""; // for which values
  let context = null; // while it sounds, or will as soon as the curve is here
  let heard = null;
  let playing = 0; // the animation frame to come

  function label() {
    const [does, of, shape] = context ? [WORDS.stop, WORDS.stop_of, STOP] : [WORDS.hear, WORDS.hear_of, SPEAKER];
    button.setAttribute("aria-label", filled(of, spec));
    button.title = does;
    button.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${shape}"/></svg>`;
  }
  function askFor() {
    asked = JSON.stringify(values());
    ask(values());
  }
  function press() {
    if (context) return stop();
    try {
      context = new AudioContext();
    } catch {
      return fails();
    }
    heard = null;
    context.resume(); // a browser that starts no sound by itself lets a hand do it
    label();
    askFor();
  }
  function arrived(curve) {
    if (!asked) return; // another view has asked
    if (!curve) return stop(); // these values cannot be
    course.textContent = filled(WORDS.curve_now, curve);
    scale.textContent = curve.key;
    if (!context || heard) return;
    caption.textContent = curve.words;
    heard = curve;
    const start = context.currentTime + 0.05, end = planSound(context, heard, start);
    const run = () => {
      if (context.currentTime >= end + RAMP) return stop();
      show(context.currentTime - start);
      playing = requestAnimationFrame(run);
    };
    run();
  }
  function show(gone) {
    const { curves, seconds } = heard;
    const i = Math.min(Math.max(Math.floor(gone / (seconds + PAUSE)), 0), curves.length - 1);
    const moment = Math.min(Math.max((gone - i * (seconds + PAUSE)) / seconds, 0), 1);
    const [left, top, right, bottom] = curves[i].plot;
    const tone = toneAt(curves[i], moment * FINE), x = left + moment * (right - left);
    layer.style.display = "";
    for (const [name, value] of Object.entries({ x1: x, x2: x, y1: top, y2: bottom })) hair.setAttribute(name, value);
    dot.style.display = tone === undefined ? "none" : "";
    dot.setAttribute("cx", x);
    dot.setAttribute("cy", bottom - ((tone ?? 0) / FINE) * (bottom - top));
  }
  function stop() {
    if (!context) return;
    cancelAnimationFrame(playing);
    context.close();
    context = null;
    layer.style.display = "none";
    label();
    if (heard) over(heard.words);
  }
  button.addEventListener("click", press);
  label();
  return {
    button,
    layer,
    caption,
    inWords: [course, scale],
    askFor,
    arrived,
    isAsking: () => Boolean(context) && !heard,
    stop,
    // The picture shows another state: what was heard is past.
    seen() {
      if (!asked || asked === JSON.stringify(values())) return;
      stop();
      for (const node of [caption, course, scale]) node.textContent = "";
      asked = "";
    },
  };
}
