// @ts-check
/**
 * What each event of the server does to the state: one case per event, pure.
 * Must never ask, wait, or look at the clock; and must never apply an entry out of turn.
 *
 * An entry of a room's log is applied only as `last + 1`. What is lower was seen and is dropped;
 * what is higher is held until the gap before it is filled.
 *
 * @import { LogEntry, MessageEdited, MessagePosted, RoomChanged, RoomView } from "./wire.d.ts"
 * @import { Message, State, Timeline, WireEvent } from "./state.js"
 */
import { mark, t } from "./i18n.js";
import {
  handleChanged,
  membershipChanged,
  restoreAsked,
  roomMoved,
  visibilityChanged,
} from "./mine.js";
import { siteChanged } from "./site.js";
import {
  EARLY_MAX,
  HELD_MAX,
  LINES_MAX,
  MESSAGES_MAX,
  UNREAD_MAX,
  namesMe,
  timelineOf,
  withNotice,
  withRoom,
  withTimeline,
} from "./state.js";

const UNKNOWN = mark(
  "Something happened here that this page can't show yet. Reloading it may help.",
);

/**
 * @param {State} state
 * @param {WireEvent} event
 * @returns {State}
 */
export function apply(state, event) {
  const timeline = event.room_id ? timelineOf(state, event.room_id) : null;
  if (timeline?.phase === "opening" && !event.kind.startsWith("you.")) {
    return withEarly(state, timeline, event);
  }
  if (isEntry(event)) return withEntry(state, timeline, /** @type {any} */ (event));
  return withSign(state, timeline, event);
}

/**
 * @param {State} state
 * @param {Timeline | null} timeline
 * @param {any} event
 * @returns {State}
 */
function withSign(state, timeline, event) {
  switch (event.kind) {
    case "member.joined":
    case "member.left":
    case "roster.changed":
      if (!timeline) return state;
      return withTimeline(state, { roster_changes: timeline.roster_changes + 1 });
    case "presence.changed":
      if (!timeline) return state;
      return withTimeline(state, {
        here: event.here,
        shown: event.shown,
        reading: event.reading ?? [],
      });
    case "names.changed":
      if (!timeline) return state;
      return withTimeline(state, { stale: true, roster_changes: timeline.roster_changes + 1 });
    case "typing.changed":
      if (!timeline) return state;
      return withTimeline(state, { typing: event.typing, typing_shown: event.shown });
    case "room.moved":
      return roomMoved(state, event);
    case "room.join_asked":
      return withRoom(state, event.room_id, {
        knocks: (state.rooms[event.room_id]?.knocks ?? 0) + 1,
      });
    case "you.membership_changed":
      return membershipChanged(state, event);
    case "you.visibility_changed":
      return visibilityChanged(state, event);
    case "you.handle_changed":
      return handleChanged(state, event);
    case "you.blocks_changed":
      return withTimeline({ ...state, blocks: event.blocks }, { stale: true });
    case "you.restore_asked":
      return restoreAsked(state, event);
    case "site.changed":
      return siteChanged(state, event);
    case "you.message_hidden":
      return state; // Whoever wrote it is told in words, by main.js.
    case "you.sanctioned":
      return { ...state, decisions: (state.decisions ?? 0) + 1 };
    case "you.role_changed":
      return state; // The sign-in ends with it, and the banner says why.
    case "staff.noticed":
      return { ...state, staff_new: state.staff_new + 1 };
    case "you.card_changed":
    case "you.concern_heard":
    case "you.state_changed":
    case "you.banned":
    case "you.ban_lifted":
    case "session.revoked":
      return state; // What is true then is told anew; most of these end the connection.
    default:
      return withNotice(state, UNKNOWN);
  }
}

/**
 * @param {WireEvent} event
 */
function isEntry(event) {
  return typeof event.seq === "number" && typeof event.epoch === "string";
}

/**
 * @param {State} state
 * @param {Timeline} timeline
 * @param {WireEvent} event
 */
function withEarly(state, timeline, event) {
  // Beyond the bound nothing is lost: the answer to `room.open`, or `log.since`, has it.
  if (timeline.early.length >= EARLY_MAX) return withTimeline(state, { behind: true });
  return withTimeline(state, { early: [...timeline.early, event] });
}

