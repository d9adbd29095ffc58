// @ts-check
/**
 * Words that were begun and not sent, new ones or changed ones, kept for each room on this device.
 * Must never lose a word because of a reload or a server that went away.
 *
 * @import { Device } from "./device.js"
 * @import { Topic } from "./topics.js"
 * @import { ReplyTo } from "./wire.d.ts"
 *
 * @typedef {object} Draft
 * @property {string} body
 * @property {ReplyTo | null} reply_to
 * @property {string} warning
 * @property {readonly Topic[]} topics
 *
 * @typedef {object} Change  to words that were sent
 * @property {string} message_id
 * @property {string} body
 * @property {string} warning
 * @property {readonly Topic[]} topics
 */
import { ownPrefix } from "./device.js";

/** @type {Draft} */
const NOTHING = { body: "", reply_to: null, warning: "", topics: [] };

/**
 * @param {Device} device
 */
export function createDrafts(device) {
  /** @param {string} user_id @param {string} room_id */
  const keyOf = (user_id, room_id) => `${ownPrefix(user_id)}draft.${room_id}`;
  /** @param {string} user_id @param {string} room_id */
  const changeOf = (user_id, room_id) => `${ownPrefix(user_id)}change.${room_id}`;
  return {
    /** Where new words are kept: told by the browser when another tab changes them. */
    keyOf,
    /**
     * @param {string} user_id
     * @param {string} room_id
     * @returns {Draft}
     */
    read(user_id, room_id) {
      const kept = device.get(keyOf(user_id, room_id));
      return typeof kept?.body === "string" ? { ...NOTHING, ...kept } : NOTHING;
    },
    /**
     * @param {string} user_id
     * @param {string} room_id
     * @param {Partial<Draft>} draft
     */
    keep(user_id, room_id, draft) {
      const key = keyOf(user_id, room_id);
      const whole = { ...NOTHING, ...draft };
      const { body, reply_to, warning, topics } = whole;
      if (body || reply_to || warning || topics.length > 0) device.set(key, whole);
      else device.remove(key);
    },
    /**
     * These words are on their way. What another tab has begun since then stays.
     *
     * @param {string} user_id
     * @param {string} room_id
     * @param {string} body
     */
    sent(user_id, room_id, body) {
      const key = keyOf(user_id, room_id);
      if (device.get(key)?.body === body) device.remove(key);
    },

    /**
     * The change that was begun in a room, if one was.
     *
     * @param {string} user_id
     * @param {string} room_id
     * @returns {Change | null}
     */
    readChange(user_id, room_id) {
      const kept = device.get(changeOf(user_id, room_id));
      return typeof kept?.message_id === "string" ? kept : null;
    },
    /**
     * @param {string} user_id
     * @param {string} room_id
     * @param {Change | null} change  nothing once it is made or let be
     */
    keepChange(user_id, room_id, change) {
      const key = changeOf(user_id, room_id);
      if (change) device.set(key, change);
      else device.remove(key);
    },
  };
}

/** @typedef {ReturnType<typeof createDrafts>} Drafts */
