// @ts-check
/**
 * What the server's answers do to the state: my rooms, an opened room, a filled gap, older pages.
 * Must never ask, wait, or look at the clock by itself.
 *
 * @import { Around, OpenedRoom, Page, SessionState, Since } from "./wire.d.ts"
 * @import { Account, KnownRoom, Message, State, Timeline, WireEvent } from "./state.js"
 */
import { apply, drained, messageOf } from "./apply.js";
import { marked, shownElsewhere } from "./pages.js";
import { emptyTimeline, timelineOf, withRoom, withTimeline } from "./state.js";

/**
 * @param {State} state
 * @param {SessionState} answer
 * @param {number} now
 * @returns {State}
 */
export function synced(state, answer, now) {
  /** @type {Record<string, KnownRoom>} */
  const rooms = {};
  for (const mine of answer.rooms) {
    const id = mine.room.room_id;
    rooms[id] = { ...mine, knocks: mine.waiting };
  }
  const blocks = answer.blocks ?? 0;
  const next = {
    ...state,
    me: answer.me,
    account: accountOf(answer),
    site: answer.site ?? state.site,
    blocks,
    epoch: answer.epoch,
    clock_ahead_ms: answer.server_now - now,
    rooms,
  };
  const timeline = state.timeline;
  const known = timeline && rooms[timeline.room_id];
  if (!timeline || timeline.phase !== "open" || !known) return next;
  // The head may be ahead of what is on screen although no event said so.
  const behind = known.epoch !== timeline.epoch || known.head > timeline.seq;
  const stale = timeline.stale || (known.names ?? 0) !== timeline.names || blocks !== state.blocks;
  return behind || stale ? withTimeline(next, { behind: timeline.behind || behind, stale }) : next;
}

/**
 * @param {SessionState} answer
 * @returns {Account}
 */
function accountOf(answer) {
  const { state, proven, second_factor, ban, erasing_until, cards, decided } = answer;
  const restore = answer.restore && { due_at: answer.restore.due_at };
  return { state, proven, second_factor, ban, erasing_until, restore, cards, decided };
}

/**
 * From now on this room is on screen; what it tells before the answer is held. A room that was on
 * screen already keeps its messages.
 *
 * @param {State} state
 * @param {string} room_id
 * @returns {State}
 */
export function opening(state, room_id) {
  const before = timelineOf(state, room_id) ?? emptyTimeline(room_id);
  return { ...state, timeline: { ...before, phase: "opening", refusal: null, early: [] } };
}

/**
 * Back without a connection in the room that was left without one: what it was is what is known.
 *
 * @param {State} state
 * @param {Timeline} timeline
 * @returns {State}
 */
export function shownAgain(state, timeline) {
  return { ...state, timeline: { ...timeline, phase: "opening", refusal: null, early: [] } };
}

/**
 * @param {State} state
 * @param {string} room_id
 * @param {{code: string, message: string}} refusal
 * @returns {State}
 */
export function openRefused(state, room_id, refusal) {
  if (!timelineOf(state, room_id)) return state;
  return withTimeline(state, { phase: "refused", refusal, early: [] });
}

/**
 * @param {State} state
 * @param {string} room_id
 * @param {OpenedRoom} answer
 * @param {boolean} with_since  whether it was asked for what came after a position
 * @param {Around | null} [kept]  what is to stay on screen, read anew
 * @returns {State}
 */
export function opened(state, room_id, answer, with_since, kept = null) {
  const timeline = timelineOf(state, room_id);
  if (!timeline) return state;
  const { early } = timeline;
  const continued = with_since && !answer.reset;
  // A name changed while we were away: what came before the gap has to be read again as well.
  const stale = continued && timeline.names !== answer.names;
  state = withTimeline(state, {
    phase: "open",
    refusal: null,
    early: [],
    epoch: answer.epoch,
    room: answer.room,
    membership: answer.membership,
    staff: answer.staff,
    here: answer.here,
    shown: answer.shown,
    reading: answer.reading,
    names: answer.names,
    stale,
    typing: 0,
    typing_shown: [],
    ...(continued ? { behind: answer.more } : newest(state, answer)),
  });
  if (continued) state = entriesApplied(state, answer.entries);
  if (kept) state = shownElsewhere(state, room_id, kept);
  state = countsFrom(state, room_id, answer);
  for (const event of early) state = apply(state, event);
  return drained(state);
}

/**
 * A room shown from its newest messages: what was on screen is replaced.
 *
 * @param {State} state
 * @param {OpenedRoom} answer
 */
function newest(state, answer) {
  const messages = answer.entries.flatMap((entry) =>
    entry.kind === "message.posted" ? [messageOf(entry)] : [],
  );
  const known = state.rooms[answer.room.room_id];
  return {
    seq: answer.head,
    behind: false,
    older: messages.length > 0,
    newer: false,
    messages,
    lines: [],
    held: [],
    reread: [],
    my_reactions: answer.my_reactions,
    my_saved: marked(answer.my_saved),
    new_after: newAfter(state, known, answer),
  };
}

