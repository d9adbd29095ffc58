// @ts-check
/**
 * The only caller of randomness for names: unique, unguessable, and without meaning.
 * Must never use `crypto.randomUUID`, which browsers withhold from pages on plain HTTP.
 */

/** 128 random bits in 32 characters. */
export function newNonce() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
