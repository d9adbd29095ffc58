// @ts-check
/** A button for the next page of a list. Must never be there when there is none. */
import { html } from "htm/preact";
import { t } from "../i18n.js";

/**
 * @param {object} props
 * @param {string | null} props.cursor
 * @param {string} [props.words]
 * @param {(cursor: string) => Promise<void>} props.load
 */
export function More({ cursor, words = t("More"), load }) {
  if (cursor === null) return null;
  return html`
    <button type="button" class="quiet" onClick=${() => void load(cursor)}>${words}</button>
  `;
}
