// @ts-check
/** Finding what was said in any of my rooms. Must never put what is looked for into an address. */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { Search } from "../parts/search.js";
import { useTitle } from "../titles.js";

export function SearchView() {
  useTitle(t("Search"));
  return html`
    <section class="page" data-region>
      <a class="back" href="/app">${t("All rooms")}</a>
      <h1>${t("Search")}</h1>
      <${Search} />
    </section>
  `;
}
