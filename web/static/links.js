// @ts-check
/**
 * Finds addresses in words, so that they can be followed. Must never make a link of anything but
 * http and https, nor show another host than the one it leads to.
 *
 * @typedef {{words: string, href: string | null}} Piece
 */

const ADDRESS = /https?:\/\/[^\s<>"']+/g;
const TRAILING = /[.,;:!?)\]}»”’]+$/;

/**
 * @param {string} body
 * @returns {Piece[]}
 */
export function pieces(body) {
  /** @type {Piece[]} */
  const found = [];
  let from = 0;
  for (const match of body.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, "");
    const href = safeHref(address);
    if (href === null) continue;
    if (match.index > from) found.push({ words: body.slice(from, match.index), href: null });
    found.push({ words: address, href });
    from = match.index + address.length;
  }
  if (from < body.length) found.push({ words: body.slice(from), href: null });
  return found;
}

/** @param {string} address */
function safeHref(address) {
  try {
    const url = new URL(address);
    // Words before an @ look like a host and are none; other letters than ASCII may look alike.
    const plain = url.username === "" && url.password === "" && address.includes(url.host);
    return plain && /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
