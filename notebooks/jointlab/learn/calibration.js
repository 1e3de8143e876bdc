// The page side of the calibration picture: it shows what Python has drawn.

function render({ model, el }) {
  el.classList.add("jl-calibration");
  if (LANGUAGE) el.lang = LANGUAGE;
  const show = () => {
    // What stands in for the picture where nothing lives is out of sight as long as this rule is on the page.
    el.innerHTML = `<style>[id="${model.get("words")}"] { display: none; }</style>${model.get("html")}`;
  };
  model.on("change:html", show);
  show();
  return () => model.off("change:html", show);
}

export default { render };
