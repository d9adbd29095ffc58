// @ts-check
/**
 * The shape of what is on its way, so that nothing jumps when it comes. Its words are read aloud
 * once; the shapes are silent, and breathe only for those who like movement.
 * Must never stand where nothing is coming.
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";

/** @param {{count?: number, words?: string}} props */
export function Bones({ count = 4, words = t("One moment …") }) {
  return html`
    <div class="bones">
      <p class="unseen" role="status">${words}</p>
      ${Array.from(
        { length: count },
        (_, at) => html`<div key=${at} class="bone" aria-hidden="true"><i></i><i></i></div>`,
      )}
    </div>
  `;
}
