// @ts-check
/**
 * The quick exit on every page: blank at once, signed out, nothing kept, and away.
 * Must never ask whether one is sure, and never wait for anything before the page is blank.
 *
 * @typedef {object} Hooks
 * @property {() => void} [on_leave]  close what is open; the page is blank by then
 * @property {() => number} [steps_behind]  how many places this page has gone through before
 *
 * @typedef {{key: string, timeStamp: number, repeat?: boolean}} Press
 */
import { leave } from "./api.js";

const CHANNEL = "exit";
const DISCREET = "chat.discreet";
const PRESSES = 3;
const BETWEEN_MS = 3000;
/** Longer than a browser takes to go back within one page. */
const STEPS_BACK_MS = 200;
const A_MONTH_S = 30 * 24 * 3600;
const NO_TITLE = "…";

/** Whether this page has been left: what the browser brings back of it leads away again. */
let left = false;

/**
 * Watch the buttons, the Shift key and the other tabs of this browser.
 *
 * @param {Hooks} [hooks]
 */
export function watchExit({ on_leave = () => {}, steps_behind = () => 0 } = {}) {
  const button = document.querySelector("[data-exit]");
  const away = button?.getAttribute("data-exit") ?? "/";
  const channel = new BroadcastChannel(CHANNEL);

  /** @param {boolean} first  whether it was asked for here, and not in another tab */
  function go(first) {
    if (left) return;
    left = true;
    blank();
    if (first) channel.postMessage("left");
    on_leave();
    if (first) signOut();
    forget();
    goAway(away, steps_behind());
  }

  const presses = countPresses(() => go(true));
  addEventListener("keydown", presses.down, true);
  addEventListener("keyup", presses.up, true);
  addEventListener(
    "click",
    (event) => {
      if (!(event.target instanceof Element) || !event.target.closest("[data-exit]")) return;
      event.preventDefault();
      event.stopPropagation();
      go(true);
    },
    true,
  );
  channel.addEventListener("message", () => go(false));
  addEventListener("pageshow", (event) => {
    if (event.persisted && left) location.replace(away);
  });
}

/**
 * Three presses of Shift alone, one soon after another. Capital letters are none.
 *
 * @param {() => void} then
 */
export function countPresses(then) {
  let alone = false;
  let count = 0;
  let last = -Infinity;
  return {
    /** @param {Press} press */
    down({ key, repeat = false }) {
      if (repeat && key === "Shift") return;
      alone = key === "Shift";
      if (!alone) count = 0;
    },
    /** @param {Press} press */
    up({ key, timeStamp }) {
      if (key !== "Shift" || !alone) return;
      alone = false;
      count = timeStamp - last > BETWEEN_MS ? 1 : count + 1;
      last = timeStamp;
      if (count === PRESSES) then();
    },
  };
}

/**
 * As few places as possible stay behind the Back button: those that this page went through go.
 *
 * @param {string} away
 * @param {number} steps
 */
function goAway(away, steps) {
  const last = () => history.replaceState(null, "", "/");
  if (steps === 0) {
    last();
    location.replace(away);
    return;
  }
  let gone = false;
  const goOn = () => {
    if (gone) return;
    gone = true;
    last();
    // Opened from the first of them, it takes the place of all that came after.
    location.assign(away);
  };
  addEventListener("popstate", goOn);
  setTimeout(goOn, STEPS_BACK_MS);
  history.go(-steps);
}

/** Nothing on the screen, nothing in the title, and nobody can write there any more. */
function blank() {
  document.title = NO_TITLE;
  Object.defineProperty(document, "title", { get: () => NO_TITLE, set() {} });
  for (const sheet of document.querySelectorAll("link")) sheet.remove();
  document.body.replaceChildren();
  for (const name of document.documentElement.getAttributeNames())
    document.documentElement.removeAttribute(name);
}

/** What this browser kept of this place; from now on it keeps no more. */
function forget() {
  const discreet = storage(() => localStorage.getItem(DISCREET)) ?? null;
  storage(() => localStorage.clear());
  storage(() => sessionStorage.clear());
  // Discreet mode says nothing of anybody, and hides this place from whoever goes back to it.
  if (discreet !== null) storage(() => localStorage.setItem(DISCREET, discreet));
  storage(() => {
    Storage.prototype.setItem = () => {};
  });
  void forgetCopies();
}

/** Told to the worker as well, which goes on with it when the page is gone. */
async function forgetCopies() {
  try {
    navigator.serviceWorker.controller?.postMessage("forget-all");
    for (const name of await caches.keys()) void caches.delete(name);
    for (const each of await navigator.serviceWorker.getRegistrations()) {
      // One that is still on its way keeps the page only now.
      each.installing?.postMessage("forget-all");
      void each.unregister();
    }
  } catch {
    // This browser keeps no copies.
  }
}

/**
 * The server ends the sign-in, now or, without a connection, before it shows anything again:
 * a script can't take the sign-in's cookie away, but beside this one it counts no more.
 */
function signOut() {
  const [name, more] = location.protocol === "https:" ? ["__Host-exit", "; Secure"] : ["exit", ""];
  document.cookie = `${name}=1; Path=/; SameSite=Strict; Max-Age=${A_MONTH_S}${more}`;
  leave();
}

/**
 * @template Result
 * @param {() => Result} use
 */
function storage(use) {
  try {
    return use();
  } catch {
    return undefined; // This browser keeps nothing.
  }
}
