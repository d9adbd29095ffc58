// @ts-check
/**
 * One message: an article with its author and full time in its name, one stop for the Tab key.
 * Must never show more of a tombstone than that something was here, nor be another element when
 * it becomes one: whoever stands on it keeps their place.
 *
 * @import { Message } from "../state.js"
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { tintOf } from "../signs.js";
import { clockTime, fullTime, isoTime } from "../times.js";
import { Avatar, Badge } from "./avatar.js";
import { FoldedWords } from "./folded.js";
import { Icon } from "./icon.js";
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
 * @property {boolean} marked  whether it is the one that was looked for
 * @property {boolean} active  whether the Tab key stops here
 * @property {readonly string[]} my_reactions
 * @property {(message: Message) => void} on_act
 * @property {(message_id: string) => void} on_jump
 */

export const MessageItem = memo((/** @type {MessageProps} */ props) => {
  const { message, grouped, mine, names_me, marked, active } = props;
  const { author, at } = message;
  const stands = message.state === "posted" && author !== null;
  const classes = stands
    ? ["msg", grouped && "grouped", mine && "mine", names_me && "names-me", marked && "marked"]
    : ["msg", "gone", marked && "marked"];
  const words_id = `words-${message.message_id}`;
  return html`
    <article
      class=${classes.filter(Boolean).join(" ")}
      data-key=${message.message_id}
      data-seq=${message.seq}
      data-focus=${active ? "" : null}
      tabindex=${active ? 0 : null}
      aria-label=${`${stands ? author.handle : goneWords(message)}, ${fullTime(at)}`}
      aria-describedby=${stands ? words_id : null}
    >
      ${
        stands
          ? html`<${Spoken} ...${props} words_id=${words_id} />`
          : html`<div class="msg-main"><p class="words">${goneWords(message)}</p></div>`
      }
    </article>
  `;
});

/** @param {MessageProps & {words_id: string}} props */
function Spoken(props) {
  const { message, grouped, active, words_id, my_reactions, on_act } = props;
  const author = /** @type {NonNullable<Message["author"]>} */ (message.author);
  const stop = active ? 0 : -1;
  return html`
    ${!grouped && html`<${Avatar} ...${author} />`}
    <div class="msg-main">
      ${
        grouped
          ? html`<${Time} at=${message.at} />`
          : html`<header class="msg-head">
              <span class=${`who ${tintOf(author.user_id)}`}>${author.handle}</span>
              <${Badge} badge=${author.badge} />
              <${Time} at=${message.at} />
            </header>`
      }
      ${
        message.reply_to &&
        html`<${Quote}
          room_id=${props.room_id}
          reply_to=${message.reply_to}
          tab_stop=${stop}
          on_jump=${props.on_jump}
        />`
      }
      <${FoldedWords}
        message=${message}
        id=${words_id}
        tab_stop=${stop}
        after=${message.edited_at !== null && html`<span class="edited"> ${t("(edited)")}</span>`}
      />
      <${ReactionRow} message=${message} mine=${my_reactions} tab_stop=${stop} />
    </div>
    <button
      type="button"
      class="plain more"
      tabindex=${stop}
      aria-haspopup="dialog"
      aria-label=${t("What to do with the message of {handle}", { handle: author.handle })}
      onClick=${() => on_act(message)}
    >
      <${Icon} name="more" />
    </button>
  `;
}

/** @param {Message} message */
function goneWords({ state }) {
  return state === "deleted"
    ? t("Someone took a message back.")
    : t("A message was taken out of sight by those who keep this room.");
}

/** @param {{at: number}} props */
function Time({ at }) {
  return html`<time class="time" datetime=${isoTime(at)} title=${fullTime(at)}
    >${clockTime(at)}</time
  >`;
}
