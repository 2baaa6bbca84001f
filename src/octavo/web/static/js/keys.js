// The keys of common readers. Off while something is typed, and for good where a person switches them off (WCAG 2.1.4).
// A button or link with data-key="s" is what the key s presses: within the story or report that has the focus first.

import { act } from "asset:js/acts.js";

const ITEMS = "main article:has(.headline a, .report__title a), main .comment";
const OFF = "keys-off";

const sheet = document.getElementById("keys");
const keySwitch = sheet?.querySelector("[data-keys-switch]");

function isTyping(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function isOff() {
  try {
    return localStorage.getItem(OFF) === "1";
  } catch {
    return false;
  }
}

function remember(off) {
  try {
    if (off) localStorage.setItem(OFF, "1");
    else localStorage.removeItem(OFF);
  } catch {
    // A browser that keeps nothing keeps the keys.
  }
}

function shownItems() {
  return [...document.querySelectorAll(ITEMS)].filter((item) => item.checkVisibility?.() ?? item.offsetParent);
}

function here() {
  return document.activeElement?.closest(ITEMS);
}

function linkOf(item) {
  return item.querySelector(".headline a, .report__title a, a[href], button");
}

function go(step) {
  const items = shownItems();
  const at = items.indexOf(here());
  const next = at < 0 ? (step > 0 ? items.find((item) => item.getBoundingClientRect().bottom > 0) : null) : items[at + step];
  const link = next && linkOf(next);
  link?.focus();
  link?.scrollIntoView({ block: "center" });
}

// A card has no button for it: its story's page has.
function mark(card) {
  const isRead = card.classList.toggle("card--read");
  act(isRead ? "read" : "unread", { story: card.dataset.story, opened: false });
}

function press(key) {
  const found = here()?.querySelector(`[data-key="${key}"]`) ?? document.querySelector(`main [data-key="${key}"]`);
  if (key === "m" && here()?.dataset.story && window.indexedDB) mark(here());
  else if (found) found.click();
  else if (key === "v" && here()?.dataset.original) location.assign(here().dataset.original);
}

function search() {
  const fields = [...document.querySelectorAll("main input[type=search], input[type=search]")];
  const field = fields.find((one) => one.offsetParent);
  if (field) field.focus();
  else document.querySelector("form[role=search] button")?.click();
}

const PRESSING = new Set(["s", "v", "m", "f", "l"]);
const KEYS = {
  "?": () => sheet?.showModal(),
  j: () => go(1),
  k: () => go(-1),
  o: () => { const item = here(); if (item) linkOf(item)?.click(); },
  "/": search,
  g: () => document.querySelector("a[rel=home]")?.click(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
  if (isOff() || document.querySelector("dialog[open]")) return;
  const act = KEYS[event.key] ?? (PRESSING.has(event.key) ? () => press(event.key) : null);
  if (!act) return;
  event.preventDefault();
  act();
});

document.querySelector("[data-keys-open]")?.addEventListener("click", (event) => {
  if (!sheet?.showModal) return;
  event.preventDefault();
  sheet.showModal();
});

if (keySwitch) {
  keySwitch.checked = !isOff();
  keySwitch.addEventListener("change", () => remember(!keySwitch.checked));
}
