// @ts-check
/**
 * What my own deeds do to the state, once the server has done them. Must never count for others.
 *
 * @import { State } from "./state.js"
 */
import { seenUpTo } from "./answers.js";
import { timelineOf, withRoom, withTimeline } from "./state.js";

/**
 * My own reaction; the counts come back as an entry of the log.
 *
 * @param {State} state
 * @param {string} message_id
 * @param {string} reaction
 * @param {boolean} on
 * @returns {State}
 */
export function reacted(state, message_id, reaction, on) {
  if (!state.timeline) return state;
  const before = state.timeline.my_reactions[message_id] ?? [];
  const without = before.filter((name) => name !== reaction);
  const mine = on ? [...without, reaction] : without;
  return withTimeline(state, {
    my_reactions: { ...state.timeline.my_reactions, [message_id]: mine },
  });
}

/**
 * What comes from here on is new to me again.
 *
 * @param {State} state
 * @param {string} room_id
 * @param {number} seq  of the first message that is new again
 * @returns {State}
 */
export function newAgain(state, room_id, seq) {
  const known = state.rooms[room_id];
  const timeline = timelineOf(state, room_id);
  if (!known || !timeline) return state;
  const back = withRoom(state, room_id, { last_read: -1 });
  return withTimeline(seenUpTo(back, room_id, seq - 1), { new_after: seq - 1 });
}

/**
 * Nothing is new to me any more, in any of my rooms.
 *
 * @param {State} state
 * @returns {State}
 */
export function allSeen(state) {
  const rooms = Object.entries(state.rooms).map(([room_id, known]) => [
    room_id,
    { ...known, last_read: known.head, unread: 0, mentions: 0 },
  ]);
  return withTimeline({ ...state, rooms: Object.fromEntries(rooms) }, { new_after: null });
}

/**
 * A message that I keep for myself, or no longer.
 *
 * @param {State} state
 * @param {string} message_id
 * @param {boolean} on
 * @returns {State}
 */
export function saved(state, message_id, on) {
  if (!state.timeline) return state;
  return withTimeline(state, { my_saved: { ...state.timeline.my_saved, [message_id]: on } });
}
