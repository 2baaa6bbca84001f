// A section that is folded stays folded on this device: the cookie is what the server makes the next front page with.

const YEAR_SECONDS = 31_536_000;

function parts() {
  const text = document.cookie.match(/(?:^|; )sections="?([^;"]*)/)?.[1] ?? "";
  return text.split(".").filter(Boolean);
}

function fold(name, isFolded) {
  const kept = parts();
  const at = kept.findIndex((part) => part === name || part === `-${name}`);
  if (at >= 0) kept[at] = isFolded ? `-${name}` : name;
  const others = kept.filter((part) => part !== `--${name}`);
  if (at < 0 && isFolded) others.push(`--${name}`);
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `sections=${others.join(".")}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
}

for (const section of document.querySelectorAll("details[data-section]")) {
  section.querySelector("summary").addEventListener("click", () => fold(section.dataset.section, section.open));
}
