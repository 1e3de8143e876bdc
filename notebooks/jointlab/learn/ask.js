// The page side of every question: native forms that answer in the same moment, from the table that Python has written
// (see _forms.py); Python hears of it afterwards. Everything about the subject stays in Python.

const SILENCE_MS = 6000; // not heard for so long: say so

const fields = (form) => [...form.querySelectorAll("input, select")];
const names = (form) => [...new Set(fields(form).map((field) => field.name))];
const status = (form) => form.querySelector(".jl-said");
const inSight = (node) => !node.closest("[hidden]");
const say = (line, words, as = "textContent") => { // only what is new: a screen reader would read it again
  if (line.said !== words) line[as] = line.said = words;
};

function fill(form, answer) {
  const values = names(form).length > 1 ? answer.split("|") : [answer];
  for (const field of fields(form)) {
    const value = values[names(form).indexOf(field.name)] ?? "";
    if (field.type === "radio") field.checked = field.value === value;
    else field.value = value;
  }
  form.filled = answer;
}

function render({ model, el }) {
  const spec = model.get("spec");
  el.classList.add("jl-block");
  if (LANGUAGE) el.lang = LANGUAGE;
  // What stands in for the block where nothing lives is out of sight as long as this rule is on the page.
  const lines = ["score", "trouble", "notice"];
  el.innerHTML = `<style>[id="${spec.words}"] { display: none; }</style>${spec.html}` +
    lines.map((line) => `<p class="jl-${line}" role="status"></p>`).join("");
  const [score, trouble, notice] = lines.map((line) => el.querySelector(`.jl-${line}`));
  const again = new Set(); // forms in which the learner chooses once more
  let made = false; // the prediction, as last told to the page
  let silence = 0;
  const given = (address) => model.get("given")[address] ?? [];
  const nextDoor = spec.next_door ?? {};
  if (spec.sift) sift(el, spec.sift, given);
  const heard = () => model.get("heard") >= Object.values(model.get("given")).flat().length;

  function show(form) {
    const { address, asked, opened } = form.dataset;
    const answer = given(asked).at(-1) ?? "";
    const over = answer && given(opened).length > 0;
    if (over) again.delete(form);
    const time = again.has(form) ? "again" : over ? "opened" : answer === "skip" ? "skipped" : answer ? "made" : "open";
    for (const part of form.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.split(" ").includes(time);
    if ((form.filled ?? "") !== answer) fill(form, answer);
    const said = spec.said[address];
    const free = model.get("unlocks") && heard() && !["open", "again"].includes(time) ? spec.unlocked : "";
    const after = answer ? (spec.after?.[address] ?? "") : "";
    say(status(form), (said[time] ?? said[`${answer}|${time}`] ?? said[answer] ?? "") + after + free, "innerHTML");
  }

  function showAll() {
    el.querySelectorAll("form").forEach(show);
    // JupyterLab binds letters and arrows in command mode; what can hold the focus keeps them with this mark.
    const hold = el.querySelectorAll("input, select, button, a, [tabindex]");
    for (const node of hold) node.dataset.lmSuppressShortcuts = "true";
    const tries = Object.entries(spec.right ?? {}).map(([address, right]) => [given(address), right]);
    const solved = tries.filter(([answers, right]) => answers.includes(right)).length;
    const first = tries.filter(([answers, right]) => answers[0] === right).length;
    say(score, tries.some(([answers]) => answers.length) ? spec.scores[`${solved}|${first}`] : "");
    if (heard()) clearTimeout(silence);
    keepUntilHeard(nextDoor, given, heard());
    say(trouble, model.get("trouble"));
    say(notice, model.get("notice"));
    const detail = { name: spec.prediction, made: given(`prediction ${spec.prediction}`).length > 0 };
    if (detail.made !== made) document.dispatchEvent(new CustomEvent("jl-answered", { detail }));
    made = detail.made;
  }

  function answer(form, words) {
    const { address } = form.dataset;
    again.delete(form);
    model.set("given", { ...model.get("given"), [address]: [...given(address), words] });
    model.save_changes();
    silence = setTimeout(() => heard() || say(trouble, WORDS.silence), SILENCE_MS);
    // What held the focus may have gone: it stands on the next button, else on what was said.
    const stays = form.contains(document.activeElement) && inSight(document.activeElement);
    if (!stays) ([...form.querySelectorAll("button")].find(inSight) ?? status(form)).focus();
  }

  function press(event) {
    event.preventDefault();
    const form = event.target;
    const does = event.submitter?.value ?? "answer";
    const chosen = new FormData(form);
    const missing = does === "answer" ? names(form).filter((name) => !chosen.get(name)) : [];
    if (missing.length) {
      say(status(form), spec.said[form.dataset.address][`?${missing.join(" ")}`], "innerHTML");
      fields(form).find((field) => field.name === missing[0]).focus();
    } else if (does === "again") {
      fill(form, given(form.dataset.asked).at(-1));
      again.add(form);
      show(form);
      (fields(form).find((field) => field.checked) ?? fields(form)[0]).focus();
    } else answer(form, does === "answer" ? names(form).map((name) => chosen.get(name)).join("|") : does);
  }

  const brought = broughtAlong(nextDoor, given);
  if (Object.keys(brought).length) {
    model.set("given", { ...model.get("given"), ...brought });
    model.save_changes();
  }
  const followed = ["given", "heard", "unlocks", "trouble", "notice"].map((name) => `change:${name}`);
  followed.forEach((change) => model.on(change, showAll));
  el.addEventListener("submit", press);
  showAll();
  return () => followed.forEach((change) => model.off(change, showAll));
}

export default { render };
