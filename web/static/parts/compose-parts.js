// @ts-check
/**
 * What the composer and the box for changing words have in common.
 * Must never send by itself.
 *
 * @import { ComponentChildren } from "preact"
 */
import { html } from "htm/preact";
import { Icon } from "./icon.js";
import { tooLong } from "./words-field.js";

/**
 * The words without the empty lines that Enter left at their end where it doesn't send.
 *
 * @param {string} body
 */
export function withoutLastBreaks(body) {
  return body.replace(/[\r\n]+$/, "");
}

/** @param {{body: string, words: string, busy?: boolean}} props */
export function Submit({ body, words, busy = false }) {
  const disabled = busy || !body.trim() || tooLong(body);
  // The focus, and with it a phone's keyboard, stays where the words are.
  return html`<button
    type="submit"
    class="main send"
    disabled=${disabled}
    onMouseDown=${(/** @type {Event} */ event) => event.preventDefault()}
  >
    ${words}
  </button>`;
}

/**
 * @param {object} props
 * @param {ComponentChildren} props.words
 * @param {string} props.cancel
 * @param {() => void} props.on_cancel
 * @param {ComponentChildren} [props.children]
 */
export function Context({ words, cancel, on_cancel, children }) {
  return html`
    <div class="compose-context">
      <p>${words}</p>
      ${children}
      <button type="button" class="plain" aria-label=${cancel} onClick=${on_cancel}>
        <${Icon} name="close" />
      </button>
    </div>
  `;
}
