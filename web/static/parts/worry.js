// @ts-check
/**
 * Telling a moderator that one is worried about whoever wrote a message.
 * Must never read like a report, nor promise more than that somebody hears of it.
 *
 * @import { Message } from "../state.js"
 */
import { html } from "htm/preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { newNonce } from "../nonce.js";
import { state } from "../store.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { Dialog } from "./dialog.js";

/**
 * What I have said of this message before.
 *
 * @param {string} message_id
 */
export function worryAbout(message_id) {
  const worries = state.value.account.cards?.worries ?? [];
  return worries.find((each) => each.message_id === message_id) ?? null;
}

/** @param {{message: Message, on_close: () => void}} props */
export function Worry({ message, on_close }) {
  const app = useApp();
  const note_id = useId();
  const [note, setNote] = useState("");
  const [said, setSaid] = useState("");
  const tried = useRef({ note: "", nonce: "" });
  const busy = useRef(false);
  const open = useRef(true);
  useEffect(() => () => void (open.current = false), []);
  const { message_id } = message;
  const handle = message.author?.handle ?? t("Someone");
  const known = worryAbout(message_id);

  /** @param {Event} event */
  async function send(event) {
    event.preventDefault();
    if (busy.current) return;
    // The same again counts once.
    const words = note.trim();
    if (!tried.current.nonce || tried.current.note !== words)
      tried.current = { note: words, nonce: newNonce() };
    busy.current = true;
    setSaid(t("One moment …"));
    const answer = await app.act.worry({ message_id, ...tried.current });
    busy.current = false;
    if (answer.ok) return on_close();
    const problem = refusalWords(answer.error, app.now());
    if (open.current) setSaid(problem);
    else app.tell(problem);
  }

  return html`
    <${Dialog} title=${t("Worried about {handle}?", { handle })} kind="sheet" on_close=${on_close}>
      ${
        known &&
        html`<p>
          <b>
            ${
              known.heard_at
                ? t("You told us. Someone has this.")
                : t("You told us. It is kept; nobody has taken it on yet.")
            }
          </b>
        </p>`
      }
      <p>
        ${t(
          "This is no report: nobody did anything wrong. A moderator reads these words and may ask " +
            "how they are. {handle} is not told that it was you, nor that anybody asked. You hear " +
            "when someone has this, and nothing more.",
          { handle },
        )}
      </p>
      <p class="soft">
        ${t("If someone is in danger right now, “Help now” has the numbers that answer at once.")}
      </p>
      <form class="stack" onSubmit=${send}>
        <label for=${note_id}>${t("Anything a moderator should know (you need not)")}</label>
        <input
          id=${note_id}
          maxlength="1000"
          autocomplete="off"
          value=${note}
          onInput=${(/** @type {any} */ event) => setNote(event.target.value)}
        />
        <p class="outcome" role="status">${said}</p>
        <div class="row">
          <button type="submit" class="main">${t("Tell a moderator")}</button>
          <button type="button" class="quiet" onClick=${on_close}>${t("Not now")}</button>
        </div>
      </form>
    <//>
  `;
}
