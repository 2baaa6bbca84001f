// What is saved without an account is in this browser; with one, what is saved is kept on this device for offline.

import { act } from "asset:js/acts.js";
import { allOf, putInto, takeFrom } from "asset:js/outbox.js";

const person = document.documentElement.dataset.person;
const tellWorker = (message) => navigator.serviceWorker?.ready.then((one) => one.active?.postMessage(message));

function keepForOffline(name, path) {
  if (name === "star") tellWorker({ keep: path });
  if (name === "unstar") tellWorker({ drop: path });
}

async function offerSavingHere() {
  const saved = new Set((await allOf("saved")).map((one) => one.path));
  for (const form of document.querySelectorAll("form[data-local]")) {
    const button = form.querySelector("button");
    const show = (isOn) => button.setAttribute("aria-pressed", String(isOn));
    show(saved.has(button.dataset.path));
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const isOn = button.getAttribute("aria-pressed") !== "true";
      show(isOn);
      keepHere(isOn, button.dataset.path, button.dataset.title, factOf(form));
    });
  }
}

function factOf(form) {
  const field = form.querySelector("input[type=hidden]");
  return { [field.name]: Number(field.value) };
}

async function keepHere(isOn, path, title, facts) {
  if (isOn) await putInto("saved", { path, title, facts, at: new Date().toISOString() });
  else await takeFrom("saved", path);
  keepForOffline(isOn ? "star" : "unstar", path);
}

async function showWhatIsSavedHere() {
  const list = document.querySelector("[data-saved-rows]");
  const row = document.querySelector("[data-saved-row]");
  if (!list || !row) return;
  const saved = (await allOf("saved")).sort((one, other) => other.at.localeCompare(one.at));
  list.replaceChildren(...saved.map((one) => rowOf(row, one)));
  list.hidden = saved.length === 0;
  document.querySelector("[data-saved-empty]").hidden = saved.length > 0;
}

function rowOf(template, one) {
  const made = template.content.cloneNode(true);
  const link = made.querySelector("a");
  link.href = one.path;
  link.textContent = one.title;
  made.querySelector("button").addEventListener("click", () => keepHere(false, one.path).then(showWhatIsSavedHere));
  return made;
}

// What was saved here before signing in is the person's from then on.
async function bringAlong() {
  for (const one of await allOf("saved")) {
    await act("star", one.facts);
    await takeFrom("saved", one.path);
  }
}

if (window.indexedDB) {
  if (person) {
    bringAlong();
    tellWorker({ saved: document.documentElement.lang.split("-")[0] });
    document.addEventListener("octavo:kept", (event) => keepForOffline(event.detail.name, event.detail.path));
  } else {
    offerSavingHere();
    showWhatIsSavedHere();
  }
}
