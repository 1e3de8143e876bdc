// The page side of a poll: hands are typed or clicked, bars grow, the answer opens, all is asked once more. What is
// counted lives here alone: it is kept nowhere and sent nowhere.

const LEAST = 10; // hands that fill a bar, so that a few look like few
const MOST = 999;
const SIZES = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58]; // of the words of a slide, until all of it fits the screen
const LETTERS = "ABCDEF";

const sum = (counts) => counts.reduce((total, count) => total + count, 0);
const share = (count, total) => `${Math.round((100 * count) / total)}\u00a0%`;

function render({ model, el }) {
  const spec = model.get("spec");
  const { says, options, answer } = spec;
  const none = () => options.map(() => 0);
  let rounds = [none()]; // what was counted: before, and now
  let open = false; // whether the answer is shown

  const button = (words, press, attributes = {}) => {
    const made = node("button", { type: "button", ...attributes }, words);
    made.addEventListener("click", press);
    return made;
  };
  const rows = options.map((option, i) => row(i, option));
  const told = node("p", { class: "jl-told", role: "status" });
  const shows = button("", () => { open = !open; show(); }, { class: "jl-main" });
  const again = button(says.again, () => { rounds.push(none()); open = false; begin(); });
  const over = button(says.over, () => { rounds = [none()]; open = false; begin(); });
  const full = button("", () => (document.fullscreenElement ? document.exitFullscreen() : slide.requestFullscreen()));
  full.hidden = !document.fullscreenEnabled;
  const slide = node("section", { "aria-label": `${says.poll}: ${spec.title}` },
    node("div", { class: "jl-head" }, node("p", { class: "jl-kind" }, `${says.poll} · ${spec.title}`), full),
    node("p", { class: "jl-ask" }, spec.ask),
    node("ul", {}, ...rows.map(({ box }) => box)),
    node("div", { class: "jl-foot" }, told, node("div", { class: "jl-buttons" }, shows, again, over)));

  // One option: its words, its hands, its bars, and why it is right or not.
  function row(i, option) {
    const letter = LETTERS[i];
    const hands = node("input", {
      type: "number", min: 0, max: MOST, step: 1, inputmode: "numeric", "aria-label": filled(says.hands, { letter }),
    });
    const more = button("+1", () => take(i, Math.min(MOST, now()[i] + 1)), { "aria-label": filled(says.more, { letter }) });
    const bars = ["before", "now"].map((when) => {
      const bar = node("i", { class: `jl-${when}` });
      const words = node("span");
      return { bar, words, box: node("div", { class: "jl-bar" }, bar, words) };
    });
    const mark = node("strong", { class: "jl-mark" });
    const why = node("p", { class: "jl-why" }, mark, spec.because[i]);
    hands.addEventListener("input", () => hear(i, hands));
    const box = node("li", {}, node("p", { class: "jl-option" }, node("b", {}, `${letter}. `), option),
      node("div", { class: "jl-hands" }, hands, more), node("div", { class: "jl-bars" }, ...bars.map((one) => one.box)), why);
    return { box, hands, bars, why, mark };
  }

  const now = () => rounds.at(-1);

  function hear(i, hands) {
    const count = hands.value.trim() === "" ? 0 : Number(hands.value);
    const fits = hands.validity.valid && Number.isInteger(count) && count >= 0 && count <= MOST;
    hands.toggleAttribute("aria-invalid", !fits);
    if (!fits) told.textContent = says.wrong;
    else take(i, count, false);
  }

  function take(i, count, written = true) {
    now()[i] = count;
    if (written) rows[i].hands.value = count;
    rows[i].hands.removeAttribute("aria-invalid");
    show();
  }

  function begin() {
    for (const { hands } of rows) {
      hands.value = "";
      hands.removeAttribute("aria-invalid");
    }
    show();
    rows[0].hands.focus();
  }

  function show() {
    const totals = rounds.map(sum);
    const whole = Math.max(LEAST, ...totals);
    rows.forEach(({ box, bars, why, mark }, i) => {
      bars.forEach(({ bar, words, box: line }, when) => {
        const at = rounds.length === 2 ? when : when - 1; // the first bar waits for a second round
        const count = rounds[at]?.[i] ?? 0;
        line.hidden = at < 0 || !totals[at];
        bar.style.setProperty("--jl-share", count / whole);
        const named = rounds.length === 2 ? `${says[when ? "now" : "before"]} ` : "";
        words.textContent = totals[at] ? `${named}${count} · ${share(count, totals[at])}` : "";
      });
      const right = open && i === answer;
      box.classList.toggle("jl-right", right);
      mark.textContent = right ? `✓ ${says.right} ` : "";
      why.hidden = !open;
    });
    shows.textContent = open ? says.hide : says.show;
    again.hidden = rounds.length === 2;
    told.textContent = [counted(totals), open ? outcome(totals) : ""].join(" ").trim();
    fit();
  }

  function counted(totals) {
    const first = totals.at(-1) ? filled(says.counted, { total: totals.at(-1) }) : says.none;
    return rounds.length === 2 && totals[0] && !open ? `${first} ${says["asked again"]}` : first;
  }

  function outcome(totals) {
    if (answer === null) return says.nobody;
    const chose = rounds.map((counts, at) => {
      const words = at < rounds.length - 1 ? says["chose before"] : says.chose;
      return totals[at] ? filled(words, { count: counts[answer], total: totals[at], share: share(counts[answer], totals[at]) }) : "";
    });
    return [filled(says.outcome, { letter: LETTERS[answer] }), ...chose.reverse()].join(" ");
  }

  // Full screen: the words are as large as the screen lets them be.
  function fit() {
    const fills = document.fullscreenElement === slide;
    full.textContent = fills ? says.leave : says.full;
    for (const size of fills ? SIZES : [1]) {
      slide.style.setProperty("--jl-size", size);
      if (slide.scrollHeight <= slide.clientHeight) break;
    }
  }

  // JupyterLab binds letters and arrows in command mode; what can hold the focus keeps them with this mark.
  for (const one of slide.querySelectorAll("input, button")) one.dataset.lmSuppressShortcuts = "true";
  slide.addEventListener("fullscreenchange", fit);
  const resized = new ResizeObserver(fit);
  resized.observe(slide);
  // What stands in for the slide where nothing lives is out of sight as long as this rule is on the page.
  el.append(node("style", {}, `[id="${spec.words}"] { display: none; }`), slide);
  el.classList.add("jl-poll");
  show();
  return () => resized.disconnect();
}

export default { render };
