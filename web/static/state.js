// @ts-check
/**
 * The state's shape, its beginnings and its selectors: plain values.
 * Must never hold a DOM node, a timer or a socket.
 *
 * @import { Author, LogEntry, MembershipView, MessagePosted } from "./wire.d.ts"
 * @import { MySite, ReplyTo, RoomView, User } from "./wire.d.ts"
 */

/** @typedef {NonNullable<MessagePosted["topics"]>[number]} SensitiveTopic */

/**
 * A message as it is now. A tombstone has no author and no body.
 *
 * @typedef {object} Message
 * @property {string} message_id
 * @property {number} seq
 * @property {number} at
 * @property {Author | null} author
 * @property {string | null} nonce  only while it came live
 * @property {string} body
 * @property {"posted" | "deleted" | "hidden"} state
 * @property {number | null} edited_at
 * @property {ReplyTo | null} reply_to
 * @property {string[]} mentions
 * @property {Record<string, number>} reactions
 * @property {string | null} warning  what its author warns of; the words are folded away
 * @property {SensitiveTopic[]} topics
 * @property {boolean} links_held  addresses in it stay plain text: its author is new here
 */

/**
 * Something in the log that is not a message: shown as a plain line.
 *
 * @typedef {object} Line
 * @property {number} seq
 * @property {number} at
 * @property {string} words
 */

/**
 * A room that I am in, wait for or am invited to.
 *
 * @typedef {object} KnownRoom
 * @property {RoomView} room
 * @property {MembershipView} membership
 * @property {string} epoch
 * @property {number} head
 * @property {number} posts
 * @property {number} unread
 * @property {number} mentions
 * @property {number} last_read
 * @property {boolean} [leaving]  I have asked to leave it, or taken my request back
 * @property {number} [names]  how often a name that is seen there has changed or gone
 * @property {number} knocks  how many wait at the door, where I may let them in
 */

/**
 * The room on screen: the part of its log that is held here.
 *
 * `seq` is the last position that was applied; `held` are entries beyond the next one, kept until
 * the gap is filled; `early` are events that came before the answer to `room.open`.
 *
 * @typedef {object} Timeline
 * @property {string} room_id
 * @property {"opening" | "open" | "refused"} phase
 * @property {{code: string, message: string} | null} refusal
 * @property {string} epoch
 * @property {number} seq
 * @property {boolean} behind  the server has told of entries that are not here yet
 * @property {boolean} older  there may be messages before the first one
 * @property {boolean} newer  there are messages after the last one; they are not held
 * @property {boolean} following  whether whoever reads is at the newest, and wants to stay there
 * @property {Goal | null} goal  where the list has to go
 * @property {RoomView | null} room
 * @property {MembershipView | null} membership
 * @property {Author[]} staff
 * @property {number} here
 * @property {Author[]} shown
 * @property {string[]} reading  those among them who are just reading
 * @property {number} names  how often a name that is seen here has changed or gone
 * @property {boolean} stale  what is on screen has to be read anew, all of it
 * @property {number} typing
 * @property {Author[]} typing_shown
 * @property {Message[]} messages  by seq
 * @property {Line[]} lines  by seq
 * @property {Record<string, string[]>} my_reactions
 * @property {Record<string, boolean>} my_saved  which of them I keep for myself
 * @property {boolean} reached  whether it was loaded back to the first unread message
 * @property {number | null} new_after  the position after which the "New messages" line stands
 * @property {LogEntry[]} held  by seq
 * @property {WireEvent[]} early
 * @property {number[]} reread  positions of messages whose new words have to be asked for
 * @property {number} roster_changes  counts joins and leaves, so that an open member list reloads
 */

/**
 * A place to go to in the list: each has a number of its own.
 *
 * @typedef {object} Goal
 * @property {number} nth
 * @property {"message" | "first" | "last" | "nowhere" | "unreached"} to
 * @property {string} message_id
 * @property {boolean} focus  whether the focus goes there as well
 * @property {boolean} marked  whether the message is shown to be the one
 */

/** @typedef {{kind: string} & Record<string, any>} WireEvent */

/**
 * Something to say to the person once.
 *
 * @typedef {{id: number, words: string}} Notice
 */

/**
 * How far I am here, and what my sign-in can do.
 *
 * @typedef {object} Account
 * @property {"active" | "waiting" | "banned" | "frozen" | "erasing" | "erased"} state
 * @property {boolean} proven  whether this sign-in was begun with a second factor
 * @property {boolean} second_factor  whether I have one
 * @property {{reason: string, until: number | null} | null} ban
 * @property {number | null} erasing_until
 * @property {{due_at: number} | null} restore  somebody asked for a way in
 * @property {import("./wire.d.ts").MyCards | null} cards  what I see of people following up
 * @property {number} decided  so much was decided about me that I have not put away
 */

/**
 * @typedef {object} State
 * @property {User | null} me
 * @property {Account} account
 * @property {MySite | null} site  what the place is called and looks like
 * @property {number} blocks  another number whenever the list of those I block has changed
 * @property {string} epoch
 * @property {number} clock_ahead_ms  how far the server's clock is ahead of this device's
 * @property {Record<string, KnownRoom>} rooms
 * @property {Timeline | null} timeline
 * @property {Notice[]} notices
 * @property {number} notices_ever
 * @property {number} cases_waiting  people whom nobody has claimed yet
 * @property {number} [reports_new]  reports since the list was last looked at
 * @property {number} [help_new]  requests for a person since the list was last looked at
 * @property {number} [decisions]  counts what was told of decisions about me
 * @property {number} [appeals_new]  appeals that wait for somebody to decide
 * @property {number} staff_new  what staff has to decide or to know, since it was last looked at
 */

