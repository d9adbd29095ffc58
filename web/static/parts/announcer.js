// @ts-check
/**
 * Reads new messages aloud through one short polite region, apart from the list itself.
 * Must never flood: what comes within three seconds of the last is told as a number.
 */
import { signal } from "@preact/signals-core";
import { html } from "htm/preact";
import { counted } from "../words.js";

const EVERY_MS = 3000;
const CHARS_MAX = 160;

const words = signal("");
let last_at = -Infinity;
let waiting = 0;

/**
 * @param {string} said
 * @param {number} now
 */
export function announce(said, now) {
  if (waiting === 0 && now - last_at >= EVERY_MS) {
    last_at = now;
    words.value = said.length > CHARS_MAX ? `${said.slice(0, CHARS_MAX)} …` : said;
    return;
  }
  waiting += 1;
  if (waiting > 1) return;
  setTimeout(
    () => {
      last_at = now + EVERY_MS;
      words.value = waiting === 1 ? said : counted(waiting, "new message");
      waiting = 0;
    },
    Math.max(last_at + EVERY_MS - now, 0),
  );
}

export function Announcer() {
  return html`<div class="unseen" aria-live="polite" data-announcer>${words.value}</div>`;
}
