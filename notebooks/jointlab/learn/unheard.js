// Answers that Python has not heard wait in this tab, also while the page is loaded anew: whichever block asks the same
// afterwards hands them over. `places` names for each address where its answers are kept.
const WAIT = (place) => `${place} not heard`;

function waitingAt(place) {
  try { return JSON.parse(sessionStorage.getItem(WAIT(place))) ?? []; } catch { return []; } // a browser that keeps nothing
}

// All that was answered waits, what was heard of it included: by that it is known where the rest goes on.
function letWait(place, answers) {
  try { sessionStorage.setItem(WAIT(place), JSON.stringify(answers)); } catch { /* the same */ }
}

function heardAll(places, given) {
  for (const [address, place] of Object.entries(places)) {
    const count = waitingAt(place).length;
    if (count && count <= given(address).length) sessionStorage.removeItem(WAIT(place));
  }
}

// Where more was answered than Python knows. What was answered otherwise elsewhere stands.
function neverHeard(places, given) {
  const found = Object.entries(places).map(([address, place]) => [address, waitingAt(place)]);
  const goesOn = ([address, answers]) => answers.length > given(address).length && given(address).every((one, i) => one === answers[i]);
  return Object.fromEntries(found.filter(goesOn));
}

