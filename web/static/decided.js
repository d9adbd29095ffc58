// @ts-check
/**
 * What was decided about someone, in plain words: as they read it, and as whoever decides sees it
 * before. Must never blame, nor say who decided, nor promise that it will be changed.
 *
 * @import { MySanction } from "./wire.d.ts"
 */
import { mark, t } from "./i18n.js";
import { conductWords } from "./reasons.js";
import { dayOrTime } from "./times.js";

export const KINDS = /** @type {const} */ ([
  ["warn", mark("Tell them that it must not go on")],
  ["mute", mark("Let them only read in this room for a while")],
  ["remove", mark("Take them out of this room")],
  ["ban", mark("Keep them out of this place")],
]);

export const MUTED_FOR = /** @type {const} */ ([
  ["900", mark("15 minutes")],
  ["3600", mark("An hour")],
  ["86400", mark("A day")],
  ["604800", mark("A week")],
]);

export const BANNED_FOR = /** @type {const} */ ([
  ["86400", mark("A day")],
  ["604800", mark("A week")],
  ["2592000", mark("30 days")],
  ["", mark("Until somebody lets them back in")],
]);

/**
 * @typedef {Pick<MySanction, "kind" | "reason" | "until" | "room_name">} Told
 */

/**
 * What it is, why, and until when: one line for each.
 *
 * @param {Told} told
 * @param {number} now
 * @returns {string[]}
 */
export function decidedWords(told, now) {
  return [whatWords(told, now), conductWords(told.reason)].filter(Boolean);
}

/** @param {Told} told @param {number} now */
function whatWords({ kind, until, room_name }, now) {
  const room = room_name ?? t("a room");
  const time = until === null ? "" : dayOrTime(until, now);
  switch (kind) {
    case "mute":
      return t("You can read along in {room} until {time}.", { room, time });
    case "remove":
      return t("You were taken out of {room}. You can ask to come back in.", { room });
    case "ban":
      return time
        ? t("You can't take part here until {time}.", { time })
        : t("You can't take part here until somebody lets you back in.");
    default:
      return room_name
        ? t("Please don't go on like this in {room}. Nothing is taken from you.", { room })
        : t("Please don't go on like this. Nothing is taken from you.");
  }
}

/** How it can be looked at again. */
export function appealHint() {
  return t(
    "A person decided this, not a machine. If you see it differently, say so: it is looked at " +
      "again. “I need to talk” still works.",
  );
}

/**
 * What came of asking for another look; "" when nobody asked.
 *
 * @param {MySanction} told
 */
export function appealWords({ lifted_at, appeal }) {
  if (lifted_at !== null) return t("This was taken back.");
  if (!appeal) return "";
  if (appeal.outcome === "upheld") return t("It was looked at again, and left as it is.");
  return t("You asked for another look. What comes of it is told to you here.");
}