/**
 * @param {State} state
 * @param {Timeline | null} timeline
 * @param {LogEntry} entry
 * @returns {State}
 */
function withEntry(state, timeline, entry) {
  if (!timeline || timeline.phase !== "open") return state;
  if (entry.epoch !== timeline.epoch) return withTimeline(state, { behind: true });
  if (entry.seq <= timeline.seq) return state;
  if (entry.seq > timeline.seq + 1) {
    return withTimeline(state, { held: withHeld(timeline.held, entry) });
  }
  return drained(withNext(state, entry));
}

/**
 * Entries beyond a gap, by position; at the bound the furthest goes, for `log.since` has it.
 *
 * @param {LogEntry[]} held
 * @param {LogEntry} entry
 */
function withHeld(held, entry) {
  if (held.some((other) => other.seq === entry.seq)) return held;
  return [...held, entry].sort((a, b) => a.seq - b.seq).slice(0, HELD_MAX);
}

/**
 * Apply what was held, as far as it now follows.
 *
 * @param {State} state
 * @returns {State}
 */
export function drained(state) {
  for (;;) {
    const timeline = state.timeline;
    const first = timeline?.held[0];
    if (!timeline || !first || first.seq > timeline.seq + 1) return state;
    state = withTimeline(state, { held: timeline.held.slice(1) });
    if (first.seq === timeline.seq + 1 && state.timeline) {
      state = withNext(state, first);
    }
  }
}

/**
 * The entry at `last + 1`.
 *
 * @param {State} state
 * @param {LogEntry} entry
 * @returns {State}
 */
function withNext(state, entry) {
  const moved = withTimeline(state, { seq: entry.seq });
  const at = /** @type {Timeline} */ (moved.timeline);
  switch (entry.kind) {
    case "message.posted":
      return posted(moved, at, entry);
    case "message.edited":
      return headAt(edited(moved, at, entry), entry);
    case "message.deleted":
      return headAt(withMessage(moved, at, entry.message_id, tombstone("deleted")), entry);
    case "message.hidden":
      // Without an id it stands for something that is not for me: the position is all there is.
      if (entry.message_id === null) return headAt(moved, entry);
      return headAt(withMessage(moved, at, entry.message_id, tombstone("hidden")), entry);
    case "message.reacted":
      return headAt(
        withMessage(moved, at, entry.message_id, () => ({ reactions: entry.reactions })),
        entry,
      );
    case "room.changed":
      return headAt(roomChanged(moved, at, entry), entry);
    default:
      return headAt(withLine(moved, entry, UNKNOWN), entry);
  }
}

/**
 * @param {State} state
 * @param {Timeline} timeline
 * @param {MessagePosted} entry
 * @returns {State}
 */
function posted(state, timeline, entry) {
  state = withTimeline(state, withNewest(timeline, messageOf(entry)));
  const known = state.rooms[entry.room_id];
  // `session.sync` may have counted it already: the room's head tells.
  if (!known || entry.seq <= known.head) return state;
  const counted = { head: entry.seq, posts: known.posts + 1 };
  if (entry.author !== null && entry.author.user_id === state.me?.user_id) {
    // Whoever speaks has seen what came before.
    const read = { last_read: entry.seq, unread: 0, mentions: 0 };
    return withRoom(state, entry.room_id, { ...counted, ...read });
  }
  return withRoom(state, entry.room_id, {
    ...counted,
    unread: Math.min(known.unread + (entry.state === "posted" ? 1 : 0), UNREAD_MAX),
    mentions: known.mentions + (namesMe(state, entry) ? 1 : 0),
  });
}

/**
 * At the end of what is held. Beyond the bound the oldest ones go; where somebody reads among
 * those it is the newest that is not held.
 *
 * @param {Timeline} timeline
 * @param {Message} message
 * @returns {Partial<Timeline>}
 */
function withNewest({ messages, newer, following }, message) {
  if (newer) return {};
  if (messages.length < MESSAGES_MAX) return { messages: [...messages, message] };
  if (!following) return { newer: true };
  return { messages: [...messages.slice(MESSAGES_MAX / 3), message], older: true };
}

/**
 * @param {State} state
 * @param {Timeline} timeline
 * @param {RoomChanged} entry
 */
