// @ts-check
/**
 * A small number: alone for the eye, as a whole sentence for whoever listens.
 * Must never be a number that says nothing.
 *
 * @import { ComponentChildren } from "preact"
 */
import { html } from "htm/preact";

/** @param {{words: ComponentChildren[], kind?: string}} props  strings are heard, the rest is seen */
export function Count({ words, kind = "" }) {
  return html`<span class=${`count ${kind}`}
    >${words.map((each) =>
      typeof each === "string" ? html`<span class="unseen">${each}</span>` : each,
    )}</span
  >`;
}

/** The number itself, for the {count} of a sentence. @param {string} shown */
export function seen(shown) {
  return html`<span>${shown}</span>`;
}
