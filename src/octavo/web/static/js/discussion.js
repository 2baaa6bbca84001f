// What a discussion can do beyond forms and links: words that are being written are never lost.

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
  const failed = form.querySelector("[data-failed]");
  if (failed) failed.hidden = event.detail.successful || event.detail.xhr.status === 422;
});

document.addEventListener("keydown", (event) => {
  const form = formOf(event.target);
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});

for (const form of document.querySelectorAll("form[data-draft]")) drafts.restore(form);
