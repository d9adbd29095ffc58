// @ts-check
/**
 * Words that were begun and not sent, kept for each room on this device.
 * Must never lose a word because of a reload or a server that went away.
 *
 * @import { Device } from "./device.js"
 * @import { ReplyTo } from "./wire.d.ts"
 *
 * @typedef {{body: string, reply_to: ReplyTo | null}} Draft
 */
import { ownPrefix } from "./device.js";

/** @type {Draft} */
const NOTHING = { body: "", reply_to: null };

/**
 * @param {Device} device
 */
export function createDrafts(device) {
  /** @param {string} user_id @param {string} room_id */
  const keyOf = (user_id, room_id) => `${ownPrefix(user_id)}draft.${room_id}`;
  return {
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
     * @param {Draft} draft
     */
    keep(user_id, room_id, draft) {
      const key = keyOf(user_id, room_id);
      if (draft.body === "" && draft.reply_to === null) device.remove(key);
      else device.set(key, draft);
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
  };
}

/** @typedef {ReturnType<typeof createDrafts>} Drafts */
