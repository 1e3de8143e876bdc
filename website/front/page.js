// Wakes what lives in a page: explorers play from their records, questions answer, the strip counts. No kernel; what is
// answered stays in this browser.

(() => {
  const { explorer, question, strip, calibration, poll, course } = window.jointlab;
  const NEAR = "600px"; // so near to the screen an explorer is loaded
  const FEW = 10; // with fewer predictions luck says more than skill

  const memory = {}; // of a browser that keeps nothing
  const read = (place) => { try { return JSON.parse(localStorage.getItem(place)); } catch { return memory[place] ?? null; } };
  const write = (place, value) => {
    try { localStorage.setItem(place, JSON.stringify(value)); } catch { memory[place] = value; }
    document.dispatchEvent(new Event("jl-kept"));
  };
  const heard = (act) => ["jl-kept", "storage"].forEach((event) => (event === "storage" ? window : document).addEventListener(event, act));
  const state = (box) => JSON.parse(box.querySelector("script[type='application/json']").textContent);
  const inside = (box) => box.appendChild(document.createElement("div"));

  // What is loaded only when it comes near: a script beside the page, which says what is in it to whoever waits.
  const waiting = {};
  window.jointlab.brings = (name, what) => waiting[name].forEach((act) => act(what));
  function load(folder, name, act) {
    if (waiting[name]) return waiting[name].push(act);
    waiting[name] = [act];
    const root = document.documentElement.dataset.content_root ?? "./";
    document.head.append(Object.assign(document.createElement("script"), { src: `${root}_static/${folder}/${name}.js` }));
  }
  const comes = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach(({ target }) => {
    comes.unobserve(target);
    target.wakes();
  }), { rootMargin: NEAR });
  const near = (box) => comes.observe(box);
  const whenLeft = (node, act) => { // nothing is taken from under a hand
    if (!node.contains(document.activeElement)) act();
    else node.addEventListener("focusout", () => setTimeout(() => whenLeft(node, act)), { once: true });
  };

  // Questions: the words that stand in for them give way.
  const places = {}; // address → where its answers are kept
  const right = {}; // address of a question → the answer
  for (const box of document.querySelectorAll(".jl-asks")) {
    const given = state(box);
    Object.assign(places, given.kept);
    Object.assign(right, given.spec.right);
    const waits = document.querySelector(`[data-after="prediction ${given.spec.prediction}"]`);
    if (waits) {
      given.unlocks = true;
      given.spec.unlocked += `<p><a href="#${waits.id}">${WORDS.picture}</a></p>`;
    }
    const { late } = box.querySelector("script").dataset; // the file with all of its words, if they are many
    const asks = (spec) => {
      const here = inside(box);
      return [here, question.render({ model: question.kept({ ...given, spec }), el: here })];
    };
    const [first, leave] = asks(given.spec);
    if (!late) continue;
    box.wakes = () => load("asks", late, (spec) => whenLeft(first, () => {
      delete box.querySelector("script").dataset.late;
      leave();
      first.remove();
      asks(spec);
    }));
    near(box);
  }
  const answers = (address) => read(places[address]) ?? [];

  // Explorers: all but the picture is there at once, so that nothing moves when it comes; the still one stands in for it.
  function place(box) {
    const { explorer: name, after } = box.dataset;
    const done = `jointlab goal ${name}`;
    const opening = state(box);
    opening.spec.after = after;
    const model = new explorer.Recorded(opening, after && !answers(after).length ? WORDS.locked : "");
    model.data.reached = Boolean(read(done));
    box.firstElementChild.hidden = true;
    explorer.render({ model, el: inside(box) });
    const still = Object.assign(document.createElement("img"), { className: "jl-layer", alt: "", src: box.querySelector("img").src });
    if (!model.get("locked")) box.querySelector(".jl-scene").prepend(still);
    box.append(Object.assign(document.createElement("p"), { className: "jl-coarse", textContent: WORDS.coarse }));
    model.on("change:frame", () => model.get("reached") && !read(done) && write(done, true));
    heard(() => model.get("locked") && answers(after).length && model.unlock());
    box.wakes = () => load("records", name, (record) => {
      model.bring(record);
      still.remove();
    });
    near(box);
  }

  // How far one is in a lesson.
  const doneHere = {
    prediction: (address) => answers(address).length > 0 && answers(address).at(-1) !== "skip",
    judgement: (address) => answers(address).length > 0,
    quiz: (address) => answers(address).includes(right[address]),
    goal: (address) => Boolean(read(`jointlab ${address}`)),
  };
  const isDone = (address) => doneHere[address.split(" ")[0]]?.(address) ?? false;
  function progress(box) {
    const { lesson, spec } = state(box);
    const all = spec.steps.flatMap(([, parts]) => parts);
    const values = {
      spec: () => spec,
      done: () => all.filter(isDone),
      opens: () => all.filter((part) => isDone(part) || (part in places && answers(part).length)),
      said: () => "",
      place: () => read(`jointlab place ${lesson}`) ?? "",
    };
    const afresh = () => {
      [...Object.values(places), `jointlab place ${lesson}`, ...all.filter((one) => one.startsWith("goal ")).map((one) => `jointlab ${one}`)]
        .forEach((place) => { try { localStorage.removeItem(place); } catch { delete memory[place]; } });
      location.reload();
    };
    strip.render({ el: inside(box), model: {
      get: (name) => values[name](), set: (_name, value) => write(`jointlab place ${lesson}`, value), save_changes: () => {},
      on: (what, act) => what === "change:done" && heard(act), off: () => {}, send: afresh,
    } });
  }

  // How sure, how often right, and how like the evidence, over all lessons: the first answer to each question counts.
  const told = {
    calibration: (said, hits) => {
      const mean = said.reduce((sum, [given]) => sum + Number(given.split("|")[1]), 0) / said.length;
      const few = said.length < FEW ? ` ${filled(WORDS.few, { few: FEW })}` : "";
      return filled(WORDS.calibration, { hits, count: said.length, sure: Math.round(mean) }) + few;
    },
    score: (said) => {
      const costs = said.map(([given, answer]) => (given.split("|")[1] / 100 - (Number(given.split("|")[0]) === answer)) ** 2);
      const score = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
      return filled(WORDS.score, { score: score.toFixed(2).replace(".", WORDS.decimal), count: costs.length });
    },
  };
  function levels(said) { // of each confidence: how sure, how often right, how often said
    const found = new Map();
    for (const [given, answer] of said) {
      const [option, confidence] = given.split("|").map(Number);
      const [right, count] = found.get(confidence) ?? [0, 0];
      found.set(confidence, [right + (option === answer), count + 1]);
    }
    return [...found].sort(([one], [other]) => one - other).map(([confidence, counts]) => [confidence / 100, ...counts]);
  }
  function sure(box) {
    const kind = box.dataset.kind;
    const first = course.predictions.map(({ place, right: answer }) => [(read(place) ?? [])[0], answer]);
    const said = first.filter(([given, answer]) => given && given !== "skip" && answer !== null);
    const judged = course.claims.map(({ place, verdict }) => [(read(place) ?? [])[0], verdict]).filter(([own]) => own);
    const same = judged.filter(([own, verdict]) => own === verdict).length;
    const hits = said.filter(([given, answer]) => Number(given.split("|")[0]) === answer).length;
    const words = kind === "judgements"
      ? judged.length && filled(WORDS.judgements, { judged: judged.length, count: course.claims.length, same })
      : said.length && told[kind](said, hits);
    box.firstElementChild.textContent = words || WORDS.nothing;
    if (kind === "calibration") {
      box.querySelector(".jl-chart")?.remove();
      const chart = Object.assign(inside(box), { className: "jl-chart" });
      const frame = inside(chart);
      frame.append(calibration.draw(course.chart, levels(said)));
      chart.append(explorer.wide(frame).line);
    }
  }

  // The ledger of claims.
  function filter(form) {
    const claims = [...document.querySelectorAll(".jl-claim")];
    const show = () => {
      const { words, verdict, lesson } = Object.fromEntries(new FormData(form));
      const fits = (one) => one.textContent.toLowerCase().includes(words.toLowerCase()) &&
        (!verdict || one.dataset.verdict === verdict) && (!lesson || one.dataset.lesson.split(" ").includes(lesson));
      claims.forEach((one) => { one.hidden = !fits(one); });
      form.querySelector("output").textContent = filled(WORDS.claims, { count: claims.filter((one) => !one.hidden).length, all: claims.length });
    };
    form.addEventListener("input", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    show();
  }

  // Where JupyterLite belongs to the site: the way to it, or why there is none. It needs a service worker, which a
  // browser allows to pages of a web server alone, and there only by https (or on the same computer).
  const servesWorkers = location.protocol.startsWith("http") && "serviceWorker" in navigator;
  function toWrite(box) {
    box.hidden = false;
    const [way, instead] = box.children;
    (servesWorkers ? instead : way).remove();
    if (servesWorkers) box.previousElementSibling.remove();
  }

  document.querySelectorAll(".jl-write").forEach(toWrite);

  // What the theme leaves without a name or a level.
  for (const [drawer, name] of [[".sidebar-drawer", WORDS.all_pages], [".toc-drawer", WORDS.this_page]]) {
    document.querySelector(drawer)?.setAttribute("aria-label", name);
  }
  document.querySelectorAll(".sidebar-tree .caption").forEach((one) => one.setAttribute("aria-level", "2"));

  // What is wider than the page scrolls, by arrow keys, too.
  const room = new ResizeObserver((seen) => seen.forEach(({ target }) => { target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1; }));
  document.querySelectorAll("article :is(.jl-table, .table-wrapper, pre, .jl-formula)").forEach((one) => room.observe(one));

  document.querySelectorAll(".jl-live").forEach(place);
  document.querySelectorAll(".jl-still > div:not(.jl-live *)").forEach((frame) => frame.after(explorer.wide(frame).line));
  document.querySelectorAll(".jl-progress").forEach(progress);
  document.querySelectorAll(".jl-polls").forEach((box) => {
    const spec = state(box);
    poll.render({ el: inside(box), model: { get: () => spec } });
  });
  document.querySelectorAll(".jl-sure").forEach((box) => { sure(box); heard(() => sure(box)); });
  document.querySelectorAll(".jl-filter").forEach(filter);
})();
