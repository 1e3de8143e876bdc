// Many forms in one block: a bar that chooses among them, and some at a time. Python writes the bar (see _sift.py) and
// says what each form is of. A form that is judged stays in sight until the bar or a button chooses anew. Verdict and
// grade choose among what is judged: they would give the others away.

const TOLD = ["verdict", "grade"]; // what is told after a judgement only

function sift(el, { bar, of, page, missing = 0 }, given) { // `missing`: how many forms come later
  const forms = [...el.querySelectorAll("form")];
  const turns = `<p class="jl-turns"><button type="button" data-turn="-1">${WORDS.before}</button>` +
    `<button type="button" data-turn="1">${WORDS.next}</button></p>`;
  forms[0].insertAdjacentHTML("beforebegin", `<div class="jl-sift">${bar}</div><p class="jl-count" role="status" tabindex="-1"></p>`);
  forms.at(-1).insertAdjacentHTML("afterend", turns);
  const fields = [...el.querySelectorAll("[data-by]")];
  const count = el.querySelector(".jl-count");
  const buttons = [...el.querySelectorAll("[data-turn]")];
  let start = 0;

  function fits(form, field) {
    const { address } = form.dataset;
    const wanted = field.type === "checkbox" ? field.checked : field.value.trim().toLowerCase();
    if (!wanted) return true;
    if (field.dataset.by === "open") return !given(address).length;
    if (field.dataset.by === "words") {
      const words = form.querySelector("legend").textContent.toLowerCase();
      return wanted.split(/\s+/).every((word) => words.includes(word));
    }
    if (TOLD.includes(field.dataset.by) && !given(address).length) return false;
    return of[address][field.dataset.by].some((value) => value.toLowerCase() === wanted);
  }
  const chosen = () => forms.filter((form) => fields.every((field) => fits(form, field)));
  function show(first) {
    const found = chosen();
    start = Math.max(0, Math.min(first, page * Math.floor((found.length - 1) / page)));
    const seen = found.slice(start, start + page);
    forms.forEach((form) => { form.hidden = !seen.includes(form); });
    const tells = fields.some((field) => TOLD.includes(field.dataset.by) && field.value);
    const which = `${["none", "fit_one"][seen.length] ?? "fit_many"}${tells ? "_judged" : ""}`;
    const numbers = { found: found.length + missing, all: forms.length + missing, first: start + 1, last: start + seen.length };
    count.textContent = filled(WORDS[which], numbers);
    buttons[0].disabled = start === 0;
    buttons[1].disabled = start + page >= found.length + missing;
  }

  fields.forEach((field) => field.addEventListener("input", () => show(0)));
  buttons.forEach((one) => one.addEventListener("click", () => {
    show(start + page * Number(one.dataset.turn));
    count.focus({ preventScroll: true });
    el.querySelector(".jl-sift").scrollIntoView({ block: "start" });
  }));
  forms.forEach((form) => form.addEventListener("jl-sought", () => { // the strip leads to it: bring it in sight
    if (!form.hidden) return;
    for (const field of fields) [field.value, field.checked] = ["", false];
    show(page * Math.floor(forms.indexOf(form) / page));
  }));
  show(0);
}
