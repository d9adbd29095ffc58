// @ts-check
/**
 * The words that a reply answers, in short. Must never show what was taken back since, nor what
 * its reader has folded.
 *
 * @import { Message } from "../state.js"
 * @import { ReplyTo } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect } from "preact/hooks";
import { foldWords } from "../hidden.js";
import { t } from "../i18n.js";
import { messageById } from "../state.js";
import { state } from "../store.js";
import { useApp } from "./app.js";

const CHARS_MAX = 120;

/**
 * @param {object} props
 * @param {string} props.room_id
 * @param {ReplyTo} props.reply_to
 * @param {number} [props.tab_stop]
 * @param {(message_id: string) => void} props.on_jump
 */
export function Quote({ room_id, reply_to, tab_stop = 0, on_jump }) {
  const app = useApp();
  const timeline = state.value.timeline;
  const here = timeline && messageById(timeline, reply_to.message_id);
  const fetched = app.quoted.value.get(reply_to.message_id) ?? null;

  useEffect(() => {
    if (!here) void app.quotes.want(room_id, reply_to);
  }, [here === null, reply_to.message_id]);

  return html`
    <button
      type="button"
      class="quote"
      tabindex=${tab_stop}
      onClick=${() => on_jump(reply_to.message_id)}
    >
      <span class="unseen">${t("Answers:")} </span>${quoteWords(here ?? fetched, app.hidden.topics.value)}
    </button>
  `;
}

/**
 * @param {Message | null} message
 * @param {readonly string[]} [hidden]  topics that are folded for whoever reads
 */
export function quoteWords(message, hidden = []) {
  if (!message) return t("an earlier message");
  if (message.state !== "posted" || !message.author) return t("a message that is gone");
  const [first = ""] = message.body.split("\n");
  const line = foldWords(message, hidden) || first;
  const short = line.length > CHARS_MAX ? `${line.slice(0, CHARS_MAX)} …` : line;
  return html`<b>${message.author.handle}</b> ${short}`;
}
