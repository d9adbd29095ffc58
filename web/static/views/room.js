// @ts-check
/**
 * One room: its head, its messages, and where one writes. Must never drop a draft when it closes.
 *
 * @import { Message, Timeline } from "../state.js"
 * @import { Status } from "../connection.js"
 * @import { Change } from "../drafts.js"
 * @import { ReplyTo } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { notYetInLog } from "../outbox.js";
import { useApp } from "../parts/app.js";
import { Bones } from "../parts/bones.js";
import { Composer } from "../parts/composer.js";
import { later } from "../parts/later.js";
import { MessageList } from "../parts/message-list.js";
import { RoomHead } from "../parts/room-head.js";
import { useWide } from "../parts/wide.js";
import { EDIT_WINDOW_MS, isKeeper, messageById, othersTyping } from "../state.js";
import { OVER, pending, settled, state, status } from "../store.js";
import { useTitle } from "../titles.js";
import { mutedWords, typingWords } from "../words.js";

const READING_BEGINS_MS = 3000;
const MessageActions = later(() =>
  import("../parts/message-actions.js").then((module) => module.MessageActions),
);
const AtMyDoor = later(async () => (await import("../parts/room-door.js")).AtMyDoor, { view: true });
const NotOpen = later(async () => (await import("../parts/room-door.js")).NotOpen, { view: true });
const Empty = later(async () => (await import("../parts/empty.js")).Empty);
const RoomKeys = later(async () => (await import("../parts/room-keys.js")).RoomKeys);
const RoomAside = later(() =>
  import("../parts/room-aside.js").then((module) => module.RoomAside),
);
const WhyMuted = later(async () => (await import("../parts/why-muted.js")).WhyMuted);
const EditBox = later(() => import("../parts/edit-box.js").then((module) => module.EditBox));

/** @param {{room_id: string}} props */
export function RoomView({ room_id }) {
  const app = useApp();
  const now = state.value;
  const known = now.rooms[room_id];
  const timeline = now.timeline?.room_id === room_id ? now.timeline : null;
  const me = now.me;
  const standing = known?.membership.standing;
  const at_the_door = known && standing !== "in" && !isKeeper(now, null);
  const wanted = me !== null && !at_the_door;
  const route = app.router.route.value;
  const first = useRef(route);

  useEffect(() => {
    if (!wanted) return;
    void app.session.open(room_id, app.router.route.peek().message_id);
    return () => {
      app.typing.stopped();
      app.session.close(room_id);
      app.reading.release(room_id);
    };
  }, [room_id, wanted, standing]);

  useEffect(() => {
    if (route !== first.current && route.message_id) void app.session.jump(route.message_id);
  }, [route]);

  if (at_the_door) return html`<${AtMyDoor} key=${room_id} known=${known} />`;
  if (timeline?.phase === "refused") return html`<${NotOpen} timeline=${timeline} />`;
  if (!timeline?.room || !me) {
    const words = waitingWords(status.value);
    return COMING.has(status.value)
      ? html`<${Bones} words=${words} />`
      : html`<${Empty} picture="boat" words=${words} />`;
  }
  return html`<${OpenRoom} key=${room_id} timeline=${timeline} my_id=${me.user_id} />`;
}

/** @type {ReadonlySet<Status>} */
const COMING = new Set(["up", "starting"]);

/** @param {Status} now */
function waitingWords(now) {
  if (COMING.has(now)) return t("One moment …");
  if (OVER.has(now)) return t("Please sign in to see this room.");
  return t("This room can't be shown until you are back. Your words are kept.");
}

/** @param {boolean} closed @param {boolean} rests @param {number | null} muted_until @param {number} now */
function readOnlyWords(closed, rests, muted_until, now) {
  if (rests && !closed) return t("This room rests for now. What was said can be read.");
  if (closed) return t("This room is closed. What was said in it can still be read.");
  return muted_until ? mutedWords(muted_until, now) : t("You can read along here.");
}

