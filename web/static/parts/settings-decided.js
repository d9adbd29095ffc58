// @ts-check
/**
 * What was decided about me, and what came of asking for another look. Must never say who decided.
 */
import { html } from "htm/preact";
import { DecidedList } from "./decided.js";
import { t } from "../i18n.js";

export function SettingsDecided() {
  return html`
    <p class="soft">${t("Only you see this, and those who keep this place.")}</p>
    <${DecidedList} />
  `;
}
