// @ts-check
/** Help now, as a page of its own. Must never need a connection to show the outside lines. */
import { html } from "htm/preact";
import { useEffect } from "preact/hooks";
import { t } from "../i18n.js";
import { HelpPanel } from "../parts/help-panel.js";

export function HelpView() {
  useEffect(() => {
    document.title = t("Help now");
  }, []);
  return html`
    <section class="page" data-region>
      <a class="back" href="/app">${t("All rooms")}</a>
      <h1>${t("Help now")}</h1>
      <${HelpPanel} />
    </section>
  `;
}