/** @param {{timeline: Timeline, my_id: string}} props */
function OpenRoom({ timeline, my_id }) {
  const app = useApp();
  const now = state.value;
  const { room_id } = timeline;
  const keeper = isKeeper(now, timeline);
  const muted_until = timeline.membership?.muted_until ?? null;
  const muted = useStillMuted(muted_until);
  const closed = timeline.room?.closed === true;
  const is_in = timeline.membership?.standing === "in";
  const lock = timeline.room?.lock ?? null;
  const locked_still = useStillMuted(lock?.until ?? null);
  const rests = lock !== null && !keeper && (lock.until === null || locked_still);
  const can_write = !muted && !closed && !rests && (is_in || keeper);
  const [acting, setActing] = useState(/** @type {string | null} */ (null));
  const [editing, setEditing] = useState(() => {
    const begun_before = app.drafts.readChange(my_id, room_id);
    return begun_before && messageById(timeline, begun_before.message_id);
  });
  /** A change that only came back with the page takes no focus. */
  const [begun, setBegun] = useState(false);
  const [reply, setReply] = useState(() => app.drafts.read(my_id, room_id).reply_to);
  const [focus, setFocus] = useState(0);
  const head = useFocusOnce();
  const room = useRef(/** @type {HTMLElement | null} */ (null));
  const wide = useWide();
  const on_act = useCallback((/** @type {Message} */ message) => setActing(message.message_id), []);
  // It may be far from what is on screen by now; its words are still being changed.
  const edited = editing && (messageById(timeline, editing.message_id) ?? editing);
  const acted = acting === null ? null : messageById(timeline, acting);
  const waiting = notYetInLog(pending.value, timeline, my_id);

  useTitle(t("In a room"));

  // What can be done with a message is fetched before it is wanted, once reading has begun.
  useEffect(() => {
    const timer = setTimeout(() => void MessageActions.soon().catch(() => {}), READING_BEGINS_MS);
    return () => clearTimeout(timer);
  }, []);

  // A field that comes back by itself, after a mute, does not take the focus.
  useEffect(() => {
    if (!can_write) setFocus(0);
  }, [can_write]);

  /** @param {Message} message */
  function answer(message) {
    /** @type {ReplyTo} */
    const to = { message_id: message.message_id, seq: message.seq };
    setEditing(null);
    setReply(to);
    setFocus((count) => count + 1);
    app.drafts.keep(my_id, room_id, { ...app.drafts.read(my_id, room_id), reply_to: to });
  }

  /** @param {Message} message */
  function edit(message) {
    setBegun(true);
    setEditing(message);
  }

  /** @param {Message} message */
  function mayEdit(message) {
    return message.author?.user_id === my_id && app.now() - message.at < EDIT_WINDOW_MS;
  }

  function editDone() {
    setEditing(null);
    setFocus((count) => count + 1);
  }

  /**
   * Too late for a change: the words go where new ones are written, after what stands there, and
   * what warns of them goes along.
   *
   * @param {Change} changed
   */
  function writeAnew(changed) {
    const draft = app.drafts.read(my_id, room_id);
    const body = [draft.body, changed.body].filter(Boolean).join("\n");
    const warning = draft.warning || changed.warning;
    const topics = draft.topics.length > 0 ? draft.topics : changed.topics;
    app.drafts.keep(my_id, room_id, { ...draft, body, warning, topics });
  }

  function editLast() {
    const last = timeline.messages.findLast((each) => each.author?.user_id === my_id);
    if (last && mayEdit(last)) edit(last);
  }

  return html`
    <section ref=${room} class="room" aria-label=${timeline.room?.name}>
      ${
        settled.value &&
        html`<${RoomKeys}
          timeline=${timeline}
          room=${room}
          on_reply=${(/** @type {Message} */ message) => can_write && answer(message)}
          on_edit=${(/** @type {Message} */ message) => can_write && mayEdit(message) && edit(message)}
        />`
      }
      <${RoomHead} timeline=${timeline} keeper=${keeper} my_id=${my_id} heading=${head} />
      <${MessageList}
        timeline=${timeline}
        pending=${waiting}
        my_id=${my_id}
        unread=${now.rooms[room_id]?.unread ?? 0}
        on_act=${on_act}
      />
      ${wide && html`<${RoomAside} timeline=${timeline} />`}
      <div class="foot">
        <p class="typing soft small">
          ${typingWords(othersTyping(timeline, my_id, app.typing.isWriting(room_id)))}
        </p>
        ${
          edited?.state === "posted"
            ? html`<${EditBox}
                key=${edited.message_id}
                timeline=${timeline}
                message=${edited}
                my_id=${my_id}
                takes_focus=${begun}
                on_done=${editDone}
                on_new=${writeAnew}
                on_missing=${editDone}
              />`
            : can_write
              ? html`<${Composer}
                  timeline=${timeline}
                  my_id=${my_id}
                  reply=${reply}
                  focus=${focus}
                  on_reply=${setReply}
                  on_edit_last=${editLast}
                />`
              : html`<div class="composer read-only" data-region tabindex="-1">
                  ${readOnlyWords(closed, rests, muted ? muted_until : null, app.now())}
                  ${muted && !closed && !rests && html`<${WhyMuted} reason=${timeline.membership?.muted_for} />`}
                </div>`
        }
      </div>
      ${
        acted?.state === "posted" &&
        html`<${MessageActions}
          message=${acted}
          room_id=${room_id}
          mine=${acted.author?.user_id === my_id}
          keeper=${keeper}
          can_write=${can_write}
          can_react=${is_in && can_write}
          is_in=${is_in}
          pinned=${timeline.room?.pinned.includes(acted.message_id) === true}
          saved=${timeline.my_saved[acted.message_id] === true}
          my_reactions=${timeline.my_reactions[acted.message_id] ?? []}
          on_close=${() => setActing(null)}
          on_missing=${() => setActing(null)}
          on_reply=${() => answer(acted)}
          on_edit=${() => edit(acted)}
        />`
      }
    </section>
  `;
}

/**
 * Whether I may only read along for now; becomes false by itself when the time has come.
 *
 * @param {number | null} until
 */
function useStillMuted(until) {
  const app = useApp();
  const [, again] = useState(0);
  const left_ms = until === null ? 0 : until - app.now();
  useEffect(() => {
    if (left_ms <= 0) return;
    const timer = setTimeout(
      () => again((count) => count + 1),
      Math.min(left_ms + 100, 2 ** 31 - 1),
    );
    return () => clearTimeout(timer);
  }, [until]);
  return left_ms > 0;
}

/** The heading takes the focus when a room is come to by a link, never later. */
function useFocusOnce() {
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    const nowhere = document.activeElement === document.body || !document.activeElement;
    const on_link = document.activeElement?.closest(".room-link, .door-link");
    if (nowhere || on_link) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
