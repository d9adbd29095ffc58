// @ts-check
/**
 * Giving a reaction, and who gave which. Must never become a score.
 *
 * @import { Message } from "../state.js"
 */
import { html } from "htm/preact";
import { listed, t, tx } from "../i18n.js";
import { REACTIONS } from "../words.js";
import { useApp } from "./app.js";
import { Dialog } from "./dialog.js";
import { AnyIcon } from "./icons.js";
import { More } from "./more.js";
import { usePages } from "./use-pages.js";

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
            <${AnyIcon} name=${name} /> ${t(words)}
          </button>
        `,
      )}
    </div>
  `;
}

/** @param {{message_id: string, on_close: () => void}} props */
export function WhoReacted({ message_id, on_close }) {
  const app = useApp();
  const {
    items: given,
    cursor,
    problem,
    known,
    load,
  } = usePages(
    (from) => app.ask("message.reactions", { message_id, cursor: from }),
    (page) => page.reactions,
    [message_id],
  );
  const nobody = known && given.length === 0 ? t("Nobody has reacted yet.") : "";

  return html`
    <${Dialog} title=${t("Who reacted")} on_close=${on_close}>
      <p role="status">${problem || (known ? nobody : t("One moment …"))}</p>
      ${REACTIONS.map(([name, label]) => {
        const theirs = given.filter((each) => each.reaction === name);
        const handles = theirs.map((each) => each.person.handle);
        if (handles.length === 0) return null;
        return html`<p key=${name}>
          ${tx("{reaction}: {names}", {
            reaction: html`<b><${AnyIcon} name=${name} /> ${t(label)}</b>`,
            names: listed(handles),
          })}
        </p>`;
      })}
      <${More} cursor=${cursor} load=${load} />
    <//>
  `;
}
