// @ts-check
/**
 * A button for the next page of a list, right below it. Must never be there when there is none, nor
 * leave whoever pressed it by keyboard at the top of the page: they go on with the first new row.
 */
import { html } from "htm/preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";

/**
 * @param {object} props
 * @param {string | null} props.cursor
 * @param {string} [props.words]
 * @param {(cursor: string) => Promise<unknown>} props.load
 */
export function More({ cursor, words = t("More"), load }) {
  const [busy, setBusy] = useState(false);
  const last = useRef(/** @type {Element | null} */ (null));

  // The button goes with the last page.
  useLayoutEffect(() => {
    const row = last.current?.nextElementSibling;
    if (cursor !== null || !(row instanceof HTMLElement)) return;
    last.current = null;
    if (document.activeElement && document.activeElement !== document.body) return;
    row.tabIndex = -1;
    row.focus();
  });

  if (cursor === null) return null;

  /** @param {MouseEvent} event */
  async function press(event) {
    const button = /** @type {HTMLElement} */ (event.currentTarget);
    if (busy || cursor === null) return;
    last.current = button.previousElementSibling?.lastElementChild ?? null;
    setBusy(true);
    await load(cursor);
    setBusy(false);
  }

  return html`
    <button type="button" class="quiet" aria-busy=${busy} onClick=${press}>${words}</button>
  `;
}