function roomChanged(state, timeline, entry) {
  const { room } = entry;
  const before = timeline.room;
  const words = before && changeWords(before, room);
  state = withRoom(withTimeline(state, { room }), entry.room_id, { room });
  return words ? withLine(state, entry, words) : state;
}

/**
 * What is said of a change in its place; that a pin is gone is not worth a line.
 *
 * @param {RoomView} before
 * @param {RoomView} after
 */
function changeWords(before, after) {
  const pins = JSON.stringify({ ...before, pinned: [] }) === JSON.stringify({ ...after, pinned: [] });
  if (!pins) return t("This room's details changed.");
  return after.pinned.some((id) => !before.pinned.includes(id)) ? t("A message was pinned.") : null;
}

/**
 * @param {State} state
 * @param {{room_id: string, seq: number}} entry
 */
function headAt(state, entry) {
  const known = state.rooms[entry.room_id];
  if (!known || known.head >= entry.seq) return state;
  return withRoom(state, entry.room_id, { head: entry.seq });
}

/**
 * @param {MessagePosted} entry
 * @returns {Message}
 */
export function messageOf(entry) {
  return {
    message_id: entry.message_id,
    seq: entry.seq,
    at: entry.at,
    author: entry.author,
    nonce: entry.nonce,
    body: entry.body,
    state: entry.state,
    edited_at: entry.edited_at,
    reply_to: entry.reply_to,
    mentions: entry.mentions,
    reactions: entry.reactions,
    ...wordsOf(entry),
  };
}

/**
 * What stands around the words; most messages have nothing of it, and then it is not sent.
 *
 * @param {MessagePosted | MessageEdited} entry
 */
function wordsOf({ warning = null, topics = [], links_held = false }) {
  return { warning, topics: [...topics], links_held };
}

/**
 * @param {State} state
 * @param {Timeline} timeline
 * @param {string} message_id
 * @param {(message: Message) => Partial<Message>} change
 * @returns {State}
 */
function withMessage(state, timeline, message_id, change) {
  const found = timeline.messages.find((message) => message.message_id === message_id);
  if (!found) return state;
  const changed = { ...found, ...change(found) };
  const messages = timeline.messages.map((message) => (message === found ? changed : message));
  return mentionsMoved(withTimeline(state, { messages }), timeline.room_id, found, changed);
}

/**
 * Words that changed or are gone may name me now, or no longer.
 *
 * @param {State} state
 * @param {string} room_id
 * @param {Message} before
 * @param {Message} after
 * @returns {State}
 */
function mentionsMoved(state, room_id, before, after) {
  const known = state.rooms[room_id];
  const more = Number(namesMe(state, after)) - Number(namesMe(state, before));
  if (!known || more === 0 || after.seq <= known.last_read) return state;
  return withRoom(state, room_id, { mentions: Math.max(known.mentions + more, 0) });
}

/**
 * @param {State} state
 * @param {Timeline} timeline
 * @param {MessageEdited} entry
 * @returns {State}
 */
function edited(state, timeline, entry) {
  const { message_id, state: now, body, edited_at, mentions } = entry;
  if (now !== "posted") return withMessage(state, timeline, message_id, tombstone(now));
  const here = timeline.messages.find((message) => message.message_id === message_id);
  if (body !== null && here?.state === "posted") {
    return withMessage(state, timeline, message_id, () => ({
      body,
      edited_at,
      mentions,
      ...wordsOf(entry),
    }));
  }
  // The new words are not for everyone here, or were out of sight: whoever has the message reads
  // it again.
  return here ? withTimeline(state, { reread: [...timeline.reread, here.seq] }) : state;
}

/**
 * @param {"deleted" | "hidden"} as
 * @returns {() => Partial<Message>}
 */
function tombstone(as) {
  return () => ({
    state: as,
    author: null,
    body: "",
    edited_at: null,
    mentions: [],
    reactions: {},
    warning: null,
    topics: [],
    links_held: false,
  });
}

/**
 * @param {State} state
 * @param {{seq: number, at?: number}} entry
 * @param {string} words
 */
function withLine(state, entry, words) {
  if (!state.timeline) return state;
  const line = { seq: entry.seq, at: entry.at ?? 0, words };
  return withTimeline(state, { lines: [...state.timeline.lines, line].slice(-LINES_MAX) });
}
