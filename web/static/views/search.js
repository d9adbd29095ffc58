// @ts-check
/** Finding what was said in any of my rooms. Must never put what is looked for into an address. */
import { html } from "htm/preact";
import { useEffect } from "preact/hooks";
import { t } from "../i18n.js";
import { Search } from "../parts/search.js";

export function SearchView() {
  useEffect(() => {
    document.title = t("Search");
  }, []);
  return html`
    <section class="page" data-region>
      <a class="back" href="/app">${t("All rooms")}</a>
      <h1>${t("Search")}</h1>
      <${Search} />
    </section>
  `;
}
