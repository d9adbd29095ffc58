// @ts-check
/**
 * How long to wait before trying again: full jitter, from 1 second up to 30.
 * Must never wait less than the server asked for.
 */

export const FIRST_MS = 1000;
export const MOST_MS = 30_000;

/**
 * @param {number} attempt  0 for the first retry
 * @param {number} chance  between 0 and 1
 * @param {number} [retry_after_ms]  what the server asked for
 */
export function delayMs(attempt, chance, retry_after_ms = 0) {
  const ceiling = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt, 16));
  // What the server asked for is the least; the jitter on top keeps a crowd from coming as one.
  return Math.round(retry_after_ms + chance * ceiling);
}
