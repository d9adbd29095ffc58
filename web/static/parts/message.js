// @ts-check
/**
 * One message: an article with its author and full time in its name, one stop for the Tab key.
 * Must never show more of a tombstone than that something was here.
 *
 * @import { Message } from "../state.js"
 */
import { html } from "htm/preact";
import { pieces } from "../links.js";
import { clockTime, fullTime, isoTime } from "../times.js";
import { Avatar, Badge } from "./avatar.js";
import { memo } from "./memo.js";
import { Quote } from "./quote.js";
import { ReactionRow } from "./reactions.js";

/**
 * @typedef {object} MessageProps
 * @property {string} room_id
 * @property {Message} message
 * @property {boolean} grouped
 * @property {boolean} mine
 * @property {boolean} names_me
 * @property {boolean} active  whether the Tab key stops here
 * @property {readonly string[]} my_reactions
 * @property {(message: Message) => void} on_act
 * @property {(seq: number) => void} on_jump
 */

export const MessageItem = memo((/** @type {MessageProps} */ props) => {
  const { message } = props;
  return message.state === "posted" && message.author
    ? html`<${Spoken} ...${props} />`
    : html`<${Tombstone} ...${props} />`;
});

/** @param {MessageProps} props */
function Spoken({
  room_id,
  message,
  grouped,
  mine,
  names_me,
  active,
  my_reactions,
  on_act,
  on_jump,
}) {
  const author = /** @type {NonNullable<Message["author"]>} */ (message.author);
  const words_id = `words-${message.message_id}`;
  const classes = ["msg", grouped && "grouped", mine && "mine", names_me && "names-me"];
  const stop = active ? 0 : -1;
  return html`
    <article
      class=${classes.filter(Boolean).join(" ")}
      data-key=${message.message_id}
      data-seq=${message.seq}
      data-focus=${active ? "" : null}
      tabindex=${active ? 0 : null}
      aria-label=${`${author.handle}, ${fullTime(message.at)}`}
      aria-describedby=${words_id}
    >
      ${!grouped && html`<${Avatar} ...${author} />`}
      <div class="msg-main">
        ${
          grouped
            ? html`<${Time} at=${message.at} />`
            : html`<header class="msg-head">
                <span class="who">${author.handle}</span>
                <${Badge} badge=${author.badge} />
                <${Time} at=${message.at} />
              </header>`
        }
        ${
          message.reply_to &&
          html`<${Quote}
            room_id=${room_id}
            reply_to=${message.reply_to}
            tab_stop=${stop}
            on_jump=${on_jump}
          />`
        }
        <p class="words" id=${words_id} dir="auto">
          <${Words} body=${message.body} tab_stop=${stop} />
          ${message.edited_at !== null && html`<span class="edited"> (edited)</span>`}
        </p>
        <${ReactionRow} message=${message} mine=${my_reactions} tab_stop=${stop} />
      </div>
      <button
        type="button"
        class="plain more"
        tabindex=${stop}
        aria-haspopup="dialog"
        aria-label=${`What to do with the message of ${author.handle}`}
        onClick=${() => on_act(message)}
      >
        ⋯
      </button>
    </article>
  `;
}

/** @param {MessageProps} props */
function Tombstone({ message, active }) {
  const words =
    message.state === "deleted"
      ? "Someone took a message back."
      : "A message was taken out of sight by those who keep this room.";
  return html`
    <article
      class="msg gone"
      data-key=${message.message_id}
      data-seq=${message.seq}
      data-focus=${active ? "" : null}
      tabindex=${active ? 0 : null}
      aria-label=${`${words} ${fullTime(message.at)}`}
    >
      <div class="msg-main"><p class="words">${words}</p></div>
    </article>
  `;
}

/** @param {{at: number}} props */
function Time({ at }) {
  return html`<time class="time" datetime=${isoTime(at)} title=${fullTime(at)}
    >${clockTime(at)}</time
  >`;
}

/** @param {{body: string, tab_stop?: number}} props */
export function Words({ body, tab_stop = 0 }) {
  return pieces(body).map(({ words, href }) =>
    href === null
      ? words
      : html`<a href=${href} tabindex=${tab_stop} target="_blank" rel="noopener noreferrer nofollow"
          >${words}</a
        >`,
  );
}
