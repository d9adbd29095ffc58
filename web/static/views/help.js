// @ts-check
/** Help now, as a page of its own. Must never need a connection to show the outside lines. */
import { html } from "htm/preact";
import { useEffect } from "preact/hooks";
import { HelpPanel } from "../parts/help-panel.js";

export function HelpView() {
  useEffect(() => {
    document.title = "Help now";
  }, []);
  return html`
    <section class="page" data-region>
      <a class="back" href="/app">All rooms</a>
      <h1>Help now</h1>
      <${HelpPanel} />
    </section>
  `;
}
