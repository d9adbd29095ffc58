// @ts-check
/**
 * What events tell of me and of my rooms, beside what is said in the one on screen.
 * Must never touch a log.
 *
 * @import { RoomMoved, YourHandle, YourMembership, YourRestore, YourVisibility } from "./wire.d.ts"
 * @import { KnownRoom, State } from "./state.js"
 */
import { UNREAD_MAX, namesMe, timelineOf, withRoom, withTimeline } from "./state.js";

/**
 * @param {State} state
 * @param {YourVisibility} event
 * @returns {State}
 */
export function visibilityChanged(state, { visible, reading }) {
  if (!state.me) return state;
  return { ...state, me: { ...state.me, visible, reading } };
}

/**
 * @param {State} state
 * @param {YourHandle} event
 * @returns {State}
 */
export function handleChanged(state, { handle }) {
  return state.me ? { ...state, me: { ...state.me, handle } } : state;
}

/**
 * Somebody asked for a new way into my account, or that is over: stopped, used or lapsed.
 *
 * @param {State} state
 * @param {YourRestore} event
 * @returns {State}
 */
export function restoreAsked(state, { due_at }) {
  const restore = due_at === null ? null : { due_at };
  return { ...state, account: { ...state.account, restore } };
}

/**
 * A room that I don't have open went on. `posts` is absolute, so a notice that was lost is made
 * good by the next.
 *
 * @param {State} state
 * @param {RoomMoved} event
 */
export function roomMoved(state, event) {
  const known = state.rooms[event.room_id];
  if (!known || event.seq <= known.head) return state;
  if (timelineOf(state, event.room_id)?.phase === "open") {
    return withTimeline(state, { behind: state.timeline?.seq !== event.seq });
  }
  const names_me = namesMe(state, event);
  return withRoom(state, event.room_id, {
    head: event.seq,
    posts: event.posts,
    unread: Math.min(known.unread + Math.max(event.posts - known.posts, 0), UNREAD_MAX),
    mentions: known.mentions + (names_me ? 1 : 0),
  });
}

/**
 * @param {State} state
 * @param {YourMembership} event
 * @returns {State}
 */
export function membershipChanged(state, event) {
  const { room_id, membership } = event;
  const known = state.rooms[room_id];
  if (timelineOf(state, room_id)) state = withTimeline(state, { membership });
  if (membership === null) {
    const { [room_id]: gone, ...rooms } = state.rooms;
    return gone ? { ...state, rooms } : state;
  }
  const room = event.room ?? known?.room;
  if (!room) return state;
  return {
    ...state,
    rooms: { ...state.rooms, [room_id]: knownRoom(state, known, room, membership) },
  };
}

/**
 * @param {State} state
 * @param {KnownRoom | undefined} known
 * @param {KnownRoom["room"]} room
 * @param {KnownRoom["membership"]} membership
 * @returns {KnownRoom}
 */
function knownRoom(state, known, room, membership) {
  if (known) return { ...known, room, membership };
  const head = membership.from_seq;
  const counts = { head, posts: 0, unread: 0, mentions: 0, last_read: head, knocks: 0 };
  return { room, membership, epoch: state.epoch, ...counts };
}
