// @ts-check
/**
 * Where one can go and what one can do, for the switcher: rooms with something new come first.
 * Must never offer what the person may not do.
 *
 * @import { State } from "./state.js"
 * @import { Offer } from "./offers.js"
 *
 * @typedef {object} Place
 * @property {string} key
 * @property {string} words
 * @property {string} kind  what it is, in a word
 * @property {string} [path]
 * @property {() => void} [run]
 */
import { folded } from "./completion.js";
import { t, tn } from "./i18n.js";
import { roomPath } from "./router.js";
import { isHere, isModerator, isStaff } from "./state.js";

/**
 * @param {State} state
 * @param {readonly Offer[]} offers
 * @returns {Place[]}
 */
export function placesOf(state, offers) {
  const actions = offers.filter((offer) => offer.words);
  return [
    ...(isHere(state) ? rooms(state) : []),
    ...actions.map(({ key, words, run }) => ({ key: `do-${key}`, words, kind: t("action"), run })),
    ...pages(state),
  ];
}

/** @param {State} state @returns {Place[]} */
function rooms(state) {
  return Object.values(state.rooms)
    .sort(
      (a, b) =>
        Number(b.mentions > 0) - Number(a.mentions > 0) ||
        Number(b.unread > 0) - Number(a.unread > 0) ||
        a.room.name.localeCompare(b.room.name),
    )
    .map(({ room, unread }) => ({
      key: room.room_id,
      words: room.name,
      kind: unread > 0 ? tn("{count} new", "{count} new", unread) : t("room"),
      path: roomPath(room.room_id),
    }));
}

/** @param {State} state @returns {Place[]} */
function pages(state) {
  const page = (/** @type {string} */ path, /** @type {string} */ words) => ({
    key: path,
    words,
    kind: t("page"),
    path,
  });
  const all = [page("/app/help", t("Help now"))];
  if (!isHere(state)) return all;
  all.unshift(page("/app", t("All rooms")));
  if (state.me?.role !== "admin") all.push(page("/app/saved", t("Saved messages")));
  if (state.me?.role !== "admin") all.push(page("/app/search", t("Search")));
  all.push(page("/app/settings", t("Settings")));
  if (isModerator(state)) all.push(page("/app/follow-up", t("Follow-up")));
  if (isStaff(state)) all.push(page("/app/care", t("Looking after this place")));
  return all;
}

/**
 * Those that fit what was typed: by their beginning first, then by any part.
 *
 * @param {readonly Place[]} places
 * @param {string} typed
 */
export function fitting(places, typed) {
  const wanted = folded(typed.trim());
  const starts = places.filter(({ words }) => folded(words).startsWith(wanted));
  const inside = places.filter(
    (place) => !starts.includes(place) && folded(place.words).includes(wanted),
  );
  return [...starts, ...inside];
}
