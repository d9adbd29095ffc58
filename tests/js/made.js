// What the tests are made of: states, entries, and a server that answers as told.
import { opened, opening, synced } from "../../web/static/answers.js";
import { emptyAccount, emptyState } from "../../web/static/state.js";

export const ROOM = "room1";
export const ME = {
  user_id: "me",
  handle: "Robin",
  role: "member",
  visible: false,
  reading: false,
};
export const SAM = { user_id: "sam", handle: "Sam", badge: "" };
export const MINE = { user_id: "me", handle: "Robin", badge: "" };
export const VIEW = {
  room_id: ROOM,
  kind: "group",
  name: "Early mornings",
  about: "",
  guidelines: "",
  guidelines_version: 1,
  access: "open",
  shows_last_day: false,
  retention_days: 90,
  pinned: [],
};
export const IN = {
  room_id: ROOM,
  standing: "in",
  relation: "member",
  from_seq: 0,
  muted_until: null,
};

/** @param {number} seq @param {object} [more] */
export function posted(seq, more = {}) {
  return {
    kind: "message.posted",
    room_id: ROOM,
    epoch: "e1",
    seq,
    at: 1_000_000 + seq * 1000,
    message_id: `m${seq}`,
    author: SAM,
    nonce: null,
    body: `words ${seq}`,
    state: "posted",
    edited_at: null,
    reply_to: null,
    mentions: [],
    reactions: {},
    ...more,
  };
}

/** @param {string} kind @param {number} seq @param {object} [more] */
export function entry(kind, seq, more = {}) {
  return { kind, room_id: ROOM, epoch: "e1", seq, at: 1_000_000 + seq * 1000, ...more };
}

/** @param {object} [more] */
export function myRoom(more = {}) {
  const counts = { head: 0, posts: 0, unread: 0, mentions: 0, last_read: 0, waiting: 0, names: 0 };
  return { room: VIEW, membership: IN, epoch: "e1", ...counts, ...more };
}

/** @param {object[]} rooms @param {object} [more] */
export function syncAnswer(rooms = [myRoom()], more = {}) {
  const account = { ...emptyAccount(), blocks: 0 };
  return { me: ME, epoch: "e1", server_now: 5000, rooms, ...account, ...more };
}

/** @param {object[]} [rooms] @param {object} [more] */
export function signedIn(rooms, more) {
  const answer = syncAnswer(rooms, more);
  return synced(emptyState(), /** @type {any} */ (answer), 4000);
}

/** @param {object} [more] */
export function openAnswer(more = {}) {
  return /** @type {any} */ ({
    room: VIEW,
    membership: IN,
    staff: [],
    here: 2,
    shown: [],
    reading: [],
    names: 0,
    epoch: "e1",
    head: 0,
    posts: 0,
    entries: [],
    more: false,
    reset: false,
    last_read: 0,
    my_reactions: {},
    my_saved: [],
    ...more,
  });
}

/** A room on screen with `head` messages in it. */
export function onScreen(head = 3, state = signedIn([myRoom({ head, posts: head })])) {
  const entries = Array.from({ length: head }, (_, index) => posted(index + 1));
  return opened(opening(state, ROOM), ROOM, openAnswer({ head, posts: head, entries }), false);
}

/** @param {any} state */
export const seqs = (state) => state.timeline.messages.map((/** @type {any} */ each) => each.seq);