export const HELD_MAX = 256;
export const EARLY_MAX = 500;
/** So much of a log is held, and shown, at a time. */
export const MESSAGES_MAX = 300;
export const LINES_MAX = 100;
/** So long one's own words can be changed. */
export const EDIT_WINDOW_MS = 15 * 60 * 1000;
export const NOTICES_MAX = 4;
/** The server stops counting here. */
export const UNREAD_MAX = 1000;

/** @returns {State} */
export function emptyState() {
  return {
    me: null,
    account: emptyAccount(),
    site: null,
    blocks: 0,
    epoch: "",
    clock_ahead_ms: 0,
    rooms: {},
    timeline: null,
    notices: [],
    notices_ever: 0,
    cases_waiting: 0,
    staff_new: 0,
  };
}

/** @returns {Account} */
export function emptyAccount() {
  return {
    state: "active",
    proven: true,
    second_factor: false,
    ban: null,
    erasing_until: null,
    restore: null,
    cards: null,
    decided: 0,
  };
}

/**
 * @param {string} room_id
 * @returns {Timeline}
 */
export function emptyTimeline(room_id) {
  return {
    room_id,
    phase: "opening",
    refusal: null,
    epoch: "",
    seq: 0,
    behind: false,
    older: false,
    newer: false,
    following: true,
    goal: null,
    room: null,
    membership: null,
    staff: [],
    here: 0,
    shown: [],
    reading: [],
    names: 0,
    stale: false,
    typing: 0,
    typing_shown: [],
    messages: [],
    lines: [],
    my_reactions: {},
    my_saved: {},
    reached: false,
    new_after: null,
    held: [],
    early: [],
    reread: [],
    roster_changes: 0,
  };
}

/**
 * Say something once, never twice at a time; the oldest goes when there are too many.
 *
 * @param {State} state
 * @param {string} words
 * @returns {State}
 */
export function withNotice(state, words) {
  const id = state.notices_ever + 1;
  const others = state.notices.filter((notice) => notice.words !== words);
  const notices = [...others, { id, words }].slice(-NOTICES_MAX);
  return { ...state, notices, notices_ever: id };
}

/**
 * @param {State} state
 * @param {string} room_id
 * @param {Partial<KnownRoom>} change
 * @returns {State}
 */
export function withRoom(state, room_id, change) {
  const known = state.rooms[room_id];
  if (!known) return state;
  return { ...state, rooms: { ...state.rooms, [room_id]: { ...known, ...change } } };
}

/**
 * @param {State} state
 * @param {Partial<Timeline>} change
 * @returns {State}
 */
export function withTimeline(state, change) {
  return state.timeline ? { ...state, timeline: { ...state.timeline, ...change } } : state;
}

/**
 * @param {State} state
 * @param {string} room_id
 * @returns {Timeline | null}
 */
export function timelineOf(state, room_id) {
  return state.timeline?.room_id === room_id ? state.timeline : null;
}

/**
 * Whether the server has entries that are not on screen.
 *
 * @param {Timeline | null} timeline
 */
export function isBehind(timeline) {
  return timeline?.phase === "open" && (timeline.behind || timeline.held.length > 0);
}

/**
 * My rooms by name, those with something to answer first.
 *
 * @param {State} state
 */
export function myRooms(state) {
  return Object.values(state.rooms).sort((a, b) => a.room.name.localeCompare(b.room.name));
}

/**
 * @param {State} state
 */
export function unreadRooms(state) {
  return Object.values(state.rooms).filter((known) => known.unread > 0).length;
}

/**
 * Whether I take part: not waiting to be let in, kept out or leaving.
 *
 * @param {State} state
 */
export function isHere(state) {
  return state.account.state === "active";
}

/**
 * Whether the powers of a moderator work by this sign-in.
 *
 * @param {State} state
 */
export function isModerator(state) {
  return state.me?.role === "moderator" && state.account.proven;
}

/**
 * Whether the powers of an administrator work by this sign-in.
 *
 * @param {State} state
 */
export function isAdmin(state) {
  return state.me?.role === "admin" && state.account.proven;
}

/**
 * Moderators and administrators, whether or not their powers work yet.
 *
 * @param {State} state
 */
export function isStaff(state) {
  return state.me !== null && state.me.role !== "member";
}

/**
 * Whether I keep this room: its facilitator, or a moderator.
 *
 * @param {State} state
 * @param {Timeline | null} timeline
 */
export function isKeeper(state, timeline) {
  return isModerator(state) || timeline?.membership?.relation === "facilitator";
}

/**
 * Administrators, moderators, and whoever keeps a room already.
 *
 * @param {State} state
 */
export function mayCreateRooms(state) {
  const keepsOne = Object.values(state.rooms).some(
    (known) => known.membership.relation === "facilitator",
  );
  return isAdmin(state) || isModerator(state) || keepsOne;
}

/**
 * Who writes besides me: how many, and the names of those who show themselves.
 *
 * @param {Timeline} timeline
 * @param {string} my_id
 * @param {boolean} i_write
 */
export function othersTyping(timeline, my_id, i_write) {
  const shown = timeline.typing_shown.filter((person) => person.user_id !== my_id);
  const count = Math.max(shown.length, timeline.typing - (i_write ? 1 : 0), 0);
  return { count, handles: shown.map((person) => person.handle) };
}

/**
 * Whether words name me.
 *
 * @param {State} state
 * @param {{mentions: string[]}} message
 */
export function namesMe(state, message) {
  return message.mentions.includes(state.me?.user_id ?? "");
}

/**
 * @param {Timeline} timeline
 * @param {string} message_id
 */
export function messageById(timeline, message_id) {
  return timeline.messages.find((message) => message.message_id === message_id) ?? null;
}
