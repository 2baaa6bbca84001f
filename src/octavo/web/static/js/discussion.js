// What a discussion can do beyond forms and links: words that are being written are never lost, and what is sent without
// a network is kept with the other acts. Those bear the form's key, since the server may have what it did not answer.

import { send } from "asset:js/acts.js";
import { keepAct } from "asset:js/outbox.js";

const person = document.documentElement.dataset.person;

const drafts = {
  key: (form) => `draft ${form.dataset.draft}`,
  keep: (form) => sessionStorage.setItem(drafts.key(form), form.elements.text.value),
  forget: (form) => sessionStorage.removeItem(drafts.key(form)),
  restore: (form) => {
    const kept = sessionStorage.getItem(drafts.key(form));
    if (kept && !form.elements.text.value) form.elements.text.value = kept;
    if (kept) form.closest("details")?.setAttribute("open", "");
  },
};

const formOf = (element) => element?.closest?.("form[data-draft]") ?? null;

document.addEventListener("input", (event) => {
  const form = formOf(event.target);
  if (form && event.target.name === "text") drafts.keep(form);
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-cancel]")) return;
  const box = event.target.closest(".comment__form");
  if (!box) return;
  event.preventDefault();
  drafts.forget(box.querySelector("form"));
  box.replaceChildren();
});

document.addEventListener("htmx:load", (event) => {
  for (const form of event.target.querySelectorAll?.("form[data-draft]") ?? []) drafts.restore(form);
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = formOf(event.detail.elt);
  if (!form) return;
  if (event.detail.successful) drafts.forget(form);
  show(form, event.detail.successful || event.detail.xhr.status === 422 ? "" : "failed");
});

document.addEventListener("htmx:sendError", (event) => {
  const form = formOf(event.detail.elt);
  if (form && person && window.indexedDB) keepForLater(form);
});

function show(form, which) {
  for (const name of ["failed", "kept"]) form.querySelector(`[data-${name}]`).hidden = name !== which;
}

async function keepForLater(form) {
  const { text, key, article } = form.elements;
  await keepAct(person, "comment", { text: text.value, form: key.value, article: article?.value, ...place(form) });
  drafts.forget(form);
  text.value = key.value = "";
  show(form, "kept");
  send();
}

function place({ dataset }) {
  return dataset.answers ? { answers: dataset.answers } : { story: dataset.story };
}

document.addEventListener("keydown", (event) => {
  const form = formOf(event.target);
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});

for (const form of document.querySelectorAll("form[data-draft]")) drafts.restore(form);
