// A widget hears from its front end that its Python is lost. Where a front end does not tell (some, and every page without
// Python), nothing is said here: then an answer that stays away is all that shows it.

const CUT_MS = 3000; // a way that is cut for less is not worth a word
const ENDED = ["autorestarting", "restarting", "terminating", "dead"]; // a kernel that starts anew knows no widget of before

// `say(words)`: that Python is lost, and why, or "" once it is reached again; gives back what ends this.
function whenLost(model, say) {
  const kernel = model.widget_manager?.kernel;
  if (!kernel?.statusChanged || !kernel.connectionStatusChanged) return () => {};
  let said = "";
  let cut = 0;
  const tell = (words) => {
    if (said === WORDS.gone || said === words) return; // what has ended does not come back: its cell makes another widget
    said = words;
    say(words);
  };
  const status = (_kernel, now) => ENDED.includes(now) && tell(WORDS.gone);
  const connection = (_kernel, now) => {
    clearTimeout(cut);
    if (now === "connected") tell("");
    else cut = setTimeout(() => tell(WORDS.cut), CUT_MS);
  };
  const ended = () => tell(WORDS.gone);
  const ways = [[kernel.statusChanged, status], [kernel.connectionStatusChanged, connection], [kernel.disposed, ended]];
  ways.forEach(([signal, hear]) => signal?.connect(hear));
  return () => {
    clearTimeout(cut);
    ways.forEach(([signal, hear]) => signal?.disconnect(hear));
  };
}

// Every explorer of a page shows it on its `line`; one of them says it aloud.
function showLostIn(box, line, words) {
  const others = [...document.querySelectorAll(".jl-lost .jl-error[role=alert]")].filter((one) => one !== line);
  line.setAttribute("role", words && others.length ? "note" : "alert");
  box.classList.toggle("jl-lost", Boolean(words));
}

