// Reads a page's text aloud with the browser's own voice, sentence by sentence; the sentence that is spoken is marked.

const BLOCKS = "p, h2, h3, h4, li, blockquote, figcaption";

const box = document.querySelector("[data-listen]");
const body = document.querySelector(".body, .transcript__chapters");
const speech = window.speechSynthesis;

function sentencesOf(block) {
  const text = block.textContent;
  const language = block.closest("[lang]").lang;
  if (!window.Intl?.Segmenter) return [{ block, start: 0, text, language }];
  const pieces = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)];
  return pieces.map((piece) => ({ block, start: piece.index, text: piece.segment, language }));
}

function allSentences() {
  const blocks = [document.querySelector("h1"), ...body.querySelectorAll(BLOCKS)];
  const outer = blocks.filter((block) => block && !block.parentElement.closest(BLOCKS));
  return outer.flatMap(sentencesOf).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence.text));
}

function rangeOf({ block, start, text }) {
  const range = document.createRange();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const end = start + text.trimEnd().length;
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const next = at + node.data.length;
    if (at <= start && start < next) range.setStart(node, start - at);
    if (at < end && end <= next) range.setEnd(node, end - at);
    at = next;
  }
  return range;
}

function mark(sentence) {
  if (window.CSS?.highlights) {
    if (sentence) CSS.highlights.set("spoken", new Highlight(rangeOf(sentence)));
    else CSS.highlights.delete("spoken");
  } else {
    document.querySelector(".is-spoken")?.classList.remove("is-spoken");
    sentence?.block.classList.add("is-spoken");
  }
  const place = sentence && rangeOf(sentence).getBoundingClientRect();
  if (place && (place.top < 0 || place.bottom > innerHeight)) sentence.block.scrollIntoView({ block: "center" });
}

function voice(language) {
  const short = language.split("-")[0].toLowerCase();
  return speech.getVoices().find((one) => one.lang.toLowerCase().startsWith(short));
}

function offer() {
  const button = box.querySelector("button");
  const said = box.querySelector("[data-listen-said]");
  let turn = 0;

  function show(isSpeaking) {
    button.setAttribute("aria-pressed", String(isSpeaking));
    button.textContent = isSpeaking ? button.dataset.on : button.dataset.off;
    if (!isSpeaking) mark(null);
  }

  function stop() {
    turn += 1;
    speech.cancel();
    show(false);
  }

  function speak(sentences, place, mine) {
    if (mine !== turn) return;
    if (place >= sentences.length) return show(false);
    const spoken = new SpeechSynthesisUtterance(sentences[place].text);
    spoken.lang = sentences[place].language;
    spoken.voice = voice(spoken.lang) ?? null;
    spoken.onend = () => speak(sentences, place + 1, mine);
    spoken.onerror = (event) => {
      if (mine !== turn || event.error === "canceled" || event.error === "interrupted") return;
      stop();
      said.textContent = said.dataset.voiceless;
    };
    mark(sentences[place]);
    speech.speak(spoken);
  }

  button.addEventListener("click", () => {
    if (button.getAttribute("aria-pressed") === "true") return stop();
    said.textContent = "";
    show(true);
    turn += 1;
    speak(allSentences(), 0, turn);
  });
  window.addEventListener("pagehide", stop);
  box.hidden = false;
}

if (box && body && speech) offer();
