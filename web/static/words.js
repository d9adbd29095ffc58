// @ts-check
/**
 * Words that more than one part shows, and refusals made readable.
 * Must never blame, count against anyone, or promise what no person has taken on.
 */
import { figure, mark, t, tn } from "./i18n.js";
import { clockTime, dayOrTime } from "./times.js";

/** @typedef {import("./problem.js").Problem} Problem */

export const BY_THE_COMPOSER = mark(
  "People in this room and the moderators can read this. So can whoever runs this site.",
);

export const HIDDEN_WORDS = mark(
  "A message of yours was taken out of sight. You are still welcome here.",
);

export const OFFLINE = mark("Not sent: you are offline.");

export const UNREACHABLE = mark("Not sent: this site can't be reached just now.");

export const OFFLINE_HELP = mark(
  "Not sent: you are offline. These numbers work without the internet:",
);

export const OFFLINE_WHERE = mark(
  "Not sent: you are offline. Choose your country below: its numbers work without the internet.",
);

export const UNREACHABLE_HELP = mark(
  "Not sent: this site can't be reached just now. These people answer without it:",
);

/** The whole set, in the order in which they are offered. */
export const REACTIONS = /** @type {const} */ ([
  ["heart", mark("With love")],
  ["hug", mark("Hug")],
  ["thanks", mark("Thank you")],
  ["strength", mark("Strength")],
  ["me_too", mark("Me too")],
  ["well_done", mark("Well done")],
]);

/** @type {Record<string, string>} */
export const BADGES = { facilitator: mark("keeps this room"), moderator: mark("moderator") };

/**
 * A refusal as a person reads it, with its times on their clock.
 *
 * @param {Problem} problem
 * @param {number} now
 */
export function refusalWords(problem, now) {
  const wait_ms = problem.retry_after_ms;
  if (problem.code === "muted" && wait_ms) {
    return mutedWords(now + wait_ms, now);
  }
  if (problem.code === "rate_limited" && wait_ms) {
    return t("That was quick. You can send again in {duration}; your words are kept.", {
      duration: duration(wait_ms),
    });
  }
  if (
    problem.code === "internal" &&
    problem.reference &&
    !problem.message.includes(problem.reference)
  ) {
    return t("{problem} If it goes on, tell us: {reference}.", {
      problem: problem.message,
      reference: problem.reference,
    });
  }
  return problem.message;
}

/**
 * @param {number} wait_ms
 */
export function duration(wait_ms) {
  const seconds = Math.max(1, Math.ceil(wait_ms / 1000));
  if (seconds < 90) return tn("{count} second", "{count} seconds", seconds);
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return tn("{count} minute", "{count} minutes", minutes);
  return tn("{count} hour", "{count} hours", Math.ceil(minutes / 60));
}

/**
 * @param {number} unread
 */
export function unreadWords(unread) {
  return unread >= 1000 ? `${figure(1000)}+` : figure(unread);
}

/**
 * @param {{count: number, handles: string[]}} typing
 */
export function typingWords({ count, handles }) {
  if (count === 0) return "";
  const [handle = "", other = ""] = handles;
  if (count === 1 && handle) return t("{handle} is writing …", { handle });
  if (count === 1) return t("Someone is writing …");
  if (count === 2 && other) return t("{handle} and {other} are writing …", { handle, other });
  return tn("{count} person is writing …", "{count} people are writing …", count);
}

/**
 * @param {number} until
 * @param {number} now
 */
export function mutedWords(until, now) {
  return t("You can read along here until {time}.", { time: dayOrTime(until, now) });
}

/**
 * @param {number | null} online_until
 */
export function upToWords(online_until) {
  if (online_until === null) return "";
  return t("Everything up to {time} is here.", { time: clockTime(online_until) });
}
