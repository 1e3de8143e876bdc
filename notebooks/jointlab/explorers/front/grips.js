// Handles in the picture: a hand takes hold of the thing itself, and the control moves along.

const SVG = "http://www.w3.org/2000/svg";

function svg(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

// Where on a track a value stands; tracks are bent lines with a value at each corner.
function placeOn({ values, places }, value) {
  if (typeof value === "string") return places[Math.max(values.indexOf(value), 0)];
  const found = values.findIndex((one) => one >= value);
  const after = found < 0 ? values.length - 1 : Math.max(found, 1);
  const share = Math.min(Math.max((value - values[after - 1]) / (values[after] - values[after - 1]), 0), 1);
  return [0, 1].map((axis) => places[after - 1][axis] + share * (places[after][axis] - places[after - 1][axis]));
}

// The value on a track that lies nearest to a point.
function valueAt({ values, places }, [x, y]) {
  const far = ([px, py]) => Math.hypot(px - x, py - y);
  if (typeof values[0] === "string") return values[places.map(far).reduce((best, d, i, all) => (d < all[best] ? i : best), 0)];
  let best = { far: Infinity };
  for (let i = 1; i < places.length; i++) {
    const [[ax, ay], [bx, by]] = [places[i - 1], places[i]];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const share = length && Math.min(Math.max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0), 1);
    const found = { far: far([ax + share * (bx - ax), ay + share * (by - ay)]), value: values[i - 1] + share * (values[i] - values[i - 1]) };
    if (found.far < best.far) best = found;
  }
  return best.value;
}

// A layer of handles over a picture. `move(changes, onItsWay)`: new values of one control or two, at positions of their
// sliders.
function gripLayer(spec, { move, hold, watch }) {
  const layer = svg("svg", { viewBox: `0 0 ${spec.width} ${spec.height}`, class: "jl-grips" });
  const control = Object.fromEntries(spec.controls.map((one) => [one.name, one]));
  let grips = [];
  let held = null; // the handle in the hand, and how far from its middle it was taken

  const at = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(layer.getScreenCTM().inverse());
    return [point.x, point.y];
  };
  function follow(event) {
    if (!held) return;
    const [x, y] = at(event);
    const changes = {};
    for (const track of grips[held.i]) {
      const to = control[track.control];
      const value = valueAt(track, [x - held.dx, y - held.dy]);
      changes[to.name] = to.kind === "choice" ? value : toValue(to, Math.round(Math.min(Math.max(toPosition(to, value), 0), to.steps)));
    }
    held.changes = changes;
    move(changes, true);
  }
  function release() {
    if (held?.changes) move(held.changes);
    held = null;
  }
  function handle(i) {
    const node = svg("g", { class: "jl-grip" });
    node.append(svg("circle", { r: 24, class: "jl-reach" }), svg("circle", { r: 10, class: "jl-halo" }), svg("circle", { r: 10 }));
    node.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      event.preventDefault(); // no text is selected, no page scrolled
      hold(grips[i][0].control);
      const [x, y] = at(event);
      held = { i, dx: x - node.place[0], dy: y - node.place[1] };
      node.setPointerCapture(event.pointerId);
    });
    node.addEventListener("pointermove", follow);
    ["pointerup", "pointercancel"].forEach((end) => node.addEventListener(end, release));
    watch(node, control[grips[i][0].control]);
    layer.append(node);
    return node;
  }
  return {
    layer,
    // `values` are the hand's; the tracks belong to a frame, whose values may lag behind.
    show(tracks, values, drawn) {
      grips = tracks;
      while (layer.children.length < grips.length) handle(layer.children.length);
      [...layer.children].forEach((node, i) => {
        node.style.display = grips[i] ? "" : "none";
        if (!grips[i]) return;
        const [one, other] = grips[i].map((track) => control[track.control].label.toLowerCase());
        const names = other ? filled(WORDS.both, { one, other }) : one;
        const [[x, y], ...moved] = grips[i].map((track, j) => {
          const [to, from] = [values, drawn].map((of) => placeOn(track, of[track.control]));
          return j ? [to[0] - from[0], to[1] - from[1]] : to;
        });
        node.place = moved.reduce(([ax, ay], [bx, by]) => [ax + bx, ay + by], [x, y]);
        node.setAttribute("transform", `translate(${node.place.map((n) => n.toFixed(1)).join(" ")})`);
        node.firstChild.replaceChildren(Object.assign(svg("title", {}), { textContent: filled(WORDS.drag, { names }) }));
      });
    },
  };
}
