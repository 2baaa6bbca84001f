// What pages can do beyond reading. Everything works without it.

import "asset:js/acts.js";
import "asset:js/fresh.js";
import "asset:js/look.js";
import "asset:js/saved.js";

const language = document.documentElement.lang;

// The worker fetches its shell once the page is there; its own file is never taken from a browser's cache.
function keepForOffline() {
  if (!("serviceWorker" in navigator)) return;
  const register = () => navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => {});
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register);
  if (navigator.serviceWorker.controller) return;
  navigator.serviceWorker.ready.then((one) => one.active?.postMessage({ opened: location.pathname + location.search }));
}

function showBadge() {
  const count = Number(document.documentElement.dataset.unread ?? 0);
  const shown = count ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  shown?.catch(() => {});
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
  const timeZone = document.documentElement.dataset.zone; // Chosen by the reader or the edition; else the browser's.
  const format = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short", timeZone });
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
showBadge();
offerInstalling();
tellTimesInTheReadersZone();
closeMenusOutside();
