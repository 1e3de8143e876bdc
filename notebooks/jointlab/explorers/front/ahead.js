// Frames before the hand is there: while the hand rests on a control, the page asks for the positions around it, and
// for coarse ones along its whole track, and keeps them. What is kept is painted in the task of the hand's own event.

const AT_ONCE = 12; // positions in one message
const NEAR = 36; // positions on the hand's way that are asked for, a third as many behind it
const COARSE = 16; // positions along the whole track: a fast first drag outruns its neighbours
const KEPT = 400; // frames
const DWELL_MS = 120; // a pointer that only passes by asks for nothing

// Positions of a control, those first that the hand may need first: three on its way (1 or −1), one back.
function nextPositions(control, value, way) {
  if (control.kind === "choice") return Object.keys(control.options);
  const here = Math.round(toPosition(control, value));
  const step = (i) => here + (i % 4 === 3 ? -way * ((i + 1) >> 2) : way * (i + 1 - (i >> 2)));
  const near = Array.from({ length: (NEAR * 4) / 3 }, (_, i) => step(i));
  const coarse = Array.from({ length: COARSE + 1 }, (_, i) => Math.round((i * control.steps) / COARSE));
  coarse.sort((a, b) => Math.abs(a - here) - Math.abs(b - here));
  const wanted = [...near.slice(0, AT_ONCE), ...coarse, ...near.slice(AT_ONCE)];
  return [...new Set(wanted)].filter((p) => p >= 0 && p <= control.steps).map((p) => toValue(control, p));
}

// `ask(wanted)` sends values to Python; `busy()`: the hand's own request is on its way, and goes first.
function framesAhead(spec, ask, busy) {
  const known = new Map(); // values → frame, or null where the model says no
  const key = (values) => JSON.stringify(spec.controls.map(({ name }) => values[name]));
  let under = null; // the control that the hand is on
  let way = 1;
  let asked = null; // values that Python is drawing
  let dwell = 0;
  let around = null; // the values now

  function more() {
    if (!spec.ahead || !under || asked || busy()) return;
    const ahead = nextPositions(under, around[under.name], way).map((value) => ({ ...around, [under.name]: value }));
    const wanted = ahead.filter((values) => !known.has(key(values))).slice(0, AT_ONCE);
    if (!wanted.length) return;
    asked = wanted;
    ask(wanted);
  }
  function keep(values, frame) {
    known.set(key(values), frame);
    if (known.size > KEPT) known.delete(known.keys().next().value);
  }
  return {
    keep,
    more,
    find: (values) => known.get(key(values)),
    // Of the frames kept along the moved control, the one nearest to the hand, to be seen until its own arrives.
    nearest(values, control) {
      if (control.kind === "choice") return undefined;
      const here = toPosition(control, values[control.name]);
      const all = nextPositions(control, values[control.name], way)
        .map((value) => [Math.abs(toPosition(control, value) - here), known.get(key({ ...values, [control.name]: value }))]);
      return all.filter(([, frame]) => frame).sort(([a], [b]) => a - b)[0];
    },
    // Where the hand is, and which way it goes.
    moved(values, control) {
      if (control && around && control.kind !== "choice") way = values[control.name] < around[control.name] ? -1 : 1;
      around = { ...values };
    },
    // The hand comes to rest on a control, or leaves it.
    watch(node, control) {
      const rest = () => { under = control; more(); };
      node.addEventListener("pointerenter", () => { dwell = setTimeout(rest, DWELL_MS); });
      node.addEventListener("pointerleave", () => clearTimeout(dwell));
      node.addEventListener("focusin", rest);
    },
    // Python stops when the hand asks for something itself: then there are fewer frames than were asked for.
    arrived(frames) {
      frames.forEach((frame, i) => keep(asked[i], frame));
      asked = null;
    },
  };
}
