// @ts-check
/**
 * The quick exit within a window over the page, where the one at the top can't be reached.
 * Must never be what has the focus first: one press leaves.
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";

export function QuickExit() {
  return html`<button type="button" class="exit-button" data-exit>${t("Quick exit")}</button>`;
}
