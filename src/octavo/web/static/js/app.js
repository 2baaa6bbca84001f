// What pages can do beyond reading. Everything works without it.

const language = document.documentElement.lang;

function keepForOffline() {
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js");
}

function offerInstalling() {
  const button = document.querySelector("[data-install]");
  if (!button) return;
  let offer = null;
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event;
    button.hidden = false;
  });
  button.addEventListener("click", () => {
    offer?.prompt();
    button.hidden = true;
  });
}

function tellTimesInTheReadersZone() {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short" });
  for (const time of document.querySelectorAll("time[datetime][title]")) {
    time.title = format.format(new Date(time.dateTime));
  }
}

function closeMenusOutside() {
  const menus = document.querySelectorAll("details.languages, details.person, details.editions");
  document.addEventListener("click", (event) => {
    for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const menu of menus) menu.open = false;
  });
}

keepForOffline();
offerInstalling();
tellTimesInTheReadersZone();
closeMenusOutside();
