// @ts-check
/**
 * The keys that work everywhere, and the windows they open.
 * Must never take a letter from anyone who writes: single letters count in a list alone, and can be
 * switched off.
 *
 * @import { Place } from "../places.js"
 */
import { signal } from "@preact/signals-core";
import { html } from "htm/preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n.js";
import { cycleRegions, isCommand, isInList } from "../hotkeys.js";
import { useOffer } from "../offers.js";
import { isHere, unreadRooms } from "../state.js";
import { state, writing } from "../store.js";
import { announcer } from "./announcer.js";
import { useApp } from "./app.js";
import { later } from "./later.js";

const Switcher = later(() => import("./switcher.js").then((module) => module.Switcher));
const Shortcuts = later(() => import("./shortcuts.js").then((module) => module.Shortcuts));

const open = signal(/** @type {"" | "switcher" | "shortcuts"} */ (""));

/** Also by a finger: the menu offers both. @param {"switcher" | "shortcuts"} which */
export function openKeys(which) {
  open.value = which;
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  cycleRegions(event);
  const which = wanted(event);
  if (!which || event.isComposing) return;
  // Over another window nothing opens: it would be lost from sight.
  if (open.peek() === "" && document.querySelector("dialog[open]")) return;
  event.preventDefault();
  open.value = open.peek() === which ? "" : which;
}

/** @param {KeyboardEvent} event */
function wanted(event) {
  if (isCommand(event) && event.key.toLowerCase() === "k") return "switcher";
  if (event.ctrlKey && event.key === "/") return "shortcuts";
  const alone = !event.ctrlKey && !event.metaKey && !event.altKey;
  const single = alone && event.key === "?" && writing.peek().single_keys;
  return single && isInList(event.target) ? "shortcuts" : null;
}

export function Keys() {
  const app = useApp();
  /** What was chosen is done when the window is gone and the focus is back. */
  const chosen = useRef(/** @type {Place | null} */ (null));
  const which = open.value;
  const close = () => {
    open.value = "";
  };

  const some_new = isHere(state.value) && unreadRooms(state.value) > 0;
  useOffer("all-read", some_new ? t("Mark all as read") : "", async () => {
    if ((await app.act.markAllRead()).ok) announcer.say(t("Everything is read."));
  });
  useEffect(() => {
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
  useEffect(() => {
    // What follows on its opening may come later than the choice: that one stays chosen.
    if (which) return;
    const place = chosen.current;
    chosen.current = null;
    if (!place) return;
    if (place.run) return place.run();
    // The view that comes takes the focus, and no longer whatever stood here.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    app.router.go(place.path ?? "/app");
    if (!place.path?.includes("/rooms/")) document.getElementById("main")?.focus();
  }, [which]);

  if (which === "shortcuts") return html`<${Shortcuts} on_close=${close} on_missing=${close} />`;
  if (which !== "switcher") return null;
  /** @param {Place} place */
  const choose = (place) => {
    chosen.current = place;
    close();
  };
  return html`<${Switcher} on_close=${close} on_missing=${close} on_choose=${choose} />`;
}
