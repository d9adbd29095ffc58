// @ts-check
/**
 * From the address to the view and back. Must never put anything into an address but a room's
 * or a case's id, and the id of a message behind a #, which no server is told.
 *
 * @typedef {object} Route
 * @property {"lobby" | "room" | "search" | "help" | "follow-up" | "settings" | "care" | "saved"
 * } view
 * @property {string} room_id
 * @property {string} section  of a view that has some; empty: the list of them
 * @property {string} message_id  empty unless the address is that of a message
 */
import { signal } from "@preact/signals-core";

const MESSAGE = /^#m-([a-z0-9]{1,64})$/;
const VIEW = /^\/app\/(search|help|follow-up|settings|care|saved|people|account|reports)(?:\/([a-z0-9-]{1,64}))?\/?$/;
/** Where something was before. @type {Record<string, {view: Route["view"], at: string}>} */
const FORMER = {
  account: { view: "settings", at: "" },
  people: { view: "care", at: "people" },
  reports: { view: "follow-up", at: "reports" },
};
const ROOM = /^\/app\/rooms\/([a-z0-9]{1,64})\/?$/;

/**
 * @param {string} path
 * @param {string} [hash]
 * @returns {Route}
 */
export function routeOf(path, hash = "") {
  const room = ROOM.exec(path)?.[1];
  const message_id = MESSAGE.exec(hash)?.[1] ?? "";
  if (room) return { view: "room", room_id: room, section: "", message_id };
  const [, name = "", section = ""] = VIEW.exec(path) ?? [];
  const { view, at } = FORMER[name] ?? { view: /** @type {Route["view"]} */ (name), at: "" };
  return { view: view || "lobby", room_id: "", section: section || at, message_id: "" };
}

/** @param {string} room_id */
export function roomPath(room_id) {
  return `/app/rooms/${room_id}`;
}

/**
 * @param {string} room_id
 * @param {string} message_id
 */
export function messagePath(room_id, message_id) {
  return `${roomPath(room_id)}#m-${message_id}`;
}

/** How many places this very page has gone through before the one it shows: all of them its own. */
export function stepsHere() {
  const { page, steps } = history.state ?? {};
  return page === performance.timeOrigin ? Number(steps) : 0;
}

export function createRouter() {
  /** The message is gone to once: it does not stay in sight above the page. */
  function here() {
    const found = routeOf(location.pathname, location.hash);
    if (found.message_id) history.replaceState(history.state, "", location.pathname);
    return found;
  }
  const route = signal(here());

  /** @param {string} path  perhaps with the place of a message behind it */
  function go(path) {
    const [place = "", message] = path.split("#");
    if (place !== location.pathname) {
      history.pushState({ page: performance.timeOrigin, steps: stepsHere() + 1 }, "", place);
    }
    route.value = routeOf(place, message === undefined ? "" : `#${message}`);
  }

  addEventListener("popstate", () => {
    route.value = here();
  });
  document.addEventListener("click", (event) => {
    const path = ownLink(event);
    if (path === null) return;
    event.preventDefault();
    go(path);
  });
  return { route, go };
}

/** @typedef {ReturnType<typeof createRouter>} Router */

/**
 * The path of a link inside the app that was followed plainly.
 *
 * @param {MouseEvent} event
 */
function ownLink(event) {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  // A place within the page, such as the skip link's, is the browser's own to find.
  if (!link || link.target || link.origin !== location.origin) return null;
  if (link.hash && !MESSAGE.test(link.hash)) return null;
  return /^\/app(\/|$)/.test(link.pathname) ? link.pathname + link.hash : null;
}
