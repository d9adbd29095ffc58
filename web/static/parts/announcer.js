// @ts-check
/**
 * Reads new messages aloud through one short polite region, apart from the list itself.
 * Must never flood: what comes within three seconds of the last is told as a number. Must never
 * keep words: they go after a moment, and at once when they were taken back.
 */
import { signal } from "@preact/signals-core";
import { html } from "htm/preact";
import { createAnnouncer } from "../telling.js";

const words = signal("");

export const announcer = createAnnouncer({
  show: (said) => {
    words.value = said;
  },
  set_timer: (then, wait_ms) => setTimeout(then, wait_ms),
  clear_timer: (timer) => clearTimeout(timer),
});

export function Announcer() {
  return html`<div class="unseen" aria-live="polite" data-announcer>${words.value}</div>`;
}
