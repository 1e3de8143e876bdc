// The page side of an explorer: native inputs, one request in flight, layers of SVG.
// Everything about the subject (model, picture, words) stays in Python.

const SILENCE_MS = 6000; // no answer for so long: say what to do

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// JupyterLab binds the arrow keys in command mode; a focused input keeps them with this mark.
const OWN_KEYS = { "data-lm-suppress-shortcuts": "true" };

const shown = (value) => String(Number(Number(value).toPrecision(4)));

function toValue(control, position) {
  const share = position / control.steps;
  const value = control.scale === "log"
    ? control.low * (control.high / control.low) ** share
    : control.low + (control.high - control.low) * share;
  return Math.min(Math.max(value, control.low), control.high); // rounding may lead past an end
}

function toPosition(control, value) {
  const share =
    control.scale === "log"
      ? Math.log(value / control.low) / Math.log(control.high / control.low)
      : (value - control.low) / (control.high - control.low);
  return share * control.steps;
}

function sliderRow(control, id, move) {
  const name = control.symbol ? `${control.label}, ${control.symbol}` : control.label;
  const range = element("input", {
    type: "range", id, min: 0, max: control.steps, step: 1, "aria-label": `${name}, ${control.unit}`, ...OWN_KEYS,
  });
  const twin = element("input", {
    type: "number", step: "any", "aria-label": `${name}, type a number, ${control.unit}`, ...OWN_KEYS,
  });
  const text = element("label", { for: id }, control.label);
  if (control.symbol) text.append(" ", element("i", {}, control.symbol));
  const unit = element("span", { class: "jl-unit" }, control.unit);
  const note = element("p", { class: "jl-note", role: "alert" });
  const row = element("div", { class: "jl-control" }, text, range, element("span", {}, twin, unit), note);

  const show = (value) => {
    range.value = toPosition(control, value);
    range.setAttribute("aria-valuetext", `${shown(value)} ${control.unit}`);
    if (document.activeElement !== twin) twin.value = shown(value);
    note.textContent = "";
  };
  range.addEventListener("input", () => {
    const value = toValue(control, range.valueAsNumber);
    show(value);
    move(control.name, value);
  });
  const typed = () => {
    const value = twin.valueAsNumber;
    if (value >= control.low && value <= control.high) {
      show(value);
      move(control.name, value);
    } else {
      const unit = control.unit ? ` ${control.unit}` : "";
      note.textContent = `Type a number from ${shown(control.low)} to ${shown(control.high)}${unit}.`;
    }
  };
  twin.addEventListener("change", typed);
  // Without a form around it, Enter alone does not count as a change.
  twin.addEventListener("keydown", (event) => event.key === "Enter" && typed());
  return { row, show };
}

function choiceRow(control, id, move) {
  const select = element("select", { id, ...OWN_KEYS });
  for (const [value, words] of Object.entries(control.options)) select.append(element("option", { value }, words));
  select.addEventListener("change", () => move(control.name, select.value));
  const row = element("div", { class: "jl-control" }, element("label", { for: id }, control.label), select);
  return { row, show: (value) => { select.value = value; } };
}

