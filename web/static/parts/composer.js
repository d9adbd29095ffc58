// @ts-check
/**
 * Where a person writes. Must never lose a word: what is typed is kept on this device at once,
 * and leaves the field only when the outbox has it.
 *
 * @import { Message, Timeline } from "../state.js"
 * @import { ReplyTo } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { messageById } from "../state.js";
import { state } from "../store.js";
import { BY_THE_COMPOSER, refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { quoteWords } from "./quote.js";
import { RoomLeft, WordsField, tooLong } from "./words-field.js";

/**
 * @typedef {object} ComposerProps
 * @property {Timeline} timeline
 * @property {string} my_id
 * @property {ReplyTo | null} reply
 * @property {number} focus  counts how often an answer was begun: each takes the focus here
 * @property {(reply: ReplyTo | null) => void} on_reply
 * @property {() => void} on_edit_last
 */

/** @param {ComposerProps} props */
export function Composer({ timeline, my_id, reply, focus, on_reply, on_edit_last }) {
  const app = useApp();
  const { room_id } = timeline;
  const [body, setBody] = useState(() => app.drafts.read(my_id, room_id).body);
  const [writes, setWrites] = useState(false);

  /**
   * @param {string} next
   * @param {ReplyTo | null} to
   */
  function keep(next, to) {
    setBody(next);
    app.drafts.keep(my_id, room_id, { body: next, reply_to: to });
  }

  /** @param {string} next */
  function wrote(next) {
    keep(next, reply);
    if (next.trim()) app.typing.wrote(room_id);
    else app.typing.stopped();
  }

  function send() {
    if (!body.trim() || tooLong(body)) return;
    const after_seq = state.peek().timeline?.seq ?? 0;
    const sent = withoutLastBreaks(body);
    if (!app.outbox.enqueue({ room_id, body: sent, reply_to: reply, after_seq })) {
      app.tell("Many messages are waiting already. These words stay here until some have gone.");
      return;
    }
    app.typing.stopped();
    on_reply(null);
    setBody("");
    app.drafts.sent(my_id, room_id, body);
  }

  if (state.value.account.reading && !writes && !body && !reply) {
    return html`<div class="just-reading" data-region>
      <p>Just reading is fine.</p>
      <button type="button" class="quiet" onClick=${() => setWrites(true)}>Write something</button>
    </div>`;
  }
  return html`
    <form
      class="composer"
      data-region
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        send();
      }}
    >
      ${
        reply &&
        html`<${Context}
          words=${html`Answering ${quoteWords(messageById(timeline, reply.message_id))}`}
          cancel="Answer no one in particular"
          on_cancel=${() => {
            on_reply(null);
            keep(body, null);
          }}
        />`
      }
      <div class="compose-row">
        <${WordsField}
          label=${`Write to ${timeline.room?.name ?? "the room"}`}
          hint="Write here"
          value=${body}
          focus=${focus + Number(writes)}
          target
          on_words=${wrote}
          on_send=${send}
          on_escape=${reply ? () => on_reply(null) : undefined}
          on_up=${on_edit_last}
          on_leave=${() => app.typing.stopped()}
        />
        <${Submit} body=${body} words="Send" />
      </div>
      <${RoomLeft} value=${body} />
      <${WhoReads} />
    </form>
  `;
}

/** @param {{message: Message, on_done: () => void}} props */
export function EditBox({ message, on_done }) {
  const app = useApp();
  const [body, setBody] = useState(message.body);
  const [problem, setProblem] = useState("");

  async function send() {
    if (!body.trim() || tooLong(body)) return;
    const sent = withoutLastBreaks(body);
    if (sent === message.body) return on_done();
    const answer = await app.act.edit(message.message_id, sent);
    if (answer.ok) on_done();
    else setProblem(refusalWords(answer.error, app.now()));
  }

  return html`
    <form
      class="composer editing"
      data-region
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        void send();
      }}
    >
      <${Context} words="Changing your message" cancel="Leave it as it was" on_cancel=${on_done} />
      <div class="compose-row">
        <${WordsField}
          label="Your message"
          value=${body}
          focus
          target
          on_words=${setBody}
          on_send=${() => void send()}
          on_escape=${on_done}
        />
        <${Submit} body=${body} words="Save" />
      </div>
      <${RoomLeft} value=${body} />
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    </form>
  `;
}

/**
 * The words without the empty lines that Enter left at their end where it doesn't send.
 *
 * @param {string} body
 */
function withoutLastBreaks(body) {
  return body.replace(/[\r\n]+$/, "");
}

/** @param {{body: string, words: string}} props */
function Submit({ body, words }) {
  const disabled = !body.trim() || tooLong(body);
  return html`<button type="submit" class="main send" disabled=${disabled}>${words}</button>`;
}

/** @param {{words: any, cancel: string, on_cancel: () => void}} props */
function Context({ words, cancel, on_cancel }) {
  return html`
    <div class="compose-context">
      <p>${words}</p>
      <button type="button" class="plain" aria-label=${cancel} onClick=${on_cancel}>✕</button>
    </div>
  `;
}

const FOLDED = "chat.who_reads_folded";

function WhoReads() {
  const app = useApp();
  const [folded, setFolded] = useState(app.device.get(FOLDED) === true);
  /** @param {any} event */
  function turned(event) {
    const next = !event.currentTarget.open;
    app.device.set(FOLDED, next);
    setFolded(next);
  }
  return html`
    <details class="who-reads" open=${!folded} onToggle=${turned}>
      <summary>Who reads this?</summary>
      <p>${BY_THE_COMPOSER}</p>
    </details>
  `;
}
