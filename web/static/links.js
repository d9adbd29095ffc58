// @ts-check
/**
 * Finds addresses in words, so that they can be followed. Must never make a link of anything but
 * http and https, nor let one pass for plain whose host could be taken for another.
 *
 * @typedef {object} Piece
 * @property {string} words
 * @property {string | null} href  null for words that are no address
 * @property {string} host  where it leads, as the browser reads it
 * @property {boolean} odd  its host could be taken for another
 */

// Signs that turn the writing round or can't be seen end an address, as blanks do.
const ADDRESS = /https?:\/\/[^\s<>"'\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gi;
const TRAILING = new Set(".,;:!?)]}»”’*_");
const AUTHORITY = /^https?:\/\/([^/?#\\]*)/i;
const USUAL_PORT = /:(?:80|443)$/;
/** Words in brackets just before an address: what other places make a link's text of. */
const NAMED = /\[([^[\]\n]{1,100})\]\($/;
const HOST_IN_WORDS = /(?:^|[\s/@])((?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}]{2,})(?:$|[\s/:?#])/u;
/** Endings of hosts; in the midst of one they make it look like another. */
const ENDINGS = new Set(["com", "org", "net", "gov", "edu", "info"]);

/**
 * @param {string} body
 * @returns {Piece[]}
 */
export function pieces(body) {
  /** @type {Piece[]} */
  const found = [];
  let from = 0;
  for (const match of body.matchAll(ADDRESS)) {
    const link = linkOf(trimmed(match[0]), body.slice(Math.max(from, match.index - 110), match.index));
    if (link === null) continue;
    if (match.index > from) found.push(plain(body.slice(from, match.index)));
    found.push(link);
    from = match.index + link.words.length;
  }
  if (from < body.length) found.push(plain(body.slice(from)));
  return found;
}

/** @param {string} words @returns {Piece} */
function plain(words) {
  return { words, href: null, host: "", odd: false };
}

/**
 * Without what ends the sentence around it; a closing bracket stays where it was opened inside.
 *
 * @param {string} address
 */
function trimmed(address) {
  let open = address.split("(").length - address.split(")").length;
  let end = address.length;
  for (; end > 0 && TRAILING.has(/** @type {string} */ (address[end - 1])); end -= 1) {
    if (address[end - 1] !== ")") continue;
    if (open >= 0) break;
    open += 1;
  }
  return address.slice(0, end);
}

/**
 * @param {string} address
 * @param {string} before  what stands before it
 * @returns {Piece | null}
 */
function linkOf(address, before) {
  try {
    const url = new URL(address);
    if (!/^https?:$/.test(url.protocol) || url.hostname === "") return null;
    const odd = isOdd(url, address) || namesAnother(before, url.hostname);
    // What stands before an @ is no host, and goes nowhere.
    url.username = "";
    url.password = "";
    return { words: address, href: url.href, host: url.host, odd };
  } catch {
    return null;
  }
}

/**
 * Whether the host is another than it reads: letters of other alphabets, numbers for an address,
 * words before an @, or the ending of a well-known kind in its midst.
 *
 * @param {URL} url
 * @param {string} address
 */
function isOdd({ host, hostname }, address) {
  const written = (AUTHORITY.exec(address)?.[1] ?? "").toLowerCase().replace(USUAL_PORT, "");
  const labels = hostname.split(".");
  return (
    written !== host ||
    address.includes("\\") ||
    labels.some((label) => label.startsWith("xn--")) ||
    labels.slice(1, -2).some((label) => ENDINGS.has(label))
  );
}

/**
 * Whether words in brackets before an address name a host that it does not lead to.
 *
 * @param {string} before
 * @param {string} hostname
 */
function namesAnother(before, hostname) {
  const words = NAMED.exec(before)?.[1];
  const named = words && HOST_IN_WORDS.exec(words)?.[1]?.toLowerCase();
  return Boolean(named) && named !== hostname && `www.${named}` !== hostname;
}
