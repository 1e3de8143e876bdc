// Wakes what lives in a page: explorers play from their records, questions answer, the strip counts. No kernel; what is
// answered stays in this browser.

(() => {
  const { explorer, question, strip, course } = window.jointlab;
  const NEAR = "600px"; // so near to the screen an explorer is loaded

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

  // Questions: the words that stand in for them give way.
  const places = {}; // address → where its answers are kept
  const right = {}; // address of a question → the answer
  for (const box of document.querySelectorAll(".jl-asks")) {
    const given = state(box);
    Object.assign(places, given.kept);
    Object.assign(right, given.spec.right);
    if (document.querySelector(`[data-after="prediction ${given.spec.prediction}"]`)) given.unlocks = true;
    const { late } = box.querySelector("script").dataset; // the file with its words, if they are many
    const asks = (spec) => question.render({ model: question.kept({ ...given, spec }), el: inside(box) });
    box.wakes = () => (late ? load("asks", late, asks) : asks(given.spec));
    if (late) near(box);
    else box.wakes();
  }
  const answers = (address) => read(places[address]) ?? [];

  // Explorers.
  function wake(box) {
    const { explorer: name, after } = box.dataset;
    const place = `jointlab goal ${name}`;
    const play = (record) => {
      const model = new explorer.Recorded(record, after && !answers(after).length ? WORDS.locked : "");
      model.data.reached = Boolean(read(place));
      record.spec.after = after;
      box.firstElementChild.hidden = true;
      explorer.render({ model, el: inside(box) });
      box.append(Object.assign(document.createElement("p"), { className: "jl-coarse", textContent: WORDS.coarse }));
      model.on("change:frame", () => model.get("reached") && !read(place) && write(place, true));
      heard(() => model.get("locked") && answers(after).length && model.unlock());
    };
    load("records", name, play);
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
      return filled(WORDS.calibration, { hits, count: said.length, sure: Math.round(mean) });
    },
    score: (said) => {
      const costs = said.map(([given, answer]) => (given.split("|")[1] / 100 - (Number(given.split("|")[0]) === answer)) ** 2);
      const score = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
      return filled(WORDS.score, { score: score.toFixed(2).replace(".", WORDS.decimal), count: costs.length });
    },
  };
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

  for (const box of document.querySelectorAll(".jl-live")) {
    box.wakes = () => wake(box);
    near(box);
  }
  document.querySelectorAll(".jl-progress").forEach(progress);
  document.querySelectorAll(".jl-sure").forEach((box) => { sure(box); heard(() => sure(box)); });
  document.querySelectorAll(".jl-filter").forEach(filter);
})();
