// @ts-check
/**
 * Whom I have blocked. Must never tell them.
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { state } from "../store.js";
import { useApp } from "./app.js";
import { Empty } from "./empty.js";
import { More } from "./more.js";
import { useNeighbour } from "./neighbour.js";
import { usePages } from "./use-pages.js";

export function SettingsBlocked() {
  const app = useApp();
  const { items, cursor, problem, known, load } = usePages(
    (from) => app.ask_http("user.blocks", { cursor: from }),
    (page) => page.people,
    [state.value.blocks],
  );
  const { list, leaves } = useNeighbour();

  /** @param {string} user_id @param {string} handle */
  async function unblock(user_id, handle) {
    leaves();
    if (!(await app.act.block(user_id, false)).ok) return;
    app.tell(t("{handle} is no longer blocked.", { handle }));
    await load(null);
  }

  const nobody = known && items.length === 0;
  return html`
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    ${
      nobody &&
      html`<${Empty}
        picture="mug"
        words=${t("Nobody. You can block someone from a message of theirs.")}
      />`
    }
    <ul class="people" ref=${list}>
      ${items.map((each) => {
        const handle = each.handle || t("Someone");
        return html`<li key=${each.user_id} class="person">
          <div class="person-row">
            <span class="who">${handle}</span>
            <button
              type="button"
              class="quiet"
              aria-label=${t("Unblock {handle}", { handle: each.handle || t("someone") })}
              onClick=${() => unblock(each.user_id, handle)}
            >
              ${t("Unblock")}
            </button>
          </div>
        </li>`;
      })}
    </ul>
    <${More} cursor=${cursor} load=${load} />
  `;
}
