// The page side of the strip: what is done, where to go on. It also opens what stands folded until something is done.

const LOOK_MS = 300; // after a change of the page, look once more for what may open
const ROOM = 150; // pixels of a window that bars take

function render({ model, el }) {
  const { steps, names, words: standsIn, warning } = model.get("spec");
  const mine = new Set(steps.flatMap(([, parts]) => parts));
  el.classList.add("jl-strip");
  if (LANGUAGE) el.lang = LANGUAGE;
  // What stands in for the strip where nothing lives is out of sight as long as this rule is on the page.
  const nav = node("nav", { "aria-label": WORDS.how_far });
  const list = node("ol");
  const on = node("button", { type: "button", class: "jl-on" });
  nav.append(list, on);
  const afresh = node("details");
  const yes = node("button", { type: "button" }, WORDS.yes);
  const said = node("p", { role: "status" });
  afresh.append(node("summary", {}, WORDS.afresh), node("p", {}, warning), yes, said);
  yes.addEventListener("click", () => model.send({ afresh: true }));
  el.replaceChildren(node("style", {}, `[id="${standsIn}"] { display: none; }`), nav, afresh);

  const isDone = (part) => model.get("done").includes(part);
  const nodeOf = (part) => document.querySelector(`[data-address="${part}"]`);
  function go(part) {
    const node = nodeOf(part);
    if (!node) return;
    node.dispatchEvent(new Event("jl-sought")); // one of many forms may be out of sight
    // What fits stands at the end of the view, so that the words before it, which say what to try, are seen as well.
    const fits = node.getBoundingClientRect().height < window.innerHeight - ROOM;
    node.scrollIntoView({ block: fits ? "end" : "start" });
    [...node.querySelectorAll("input, select, button")].find((one) => one.offsetParent && !one.disabled)?.focus({ preventScroll: true });
  }

  const chips = steps.map(([name, parts]) => {
    const words = names[name];
    const chip = node("button", { type: "button" });
    chip.addEventListener("click", () => go(parts.find((part) => !isDone(part)) ?? parts[0]));
    const item = node("li");
    item.append(chip);
    list.append(item);
    return () => {
      const count = parts.filter(isDone).length;
      const all = count === parts.length;
      chip.classList.toggle("jl-all", all);
      chip.textContent = `${all ? "✓" : "○"} ${words}`;
      const counted = { name: words, count, all: parts.length };
      if (parts.length > 1) chip.append(node("span", {}, ` ${filled(WORDS.count, counted)}`));
      chip.setAttribute("aria-label", filled(WORDS.done, counted));
    };
  });

  const tell = () => { said.textContent = model.get("said"); };

  // Whatever stands on the button, it is as wide: the page must not move under a hand that touches another part.
  const goesOn = (name, begun) => filled(begun ? WORDS.go_on : WORDS.begin, { name: names[name] });
  on.dataset.longest = steps.flatMap(([name]) => [goesOn(name, false), goesOn(name, true)]).concat(WORDS.all_done).join("\n");

  // Where a hand was last, if that is not done, else the first thing that is neither done nor declined.
  let next = null;
  function show() {
    chips.forEach((chip) => chip());
    const place = model.get("place");
    const left = [...mine].filter((part) => !model.get("opens").includes(part));
    next = left.includes(place) ? place : left[0];
    const [name] = steps.find(([, parts]) => parts.includes(next)) ?? [];
    const begun = left.length < mine.size || place;
    on.textContent = next ? goesOn(name, begun) : WORDS.all_done;
    on.disabled = !next;
    unfold();
  }
  on.addEventListener("click", () => go(next));

  // A fold is opened once: whoever closes it again wants it closed. What is found with an explorer waits for a hand on it.
  const opened = new WeakSet();
  const waits = (part) => {
    const moved = [...document.querySelectorAll(`[data-after="${part}"]`)].map((one) => one.dataset.moved !== undefined);
    return moved.length > 0 && !moved.includes(true);
  };
  function unfold() {
    for (const part of model.get("opens").filter((one) => !waits(one))) {
      for (const fold of document.querySelectorAll(`details[class~="until-${part.replace(" ", "-")}"]`)) {
        if (!opened.has(fold)) fold.open = true;
        opened.add(fold);
      }
    }
  }
  let soon = 0;
  const page = new MutationObserver(() => {
    soon ||= setTimeout(() => { soon = 0; unfold(); }, LOOK_MS);
  });
  page.observe(document.body, { childList: true, subtree: true, attributeFilter: ["data-moved"] });

  function touched({ target }) {
    const part = target.closest?.("[data-address]")?.dataset.address;
    if (!mine.has(part) || part === model.get("place")) return;
    model.set("place", part);
    model.save_changes();
  }
  const events = ["pointerdown", "focusin"];
  events.forEach((event) => document.addEventListener(event, touched));
  // JupyterLab binds letters in command mode; what can hold the focus keeps them with this mark.
  el.querySelectorAll("button, summary").forEach((one) => { one.dataset.lmSuppressShortcuts = "true"; });

  const followed = ["done", "opens", "place"].map((name) => `change:${name}`);
  followed.forEach((change) => model.on(change, show));
  model.on("change:said", tell);
  show();
  tell();
  return () => {
    page.disconnect();
    clearTimeout(soon);
    events.forEach((event) => document.removeEventListener(event, touched));
    followed.forEach((change) => model.off(change, show));
    model.off("change:said", tell);
  };
}

export default { render };
