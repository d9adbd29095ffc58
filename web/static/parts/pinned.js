// @ts-check
/**
 * What a room keeps at hand, one tap away: its guidelines, and the messages that are pinned.
 * Must never show a pinned message to whom it is not open in its place.
 *
 * @import { MessagePosted } from "../wire.d.ts"
 * @import { Timeline } from "../state.js"
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { Dialog } from "./dialog.js";
import { Kept } from "./kept.js";
import { More } from "./more.js";

/**
 * @param {object} props
 * @param {Timeline} props.timeline
 * @param {boolean} props.keeper
 * @param {() => void} props.on_close
 */
export function PinnedDialog({ timeline, keeper, on_close }) {
  const app = useApp();
  const { room_id, room } = timeline;
  const pinned = room?.pinned ?? [];
  const [messages, setMessages] = useState(/** @type {MessagePosted[]} */ ([]));
  const [cursor, setCursor] = useState(/** @type {string | null} */ (null));
  const [words, setWords] = useState(t("One moment …"));
  const told = useRef(/** @type {HTMLElement | null} */ (null));

  /** @param {string | null} from */
  async function load(from) {
    const answer = await app.ask("message.pinned", { room_id, cursor: from });
    if (!answer.ok) return setWords(refusalWords(answer.error, app.now()));
    setMessages((before) => (from === null ? answer.messages : [...before, ...answer.messages]));
    setCursor(answer.cursor);
    setWords(answer.messages.length > 0 || from !== null ? "" : nothingWords(pinned.length));
  }

  useEffect(() => {
    void load(null);
  }, [pinned.join(" ")]);

  /** Its row goes; the focus stays near by. @param {string} message_id */
  async function takeAway(message_id) {
    if (await app.act.pin(message_id, false)) told.current?.focus();
  }

  return html`
    <${Dialog} title=${t("Pinned in this room")} kind="wide" on_close=${on_close}>
      <p class="soft" role="status" tabindex="-1" ref=${told}>${words}</p>
      <ul class="found">
        ${messages.map(
          (message) => html`<${Kept} key=${message.message_id} message=${message} on_follow=${on_close}>
            ${
              keeper &&
              html`<button
                type="button"
                class="plain"
                onClick=${() => void takeAway(message.message_id)}
              >
                ${t("Take the pin away")}
              </button>`
            }
          <//>`,
        )}
      </ul>
      <${More} cursor=${cursor} words=${t("Show more")} load=${load} />
    <//>
  `;
}

/** @param {number} count */
function nothingWords(count) {
  return count > 0
    ? t("What is pinned here was said before you came.")
    : t("Nothing is pinned here.");
}
