// @ts-check
/**
 * Which sign and which colour a person has, from their id alone: the same everywhere, for good.
 * Must never depend on anything that they wrote or did.
 */

export const LANDSCAPES = 12;
const TINTS = 8;

/**
 * FNV-1a: neighbouring ids come out far apart.
 *
 * @param {string} user_id
 */
function mixed(user_id) {
  let sum = 0x811c9dc5;
  for (const letter of user_id) sum = Math.imul(sum ^ letter.charCodeAt(0), 0x01000193);
  sum ^= sum >>> 15;
  return Math.imul(sum, 0x2c1b3c6d) >>> 0;
}

/**
 * Which landscape, in which colour, turned or not.
 *
 * @param {string} user_id
 */
export function signOf(user_id) {
  const sum = mixed(user_id);
  return {
    tint: sum % TINTS,
    landscape: (sum >>> 5) % LANDSCAPES,
    turned: ((sum >>> 16) & 1) === 1,
    swapped: ((sum >>> 17) & 1) === 1,
  };
}

/**
 * The class that gives a person's colour to their sign and to their name.
 *
 * @param {string} user_id
 */
export function tintOf(user_id) {
  return `tint-${mixed(user_id) % TINTS}`;
}
