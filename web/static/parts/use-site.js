// @ts-check
/**
 * What was decided about the place, for those who decide it. Must never take words away that
 * somebody is just writing: a form begins with what was there when it came up.
 *
 * @import { SiteDecisions } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { state, status } from "../store.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";

/**
 * Asked for when it is first shown, and again whenever somebody has decided something. Without a
 * connection the answer is why there is nothing to be seen.
 */
export function useSite() {
  const app = useApp();
  const [site, setSite] = useState(/** @type {SiteDecisions | null} */ (null));
  const [problem, setProblem] = useState("");
  const up = status.value === "up";
  const away = status.value === "offline" || status.value === "down";
  const { site: shown } = state.value;

  async function load() {
    const answer = await app.ask_http("site.show", {});
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    setProblem("");
    setSite(answer);
  }

  useEffect(() => {
    if (up || (away && !site)) void load();
  }, [up, away, shown]);

  const instead = problem
    ? html`<p class="problem" role="alert">${problem}</p>`
    : html`<p class="soft" role="status">${t("One moment …")}</p>`;
  return { site, instead };
}
