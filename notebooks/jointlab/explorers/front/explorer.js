// The page side of an explorer: picture, sentence, controls. What is known is painted at once; for the rest there is one
// request in flight. Everything about the subject (model, picture, words) stays in Python.

const SILENCE_MS = 6000; // no answer for so long: say what to do
const CHASE_MS = 50; // the hand moves on through what is not known: Python draws for it alone
const REST_MS = 150; // the hand has come to rest: Python hears where
const LEFT_MS = 2000; // nothing has been moved for so long: Python is told where the controls were left
const SAY_MS = 700; // nothing has changed for so long: a screen reader is told what the picture shows

function render({ model, el }) {
  const spec = model.get("spec");
  const uid = "jl" + Math.random().toString(36).slice(2);
  let values = { ...spec.defaults };
  let painted = null; // the frame in sight
  let drawn = ""; // the marks in sight: none under the veil
  let waiting = false; // a request is in flight
  let newer = false; // the hand has moved on since
  let moved = null; // the control that a hand is moving: not one whose number was typed
  let chased = false; // it moves through what is not known
  let kept = true; // Python knows where the controls stand
  let lost = ""; // that Python cannot be asked, and why
  const timers = {};
  const later = (name, ms, act) => {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(act, ms);
  };
  const ahead = framesAhead(spec, askAhead, () => waiting || chased || fields.disabled, (ms) => play.way(ms));

  // Picture: the stage stands still, the marks follow the state, the top stands still above them.
  // Two views of one explorer must not share the ids of their clip paths.
  const own = (text) => text.replaceAll(/(id="|url\(#|href="#)(stage|frame|top)-/g, `$1${uid}-$2-`);
  const layer = (name, text) => {
    const node = element("div", { class: `jl-layer jl-${name}`, "aria-hidden": "true" });
    node.innerHTML = own(text);
    return node;
  };
  const [stage, marks, top] = [layer("stage", spec.stage), layer("marks", ""), layer("top", spec.top)];
  const grips = gripLayer(spec, {
    move: go,
    hold: (name) => rows[spec.controls.findIndex((control) => control.name === name)].focus(),
    watch: ahead.watch,
  });
  const veil = element("p", { class: "jl-veil", "aria-hidden": "true" }, "?"); // over a stage without marks, until it is unlocked
  const aloud = hearing(spec, { values: () => values, ask: askToHear, over: tell, fails: silent });
  const scene = element("div", { class: "jl-scene", role: "img", style: `--jl-shape: ${spec.width} / ${spec.height}` },
    stage, marks, top, grips.layer, aloud.layer, veil);
  const view = element("div", { class: "jl-view", role: "group", "aria-label": filled(WORDS.picture, spec), ...OWN_KEYS }, scene);
  const swipe = wide(view);
  const sentence = element("p", { class: "jl-sentence" });
  const longest = element("p", { class: "jl-longest", "aria-hidden": "true" }, spec.longest ?? ""); // keeps its room
  const error = element("p", { class: "jl-error", role: "alert" });
  const status = element("p", { class: "jl-hidden", role: "status" });

  // Controls.
  const { rows, nodes } = controlRows(spec, uid, (name, value, onItsWay) => go({ [name]: value }, onItsWay));
  spec.controls.forEach((control, i) => ahead.watch(rows[i].node, control));
  const play = playButtons(spec, rows, { values: () => values, move: playTo, begin, end });
  const showValues = () => spec.controls.forEach((control, i) => rows[i].show(values[control.name]));
  const button = (words, press, attributes = {}) => {
    const node = element("button", { type: "button", ...OWN_KEYS, ...attributes }, words);
    node.addEventListener("click", press);
    return node;
  };
  const player = element("audio");
  const words = element("div", { class: "jl-words", id: `${uid}-words`, popover: "" }, element("p", {}, spec.description), ...aloud.inWords);
  words.addEventListener("beforetoggle", ({ newState }) => spec.hear && newState === "open" && !fields.disabled && aloud.askFor());
  const buttons = element("div", { class: "jl-buttons" },
    ...Object.entries(spec.presets).map(([label, to]) => button(label, () => go(to))),
    button(WORDS.reset, () => go(spec.defaults)),
    ...spec.sounds.map((label, i) => button(`♪ ${label}`, () => lost || model.send({ sound: i, values }))),
    ...(spec.hear ? [aloud.button] : []));
  const fields = element("fieldset", {}, element("legend", { class: "jl-hidden" }, filled(WORDS.controls, spec)),
    element("div", { class: "jl-controls" }, ...nodes), buttons);
  const goal = element("p", { class: "jl-goal" });
  // The strip reads what this is, which prediction it waits for, and whether its controls have ever been moved.
  const box = element("section", { "aria-label": spec.title, "data-address": `goal ${spec.name}`, "data-after": spec.after ?? "" });
  box.style.setProperty("--jl-tell", WORDS.in_words.length);
  const full = button("", () => (document.fullscreenElement ? document.exitFullscreen() : fill()),
    { class: "jl-full", "aria-label": filled(WORDS.full_of, spec), title: WORDS.full });
  async function fill() {
    await box.requestFullscreen();
    await screen.orientation?.lock?.("landscape").catch(() => {}); // a phone lies down; others cannot
  }
  full.innerHTML = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"/></svg>';
  full.hidden = !document.fullscreenEnabled;
  box.append(element("div", { class: "jl-head" }, element("p", { class: "jl-title" }, spec.title), goal, full),
    element("div", { class: "jl-seen" }, view, swipe.line),
    element("div", { class: "jl-said" }, longest, sentence, aloud.caption, error), fields,
    button(WORDS.in_words, () => {}, { class: "jl-tell", popovertarget: words.id, "aria-label": filled(WORDS.in_words_of, spec) }), words, status, player);
  // The still picture that is stored with the notebook gives way for as long as this one lives.
  el.append(element("style", {}, spec.still ? `#${spec.still} { display: none }` : ""), box);
  el.classList.add("jl-explorer");
  if (LANGUAGE) el.lang = LANGUAGE;

  // The hand has moved, or is moving: what is known is seen at once, and Python hears where the hand has come to rest.
  function go(changes, onItsWay = false) {
    if (play.isOn()) play.pause();
    if (lost) return showValues(); // controls, picture and sentence stay of one mind
    const names = Object.keys(changes);
    moved = onItsWay && names.length === 1 ? spec.controls.find((control) => control.name === names[0]) : null;
    const [known, frame] = see(changes);
    const enough = known || (moved && frame && ahead.isClose(frame, values, moved));
    chased = !enough;
    left();
    later("chase", CHASE_MS, () => {
      chased = false;
      ahead.more();
    });
    clearTimeout(timers.rest);
    if (enough && !waiting) later("rest", REST_MS, ask);
    else ask();
    ahead.more();
  }

  function see(changes) {
    values = { ...values, ...changes };
    box.dataset.moved = "";
    showValues();
    ahead.moved(values, moved);
    const known = ahead.find(values);
    const frame = nearest(known);
    if (frame && frame !== painted) paint(frame);
    else if (moved) grips.show(painted.grips, values, painted.values);
    return [known, frame];
  }

  // A slider plays as if a hand moved it that never rests: Python hears where it ends, or of all if it draws none ahead.
  function begin() {
    if (lost) return play.pause();
    listen();
    ahead.more();
  }
  function playTo(control, value) {
    moved = control;
    const [known] = see({ [control.name]: value });
    if (known === undefined) (spec.ahead ? ahead.more : ask)();
  }
  function end() {
    if (!play.isOn()) return;
    play.pause();
    status.dataset.told = ""; // what is seen now is said, even if it was said before
    left();
    ask();
  }
  function left() {
    kept = false;
    later("left", LEFT_MS, leave);
  }
  function leave() {
    if (!kept && !lost) model.send({ left: values });
    kept = true;
  }
  function askAhead(wanted) {
    listen();
    model.send({ ahead: wanted });
  }

  // Until the right frame is here, the one nearest to the hand is seen: a picture never jumps away from it.
  const nearest = (known = ahead.find(values)) => known || (moved && ahead.nearest(values, moved, painted));

  // One request in flight: a fast drag skips what nobody would see.
  function ask() {
    if (waiting) {
      newer = true;
      return;
    }
    waiting = true;
    newer = false;
    listen();
    // Another view of this explorer may be ahead of this one.
    const id = Math.max(model.get("request").id, model.get("frame").id) + 1;
    model.set("request", { id, values: { ...values } });
    model.save_changes();
  }

  // A curve to hear is asked for only when it is wanted: frames stay small.
  function askToHear(of) {
    if (lost) return;
    end();
    tell("");
    model.send({ hear: true, values: of });
    listen();
  }
  function tell(words) { status.textContent = words; }
  function hush() { play.pause(); aloud.stop(); }
  function silent() { error.textContent = WORDS.no_sound; }

  // Without Python the picture in sight is the last one, and the controls go back to it; with it again, they are asked for.
  function showLost(words) {
    [lost, waiting, newer] = [words, false, false];
    showLostIn(box, error, lost);
    fields.setAttribute("aria-disabled", Boolean(lost));
    for (const name of ["silence", "rest"]) clearTimeout(timers[name]);
    hush();
    values = { ...painted.values };
    showValues();
    paint(painted);
    if (!lost) ask();
  }

  // As long as an answer is owed to a hand, an ear or to what plays, silence is told of.
  function listen() {
    clearTimeout(timers.silence);
    if (waiting || aloud.isAsking() || (play.isOn() && ahead.isAsking())) later("silence", SILENCE_MS, () => {
      waiting = false;
      end();
      aloud.stop();
      error.textContent = WORDS.silence;
    });
  }

  function paint(frame) {
    painted = frame;
    aloud.seen();
    const seen = fields.disabled ? { ...frame, marks: "", sentence: model.get("locked"), goal: false } : frame;
    if (seen.marks !== drawn) marks.innerHTML = own(seen.marks);
    drawn = seen.marks;
    sentence.textContent = seen.sentence;
    error.textContent = lost || frame.error;
    if (spec.goal) {
      const before = model.get("reached") && !fields.disabled; // the star stays, whatever is moved afterwards
      goal.replaceChildren(element("b", {}, seen.goal ? WORDS.reached : before ? WORDS.goal_before : WORDS.goal), ` ${spec.goal}`);
      goal.title = before && !seen.goal ? WORDS.reached_before : "";
      goal.classList.toggle("jl-reached", seen.goal);
    }
    grips.show(frame.grips, values, frame.values);
    later("say", SAY_MS, say);
  }

  // Once the hand rests, a screen reader hears what has changed, and the picture's name tells its state.
  function say() {
    if (play.isOn()) return;
    const told = sentence.textContent + (painted.goal && !fields.disabled ? ` ${WORDS.is_reached}` : "");
    scene.setAttribute("aria-label", `${sentence.textContent} ${spec.description}`);
    if (status.dataset.told !== undefined && status.dataset.told !== told) status.textContent = told;
    status.dataset.told = told;
  }

  function showFrame() {
    const frame = model.get("frame");
    if (!frame.error) ahead.keep(frame.values, frame);
    const answered = frame.id >= model.get("request").id;
    if (play.isOn() && !waiting) play.pause(); // another view, or a learner's cell, has moved the controls
    const behind = newer || play.isOn(); // the hand, or what plays, is elsewhere by now
    if (answered && !behind && !frame.error) values = { ...frame.values };
    paint((behind && nearest()) || frame); // never back behind the hand
    if (!answered) return;
    waiting = false;
    listen();
    if (newer) return ask();
    if (!frame.error) showValues();
    ahead.moved(values);
    ahead.more();
  }

  const again = () => painted && paint(painted);

  function showStage() { // of a record, it may come after the words
    stage.innerHTML = own(model.get("spec").stage);
    top.innerHTML = own(model.get("spec").top);
  }

  function showLock() {
    fields.disabled = Boolean(model.get("locked"));
    box.classList.toggle("jl-locked", fields.disabled);
    again();
  }

  function hear(message, buffers) {
    if (message.forget) ahead.forget();
    if (message.ahead) {
      ahead.arrived(message.ahead);
      listen();
      const frame = nearest();
      if (frame && frame !== painted) paint(frame);
      ahead.more();
    }
    if (message.hear !== undefined) {
      aloud.arrived(message.hear);
      listen();
    }
    if (message.sound === undefined) return;
    if (player.src) URL.revokeObjectURL(player.src);
    player.src = URL.createObjectURL(new Blob([buffers[0]], { type: "audio/wav" }));
    player.play().catch(silent);
  }

  // Nothing plays where nobody sees it, nor while somebody reads or takes its controls.
  fields.addEventListener("focusin", ({ target }) => target.localName !== "button" && end());
  const sight = new IntersectionObserver((seen) => seen.at(-1).isIntersecting || end());
  sight.observe(box);
  // Nor is it forgotten where its controls stand when the page closes.
  const hidden = () => {
    if (!document.hidden) return;
    end();
    aloud.stop();
    leave();
  };
  document.addEventListener("visibilitychange", hidden);
  window.addEventListener("pagehide", leave);

  const hears = { "change:spec": showStage, "change:frame": showFrame, "change:locked": showLock, "change:reached": again, "msg:custom": hear };
  for (const [what, act] of Object.entries(hears)) model.on(what, act);
  const hearNoMore = whenLost(model, showLost);
  showLock();
  showFrame();
  say();
  if (spec.controls.some(({ name }) => values[name] !== spec.defaults[name])) box.dataset.moved = ""; // before today
  return () => {
    hearNoMore();
    swipe.leave();
    sight.disconnect();
    document.removeEventListener("visibilitychange", hidden);
    window.removeEventListener("pagehide", leave);
    hush();
    Object.values(timers).forEach(clearTimeout);
    for (const [what, act] of Object.entries(hears)) model.off(what, act);
  };
}

export default { render };
