// Translating in the browser itself, where it can: nothing leaves the machine.

const texts = () => [...document.querySelectorAll("h1, .body p, .body li, .body h2, .body h3, .summary__sentences li")];

function withoutCites(element) {
  const copy = element.cloneNode(true);
  for (const cite of copy.querySelectorAll(".cite")) cite.remove();
  return copy.textContent.trim();
}

async function offerTranslation(button) {
  const pair = { sourceLanguage: button.dataset.from, targetLanguage: button.dataset.translate };
  if (!("Translator" in self) || (await self.Translator.availability(pair)) === "unavailable") return;
  const start = button.textContent;
  const originals = new Map();
  const note = Object.assign(document.createElement("p"), { className: "notice", textContent: button.dataset.note });
  const restore = () => {
    for (const [element, { nodes, lang }] of originals) {
      element.replaceChildren(...nodes);
      element.lang = lang;
    }
    originals.clear();
    note.remove();
    button.textContent = start;
  };
  const translate = async () => {
    button.disabled = true;
    try {
      const translator = await self.Translator.create(pair);
      for (const element of texts()) {
        const text = await translator.translate(withoutCites(element));
        originals.set(element, { nodes: [...element.childNodes], lang: element.lang });
        element.replaceChildren(text, " ", ...element.querySelectorAll(".cite"));
        element.lang = pair.targetLanguage;
      }
      button.closest(".helps").after(note);
      button.textContent = button.dataset.original;
    } catch {
      restore();
    } finally {
      button.disabled = false;
    }
  };
  button.addEventListener("click", () => (originals.size ? restore() : translate()));
  button.parentElement.hidden = false;
}

for (const button of document.querySelectorAll("[data-translate]")) offerTranslation(button);
