// @ts-check
/**
 * Words that more than one part shows, and refusals made readable.
 * Must never blame, count against anyone, or promise what no person has taken on.
 */
import { clockTime, dayOrTime } from "./times.js";

/** @typedef {import("./problem.js").Problem} Problem */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").WireEvent} WireEvent */

export const BY_THE_COMPOSER =
  "People in this room and the moderators can read this. So can whoever runs this site.";

export const OFFLINE_HELP = "Not sent: you are offline. These numbers work without the internet:";

export const OFFLINE_WHERE =
  "Not sent: you are offline. Choose your country below: its numbers work without the internet.";

export const UNREACHABLE_HELP =
  "Not sent: this site can't be reached just now. These people answer without it:";

/** The whole set, in the order in which they are offered. */
export const REACTIONS = /** @type {const} */ ([
  ["heart", "❤️", "With love"],
  ["hug", "🤗", "Hug"],
  ["thanks", "🙏", "Thank you"],
  ["strength", "💪", "Strength"],
  ["me_too", "🤝", "Me too"],
  ["well_done", "🌟", "Well done"],
]);

export const REPORT_REASONS = /** @type {const} */ ([
  ["unkind", "It is unkind"],
  ["harassment", "Someone won't leave a person alone"],
  ["private_details", "It tells private details"],
  ["dealing", "It offers or asks for substances"],
  ["spam", "It is advertising"],
  ["other", "Something else"],
]);

export const HIDE_REASONS = /** @type {const} */ ([
  ["unkind", "It is unkind"],
  ["private_details", "It tells private details"],
  ["dealing", "It offers or asks for substances"],
  ["method_detail", "It describes how to do harm"],
  ["off_topic", "It doesn't belong in this room"],
  ["breaks_guidelines", "It goes against the guidelines"],
]);

export const BAN_REASONS = /** @type {const} */ ([
  ["unkind", "Messages hurt people here"],
  ["harassment", "Messages went to someone who asked to be left alone"],
  ["dealing", "Substances were offered or asked for"],
  ["private_details", "Private details of others were told"],
  ["spam", "It was advertising"],
  ["danger", "It put people here in danger"],
  ["other", "Something else"],
]);

/** @param {string} reason */
export function banReasonWords(reason) {
  const why = BAN_REASONS.find(([name]) => name === reason)?.[1];
  return why && reason !== "other" ? `Why: ${why.toLowerCase()}.` : "";
}

/** @type {Record<string, string>} */
export const ACCESS_WORDS = {
  open: "Open: anyone may come in",
  request: "On request: someone lets you in",
  invite: "By invitation",
};

/** @type {Record<string, string>} */
export const BADGES = { facilitator: "keeps this room", moderator: "moderator" };

/**
 * A refusal as a person reads it, with its times on their clock.
 *
 * @param {Problem} problem
 * @param {number} now
 */
export function refusalWords(problem, now) {
  const wait_ms = problem.retry_after_ms;
  if (problem.code === "muted" && wait_ms) {
    return `You can read along here until ${dayOrTime(now + wait_ms, now)}.`;
  }
  if (problem.code === "rate_limited" && wait_ms) {
    return `That was quick. You can send again in ${duration(wait_ms)}; your words are kept.`;
  }
  if (
    problem.code === "internal" &&
    problem.reference &&
    !problem.message.includes(problem.reference)
  ) {
    return `${problem.message} If it goes on, tell us: ${problem.reference}.`;
  }
  return problem.message;
}

/**
 * @param {number} wait_ms
 */
export function duration(wait_ms) {
  const seconds = Math.max(1, Math.ceil(wait_ms / 1000));
  if (seconds < 90) return counted(seconds, "second");
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? counted(minutes, "minute") : counted(Math.ceil(minutes / 60), "hour");
}

/**
 * @param {number} count
 * @param {string} noun
 */
export function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * @param {number} unread
 */
export function unreadWords(unread) {
  return unread >= 1000 ? "1000+" : String(unread);
}

/**
 * @param {{count: number, handles: string[]}} typing
 */
export function typingWords({ count, handles }) {
  if (count === 0) return "";
  if (count === 1 && handles.length === 1) return `${handles[0]} is writing …`;
  if (count === 1) return "Someone is writing …";
  if (count === 2 && handles.length === 2) return `${handles[0]} and ${handles[1]} are writing …`;
  return `${count} people are writing …`;
}

/**
 * @param {number} until
 * @param {number} now
 */
export function mutedWords(until, now) {
  return `You can read along here until ${dayOrTime(until, now)}.`;
}

/**
 * @param {number | null} online_until
 */
export function upToWords(online_until) {
  return online_until === null ? "" : `Everything up to ${clockTime(online_until)} is here.`;
}

/**
 * What to say about a door that I was waiting at, to someone who is looking elsewhere.
 *
 * @param {State} before
 * @param {WireEvent} event
 * @returns {string}
 */
export function doorWords(before, event) {
  const known = before.rooms[event.room_id];
  const waited = known?.membership.standing === "waiting";
  if (event.kind !== "you.membership_changed" || !known || !waited) return "";
  if (event.membership === null) {
    return known.leaving ? "" : `${known.room.name}: not this time.`;
  }
  return event.membership.standing === "in" ? `You can come into ${known.room.name} now.` : "";
}
