// @ts-check
/**
 * Whom I have blocked. Must never tell them.
 *
 * @import { Author } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { state, status } from "../store.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { More } from "./more.js";

export function Blocked() {
  const app = useApp();
  const [people, setPeople] = useState(/** @type {Author[]} */ ([]));
  const [cursor, setCursor] = useState(/** @type {string | null} */ (null));
  const [problem, setProblem] = useState("");
  const [known, setKnown] = useState(false);
  const up = status.value === "up";
  const { blocks } = state.value;

  /** @param {string | null} from */
  async function load(from) {
    const answer = await app.ask_http("user.blocks", { cursor: from });
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    setProblem("");
    setPeople((before) => (from === null ? answer.people : [...before, ...answer.people]));
    setCursor(answer.cursor);
    setKnown(true);
  }

  useEffect(() => {
    if (up) void load(null);
  }, [up, blocks]);

  /** @param {string} user_id */
  async function unblock(user_id) {
    if (await app.act.block(user_id, false)) await load(null);
  }

  const nobody = known && people.length === 0;
  return html`
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    ${nobody && html`<p class="soft">
      ${t("Nobody. You can block someone from a message of theirs.")}
    </p>`}
    <ul class="people">
      ${people.map(
        (each) => html`<li key=${each.user_id} class="person">
          <div class="person-row">
            <span class="who">${each.handle || t("Someone")}</span>
            <button
              type="button"
              class="quiet"
              aria-label=${each.handle ? t("Unblock {handle}", each) : t("Unblock someone")}
              onClick=${() => unblock(each.user_id)}
            >
              ${t("Unblock")}
            </button>
          </div>
        </li>`,
      )}
    </ul>
    <${More} cursor=${cursor} load=${load} />
  `;
}
