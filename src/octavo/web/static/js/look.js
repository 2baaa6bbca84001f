// Reading settings take effect at once; the cookie is what the server makes the next pages with.

const root = document.documentElement;
const YEAR_SECONDS = 31_536_000;
const USUAL = { theme: "system", size: "usual", face: "serif", width: "usual" };

function known() {
  const text = document.cookie.match(/(?:^|; )look="?([^;"]*)/)?.[1];
  return { ...USUAL, ...Object.fromEntries(new URLSearchParams(text ?? "")) };
}

function show(look) {
  for (const name of Object.keys(USUAL)) {
    if (look[name] === USUAL[name]) delete root.dataset[name];
    else root.dataset[name] = look[name];
  }
  document.querySelector("meta[name=color-scheme]").content = look.theme === "system" ? "light dark" : look.theme;
}

function remember(look) {
  const text = Object.keys(USUAL).filter((name) => look[name] !== USUAL[name]).map((name) => `${name}=${look[name]}`);
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `look=${text.join("&")}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
}

for (const form of document.querySelectorAll("form[data-look]")) {
  form.addEventListener("change", () => {
    const look = { ...known(), ...Object.fromEntries(new FormData(form)) };
    remember(look);
    show(look);
    if (root.dataset.person) fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" }).catch(() => {});
  });
}

// A page that was kept for offline may be of a time when another look was chosen.
if (!navigator.onLine) show(known());
