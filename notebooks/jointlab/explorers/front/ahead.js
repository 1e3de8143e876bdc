// Frames before the hand is there: while the hand rests on a control, the page asks for the positions around it, and
// for coarse ones along its whole track, and keeps them. What is kept is painted in the task of the hand's own event.

const AT_ONCE = 12; // positions in one message
const NEAR = 0.5; // of the track, around the hand, is asked for
const PARTS = 100; // of a track: to a hand on its way, a frame so near is as good as the right one
const COARSE = 16; // positions along the whole track: a fast first drag outruns its neighbours
const KEPT = 400; // frames
const DWELL_MS = 120; // a pointer that only passes by asks for nothing

// Positions of a control, those first that the hand may need first: three on its way (1 or −1) and one behind it, or
// as many on both sides (0) as long as nobody knows which way it will go.
function nextPositions(control, value, way) {
  if (control.kind === "choice") return Object.keys(control.options);
  const here = toPosition(control, value);
  const turn = way ? 4 : 2;
  const close = (count, stride) => Array.from({ length: count }, (_, i) => {
    const far = (i + 1) % turn ? i + 1 - Math.floor((i + 1) / turn) : -(i + 1) / turn;
    return stride * (Math.round(here / stride) + (way || 1) * far);
  });
  const coarse = Array.from({ length: COARSE + 1 }, (_, i) => Math.round((i * control.steps) / COARSE));
  coarse.sort((a, b) => Math.abs(a - here) - Math.abs(b - here));
  const stride = Math.ceil(control.steps / PARTS);
  const along = close(Math.round((NEAR * control.steps) / stride), stride);
  const wanted = [...close(AT_ONCE, 1), ...along.slice(0, 2 * AT_ONCE), ...coarse, ...along, ...close(3 * AT_ONCE, 1)];
  return [...new Set(wanted)].filter((p) => p >= 0 && p <= control.steps).map((p) => toValue(control, p));
}

const far = (frame, values, control) =>
  Math.abs(toPosition(control, frame.values[control.name]) - toPosition(control, values[control.name]));

// `ask(wanted)` sends values to Python; `busy()`: the hand's own request is on its way, and goes first; `played(ms)`: the
// control that plays, if one does, and its values from `ms` on.
function framesAhead(spec, ask, busy, played) {
  const known = new Map(); // values → frame, or null where the model says no
  const key = (values) => JSON.stringify(spec.controls.map(({ name }) => values[name]));
  let under = null; // the control that the hand is on
  let way = 0; // which way it goes on that control, once it has moved
  let asked = null; // values that Python is drawing
  let since = 0; // when it was asked
  let taken = 0; // ms for those before
  let dwell = 0;
  let around = null; // the values now

  function more() {
    if (!spec.ahead || asked || busy()) return;
    const [control, next] = played(taken) ?? [under, under && nextPositions(under, around[under.name], way)];
    if (!control) return;
    const ahead = next.map((value) => ({ ...around, [control.name]: value }));
    const wanted = ahead.filter((values) => !known.has(key(values))).slice(0, AT_ONCE);
    if (!wanted.length) return;
    asked = wanted;
    since = performance.now();
    ask(wanted);
  }
  function keep(values, frame) {
    known.set(key(values), frame);
    if (known.size > KEPT) known.delete(known.keys().next().value);
  }
  return {
    keep,
    more,
    forget: () => known.clear(),
    isAsking: () => Boolean(asked),
    find: (values) => known.get(key(values)),
    // Of the frame in sight and those kept along a control, the one nearest to the hand: seen until its own arrives.
    nearest(values, control, painted) {
      if (control.kind === "choice") return undefined;
      const others = spec.controls.filter((one) => one !== control);
      const along = (frame) => frame && others.every(({ name }) => frame.values[name] === values[name]);
      const all = [painted, ...known.values()].filter(along);
      return all.reduce((best, frame) => (best && far(best, values, control) <= far(frame, values, control) ? best : frame), undefined);
    },
    isClose: (frame, values, control) => far(frame, values, control) <= control.steps / PARTS,
    // Where the hand is, and which way it goes.
    moved(values, control) {
      if (control && around && control.kind !== "choice") way = Math.sign(values[control.name] - around[control.name]) || way;
      around = { ...values };
    },
    // The hand comes to rest on a control, or leaves it.
    watch(node, control) {
      const rest = () => {
        if (under !== control) way = control.plays ? 1 : 0;
        under = control;
        more();
      };
      node.addEventListener("pointerenter", () => { dwell = setTimeout(rest, DWELL_MS); });
      node.addEventListener("pointerleave", () => clearTimeout(dwell));
      // Chromium lets Tab stop at a shape that listens to the focus; handles need none, their sliders have it.
      if (node instanceof HTMLElement) node.addEventListener("focusin", rest);
    },
    // Python stops when the hand asks for something itself: then there are fewer frames than were asked for. Another
    // view of the explorer may have asked for them.
    arrived(frames) {
      frames.forEach((frame, i) => {
        const values = frame?.values ?? asked?.[i];
        if (values) keep(values, frame);
      });
      asked = null;
      taken = performance.now() - since;
    },
  };
}
