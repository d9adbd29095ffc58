// @ts-check
/**
 * What is worth a word wherever one is: a door that was waited at, guidelines that are new.
 * Must never tell anyone what they did themselves.
 *
 * @import { MySite } from "./wire.d.ts"
 * @import { State, WireEvent } from "./state.js"
 */
import { t } from "./i18n.js";
import { hiddenWords } from "./reasons.js";

/**
 * What to say to someone who is looking at a room, or at none.
 *
 * @param {State} before
 * @param {WireEvent} event
 * @param {string} room_id
 */
export function toldWords(before, event, room_id) {
  if (event.kind === "you.message_hidden") return hiddenWords(event.reason);
  // Whoever stands before the door, or took their request back, needs no word of it.
  const at_door = event.room_id === room_id;
  return (!at_door && doorWords(before, event)) || siteNews(before.site, event);
}

/**
 * What to say about a door that I was waiting at, to someone who is looking elsewhere.
 *
 * @param {State} before
 * @param {WireEvent} event
 * @returns {string}
 */
export function doorWords(before, event) {
  const known = before.rooms[event.room_id];
  const waited = known?.membership.standing === "waiting";
  if (event.kind !== "you.membership_changed" || !known || !waited) return "";
  const room = known.room.name;
  if (event.membership === null) {
    return known.leaving ? "" : t("{room}: not this time.", { room });
  }
  return event.membership.standing === "in" ? t("You can come into {room} now.", { room }) : "";
}

/**
 * What to say to someone who is here when the guidelines change; nothing else needs a word.
 *
 * @param {MySite | null} before
 * @param {WireEvent} event
 */
export function siteNews(before, event) {
  if (event.kind !== "site.changed" || !before) return "";
  if (event.guidelines_version <= before.guidelines_version) return "";
  return t("The guidelines of this place have changed. You can read them when you come in next.");
}
