// @ts-check
/**
 * From the address to the view and back. Must never put anything into an address but a room's id.
 *
 * @typedef {object} Route
 * @property {"lobby" | "room" | "help" | "reports" | "people" | "account"} view
 * @property {string} room_id
 */
import { signal } from "@preact/signals-core";

const ROOM = /^\/app\/rooms\/([a-z0-9]{1,64})\/?$/;

/**
 * @param {string} path
 * @returns {Route}
 */
export function routeOf(path) {
  const room = ROOM.exec(path)?.[1];
  if (room) return { view: "room", room_id: room };
  const name = /^\/app\/(help|reports|people|account)\/?$/.exec(path)?.[1];
  return { view: /** @type {Route["view"]} */ (name ?? "lobby"), room_id: "" };
}

/** @param {string} room_id */
export function roomPath(room_id) {
  return `/app/rooms/${room_id}`;
}

export function createRouter() {
  const route = signal(routeOf(location.pathname));

  /** @param {string} path */
  function go(path) {
    if (path !== location.pathname) history.pushState(null, "", path);
    route.value = routeOf(path);
  }

  addEventListener("popstate", () => {
    route.value = routeOf(location.pathname);
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
  if (!link || link.target || link.hash || link.origin !== location.origin) return null;
  return /^\/app(\/|$)/.test(link.pathname) ? link.pathname : null;
}
