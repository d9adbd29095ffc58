// @ts-check
/**
 * Where a person writes. Must never lose a word: what is typed is kept on this device at once,
 * and leaves the field only when the outbox has it.
 *
 * @import { Timeline } from "../state.js"
 * @import { Draft } from "../drafts.js"
 * @import { ReplyTo } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t, tx } from "../i18n.js";
import { messageById } from "../state.js";
import { state } from "../store.js";
import { BY_THE_COMPOSER } from "../words.js";
import { useApp } from "./app.js";
import { Context, Submit, withoutLastBreaks } from "./compose-parts.js";
import { quoteWords } from "./quote.js";
import { useSlow } from "./slow.js";
import { useWarning } from "./warning-strip.js";
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
  const [{ body, warning, topics }, setDraft] = useState(() => app.drafts.read(my_id, room_id));
  const [writes, setWrites] = useState(false);

  // One person writes in one tab at a time: the others go along, so that none takes words from it.
  useEffect(() => {
    const told = (/** @type {StorageEvent} */ { key }) => {
      if (key !== app.drafts.keyOf(my_id, room_id)) return;
      const theirs = app.drafts.read(my_id, room_id);
      setDraft(theirs);
      on_reply(theirs.reply_to);
    };
    addEventListener("storage", told);
    return () => removeEventListener("storage", told);
  }, []);

  /** @param {Partial<Draft>} change */
  function keep(change) {
    const next = { body, warning, topics, reply_to: reply, ...change };
    setDraft(next);
    app.drafts.keep(my_id, room_id, next);
  }

  const about = useWarning({ warning, topics }, keep);
  const [near, nearness] = useNearness();
  const slow = useSlow(timeline, my_id);

  /** @param {string} next */
  function wrote(next) {
    keep({ body: next });
    if (next.trim()) app.typing.wrote(room_id);
    else app.typing.stopped();
  }

  function answerNobody() {
    on_reply(null);
    keep({ reply_to: null });
  }

  function send() {
    if (!body.trim() || tooLong(body) || slow) return;
    const after_seq = state.peek().timeline?.seq ?? 0;
    const words = { body: withoutLastBreaks(body), reply_to: reply, warning, topics };
    if (!app.outbox.enqueue({ ...words, room_id, after_seq })) {
      app.tell(t("Many messages are waiting already. These stay here until some have gone."));
      return;
    }
    app.typing.stopped();
    on_reply(null);
    setDraft({ body: "", warning: "", topics: [], reply_to: null });
    app.drafts.sent(my_id, room_id, body);
  }

  if (state.value.me?.reading && !writes && !body && !reply) {
    return html`<div class="just-reading" data-region>
      <p>${t("Just reading is fine.")}</p>
      <button type="button" class="quiet" onClick=${() => setWrites(true)}>
        ${t("Write something")}
      </button>
    </div>`;
  }
  return html`
    <form
      class=${near ? "composer near" : "composer"}
      data-region
      ...${nearness}
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        send();
      }}
    >
      ${
        reply &&
        html`<${Context}
          words=${tx("Answering {message}", {
            message: quoteWords(
              messageById(timeline, reply.message_id),
              app.hidden.topics.value,
            ),
          })}
          cancel=${t("Answer no one in particular")}
          on_cancel=${answerNobody}
        />`
      }
      ${about.strip}
      <div class="compose-row">
        <${WordsField}
          label=${timeline.room ? t("Write to {name}", timeline.room) : t("Write to the room")}
          hint=${t("Write here")}
          value=${body}
          focus=${focus + Number(writes)}
          target
          names=${{ timeline, my_id }}
          on_words=${wrote}
          on_send=${send}
          on_escape=${reply ? answerNobody : undefined}
          on_up=${on_edit_last}
          on_leave=${() => app.typing.stopped()}
        />
        <${Submit} body=${body} words=${t("Send")} />
      </div>
      <${RoomLeft} value=${body} />
      ${slow && html`<p class="soft small">${slow}</p>`}
      <div class="compose-foot">
        <${WhoReads} />
        ${about.add}
      </div>
    </form>
    ${about.form}
  `;
}

const LEAVES_AFTER_MS = 300;

/**
 * Whether the focus is in here. Nothing may move under a finger that has just come down elsewhere:
 * it has left only a moment after it went.
 */
function useNearness() {
  const [near, setNear] = useState(false);
  const timer = useRef(0);
  function onFocusIn() {
    clearTimeout(timer.current);
    setNear(true);
  }
  function onFocusOut() {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setNear(false), LEAVES_AFTER_MS);
  }
  return /** @type {const} */ ([near, { onFocusIn, onFocusOut }]);
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
      <summary>${t("Who reads this?")}</summary>
      <p>${t(BY_THE_COMPOSER)}</p>
    </details>
  `;
}