function render({ model, el }) {
  const spec = model.get("spec");
  const uid = "jl" + Math.random().toString(36).slice(2);
  let values = { ...spec.defaults };
  let waiting = false; // a request is in flight
  let newer = false; // the hand has moved on since
  let silence = 0;

  // Picture: the stage stands still, the marks follow the state, the top stands still above them.
  const stage = element("div", { class: "jl-stage", role: "img", "aria-label": spec.description });
  // Two views of one explorer must not share the ids of their clip paths.
  const own = (svg) => svg.replaceAll(/(id="|url\(#|href="#)(stage|frame|top)-/g, `$1${uid}-$2-`);
  stage.innerHTML = own(spec.stage);
  const marks = element("div", { class: "jl-marks", "aria-hidden": "true" });
  const top = element("div", { class: "jl-top", "aria-hidden": "true" });
  top.innerHTML = own(spec.top);
  const scene = element("div", { class: "jl-scene", style: `aspect-ratio: ${spec.width} / ${spec.height}` }, stage, marks, top);
  const sentence = element("p", { class: "jl-sentence", role: "status", "aria-live": "polite" });
  const error = element("p", { class: "jl-error", role: "alert" });

  // Controls.
  const move = (name, value) => {
    values[name] = value;
    ask();
  };
  const rows = spec.controls.map((control, i) =>
    (control.kind === "choice" ? choiceRow : sliderRow)(control, `${uid}-${i}`, move));
  const showValues = () => spec.controls.forEach((control, i) => rows[i].show(values[control.name]));
  const button = (words, press) => {
    const node = element("button", { type: "button", ...OWN_KEYS }, words);
    node.addEventListener("click", press);
    return node;
  };
  const jump = (to) => () => {
    values = { ...values, ...to };
    showValues();
    ask();
  };
  const buttons = element("div", { class: "jl-buttons" },
    ...Object.entries(spec.presets).map(([words, to]) => button(words, jump(to))),
    button("Reset", jump(spec.defaults)));
  const player = element("audio", { controls: "", hidden: "", "aria-label": "The sound of the present state" });
  spec.sounds.forEach((words, i) => buttons.append(button(`♪ ${words}`, () => model.send({ sound: i }))));
  buttons.append(player);
  const lock = element("p", { class: "jl-lock" });
  const fields = element("fieldset", {}, element("legend", { class: "jl-hidden" }, `Controls of ${spec.title}`),
    element("div", { class: "jl-controls" }, ...rows.map((row) => row.row)), buttons);
  const goal = element("p", { class: "jl-goal", role: "status" });
  const words = element("details", {}, element("summary", OWN_KEYS, "This picture in words"), element("p", {}, spec.description));

  el.classList.add("jl-explorer");
  el.append(element("section", { "aria-label": spec.title },
    element("div", { class: "jl-head" }, element("p", { class: "jl-title" }, spec.title), goal),
    scene, lock, fields, error, sentence, words));

  // One request in flight: a fast drag skips what nobody would see.
  function ask() {
    if (waiting) {
      newer = true;
      return;
    }
    waiting = true;
    newer = false;
    clearTimeout(silence);
    silence = setTimeout(() => {
      waiting = false;
      error.textContent = "Python is busy or has stopped. Wait until no cell shows [*]; if that does not help, " +
        "choose Run → Restart Kernel and Run All Cells… in the menu.";
    }, SILENCE_MS);
    // Another view of this explorer may be ahead of this one.
    const id = Math.max(model.get("request").id, model.get("frame").id) + 1;
    model.set("request", { id, values: { ...values } });
    model.save_changes();
  }

  function showFrame() {
    const frame = model.get("frame");
    marks.innerHTML = own(frame.marks);
    sentence.textContent = frame.sentence;
    error.textContent = frame.error;
    if (spec.goal) {
      goal.textContent = `${frame.goal ? "★ Reached" : "☆ Goal"}: ${spec.goal}`;
      goal.classList.toggle("jl-reached", frame.goal);
    }
    const answered = frame.id >= model.get("request").id;
    if (!answered) return;
    waiting = false;
    clearTimeout(silence);
    if (newer) return ask();
    if (!frame.error) {
      values = { ...frame.values };
      showValues();
    }
  }

  function showLock() {
    lock.textContent = model.get("locked");
    fields.disabled = Boolean(model.get("locked"));
  }

  function play(message, buffers) {
    if (message.sound === undefined) return;
    if (player.src) URL.revokeObjectURL(player.src);
    player.src = URL.createObjectURL(new Blob([buffers[0]], { type: "audio/wav" }));
    player.hidden = false;
    player.play().catch(() => {}); // the browser may want a press on the player itself
  }

  model.on("change:frame", showFrame);
  model.on("change:locked", showLock);
  model.on("msg:custom", play);
  showFrame();
  showLock();
  return () => {
    clearTimeout(silence);
    model.off("change:frame", showFrame);
    model.off("change:locked", showLock);
    model.off("msg:custom", play);
  };
}

export default { render };
