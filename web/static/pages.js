// @ts-check
/**
 * What pages of the log do to the part of it that is held: it grows at one end, and beyond its
 * bound it is let go at the other. Must never leave a hole between two messages.
 *
 * @import { Around, Page } from "./wire.d.ts"
 * @import { Message, State, Timeline } from "./state.js"
 *
 * @typedef {Pick<Timeline, "messages" | "older" | "newer" | "my_reactions" | "my_saved">} Held
 */
import { messageOf } from "./apply.js";
import { MESSAGES_MAX, timelineOf, withTimeline } from "./state.js";

/**
 * A page that was read before what is on screen by now lacks what happened between.
 *
 * @param {Timeline | null} timeline
 * @param {{head: number}} page
 */
export function isLate(timeline, { head }) {
  return timeline?.phase === "open" && head < timeline.seq;
}

/**
 * @param {readonly string[]} message_ids
 * @returns {Timeline["my_saved"]}
 */
export const marked = (message_ids) => Object.fromEntries(message_ids.map((id) => [id, true]));

/**
 * @param {State} state
 * @param {string} room_id
 * @param {Page} page
 * @returns {State}
 */
export function olderLoaded(state, room_id, page) {
  const timeline = timelineOf(state, room_id);
  if (!timeline) return state;
  const first = timeline.messages[0]?.seq ?? Infinity;
  const before = page.messages.map(messageOf).filter((message) => message.seq < first);
  const messages = [...before, ...timeline.messages];
  return withHeld(state, timeline, {
    messages: messages.slice(0, MESSAGES_MAX),
    older: page.more && before.length > 0,
    newer: timeline.newer || messages.length > MESSAGES_MAX,
    my_reactions: { ...page.my_reactions, ...timeline.my_reactions },
    my_saved: { ...marked(page.my_saved), ...timeline.my_saved },
  });
}

/**
 * @param {State} state
 * @param {string} room_id
 * @param {Page} page
 * @returns {State}
 */
export function newerLoaded(state, room_id, page) {
  const timeline = timelineOf(state, room_id);
  if (!timeline?.newer) return state;
  const last = timeline.messages.at(-1)?.seq ?? 0;
  const { messages: upto, newer } = upToHere(timeline, page.messages.map(messageOf), page.more);
  const messages = [...timeline.messages, ...upto.filter((message) => message.seq > last)];
  return withHeld(state, timeline, {
    messages: messages.slice(-MESSAGES_MAX),
    older: timeline.older || messages.length > MESSAGES_MAX,
    newer,
    my_reactions: { ...timeline.my_reactions, ...page.my_reactions },
    my_saved: { ...timeline.my_saved, ...marked(page.my_saved) },
  });
}

/**
 * Another part of the log takes the place of the one that was held.
 *
 * @param {State} state
 * @param {string} room_id
 * @param {Around} page
 * @returns {State}
 */
export function shownElsewhere(state, room_id, page) {
  const { messages, older, newer, my_reactions } = page;
  const timeline = timelineOf(state, room_id);
  if (!timeline) return state;
  const upto = upToHere(timeline, messages.map(messageOf), newer);
  return withHeld(state, timeline, { ...upto, older, my_reactions, my_saved: marked(page.my_saved) });
}

/**
 * Where the list has to go: to a message, to the first or to the newest one that is held; or
 * nowhere, because what was looked for is not there, or can't be had just now.
 *
 * @param {State} state
 * @param {NonNullable<Timeline["goal"]>["to"]} to
 * @param {{message_id?: string, focus?: boolean, marked?: boolean}} [more]
 * @returns {State}
 */
export function withGoal(state, to, { message_id = "", focus = true, marked = false } = {}) {
  const nth = (state.timeline?.goal?.nth ?? 0) + 1;
  return withTimeline(state, { goal: { nth, to, message_id, focus, marked } });
}

/**
 * What the page has beyond what was applied comes again as entries of the log.
 *
 * @param {Timeline} timeline
 * @param {Message[]} messages
 * @param {boolean} more
 */
function upToHere(timeline, messages, more) {
  const upto = messages.filter((message) => message.seq <= timeline.seq);
  return { messages: upto, newer: more && upto.length === messages.length };
}

/**
 * @param {State} state
 * @param {Timeline} timeline
 * @param {Held} held
 */
function withHeld(state, timeline, held) {
  /** @type {Timeline["my_reactions"]} */
  const my_reactions = {};
  /** @type {Timeline["my_saved"]} */
  const my_saved = {};
  for (const { message_id } of held.messages) {
    const mine = held.my_reactions[message_id];
    if (mine) my_reactions[message_id] = mine;
    if (held.my_saved[message_id]) my_saved[message_id] = true;
  }
  return { ...state, timeline: { ...timeline, ...held, my_reactions, my_saved } };
}
