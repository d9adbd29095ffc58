// @ts-check
/**
 * The messages of the room on screen, as a log with one stop for the Tab key; arrows move in it.
 * Must never take the focus, nor be read aloud as a whole: the announcer tells what is new.
 *
 * Of a long log a part is held and shown (state.js MESSAGES_MAX): more is asked for close to
 * either end of it, and let go at the other.
 *
 * @import { RefObject } from "preact"
 * @import { Message, Timeline } from "../state.js"
 * @import { Pending } from "../outbox.js"
 * @import { Row } from "../rows.js"
 */
import { html } from "htm/preact";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { useOffer } from "../offers.js";
import { rowsOf } from "../rows.js";
import { withTimeline } from "../state.js";
import { change, state, status } from "../store.js";
import { unreadWords } from "../words.js";
import { useToldAloud } from "./announcer.js";
import { useApp } from "./app.js";
import { later } from "./later.js";
import { MessageItem } from "./message.js";
import { PendingItem } from "./pending.js";
import { createPressing } from "./pressing.js";
import { useLogScroll } from "./scroll.js";

const Empty = later(async () => (await import("./empty.js")).Empty);

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
  const [active, setActive] = useState("");
  const { messages, following, older, newer, goal } = timeline;
  const ready = timeline.reached;
  const rows = rowsOf(timeline, pending, my_id, app.now());
  const current = messages.some((each) => each.message_id === active)
    ? active
    : (messages.at(-1)?.message_id ?? "");
  const toEnd = (focus = false) => void app.session.goTo("last", focus);

  const scroll = useLogScroll(ref, ready, {
    older,
    newer,
    goal,
    on_top: () => void app.session.loadOlder(),
    on_bottom: () => void app.session.loadNewer(),
    on_end: (at_end) => change((now) => withTimeline(now, { following: at_end })),
    on_seen: (seq) => {
      if (timeline.phase === "open" && (seq === Infinity || readsOn(timeline)))
        app.reading.seen(timeline.room_id, Math.min(seq, timeline.seq));
    },
    // The one stop for the Tab key is where one reads, unless it is being used.
    on_rest: (key) => {
      if (!ref.current?.contains(document.activeElement)) setActive(key);
    },
    on_goal: (row, { to, focus }) => {
      if (to === "nowhere") app.tell(t("That message isn't here any more, or isn't open to you."));
      else if (to === "unreached") app.tell(t("That can't be shown just now. Please try again."));
      else if (focus) focusOn(row, setActive);
    },
  });

  // The role comes after the history, so that a screen reader doesn't read all of it.
  useEffect(() => {
    if (ready) setRole("log");
  }, [ready]);
  useToldAloud(timeline, my_id);
  useOwnWordsInSight(pending, toEnd);
  useKeptFocus(ref, setActive);
  useOffer("latest", following ? "" : t("Go to the latest"), () => toEnd(true));

  const jump = useCallback((/** @type {string} */ id) => void app.session.jump(id), []);
  const { watch, ...pressing } = useMemo(
    () =>
      createPressing((key) => {
        const message = state.peek().timeline?.messages.find((each) => each.message_id === key);
        if (message?.state === "posted") on_act(message);
      }),
    [],
  );

  useEffect(() => watch(window), []);

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (!(event.target instanceof HTMLElement) || !event.target.matches("article")) return;
    const index = messages.findIndex((each) => each.message_id === current);
    const message = messages[index];
    if (event.key === "Enter" && message?.state === "posted") on_act(message);
    else if (event.key === "Home") void app.session.goTo("first", true);
    else if (event.key === "End") toEnd(true);
    else if (event.key === "ArrowUp") step(index, -1);
    else if (event.key === "ArrowDown") step(index, 1);
    else return;
    event.preventDefault();
  }

  /** @param {number} index @param {1 | -1} by */
  function step(index, by) {
    const next = messages[index + by];
    if (next) focusOn(rowWith(ref.current, next.message_id), setActive);
    else if (by < 0) void app.session.loadOlder();
    else void app.session.loadNewer();
  }

  /** @param {FocusEvent} event */
  function focused(event) {
    const article = event.target instanceof Element ? event.target.closest("article") : null;
    if (article?.dataset.key) setActive(article.dataset.key);
  }

  /** Folding and unfolding happens where it is asked for. @param {MouseEvent} event */
  function clicked(event) {
    if (event.target instanceof Element && event.target.closest("[data-fold]")) scroll.stay();
  }

  return html`
    <div class="log-wrap" data-region>
      <div
        ref=${ref}
        class="log"
        role=${role}
        tabindex=${rows.length === 0 ? 0 : null}
        aria-live=${role && "off"}
        aria-label=${timeline.room?.name ?? t("Messages")}
        onKeyDown=${pressed}
        onFocusIn=${focused}
        onClick=${clicked}
        ...${pressing}
      >
        <div class="log-rows">
          ${
            ready &&
            rows.length === 0 &&
            html`<${Empty} picture="circle" words=${t("Nothing has been said here yet.")} />`
          }
          ${older && html`<p class="line">${underWay()}</p>`}
          ${rows.map((row) => drawn(row))}
          ${newer && html`<p class="line">${underWay()}</p>`}
        </div>
      </div>
      ${
        !following &&
        html`<button
          type="button"
          class="to-end"
          onClick=${(/** @type {MouseEvent} */ event) =>
            toEnd(document.activeElement === event.currentTarget)}
        >
          ${
            unread > 0
              ? t("{count} new, go to the latest", { count: unreadWords(unread) })
              : t("Go to the latest")
          }
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
        return html`<p key=${row.key} class="new-line" data-new>
          <span>${t("New messages")}</span>
        </p>`;
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
          marked=${goal?.marked === true && goal.message_id === row.key}
          active=${row.key === current}
          my_reactions=${timeline.my_reactions[row.key] ?? NONE}
          on_act=${on_act}
          on_jump=${jump}
        />`;
    }
  }
}

/** What stands at an end of the log beyond which there is more. */
function underWay() {
  return status.value === "up" ? t("One moment …") : t("There is more here when you are back.");
}

/**
 * Whether what is on screen follows on what was read: whoever looks at something far ahead, or far
 * back, has not read what lies between.
 *
 * @param {Timeline} timeline
 */
function readsOn({ room_id, older, messages }) {
  const last_read = state.peek().rooms[room_id]?.last_read ?? 0;
  return !older || (messages[0]?.seq ?? 0) <= last_read + 1;
}

/**
 * @param {HTMLElement | null} log
 * @param {string} key
 * @returns {HTMLElement | null}
 */
function rowWith(log, key) {
  return log?.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? null;
}

/**
 * @param {HTMLElement | null} row
 * @param {(key: string) => void} then
 */
function focusOn(row, then) {
  if (!row) return;
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

/**
 * When the row that has the focus is let go, far from what is on screen, the one closest to it gets
 * the focus: it must not fall out of the list.
 *
 * @param {RefObject<HTMLElement | null>} ref
 * @param {(key: string) => void} then
 */
function useKeptFocus(ref, then) {
  const on = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => {
    const lost = on.current !== null && !on.current.isConnected;
    if (lost && document.activeElement === document.body) {
      const seq = Number(on.current?.dataset.seq);
      const rows = Array.from(ref.current?.querySelectorAll("article") ?? []);
      const closest = rows.find((row) => Number(row.dataset.seq) >= seq) ?? rows.at(-1);
      if (closest) {
        closest.tabIndex = 0;
        closest.focus({ preventScroll: true });
        then(closest.dataset.key ?? "");
      }
    }
    const now = document.activeElement?.closest("article") ?? null;
    on.current = now && ref.current?.contains(now) ? now : null;
  });
}
