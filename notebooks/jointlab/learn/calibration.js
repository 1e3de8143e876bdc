// The page side of the calibration picture: Python gives the words and the chart without marks; a mark for each level of
// confidence is drawn here, so that a page without Python draws the same.

const SVG = "http://www.w3.org/2000/svg";
const MOST = 6; // a mark grows with what was said, up to so many times

function shape(tag, attributes, words = "") {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.textContent = words;
  return node;
}

const along = ([[from, start], [to, end]], share) => start + ((share - from) / (to - from)) * (end - start);

// `chart`: {svg, words, across, up}, the last two as pairs of [share, pixel] at the ends of an axis. `levels`: of each
// [how sure, how often right, how often said].
function draw({ svg, words, across, up }, levels) {
  const box = document.createElement("div");
  const told = levels.map(([sure, right, count]) => filled(WORDS.each, { sure: Math.round(100 * sure), right, count }));
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", `${words} ${told.join("; ") || WORDS.none}.`);
  box.innerHTML = svg;
  for (const [sure, right, count] of levels) {
    const [x, y] = [along(across, sure), along(up, right / count)];
    const below = right / count > 0.3 ? 26 : -22; // at the bottom its words stand above
    box.firstElementChild.append(
      shape("circle", { cx: x, cy: y, r: (9 + 3 * Math.min(count, MOST)) / 2, fill: "var(--jl-blue)" }),
      shape("text", { x, y: y + below, "text-anchor": "middle", fill: "var(--jl-ink)", style: "font-size: 13px; font-weight: 700" }, filled(WORDS.mark, { right, count })),
    );
  }
  return box;
}

function render({ model, el }) {
  el.classList.add("jl-calibration");
  if (LANGUAGE) el.lang = LANGUAGE;
  const show = () => {
    // What stands in for the picture where nothing lives is out of sight as long as this rule is on the page.
    el.innerHTML = `<style>[id="${model.get("words")}"] { display: none; }</style>${model.get("html")}`;
    if (model.get("chart").svg) el.append(draw(model.get("chart"), model.get("levels")));
  };
  const followed = ["change:html", "change:levels"];
  followed.forEach((change) => model.on(change, show));
  show();
  return () => followed.forEach((change) => model.off(change, show));
}

export default { render };
