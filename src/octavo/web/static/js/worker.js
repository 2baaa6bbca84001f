// Pages come from the network while there is one; the last copy of each page that was opened is kept for when there is none.
// Files whose address carries their content's hash never change, so the kept copy is as good as a new one.

const VERSION = __VERSION__;
const SHELL = __SHELL__;
const LANGUAGES = __LANGUAGES__;
const SHELL_CACHE = `shell ${VERSION}`;
const PAGES_CACHE = "pages 1";
const FILES_CACHE = "files 1";
const PAGES_COUNT = 80;
const FILES_COUNT = 300;
const PATIENCE_MILLISECONDS = 6000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL_CACHE).then((cache) => cache.addAll(SHELL)));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  const current = [SHELL_CACHE, PAGES_CACHE, FILES_CACHE];
  const forget = async () => {
    for (const name of await caches.keys()) if (!current.includes(name)) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(forget());
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(page(event.request, url));
  else if (/^\/(static|picture)\//.test(url.pathname)) event.respondWith(file(event.request));
});

async function page(request, url) {
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    if (fresh.ok && LANGUAGES.includes(url.pathname.split("/")[1])) await keep(PAGES_CACHE, PAGES_COUNT, request, fresh.clone());
    return fresh;
  } catch {
    const language = LANGUAGES.find((one) => url.pathname.startsWith(`/${one}/`)) ?? LANGUAGES[0];
    return (await caches.match(request)) ?? (await caches.match(`/${language}/offline`)) ?? Response.error();
  }
}

async function file(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok && (fresh.headers.get("cache-control") ?? "").includes("immutable")) await keep(FILES_CACHE, FILES_COUNT, request, fresh.clone());
  return fresh;
}

async function keep(name, count, request, response) {
  const cache = await caches.open(name);
  await cache.put(request, response);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - count))) await cache.delete(old);
}