/**
 * Where the "New messages" line stands: a screen that is read anew keeps the one it has.
 *
 * @param {State} state
 * @param {KnownRoom | undefined} known
 * @param {OpenedRoom} answer
 */
function newAfter(state, known, answer) {
  if (state.timeline?.reached) return state.timeline.new_after;
  return known && known.unread > 0 ? answer.last_read : null;
}

/**
 * @param {State} state
 * @param {string} room_id
 * @param {OpenedRoom} answer
 */
function countsFrom(state, room_id, answer) {
  const known = state.rooms[room_id];
  if (!known) return state;
  return withRoom(state, room_id, {
    room: answer.room,
    membership: answer.membership ?? known.membership,
    epoch: answer.epoch,
    head: Math.max(known.head, answer.head),
    posts: Math.max(known.posts, answer.posts),
  });
}

/**
 * @param {State} state
 * @param {string} room_id
 * @param {Since} answer
 * @returns {State}
 */
export function gapFilled(state, room_id, answer) {
  const timeline = timelineOf(state, room_id);
  if (!timeline || timeline.phase !== "open" || answer.epoch !== timeline.epoch) return state;
  const filled = drained(entriesApplied(state, answer.entries ?? []));
  return withTimeline(filled, { behind: answer.more ?? false });
}

/**
 * What is on screen can't be continued: forget it, and open the room anew.
 *
 * @param {State} state
 * @param {string} room_id
 * @returns {State}
 */
export function positionLost(state, room_id) {
  const timeline = timelineOf(state, room_id);
  if (!timeline) return state;
  return withTimeline(state, { epoch: "", seq: 0, behind: false, held: [] });
}

/**
 * @param {State} state
 * @param {readonly WireEvent[]} entries
 */
function entriesApplied(state, entries) {
  for (const entry of entries) state = apply(state, entry);
  return state;
}

/**
 * A message as it is now, or nothing where it may no longer be read.
 *
 * @param {State} state
 * @param {string} room_id
 * @param {number} seq
 * @param {Page} page
 * @returns {State}
 */
export function readAgain(state, room_id, seq, page) {
  const timeline = timelineOf(state, room_id);
  if (!timeline) return state;
  const found = page.messages.find((message) => message.seq === seq);
  const messages = timeline.messages.map((message) =>
    found && message.seq === seq ? { ...messageOf(found), nonce: message.nonce } : message,
  );
  return withTimeline(state, {
    messages,
    reread: timeline.reread.filter((other) => other !== seq),
  });
}

/**
 * I have seen everything up to here.
 *
 * @param {State} state
 * @param {string} room_id
 * @param {number} seq
 * @returns {State}
 */
export function seenUpTo(state, room_id, seq) {
  const known = state.rooms[room_id];
  if (!known || seq <= known.last_read) return state;
  const timeline = timelineOf(state, room_id);
  const { newer = false, messages = [] } = timeline ?? {};
  const me = state.me?.user_id ?? "";
  const others = messages.filter(
    (message) =>
      message.seq > known.last_read && message.state === "posted" && message.author?.user_id !== me,
  );
  const counted = newer ? seenOf(others, seq) : leftOf(others, seq);
  const naming_me = counted.filter((message) => message.mentions.includes(me));
  return withRoom(state, room_id, {
    last_read: seq,
    unread: newer ? Math.max(known.unread - counted.length, 0) : counted.length,
    mentions: newer ? Math.max(known.mentions - naming_me.length, 0) : naming_me.length,
  });
}

/** @param {Message[]} messages @param {number} seq */
const seenOf = (messages, seq) => messages.filter((message) => message.seq <= seq);
/** @param {Message[]} messages @param {number} seq */
const leftOf = (messages, seq) => messages.filter((message) => message.seq > seq);

/**
 * The page went out of sight: what comes now stands under a "New messages" line.
 *
 * @param {State} state
 * @returns {State}
 */
export function lookedAway(state) {
  const timeline = state.timeline;
  if (!timeline || timeline.new_after !== null) return state;
  const { last_read = 0 } = state.rooms[timeline.room_id] ?? {};
  const new_after = timeline.following ? timeline.seq : Math.min(last_read, timeline.seq);
  return withTimeline(state, { new_after });
}

/**
 * The page is seen again: without anything new there is no line to draw.
 *
 * @param {State} state
 * @returns {State}
 */
export function lookedBack(state) {
  const { new_after = null, newer = false, messages = [] } = state.timeline ?? {};
  if (new_after === null) return state;
  const fresh = newer || messages.some((message) => message.seq > new_after);
  return fresh ? state : withTimeline(state, { new_after: null });
}
