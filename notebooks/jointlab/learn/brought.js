// For a browser's own Python. The pages of the website are next door to it, and it ends with the page that it is in.
// `places` names for each address where the pages next door keep the answers to it (see alone.js).
const taken = (place) => `${place} taken along`;
const unheardOf = (place) => `${place} unheard`;
const stored = (place) => JSON.parse(localStorage.getItem(place)) ?? [];

// What was answered elsewhere: on the pages next door, which is taken along once, where nothing has been answered here;
// and here, the last time, when the page was left before Python had heard of it.
function broughtAlong(places, given) {
  const found = {};
  for (const [address, place] of Object.entries(places)) {
    try {
      const unheard = stored(unheardOf(place)), answers = stored(place);
      if (unheard.length > given(address).length) found[address] = unheard;
      else if (answers.length && !given(address).length && !localStorage.getItem(taken(place))) {
        localStorage.setItem(taken(place), "true"); // else they would come back after "Start this lesson afresh"
        found[address] = answers;
      }
    } catch { /* a browser that keeps nothing */ }
  }
  return found;
}

// Keep the answers until Python has heard of them.
function keepUntilHeard(places, given, heard) {
  for (const [address, place] of Object.entries(places)) {
    try {
      if (heard) localStorage.removeItem(unheardOf(place));
      else if (given(address).length) localStorage.setItem(unheardOf(place), JSON.stringify(given(address)));
    } catch { /* a browser that keeps nothing */ }
  }
}

