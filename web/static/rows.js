// @ts-check
/**
 * What stands in the message list, from top to bottom: days, messages, lines, what is on its way.
 * Must never read the clock: the caller says what is now.
 *
 * @import { Pending } from "./outbox.js"
 * @import { Line, Message, Timeline } from "./state.js"
 *
 * @typedef {{type: "day", key: string, words: string}} DayRow
 * @typedef {{type: "new", key: string}} NewRow
 * @typedef {{type: "message", key: string, message: Message, grouped: boolean}} MessageRow
 * @typedef {{type: "line", key: string, line: Line}} LineRow
 * @typedef {{type: "pending", key: string, pending: Pending}} PendingRow
 * @typedef {DayRow | NewRow | MessageRow | LineRow | PendingRow} Row
 */
import { dayWords, sameDay } from "./times.js";

export const GROUP_WITHIN_MS = 5 * 60 * 1000;

/**
 * @param {Timeline} timeline
 * @param {readonly Pending[]} pending
 * @param {string} my_id
 * @param {number} now
 * @returns {Row[]}
 */
export function rowsOf(timeline, pending, my_id, now) {
  /** @type {Row[]} */
  const rows = [];
  /** @type {Message | null} */
  let before = null;
  let last_at = Number.NaN;
  let line_drawn = !holdsNewLine(timeline);
  for (const each of inOrder(timeline)) {
    if (!sameDay(each.at, last_at)) {
      rows.push({ type: "day", key: `day-${each.seq}`, words: dayWords(each.at, now) });
      before = null;
    }
    last_at = each.at;
    if (!("message_id" in each)) {
      rows.push({ type: "line", key: `line-${each.seq}`, line: each });
      before = null;
      continue;
    }
    if (!line_drawn && isNew(each, timeline.new_after ?? 0, my_id)) {
      rows.push({ type: "new", key: "new" });
      line_drawn = true;
      before = null;
    }
    const grouped = before !== null && belongTogether(before, each);
    rows.push({ type: "message", key: each.message_id, message: each, grouped });
    before = each;
  }
  // What is on its way stands below the newest, wherever that is.
  if (timeline.newer) return rows;
  for (const each of pending) rows.push({ type: "pending", key: each.nonce, pending: each });
  return rows;
}

/**
 * Whether the place between what was seen and what is new is among what is held.
 *
 * @param {Timeline} timeline
 */
function holdsNewLine({ new_after, older, messages }) {
  if (new_after === null) return false;
  return !older || (messages[0]?.seq ?? 0) <= new_after + 1;
}

/**
 * @param {Message} message
 * @param {number} new_after
 * @param {string} my_id
 */
function isNew(message, new_after, my_id) {
  return message.seq > new_after && message.author?.user_id !== my_id;
}

/**
 * @param {Message} one
 * @param {Message} next
 */
function belongTogether(one, next) {
  return (
    one.author !== null &&
    one.author.user_id === next.author?.user_id &&
    next.reply_to === null &&
    next.at - one.at < GROUP_WITHIN_MS
  );
}

/** @param {Timeline} timeline */
function inOrder({ messages, lines, newer }) {
  const first = messages[0]?.seq ?? 0;
  const last = newer ? (messages.at(-1)?.seq ?? 0) : Infinity;
  const shown = lines.filter((line) => line.seq > first && line.seq < last);
  return shown.length === 0 ? messages : [...messages, ...shown].sort((a, b) => a.seq - b.seq);
}
