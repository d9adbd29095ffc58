// @ts-check
/** Help now, as a page of its own. Must never need a connection to show the outside lines. */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { HelpPanel } from "../parts/help-panel.js";
import { useTitle } from "../titles.js";

/** @param {{unreached?: boolean}} props  whether it stands where nothing else can be reached */
export function HelpView({ unreached = false }) {
  useTitle(t("Help now"));
  return html`
    <section class="page" data-region>
      ${!unreached && html`<a class="back" href="/app">${t("All rooms")}</a>`}
      <h1>${t("Help now")}</h1>
      ${
        unreached &&
        html`<p class="lead">
          ${t("Your rooms can’t be reached just now. They open by themselves when that changes.")}
        </p>`
      }
      <${HelpPanel} />
    </section>
  `;
}
