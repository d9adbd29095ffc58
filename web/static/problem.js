// @ts-check
/**
 * Every answer has one form, also where none came. Must never carry what was sent.
 *
 * @typedef {object} Problem
 * @property {string} code
 * @property {string} message
 * @property {string | null} field
 * @property {boolean} retryable
 * @property {number | null} retry_after_ms
 * @property {string | null} reference
 */
import { t } from "./i18n.js";

/**
 * @template Result
 * @typedef {({ok: true} & Result) | {ok: false, error: Problem}} Answer
 */

/**
 * @param {string} code
 * @param {string} message
 * @param {Partial<Problem>} [more]
 * @returns {{ok: false, error: Problem}}
 */
export function refused(code, message, more = {}) {
  const base = { field: null, retryable: true, retry_after_ms: null, reference: null };
  return { ok: false, error: { code, message, ...base, ...more } };
}

/** There is no connection to ask over. */
export function offline() {
  return refused("offline", t("You are offline just now. Your words are kept."));
}

/** It was asked, and nothing came back in time: whether it was done is open. */
export function noAnswer() {
  return refused("no_answer", t("No answer came yet. Your words are kept; trying again is safe."));
}

/**
 * What came back, as an answer: anything else counts as none.
 *
 * @param {unknown} value
 * @returns {Answer<any>}
 */
export function answerOf(value) {
  if (typeof value !== "object" || value === null || !("ok" in value)) return noAnswer();
  if (value.ok === true) return /** @type {any} */ (value);
  const error = /** @type {any} */ (value).error;
  if (typeof error?.code !== "string") return noAnswer();
  return refused(error.code, String(error.message ?? ""), {
    field: error.field ?? null,
    retryable: error.retryable === true,
    retry_after_ms: typeof error.retry_after_ms === "number" ? error.retry_after_ms : null,
    reference: error.reference ?? null,
  });
}
