// Forms of acts (save, follow, ...) without leaving the page: with no network they are kept and sent later.
//
// <form data-act="star" data-other="unstar"> turns over when it is done; any form with data-act sends its fields.
// A form hears what became of it: octavo:kept, octavo:done and octavo:refused, with the answer as detail.

import { allOf, keepAct, sendActs, takeFrom, waitingActs } from "asset:js/outbox.js";

const person = document.documentElement.dataset.person;
const NOT_FACTS = ["act", "next", "csrfmiddlewaretoken"];
const pressed = new WeakSet(); // Forms that show what was done since the page came.

// Do something, now or when there is a network; resolve to the server's answer, or null while it waits.
export async function act(name, facts) {
  const key = await keepAct(person, name, facts);
  navigator.serviceWorker?.ready.then((one) => one.sync?.register("acts")).catch(() => {});
  return (await send()).get(key) ?? null;
}

export async function send() {
  if (!person) return new Map();
  const { answers } = await sendActs(person);
  await tellWhatWaits();
  return answers;
}

async function tellWhatWaits() {
  const waiting = document.querySelector("[data-outbox-waiting]");
  const refused = document.querySelector("[data-outbox-refused]");
  if (!waiting || !refused) return;
  waiting.hidden = (await waitingActs(person)).length === 0;
  const [first] = (await allOf("refused")).filter((one) => one.person === person);
  refused.hidden = !first;
  if (!first) return;
  refused.querySelector("span").textContent = [first.act.text, first.reason].filter(Boolean).join(" – ");
  refused.querySelector("button").onclick = () => takeFrom("refused", first.order).then(tellWhatWaits);
}

function factsOf(form) {
  return Object.fromEntries([...new FormData(form)].filter(([name]) => !NOT_FACTS.includes(name)));
}

function show(form, button, isOn) {
  button.value = isOn ? form.dataset.other : form.dataset.act;
  button.setAttribute("aria-pressed", String(isOn));
}

function turnOver(form, button) {
  if (form.dataset.other && button) show(form, button, button.value === form.dataset.act);
}

// A page that was kept for offline does not know what was done since; what waits is shown as done.
async function showWhatWaits() {
  const acts = (await waitingActs(person)).map((one) => one.act);
  for (const form of document.querySelectorAll("form[data-other]")) {
    const facts = Object.entries(factsOf(form));
    const isMeant = (one) => facts.every(([name, value]) => String(one[name]) === value);
    const last = acts.filter((one) => [form.dataset.act, form.dataset.other].includes(one.act) && isMeant(one)).at(-1);
    if (last && !pressed.has(form)) show(form, form.querySelector("[name=act]"), last.act === form.dataset.act);
  }
}

async function submitted(event) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.dataset.act || !person || !window.indexedDB) return;
  event.preventDefault();
  const button = event.submitter ?? form.querySelector("[name=act]");
  const name = button?.name === "act" ? button.value : form.dataset.act;
  const tell = (kind, detail) => form.dispatchEvent(new CustomEvent(`octavo:${kind}`, { bubbles: true, detail }));
  const sending = act(name, factsOf(form));
  pressed.add(form);
  turnOver(form, button);
  tell("kept", { name, path: button?.dataset.path });
  const answer = await sending;
  if (answer?.status === "refused") turnOver(form, button);
  if (answer) tell(answer.status, answer);
}

document.addEventListener("submit", submitted);
window.addEventListener("online", send);
navigator.serviceWorker?.addEventListener("message", (event) => event.data === "acts sent" && tellWhatWaits());
if (person && window.indexedDB) showWhatWaits().then(send);
