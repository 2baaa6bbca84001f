// A section that is folded stays folded: for a person on all their devices, for everyone else on this one, whose cookie is
// what the server makes the next front page with.

const YEAR_SECONDS = 31_536_000;
const { person } = document.documentElement.dataset;
const address = document.querySelector("a[data-arrange]")?.href;

function parts() {
  const text = document.cookie.match(/(?:^|; )sections="?([^;"]*)/)?.[1] ?? "";
  return text.split(".").filter(Boolean);
}

function foldEverywhere(name, isFolded) {
  const body = new URLSearchParams({ section: name, ...(isFolded && { folded: "1" }) });
  fetch(address, { method: "POST", body, redirect: "manual", keepalive: true }).catch(() => {});
}

function foldHere(name, isFolded) {
  const kept = parts();
  const at = kept.findIndex((part) => part === name || part === `-${name}`);
  if (at >= 0) kept[at] = isFolded ? `-${name}` : name;
  const others = kept.filter((part) => part !== `--${name}`);
  if (at < 0 && isFolded) others.push(`--${name}`);
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `sections=${others.join(".")}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
}

const fold = person && address ? foldEverywhere : foldHere;
for (const section of document.querySelectorAll("details[data-section]")) {
  section.querySelector("summary").addEventListener("click", () => fold(section.dataset.section, section.open));
}
