// What a reader did waits here, in a database of the browser, until the server has answered it: each act once, in its
// order. Pages and the service worker share this file; whichever is there when the network comes back sends.

const STORES = ["acts", "refused", "saved", "facts"];
const BATCH_COUNT = 50;
const SENT_LOCK = "octavo acts";

let opening = null;

function database() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("octavo", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("acts", { keyPath: "order", autoIncrement: true });
      request.result.createObjectStore("refused", { keyPath: "order" });
      request.result.createObjectStore("saved", { keyPath: "path" });
      request.result.createObjectStore("facts", { keyPath: "name" });
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => { request.result.close(); opening = null; };
      resolve(request.result);
    };
    request.onerror = () => { opening = null; reject(request.error); };
  });
  return opening;
}

async function stored(name, mode, ask) {
  const transaction = (await database()).transaction(name, mode, { durability: "strict" });
  const request = ask(transaction.objectStore(name));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

const allOf = (name) => stored(name, "readonly", (store) => store.getAll());
const putInto = (name, value) => stored(name, "readwrite", (store) => store.put(value));
const takeFrom = (name, key) => stored(name, "readwrite", (store) => store.delete(key));

async function fact(name) {
  return (await stored("facts", "readonly", (store) => store.get(name)))?.value;
}

function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

const languageOf = (url) => url.pathname.split("/")[1];

// Keep an act of a person, done on the page at `url`; it is safe when the promise is kept.
async function keepAct(person, name, facts, url = self.location) {
  const act = { ...facts, language: languageOf(url), key: newKey(), act: name, at: new Date().toISOString(), person: Number(person) };
  await putInto("acts", { person: String(person), act });
  return act.key;
}

async function waitingActs(person) {
  return (await allOf("acts")).filter((one) => one.person === String(person));
}

// Send what waits, one sender at a time; resolve to the answers by key, and whether nothing waits any more.
function sendActs(person) {
  const send = () => sendInTurn(String(person));
  return navigator.locks ? navigator.locks.request(SENT_LOCK, send) : send();
}

async function sendInTurn(person) {
  const answers = new Map();
  for (;;) {
    const batch = (await waitingActs(person)).slice(0, BATCH_COUNT);
    if (batch.length === 0) return { answers, isEmpty: true };
    const answered = await post(batch.map((one) => one.act));
    if (!answered) return { answers, isEmpty: false };
    for (const [place, one] of batch.entries()) {
      const answer = answered[place];
      if (!answer || answer.status === "later") return { answers, isEmpty: false };
      if (answer.status === "refused") await putInto("refused", { ...one, reason: answer.words ?? answer.reason });
      await takeFrom("acts", one.order);
      answers.set(one.act.key, answer);
    }
  }
}

// Answers, or null where there is no network, nobody is signed in, or the server is not well: then the acts wait on.
async function post(acts) {
  try {
    const response = await fetch("/acts", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(acts),
      credentials: "same-origin",
      redirect: "error",
    });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

export { STORES, allOf, fact, keepAct, putInto, sendActs, takeFrom, waitingActs };
