// @ts-check
/**
 * Small kindnesses under a message, in words as well as signs. Must never become a score.
 *
 * @import { Message } from "../state.js"
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { REACTIONS } from "../words.js";
import { useApp } from "./app.js";
import { Icon } from "./icon.js";

/** @param {{message: Message, mine: readonly string[], tab_stop: number}} props */
export function ReactionRow({ message, mine, tab_stop }) {
  const app = useApp();
  const given = REACTIONS.filter(([name]) => (message.reactions[name] ?? 0) > 0);
  if (given.length === 0) return null;
  return html`
    <ul class="reactions" aria-label=${t("Reactions")}>
      ${given.map(
        ([name, words]) => html`<li key=${name}>
          <button
            type="button"
            class="reaction"
            tabindex=${tab_stop}
            aria-pressed=${mine.includes(name)}
            onClick=${() => void app.act.react(message.message_id, name, !mine.includes(name))}
          >
            <${Icon} name=${name} /> ${t(words)} ${message.reactions[name]}
          </button>
        </li>`,
      )}
    </ul>
  `;
}
