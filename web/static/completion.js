// @ts-check
/**
 * Finishing a name after an @: which names, and where they go.
 * Must never offer anyone whose name cannot be seen in the room already: it is no list of people.
 *
 * @import { Author } from "./wire.d.ts"
 * @import { Timeline } from "./state.js"
 *
 * @typedef {{start: number, end: number, begun: string}} Place  from the @ to the caret
 */

export const OFFERED_MAX = 6;
const HANDLE_MAX_CHARS = 24;
/** An @ at the beginning of a word, and what of a name stands between it and the caret. */
const BEGUN = /(?:^|[\s([{"'“‘«„])@([\p{L}\p{M}\p{N}_.-]*)$/u;
const GOES_ON = /^[\p{L}\p{M}\p{N}_-]/u;

/**
 * The name that is being written, or nothing.
 *
 * @param {string} body
 * @param {number} caret
 * @returns {Place | null}
 */
export function placeOf(body, caret) {
  const before = body.slice(Math.max(0, caret - HANDLE_MAX_CHARS - 2), caret);
  const begun = BEGUN.exec(before)?.[1];
  if (begun === undefined || GOES_ON.test(body.slice(caret))) return null;
  return { start: caret - begun.length - 1, end: caret, begun };
}

/**
 * Whose names can be seen here: those who wrote last first, then who shows themselves, and who
 * keeps the room.
 *
 * @param {Pick<Timeline, "messages" | "shown" | "staff">} timeline
 * @param {string} my_id
 * @returns {Author[]}
 */
export function namesHere({ messages, shown, staff }, my_id) {
  const wrote = messages.map((message) => message.author).reverse();
  /** @type {Map<string, Author>} */
  const found = new Map();
  for (const person of [...wrote, ...shown, ...staff]) {
    if (person && person.user_id !== my_id && !found.has(person.user_id))
      found.set(person.user_id, person);
  }
  return [...found.values()];
}

/**
 * Those whose name goes on so, unless nothing is left to finish: first by its beginning, then by the beginning of a part of it.
 *
 * @param {readonly Author[]} people
 * @param {string} begun
 */
export function matching(people, begun) {
  const wanted = folded(begun);
  const starts = people.filter((person) => folded(person.handle).startsWith(wanted));
  const inside = people.filter(
    (person) =>
      !starts.includes(person) &&
      folded(person.handle)
        .split(/[_.-]/)
        .some((part) => part.startsWith(wanted)),
  );
  const found = [...starts, ...inside].slice(0, OFFERED_MAX);
  return found.length === 1 && isWhole(found[0], begun) ? [] : found;
}

/**
 * Whether nothing of the name is missing: then Enter is not for the list.
 *
 * @param {Author | undefined} person
 * @param {string} begun
 */
export function isWhole(person, begun) {
  return person !== undefined && folded(person.handle) === folded(begun);
}

/**
 * The words with the whole name in them, and where the caret stands then.
 *
 * @param {string} body
 * @param {Place} place
 * @param {string} handle
 */
export function completed(body, { start, end }, handle) {
  const after = body.slice(end);
  const gap = /^[\s,.;:!?)]/.test(after) ? "" : " ";
  const before = `${body.slice(0, start)}@${handle}`;
  const past_space = gap || /^\s/.test(after) ? 1 : 0;
  return { body: `${before}${gap}${after}`, caret: before.length + past_space };
}

/** Without case and accents, as people type a name. @param {string} words */
export function folded(words) {
  return words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
