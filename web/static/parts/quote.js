// @ts-check
/**
 * The words that a reply answers, in short. Must never show what was taken back since.
 *
 * @import { Message } from "../state.js"
 * @import { ReplyTo } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect } from "preact/hooks";
import { messageById } from "../state.js";
import { state } from "../store.js";
import { useApp } from "./app.js";

const CHARS_MAX = 120;

/**
 * @param {object} props
 * @param {string} props.room_id
 * @param {ReplyTo} props.reply_to
 * @param {number} [props.tab_stop]
 * @param {(seq: number) => void} props.on_jump
 */
export function Quote({ room_id, reply_to, tab_stop = 0, on_jump }) {
  const app = useApp();
  const timeline = state.value.timeline;
  const here = timeline && messageById(timeline, reply_to.message_id);
  const fetched = app.quotes.known.value.get(reply_to.message_id) ?? null;

  useEffect(() => {
    if (!here) void app.quotes.want(room_id, reply_to);
  }, [here === null, reply_to.message_id]);

  return html`
    <button type="button" class="quote" tabindex=${tab_stop} onClick=${() => on_jump(reply_to.seq)}>
      <span class="unseen">Answers: </span>${quoteWords(here ?? fetched)}
    </button>
  `;
}

/** @param {Message | null} message */
export function quoteWords(message) {
  if (!message) return "an earlier message";
  if (message.state !== "posted" || !message.author) return "a message that is gone";
  const [line = ""] = message.body.split("\n");
  const short = line.length > CHARS_MAX ? `${line.slice(0, CHARS_MAX)} …` : line;
  return html`<b>${message.author.handle}</b> ${short}`;
}
