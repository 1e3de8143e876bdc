// A picture that is wider than its frame: its words stay large enough to read, it is swiped sideways, and a button shows
// all of it at once, smaller.

// `line` stands below the frame and is in sight only as long as there is something to swipe; `leave()` ends it.
function wide(frame) {
  const whole = element("button", { type: "button", "aria-pressed": "false", ...OWN_KEYS }, WORDS.whole);
  const [before, after] = WORDS.swipe.split("{whole}").map((words) => element("span", { "aria-hidden": "true" }, words));
  const line = element("p", { class: "jl-swipe" }, before, whole, after);
  const isWhole = () => frame.classList.contains("jl-whole");
  function look() {
    const rest = frame.scrollWidth - frame.clientWidth;
    frame.tabIndex = rest > 0 ? 0 : -1; // arrow keys scroll it
    line.hidden = rest <= 0 && !isWhole();
    const sides = [frame.scrollLeft > 1 && "left", rest - frame.scrollLeft > 1 && "right"];
    frame.dataset.more = sides.filter(Boolean).join(" "); // where it fades out
  }
  whole.addEventListener("click", () => {
    whole.setAttribute("aria-pressed", frame.classList.toggle("jl-whole"));
    look();
  });
  frame.addEventListener("scroll", look, { passive: true });
  const room = new ResizeObserver(look);
  room.observe(frame);
  return { line, leave: () => room.disconnect() };
}
