// @ts-check
/**
 * Giving a reaction, and who gave which. Must never become a score.
 *
 * @import { Message } from "../state.js"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { listed, t, tx } from "../i18n.js";
import { REACTIONS } from "../words.js";
import { useApp } from "./app.js";
import { Dialog } from "./dialog.js";
import { Icon } from "./icon.js";
import { More } from "./more.js";

/** @param {{message: Message, mine: readonly string[], on_done: () => void}} props */
export function ReactionChoice({ message, mine, on_done }) {
  const app = useApp();
  return html`
    <div class="reaction-choice" role="group" aria-label=${t("React")}>
      ${REACTIONS.map(
        ([name, words]) => html`
          <button
            key=${name}
            type="button"
            class="reaction"
            aria-pressed=${mine.includes(name)}
            onClick=${() => {
              on_done();
              void app.act.react(message.message_id, name, !mine.includes(name));
            }}
          >
            <${Icon} name=${name} /> ${t(words)}
          </button>
        `,
      )}
    </div>
  `;
}

/** @param {{message_id: string, on_close: () => void}} props */
export function WhoReacted({ message_id, on_close }) {
  const app = useApp();
  const [given, setGiven] = useState(/** @type {{reaction: string, handle: string}[]} */ ([]));
  const [cursor, setCursor] = useState(/** @type {string | null} */ (null));
  const [words, setWords] = useState(t("One moment …"));

  /** @param {string | null} from */
  async function load(from) {
    const answer = await app.ask("message.reactions", { message_id, cursor: from });
    if (!answer.ok) return setWords(answer.error.message);
    const page = answer.reactions.map(({ reaction, person }) => ({ reaction, ...person }));
    setGiven((before) => (from === null ? page : [...before, ...page]));
    setCursor(answer.cursor);
    setWords(page.length === 0 ? t("Nobody has reacted yet.") : "");
  }

  useEffect(() => void load(null), [message_id]);

  return html`
    <${Dialog} title=${t("Who reacted")} on_close=${on_close}>
      ${words && html`<p>${words}</p>`}
      ${REACTIONS.map(([name, label]) => {
        const handles = given.filter((each) => each.reaction === name).map((each) => each.handle);
        if (handles.length === 0) return null;
        return html`<p key=${name}>
          ${tx("{reaction}: {names}", {
            reaction: html`<b><${Icon} name=${name} /> ${t(label)}</b>`,
            names: listed(handles),
          })}
        </p>`;
      })}
      <${More} cursor=${cursor} load=${load} />
    <//>
  `;
}
