// Native inputs for the controls of an explorer: a slider with a number to type beside it, or a list.

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// JupyterLab binds the arrow keys in command mode; a focused input keeps them with this mark.
const OWN_KEYS = { "data-lm-suppress-shortcuts": "true" };

const shown = (value) => String(Number(Number(value).toPrecision(4))).replace(".", WORDS.decimal);

// A recorded explorer knows some positions only; a live one divides its track evenly, or evenly in the logarithm.
function toValue({ positions, steps, scale, low, high }, position) {
  if (positions) return positions[position];
  const share = position / steps;
  const value = scale === "log" ? low * (high / low) ** share : low + (high - low) * share;
  return Math.min(Math.max(value, low), high); // rounding may lead past an end
}

function toPosition({ positions, steps, scale, low, high }, value) {
  if (positions) {
    const far = positions.map((one) => Math.abs(one - value));
    return far.indexOf(Math.min(...far));
  }
  return steps * (scale === "log" ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low));
}

// What was typed, with a comma or a point: 0,5 is a half. Where 1,250 could mean either, it is not guessed at; nor where
// 1.250 could, in a language that writes 0,5. The unit may stand behind it.
function toNumber(text, { low, high, unit, one }) {
  const typed = text.trim();
  const behind = [unit, one].find((word) => word && typed.endsWith(word)) ?? "";
  const plain = typed.slice(0, typed.length - behind.length).trim().replace("−", "-").replace(/(?<=\d)\s(?=\d{3})/g, "");
  const readings = [plain.replace(",", ".")];
  if (/^-?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain)) readings.push(plain.replaceAll(",", ""));
  const points = WORDS.decimal === "," && /^-?\d{1,3}(\.\d{3})+(,\d*)?$/.test(plain);
  if (points) readings.push(plain.replaceAll(".", "").replace(",", "."));
  const fitting = [...new Set(readings.map((one) => Number(one || NaN)))].filter((one) => one >= low && one <= high);
  return fitting.length === 1 ? fitting[0] : NaN;
}

function sliderRow(control, id, move) {
  const { label, symbol, unit, one, steps, low, high } = control;
  const name = symbol ? `${label}, ${symbol}` : label;
  const range = element("input", { type: "range", id, min: 0, max: steps, step: 1, "aria-label": `${name}, ${unit}`, ...OWN_KEYS });
  const twin = element("input", {
    type: "text", inputmode: "decimal", autocomplete: "off", "aria-label": filled(WORDS.type, { name, unit }), ...OWN_KEYS,
  });
  const text = element("label", { for: id }, label);
  if (symbol) text.append(" ", element("i", {}, symbol));
  const note = element("p", { class: "jl-note", role: "alert" });
  const behind = element("span", {}, unit);
  const node = element("div", { class: "jl-control" }, text, element("span", { class: "jl-twin" }, twin, " ", behind), range, note);
  let inForce = low;
  const show = (value) => {
    inForce = value;
    range.value = toPosition(control, value);
    behind.textContent = shown(value) === "1" ? one ?? unit : unit;
    range.setAttribute("aria-valuetext", `${shown(value)} ${behind.textContent}`);
    if (document.activeElement !== twin) twin.value = shown(value);
    note.textContent = "";
  };
  for (const [event, onItsWay] of [["input", true], ["change", false]]) {
    range.addEventListener(event, () => move(control.name, toValue(control, range.valueAsNumber), onItsWay));
  }
  const typed = () => {
    const value = toNumber(twin.value, control);
    const ends = { low: shown(low), high: `${shown(high)} ${unit}`.trim() };
    if (Number.isNaN(value)) note.textContent = filled(WORDS.from_to, ends);
    else move(control.name, value);
  };
  twin.addEventListener("change", typed);
  twin.addEventListener("keydown", (event) => event.key === "Enter" && typed()); // alone it does not count as a change
  twin.addEventListener("blur", () => { twin.value = shown(inForce); }); // what was refused does not stay
  return { node, show, focus: () => range.focus({ preventScroll: true }) };
}

function choiceRow(control, id, move) {
  const list = element("select", { id, ...OWN_KEYS });
  for (const [value, words] of Object.entries(control.options)) list.append(element("option", { value }, words));
  list.addEventListener("change", () => move(control.name, list.value));
  const node = element("div", { class: "jl-control" }, element("label", { for: id }, control.label), list);
  return { node, show: (value) => { list.value = value; }, focus: () => list.focus({ preventScroll: true }) };
}

// Sliders of one group share a place: a list tells which of them is shown.
function groupOf(name, members) {
  const list = element("select", { class: "jl-which", "aria-label": name, ...OWN_KEYS });
  members.forEach(([label], i) => list.append(element("option", { value: i }, label)));
  const pick = (i) => {
    list.value = i;
    members.forEach(([, row], j) => { row.node.hidden = i !== j; });
  };
  members.forEach(([, row], i) => {
    const { focus } = row;
    row.focus = () => { pick(i); focus(); };
  });
  list.addEventListener("change", () => pick(Number(list.value)));
  pick(0);
  return element("div", { class: "jl-group" }, list, ...members.map(([, row]) => row.node));
}

function controlRows(spec, uid, move) {
  const rows = spec.controls.map((control, i) => (control.kind === "choice" ? choiceRow : sliderRow)(control, `${uid}-${i}`, move));
  const places = new Map(); // group, or the control's own name → what stands in that place
  spec.controls.forEach((control, i) => {
    const place = control.group || control.name;
    places.set(place, [...(places.get(place) ?? []), [control.label, rows[i]]]);
  });
  const nodes = [...places].map(([place, members]) => (members.length > 1 ? groupOf(place, members) : members[0][1].node));
  return { rows, nodes };
}
