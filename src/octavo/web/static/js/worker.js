// Pages come from the network while there is one; what was opened or saved is kept for when there is none.
//
// The server puts outbox.js before this file, so that acts that wait are sent from here too. A new version takes over at
// once: nothing here depends on pages of the same version, since files are found again by their path.

const VERSION = __VERSION__;
const SHELL = __SHELL__;
const LANGUAGES = __LANGUAGES__;
const ICON = __ICON__;
const SHELL_CACHE = `shell ${VERSION}`;
const PAGES_CACHE = "pages 2";
const PRIVATE_CACHE = "private 2";
const SAVED_CACHE = "saved 2";
const FILES_CACHE = "files 2";
const SAVED_FILES_CACHE = "saved files 2";
const KEPT_OF_A_PERSON = /^\/[a-z-]+\/(?:(?:story|article|thread|hashtag|category|publisher|edition)\/.*|saved|following|history|settings)?$/;
// Of pages made for one person only those that are read: accounts, keys and codes stay out of every cache.
const ONE_PERSONS = [PRIVATE_CACHE, SAVED_CACHE];
const PAGES_COUNT = 80;
const FILES_COUNT = 300;
const PATIENCE_MILLISECONDS = 6000;
const SYNC_MILLISECONDS = 60 * 60 * 1000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL_CACHE).then((cache) => cache.addAll(SHELL)));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  const current = [SHELL_CACHE, PAGES_CACHE, PRIVATE_CACHE, SAVED_CACHE, FILES_CACHE, SAVED_FILES_CACHE];
  const forget = async () => {
    for (const name of await caches.keys()) if (!current.includes(name)) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(forget());
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(page(event, url));
  else if (/^\/(static|picture)\//.test(url.pathname)) event.respondWith(file(event.request, url));
});

async function page(event, url) {
  const { request } = event;
  const language = LANGUAGES.find((one) => url.pathname.startsWith(`/${one}/`));
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    if (fresh.ok && language) {
      const copy = fresh.clone();
      event.waitUntil(keepPage(request, copy));
    }
    return fresh;
  } catch {
    const kept = await keptPage(request, url);
    if (kept) event.waitUntil(readOffline(url));
    return kept ?? (await caches.match(`/${language ?? LANGUAGES[0]}/offline`)) ?? Response.error();
  }
}

async function keepPage(request, response) {
  const person = response.headers.get("Octavo-Person") ?? "";
  await become(person);
  if (person && !KEPT_OF_A_PERSON.test(new URL(response.url).pathname)) return;
  await keep(person ? PRIVATE_CACHE : PAGES_CACHE, PAGES_COUNT, request, response);
}

// Whose pages come from now on: what is kept of another person's is forgotten first, and nobody is told of their news.
async function become(person) {
  const before = (await fact("person")) ?? "";
  if (before === person) return;
  if (before) {
    await Promise.all(ONE_PERSONS.map((name) => caches.delete(name)));
    const subscription = await self.registration.pushManager?.getSubscription();
    await subscription?.unsubscribe();
  }
  await putInto("facts", { name: "person", value: person });
  await putInto("facts", { name: "saved", value: 0 });
}

async function keptPage(request, url) {
  for (const name of [PRIVATE_CACHE, SAVED_CACHE, PAGES_CACHE]) {
    const cache = await caches.open(name);
    const kept = (await cache.match(request, { ignoreVary: true })) ?? (await sameThing(cache, url));
    if (kept) return kept;
  }
  return undefined;
}

// A story or an article has one page whatever its address says after its number.
async function sameThing(cache, url) {
  const thing = thingOf(url);
  if (!thing) return undefined;
  const same = (await cache.keys()).find((one) => thingOf(new URL(one.url))?.path === thing.path);
  return same && cache.match(same, { ignoreVary: true });
}

function thingOf(url) {
  const found = url.pathname.match(/^\/[a-z-]+\/(story|article)\/(\d+)(?:\/[^/]*)?$/);
  return found && { kind: found[1], id: Number(found[2]), path: `${found[1]}/${found[2]}` };
}

async function readOffline(url) {
  const thing = thingOf(url);
  const person = await fact("person");
  if (!thing || !person) return;
  await keepAct(person, "read", { [thing.kind]: thing.id }, url);
  await self.registration.sync?.register("acts").catch(() => {});
}

async function file(request, url) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  try {
    const fresh = await fetch(request);
    if (fresh.ok && isForever(fresh)) await keep(FILES_CACHE, FILES_COUNT, request, fresh.clone());
    return fresh;
  } catch (error) {
    const other = await sameFile(url);
    if (other) return other;
    throw error;
  }
}

// Without a network another width of a picture, and another version of a file, are better than none.
async function sameFile(url) {
  const wanted = nameOf(url);
  for (const name of [SHELL_CACHE, SAVED_FILES_CACHE, FILES_CACHE]) {
    const cache = await caches.open(name);
    const same = (await cache.keys()).find((one) => nameOf(new URL(one.url)) === wanted);
    if (same) return cache.match(same, { ignoreVary: true });
  }
  return undefined;
}

