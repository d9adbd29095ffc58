// @ts-check
/**
 * Times as a person reads them, in the page's language and their own zone.
 * Must never ask for the time: the caller says what is now.
 */
import { locale, t } from "./i18n.js";

const CLOCK = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
const DAY_AND_YEAR = new Intl.DateTimeFormat(locale, { dateStyle: "full" });
const FULL = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" });
const SHORT_DAY = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" });

const UTC_DAY = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});

const DAY_MS = 86_400_000;

/** @param {number} at */
export function clockTime(at) {
  return CLOCK.format(at);
}

/** @param {number} at */
export function fullTime(at) {
  return FULL.format(at);
}

/** @param {number} at */
export function isoTime(at) {
  return new Date(at).toISOString();
}

/**
 * @param {number} one
 * @param {number} other
 */
export function sameDay(one, other) {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/**
 * @param {number} at
 * @param {number} now
 */
export function dayWords(at, now) {
  if (sameDay(at, now)) return t("Today");
  if (sameDay(at, now - DAY_MS)) return t("Yesterday");
  const this_year = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (this_year ? DAY : DAY_AND_YEAR).format(at);
}

/**
 * For what is kept as a day alone, which is one of the server's: "today", "yesterday", "5 June".
 *
 * @param {number} on
 * @param {number} now
 */
export function daysAgo(on, now) {
  const days = Math.floor(now / DAY_MS) - Math.floor(on / DAY_MS);
  if (days <= 0) return t("today");
  return days === 1 ? t("yesterday") : UTC_DAY.format(on);
}

/**
 * "20:15" today, "14 May" otherwise.
 *
 * @param {number} at
 * @param {number} now
 */
export function dayOrTime(at, now) {
  const time = clockTime(at);
  return sameDay(at, now) ? time : t("{day}, {time}", { day: SHORT_DAY.format(at), time });
}
