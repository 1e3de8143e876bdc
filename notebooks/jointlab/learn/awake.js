// The page has answered Python, and Python the page: say so. After all cells have run, go back to the beginning, if the
// reader is still at the end, where the front end has led; nobody who reads or answers elsewhere is torn away.

const FRESH_S = 20; // after so long, a page that shows this again is not one whose cells have just run
const NEAR = 100; // pixels: an end that is just out of sight is in sight
const NOTE_MS = 4000; // so long a note is seen at the beginning

function render({ model, el }) {
  const { says, words, back } = model.get("spec");
  const rule = node("style");
  const line = node("p", { role: "status" });
  const note = node("p", { popover: "manual", "aria-hidden": "true" }); // the line has told it to a screen reader
  el.classList.add("jl-ready");
  if (LANGUAGE) el.lang = LANGUAGE;
  el.append(rule, line, note);
  let gone = 0;

  const inSight = () => {
    const { top, bottom } = el.getBoundingClientRect();
    return bottom > -NEAR && top < window.innerHeight + NEAR;
  };
  function goBack() {
    let top = el; // the outermost of what has scrolled: the notebook, not the page around it
    for (let one = el; one; one = one.parentElement) if (one.scrollTop > 0) [top, one.scrollTop] = [one, 0];
    top.querySelector(".jl-begin")?.focus({ preventScroll: true }); // so that the keyboard begins there, too
    note.textContent = says;
    note.showPopover?.();
    gone = setTimeout(() => note.hidePopover?.(), NOTE_MS);
  }
  function hear({ age }) {
    // What stands in for the line where nothing lives is out of sight as long as this rule is on the page.
    rule.textContent = `[id="${words}"] { display: none; }`;
    const fresh = back && age < FRESH_S && inSight();
    line.textContent = says;
    if (fresh) goBack();
  }
  model.on("msg:custom", hear);
  model.send({ here: true });
  return () => {
    clearTimeout(gone);
    model.off("msg:custom", hear);
  };
}

export default { render };
