// @ts-check
/**
 * The words that a reply answers, when they are not on screen: asked for once and kept.
 * Must never hold more than it shows, nor show what the server would not.
 *
 * @import { Signal } from "@preact/signals-core"
 * @import { Ask } from "./actions.js"
 * @import { Message } from "./state.js"
 * @import { ReplyTo } from "./wire.d.ts"
 *
 * @typedef {ReadonlyMap<string, Message | null>} Quoted
 */
import { messageOf } from "./apply.js";

const KEPT_MAX = 200;

/**
 * @param {Ask} ask
 * @param {Signal<Quoted>} known
 */
export function createQuotes(ask, known) {
  /** @type {Set<string>} */
  const asked = new Set();

  /**
   * @param {string} room_id
   * @param {ReplyTo} reply_to
   */
  async function want(room_id, { message_id, seq }) {
    if (asked.has(message_id)) return;
    if (asked.size >= KEPT_MAX) asked.clear();
    asked.add(message_id);
    const answer = await ask("log.before", { room_id, seq: seq + 1, limit: 1 });
    if (!answer.ok) return;
    const found = answer.messages.find((message) => message.message_id === message_id);
    const kept = [...known.peek()].slice(-KEPT_MAX);
    known.value = new Map([...kept, [message_id, found ? messageOf(found) : null]]);
  }

  /**
   * Its words changed or are gone.
   *
   * @param {string} message_id
   */
  async function forget(message_id) {
    if (!asked.delete(message_id)) return;
    known.value = new Map([...known.peek()].filter(([id]) => id !== message_id));
  }

  /** A name changed, or someone was blocked: nothing that was fetched is sure any more. */
  async function forgetAll() {
    asked.clear();
    known.value = new Map();
  }

  return { want, forget, forgetAll };
}

/** @typedef {ReturnType<typeof createQuotes>} Quotes */
