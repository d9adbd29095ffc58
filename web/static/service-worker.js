// @ts-check
/**
 * Keeps the page itself and help now on this device, for when there is no network.
 * Must never keep anything that a person wrote, nor stand between the page and its live connection.
 *
 * The server puts its list in front of this file: the files and pages of exactly one version. A new
 * version is kept beside the old one and takes over when the person says so, or when no page is
 * open; until then every page goes on with the files that it began with.
 */
const worker = /** @type {any} */ (globalThis);
/** @type {{version: string, files: Record<string, string>, pages: string[]}} */
const { version, files, pages } = worker.SHELL;
const NAME = `shell-${version}`;
const HELP = "/help";
const LINES = "/helplines.json";
/** So long the network may take where something is kept instead. */
const PATIENCE_MS = 4000;
/** This version and the one before it: a page that is still open may need a piece of it. */
const KEPT = 2;
/** All that a locked screen may show, whatever was pushed. */
const NEUTRAL = "You have a new message";
let forgotten = false;

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(keepAll()));

worker.addEventListener("activate", (/** @type {any} */ event) =>
  event.waitUntil(Promise.all([worker.clients.claim(), forgetOld()])),
);

worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "take-over") worker.skipWaiting();
  if (event.data !== "forget-all") return;
  forgotten = true;
  event.waitUntil(forgetAll());
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || /^\/(api|socket\.io)\//.test(pathname)) return;
  if (request.mode === "navigate") event.respondWith(page(request, pathname));
  else if (request.method !== "GET") return;
  else if (/^\/(delivered|static|vendor)\//.test(pathname)) event.respondWith(file(request, pathname));
  else if (pathname === LINES) event.respondWith(soonOrKept(request, LINES));
});

/** Whoever is on duty is called, also while no page is open. */
worker.addEventListener("push", (/** @type {any} */ event) =>
  event.waitUntil(worker.registration.showNotification(NEUTRAL, { tag: "duty", renotify: true })),
);

worker.addEventListener("notificationclick", (/** @type {any} */ event) => {
  event.notification.close();
  event.waitUntil(showFollowUp());
});

/** A page that is open comes to the front; else one is opened. */
async function showFollowUp() {
  const [open] = await worker.clients.matchAll({ type: "window" });
  return open ? open.focus() : worker.clients.openWindow("/app/follow-up");
}

/** All of it or nothing: a version of which a piece is missing is none. */
async function keepAll() {
  const cache = await caches.open(NAME);
  const paths = [...Object.keys(files), ...pages];
  try {
    await Promise.all(paths.map(async (path) => cache.put(path, await fetched(path))));
  } finally {
    // Whoever left meanwhile wants nothing to be found here.
    if (forgotten) await forgetCopies();
  }
  // What fails to install is gone. The end of the registration comes after this: nothing may wait
  // for it here.
  if (forgotten) throw new Error("forgotten");
}

/**
 * As anybody gets it: nothing of whoever is signed in comes along.
 *
 * @param {string} path
 */
async function fetched(path) {
  const answer = await fetch(path, { credentials: "omit", cache: "no-cache" });
  const whole = answer.ok && !answer.redirected;
  const etag = files[path];
  if (!whole || (etag && !answer.headers.get("ETag")?.includes(etag))) throw new Error(path);
  return answer;
}

/** The person has left this place: not even the page itself stays. */
async function forgetAll() {
  await forgetCopies();
  await worker.registration.unregister();
}

async function forgetCopies() {
  for (const name of await caches.keys()) await caches.delete(name);
}

async function forgetOld() {
  const names = (await caches.keys()).filter((name) => name.startsWith("shell-") && name !== NAME);
  for (const name of names.slice(0, Math.max(names.length - KEPT + 1, 0))) await caches.delete(name);
}

/**
 * @param {Request} request
 * @param {string} path
 */
async function page(request, path) {
  if (request.method === "GET" && /^\/app(\/|$)/.test(path)) {
    return (await kept("/shell")) ?? fetch(request);
  }
  if (request.method === "GET" && path === HELP) return soonOrKept(request, HELP);
  try {
    return await fetch(request);
  } catch {
    return (await kept("/offline")) ?? Response.error();
  }
}

/**
 * @param {Request} request
 * @param {string} path
 */
async function file(request, path) {
  return (await kept(path)) ?? (await caches.match(path)) ?? fetch(request);
}

/**
 * From the network if it is quick enough, else what is kept.
 *
 * @param {Request} request
 * @param {string} path
 * @returns {Promise<Response>}
 */
async function soonOrKept(request, path) {
  const late = new Promise((done) => {
    setTimeout(() => done(null), PATIENCE_MS);
  });
  const network = fetch(request);
  const soon = await Promise.race([network.catch(() => null), late]);
  return soon ?? (await kept(path)) ?? network;
}

/** Looked for without making a place for it: what was forgotten stays so. @param {string} path */
function kept(path) {
  return caches.match(path, { cacheName: NAME });
}
