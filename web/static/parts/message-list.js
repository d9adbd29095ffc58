// @ts-check
/**
 * The messages of the room on screen, as a log with one stop for the Tab key; arrows move in it.
 * Must never take the focus, nor be read aloud as a whole: the announcer tells what is new.
 *
 * @import { Message, Timeline } from "../state.js"
 * @import { Pending } from "../outbox.js"
 * @import { Row } from "../rows.js"
 */
import { html } from "htm/preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { rowsOf } from "../rows.js";
import { unreadWords } from "../words.js";
import { useToldAloud } from "./announcer.js";
import { useApp } from "./app.js";
import { MessageItem } from "./message.js";
import { PendingItem } from "./pending.js";
import { useLogScroll } from "./scroll.js";

const NOTHING_YET = "Nothing has been said here yet.";
/** @type {readonly string[]} */
const NONE = [];

/**
 * @typedef {object} ListProps
 * @property {Timeline} timeline
 * @property {readonly Pending[]} pending
 * @property {string} my_id
 * @property {number} unread
 * @property {(message: Message) => void} on_act  the same one each time
 */

/** @param {ListProps} props */
export function MessageList({ timeline, pending, my_id, unread, on_act }) {
  const app = useApp();
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  const [role, setRole] = useState(/** @type {"log" | null} */ (null));
  const [at_end, setAtEnd] = useState(true);
  const [active, setActive] = useState("");
  const { messages } = timeline;
  const ready = timeline.reached;
  const rows = rowsOf(timeline, pending, my_id, app.now());
  const current = messages.some((each) => each.message_id === active)
    ? active
    : (messages.at(-1)?.message_id ?? "");

  const scroll = useLogScroll(ref, ready, {
    on_top: () => void app.session.loadOlder(),
    on_end: setAtEnd,
    on_seen: (seq) => {
      if (timeline.phase === "open")
        app.reading.seen(timeline.room_id, Math.min(seq, timeline.seq));
    },
  });

  // The role comes after the history, so that a screen reader doesn't read all of it.
  useEffect(() => {
    if (ready) setRole("log");
  }, [ready]);
  useToldAloud(timeline, my_id);
  useOwnWordsInSight(pending, scroll.toEnd);

  const jump = useCallback(async (/** @type {number} */ seq) => {
    await app.session.reach(seq);
    requestAnimationFrame(() => focusOn(ref.current, `[data-seq="${seq}"]`, setActive));
  }, []);

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (!(event.target instanceof HTMLElement) || !event.target.matches("article")) return;
    const index = messages.findIndex((each) => each.message_id === current);
    const to = movedTo(event.key, index, messages.length);
    const message = messages[index];
    if (to !== null) {
      event.preventDefault();
      const next = messages[to]?.message_id ?? "";
      focusOn(ref.current, `[data-key="${next}"]`, setActive);
    } else if (event.key === "Enter" && message?.state === "posted") {
      event.preventDefault();
      on_act(message);
    }
  }

  /** @param {FocusEvent} event */
  function focused(event) {
    const article = event.target instanceof Element ? event.target.closest("article") : null;
    if (article?.dataset.key) setActive(article.dataset.key);
  }

  return html`
    <div class="log-wrap" data-region>
      <div
        ref=${ref}
        class="log"
        role=${role}
        aria-live=${role && "off"}
        aria-label=${timeline.room?.name ?? "Messages"}
        onKeyDown=${pressed}
        onFocusIn=${focused}
      >
        ${ready && rows.length === 0 && html`<p class="soft pad">${NOTHING_YET}</p>`}
        ${rows.map((row) => drawn(row))}
      </div>
      ${
        !at_end &&
        html`<button type="button" class="to-end" onClick=${scroll.toEnd}>
          ${unread > 0 ? `${unreadWords(unread)} new, go to the latest` : "Go to the latest"}
        </button>`
      }
    </div>
  `;

  /** @param {Row} row */
  function drawn(row) {
    switch (row.type) {
      case "day":
        return html`<h2 key=${row.key} class="day"><span>${row.words}</span></h2>`;
      case "new":
        return html`<p key=${row.key} class="new-line" data-new><span>New messages</span></p>`;
      case "line":
        return html`<p key=${row.key} class="line">${row.line.words}</p>`;
      case "pending":
        return html`<${PendingItem} key=${row.key} pending=${row.pending} />`;
      case "message":
        return html`<${MessageItem}
          key=${row.key}
          room_id=${timeline.room_id}
          message=${row.message}
          grouped=${row.grouped}
          mine=${row.message.author?.user_id === my_id}
          names_me=${row.message.mentions.includes(my_id)}
          active=${row.key === current}
          my_reactions=${timeline.my_reactions[row.key] ?? NONE}
          on_act=${on_act}
          on_jump=${jump}
        />`;
    }
  }
}

/**
 * @param {string} key
 * @param {number} index
 * @param {number} count
 */
function movedTo(key, index, count) {
  if (key === "ArrowUp") return Math.max(index - 1, 0);
  if (key === "ArrowDown") return Math.min(index + 1, count - 1);
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return null;
}

/**
 * @param {HTMLElement | null} log
 * @param {string} selector
 * @param {(key: string) => void} then
 */
function focusOn(log, selector, then) {
  const row = log?.querySelector(selector);
  if (!(row instanceof HTMLElement)) return;
  row.tabIndex = 0;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  then(row.dataset.key ?? "");
}

/**
 * What I have just written is brought into sight.
 *
 * @param {readonly Pending[]} pending
 * @param {() => void} to_end
 */
function useOwnWordsInSight(pending, to_end) {
  const newest = pending.at(-1)?.nonce;
  const before = useRef(newest);
  useLayoutEffect(() => {
    if (newest && newest !== before.current) to_end();
    before.current = newest;
  }, [newest]);
}