function nameOf(url) {
  const parts = url.pathname.split("/");
  return parts[1] === "picture" ? `picture ${parts[4]}` : parts.slice(3).join("/");
}

function isForever(response) {
  return (response.headers.get("cache-control") ?? "").includes("immutable");
}

async function keep(name, count, request, response) {
  const cache = await caches.open(name);
  await cache.delete(request, { ignoreVary: true });
  await cache.put(request, response);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - count))) await cache.delete(old);
}

// A page that nobody opens now, with what it shows: one that is saved, or the first, opened before this worker was there.
async function keepWhole(path, isSaved) {
  const answer = await fetch(path, { headers: { "Octavo-Keeping": "1" } });
  if (!answer.ok) return;
  const text = await answer.clone().text();
  const page = answer.redirected ? new Response(text, { headers: answer.headers }) : answer;
  if (isSaved) await (await caches.open(SAVED_CACHE)).put(new URL(answer.url).pathname, page);
  else await keepPage(path, page);
  for (const [, source] of text.matchAll(/<(?:img|link)[^>]* (?:src|href)="(\/(?:picture|static)\/[^"]+)"/g)) {
    await keepFile(source.replaceAll("&amp;", "&"));
  }
}

async function keepFile(source) {
  if (await caches.match(source, { ignoreVary: true })) return;
  const files = await caches.open(SAVED_FILES_CACHE);
  const fresh = await fetch(source).catch(() => null);
  if (fresh?.ok && isForever(fresh)) await files.put(source, fresh);
}

async function dropSaved(path) {
  const cache = await caches.open(SAVED_CACHE);
  const wanted = thingOf(new URL(path, self.location.origin))?.path;
  for (const one of await cache.keys()) if (thingOf(new URL(one.url))?.path === wanted) await cache.delete(one);
}

// What the person saved on other devices is kept on this one too; asked for once an hour at most.
async function syncSaved(language) {
  if (Date.now() - ((await fact("saved")) ?? 0) < SYNC_MILLISECONDS) return;
  const answer = await fetch(`/${language}/saved/paths`, { redirect: "error" }).catch(() => null);
  if (!answer?.ok) return;
  await putInto("facts", { name: "saved", value: Date.now() });
  const paths = await answer.json();
  const cache = await caches.open(SAVED_CACHE);
  const kept = new Map((await cache.keys()).map((one) => [thingOf(new URL(one.url))?.path, one]));
  const wanted = new Map(paths.map((path) => [thingOf(new URL(path, self.location.origin))?.path, path]));
  for (const [thing, one] of kept) if (!wanted.has(thing)) await cache.delete(one);
  for (const [thing, path] of wanted) if (!kept.has(thing)) await keepWhole(path, true).catch(() => {});
}

self.addEventListener("message", (event) => {
  const { opened, keep: kept, drop, saved } = event.data ?? {};
  if (opened && LANGUAGES.includes(opened.split("/")[1])) event.waitUntil(keepWhole(opened, false).catch(() => {}));
  if (kept) event.waitUntil(keepWhole(kept, true).catch(() => {}));
  if (drop) event.waitUntil(dropSaved(drop));
  if (saved && LANGUAGES.includes(saved)) event.waitUntil(syncSaved(saved));
});

self.addEventListener("sync", (event) => {
  if (event.tag === "acts") event.waitUntil(sendWaiting());
});

async function sendWaiting() {
  const person = await fact("person");
  if (!person) return;
  const { isEmpty } = await sendActs(person);
  for (const client of await self.clients.matchAll()) client.postMessage("acts sent");
  if (!isEmpty) throw new Error("acts wait: the browser tries again later");
}

self.addEventListener("push", (event) => {
  const told = event.data?.json() ?? {};
  const shown = self.registration.showNotification(told.title ?? "Octavo", {
    body: told.body ?? "",
    tag: told.tag ?? "",
    lang: told.lang ?? "",
    dir: "auto",
    icon: ICON,
    data: { url: told.url ?? "/" },
  });
  const badge = told.unread ? self.navigator.setAppBadge?.(told.unread) : null;
  event.waitUntil(Promise.all([shown, badge?.catch(() => {})]));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show(new URL(event.notification.data.url, self.location.origin)));
});

async function show(url) {
  const open = await self.clients.matchAll({ type: "window" });
  const there = open.find((one) => new URL(one.url).pathname === url.pathname);
  return there ? there.focus() : self.clients.openWindow(url.href);
}

self.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(subscribeAgain(event));
});

// A browser may change where it is reached; the house must know, or it falls silent.
async function subscribeAgain(event) {
  const options = event.oldSubscription?.options;
  const fresh = event.newSubscription ?? (options && (await self.registration.pushManager.subscribe(options)));
  if (!fresh) return;
  const headers = { "Content-Type": "application/json" };
  await fetch(`/${LANGUAGES[0]}/devices`, { method: "POST", headers, body: JSON.stringify(fresh), redirect: "error" });
}
