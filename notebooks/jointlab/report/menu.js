// The page side of the report's button. What was written also comes here, to be opened and saved from any page.

function render({ model, el }) {
  const { summary, told, words } = model.get("spec");
  el.classList.add("jl-report");
  if (LANGUAGE) el.lang = LANGUAGE;
  const form = node("form", { autocomplete: "off" });
  const label = node("label", {}, `${WORDS.name} `);
  const name = node("input", { type: "text", maxlength: 60 });
  label.append(name);
  const button = node("button", { type: "submit" }, WORDS.write);
  const said = node("p", { role: "status" });
  const links = node("p", { class: "jl-links" });
  form.append(label, button);
  // What stands in for it where nothing lives is out of sight as long as this rule is on the page.
  const fold = node("details");
  const line = node("summary", {}, summary);
  fold.append(line, node("p", {}, told), form, said, links);
  el.replaceChildren(node("style", {}, `[id="${words}"] { display: none; }`), fold);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    said.textContent = WORDS.writing;
    model.send({ name: name.value });
  });
  // JupyterLab takes what Enter does by itself in a field.
  name.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    form.requestSubmit();
  });
  // JupyterLab binds letters in command mode; what can hold the focus keeps them with this mark.
  [line, name, button].forEach((one) => { one.dataset.lmSuppressShortcuts = "true"; });

  let addresses = [];
  const forget = () => {
    addresses.forEach((one) => URL.revokeObjectURL(one));
    addresses = [];
  };
  const link = (text, kind, type, attributes) => {
    const address = URL.createObjectURL(new Blob([model.get("written")[kind]], { type: `${type};charset=utf-8` }));
    addresses.push(address);
    links.append(node("a", { href: address, ...attributes }, text), " ");
  };
  const tell = () => { said.textContent = model.get("said"); };
  const offer = () => {
    const file = model.get("written").name;
    forget();
    links.replaceChildren();
    if (!file) return;
    link(WORDS.open, "page", "text/html", { target: "_blank", rel: "noopener" });
    link(WORDS.save, "page", "text/html", { download: `${file}.html` });
    link(WORDS.save_table, "table", "text/csv", { download: `${file}.csv` });
  };
  // The same words may be said again: then only the answer tells that Python has heard.
  model.on("change:said", tell);
  model.on("change:written", offer);
  model.on("msg:custom", tell);
  tell();
  offer();
  return () => {
    forget();
    model.off("change:said", tell);
    model.off("change:written", offer);
    model.off("msg:custom", tell);
  };
}

export default { render };
