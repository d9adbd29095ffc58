// @ts-check
/**
 * F6 goes round the page's regions, Shift+F6 the other way; and which key presses mean a command.
 * Must never take a key that writes.
 */
import { onMac } from "./keyboard.js";

const CONTROLS = "a[href], button:not(:disabled), input, select, textarea";

/** @param {KeyboardEvent} event */
export function cycleRegions(event) {
  if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
  if (document.querySelector("dialog[open]")) return;
  const regions = Array.from(document.querySelectorAll("[data-region]")).filter(isShown);
  if (regions.length === 0) return;
  event.preventDefault();
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const step = event.shiftKey ? -1 : 1;
  const start = current === -1 && step === -1 ? 0 : current;
  const next = regions[(start + step + regions.length) % regions.length];
  if (next) focusInside(next);
}

/** @param {Element} element */
function isShown(element) {
  return element.getClientRects().length > 0;
}

/**
 * Where a region wants the focus, or its first control, or the region itself.
 *
 * @param {Element} region
 */
function focusInside(region) {
  const wanted = region.querySelector("[data-focus]");
  const control = Array.from(region.querySelectorAll(CONTROLS)).find(isShown);
  const target = /** @type {HTMLElement} */ (wanted ?? control ?? region);
  if (target === region && !region.hasAttribute("tabindex")) region.setAttribute("tabindex", "-1");
  target.focus();
}

/** Ctrl, or the command key of a Mac, and no other. @param {KeyboardEvent} event */
export function isCommand({ ctrlKey, metaKey, altKey, shiftKey }) {
  return (onMac() ? metaKey && !ctrlKey : ctrlKey && !metaKey) && !altKey && !shiftKey;
}

/**
 * Whether the focus is in a list, where no letter writes: only there may single letters do things.
 *
 * @param {EventTarget | null} target
 */
export function isInList(target) {
  if (!(target instanceof Element) || target.closest("input, textarea, select, dialog")) return false;
  return target.closest('[role="log"], nav') !== null;
}
