// @ts-check
/**
 * The words of a message, folded where it carries a warning or is about what its reader would
 * rather not come upon. Must never show folded words without being asked to.
 *
 * @import { ComponentChildren } from "preact"
 */
import { signal } from "@preact/signals-core";
import { html } from "htm/preact";
import { foldWords } from "../hidden.js";
import { t } from "../i18n.js";
import { warningWords } from "../topics.js";
import { useApp } from "./app.js";
import { Words } from "./words.js";

/** What was opened on this page stays open, however far one reads away from it. */
const opened = signal(/** @type {ReadonlySet<string>} */ (new Set()));

/**
 * What of a message can carry words.
 *
 * @typedef {object} Folding
 * @property {string} message_id
 * @property {string} body
 * @property {string | null} [warning]
 * @property {readonly string[]} [topics]
 * @property {boolean} [links_held]
 */

/**
 * @param {object} props
 * @param {Folding} props.message
 * @param {string} [props.id]  of what describes the message
 * @param {number} [props.tab_stop]
 * @param {ComponentChildren} [props.after]
 */
export function FoldedWords({ message, id, tab_stop = 0, after = null }) {
  const app = useApp();
  const { message_id, body, topics = [], links_held = false } = message;
  const why = foldWords(message, app.hidden.topics.value);
  const open = !why || opened.value.has(message_id);
  const about = warningWords({ topics });
  const words = html`<div class="words" id=${open ? id : null} dir="auto">
    <${Words} body=${body} tab_stop=${tab_stop} links_held=${links_held} after=${after} />
  </div>`;
  if (!why) return [about && html`<p class="about soft small">${about}</p>`, words];
  return html`
    <div class="fold">
      <p class="fold-why" id=${open ? null : id} dir="auto">${why}</p>
      <button
        type="button"
        class="quiet"
        tabindex=${tab_stop}
        aria-expanded=${open}
        data-fold
        onClick=${() => toggle(message_id)}
      >
        ${open ? t("Fold it again") : t("Show the words")}
      </button>
    </div>
    ${open && words}
  `;
}

/** @param {string} message_id */
function toggle(message_id) {
  const next = new Set(opened.peek());
  if (!next.delete(message_id)) next.add(message_id);
  opened.value = next;
}
