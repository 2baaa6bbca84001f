// Without an account this browser remembers when its reader was here last; the front page marks what is new since.

const PAUSE_MILLISECONDS = 30 * 60 * 1000;
const mark = document.querySelector("template[data-fresh]");

function visits() {
  const now = Date.now();
  const [latest, before] = (localStorage.getItem("visits") ?? "").split(" ").map(Number);
  const found = !latest || now - latest <= PAUSE_MILLISECONDS ? before || 0 : latest;
  localStorage.setItem("visits", `${now} ${found}`);
  return found;
}

try {
  const before = visits();
  if (mark && before) {
    for (const line of document.querySelectorAll(".coverage[data-latest]")) {
      if (Date.parse(line.dataset.latest) > before) line.prepend(mark.content.cloneNode(true), " ");
    }
  }
} catch {
  // A browser that keeps nothing has no last visit.
}
