// @ts-check
/**
 * Single letters in the console: on to the next line, back, and what can be done with a case.
 * Must never take a letter from anyone who writes, nor do anything where they are switched off.
 *
 * @import { RefObject } from "preact"
 */
import { useEffect } from "preact/hooks";
import { isInList } from "../hotkeys.js";
import { writing } from "../store.js";
import { undoLast } from "../undo.js";
import { useApp } from "./app.js";
import { openKeys } from "./keys.js";

const WRITES = "input, textarea, select, [contenteditable], dialog";

/**
 * @param {object} props
 * @param {RefObject<HTMLElement>} props.box  what has the lines
 * @param {{current: Record<string, () => void>}} props.keys  of the open case
 * @param {(case_id: string) => void} props.on_claim  the line that has the focus
 */
export function CaseKeys({ box, keys, on_claim }) {
  const app = useApp();

  /** @param {number} step */
  function move(step) {
    const lines = /** @type {HTMLElement[]} */ ([...(box.current?.querySelectorAll(".case-link") ?? [])]);
    const shown = lines.filter((line) => line.getClientRects().length > 0);
    const open = box.current?.querySelector('.case-link[aria-current="page"]');
    const from = document.activeElement?.closest(".case-link") ?? open;
    const at = shown.findIndex((line) => line === from);
    const to = at === -1 ? (step > 0 ? 0 : shown.length - 1) : at + step;
    const line = shown[Math.max(0, Math.min(shown.length - 1, to))];
    line?.focus();
  }

  /** @param {KeyboardEvent} event @returns {(() => void) | undefined} */
  function meant({ key, target }) {
    const letter = key.toLowerCase();
    if (letter === "j") return () => move(1);
    if (letter === "k") return () => move(-1);
    if (key === "?" && !isInList(target)) return () => openKeys("shortcuts");
    if (letter === "z") return () => void undoLast(app);
    const line = target instanceof Element ? target.closest(".case-link") : null;
    const case_id = line?.getAttribute("data-case");
    if (letter === "c" && case_id) return () => on_claim(case_id);
    return keys.current[letter];
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.defaultPrevented || event.isComposing || !writing.peek().single_keys) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(WRITES)) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.target instanceof Element && event.target.closest('[role="log"]')) return;
    const does = meant(event);
    if (!does) return;
    event.preventDefault();
    does();
  }

  useEffect(() => {
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
  return null;
}
