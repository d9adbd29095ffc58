// @ts-check
/**
 * Messages on their way: shown at once, retried with the same nonce until they are answered.
 * Must never lose words, and must never send the same words twice under two nonces.
 *
 * One message is asked for at a time, in the order of writing. A refusal that trying again won't
 * change leaves the message as failed, with its words; everything else waits and tries again.
 *
 * @import { Device } from "./device.js"
 * @import { Answer, Problem } from "./problem.js"
 * @import { Message, Timeline } from "./state.js"
 * @import { Posted, PostMessage, ReplyTo } from "./wire.d.ts"
 *
 * @typedef {object} Pending
 * @property {string} nonce
 * @property {string} room_id
 * @property {string} body
 * @property {ReplyTo | null} reply_to
 * @property {number} queued_at
 * @property {number} after_seq  the last position on screen when it was written
 * @property {number} attempts
 * @property {boolean} late_is_fine  the person said to send it although it is old
 * @property {"waiting" | "sending" | "sent" | "failed" | "late"} status
 * @property {Problem | null} problem
 * @property {string | null} message_id
 * @property {number | null} seq
 *
 * @typedef {object} Ports
 * @property {(payload: PostMessage) => Promise<Answer<Posted>>} post
 * @property {Device} device
 * @property {() => number} now
 * @property {() => number} chance  between 0 and 1
 * @property {() => string} new_nonce
 * @property {(wait_ms: number, then: () => void) => void} later
 * @property {(pending: Pending[]) => void} changed
 */
import { delayMs } from "./backoff.js";
import { ownPrefix } from "./device.js";

export const PENDING_MAX = 50;
/** Words older than this are sent only when the person says so once more. */
export const LATE_AFTER_MS = 60 * 60 * 1000;

/**
 * @param {Ports} ports
 */
export function createOutbox(ports) {
  const { device } = ports;
  /** @type {Pending[]} */
  let list = [];
  let prefix = "";
  let busy = false;
  let round = 0;

  /** @param {Pending[]} next */
  function set(next) {
    list = next;
    ports.changed(list);
  }

  /** @param {string} nonce */
  const find = (nonce) => list.find((pending) => pending.nonce === nonce);

  /**
   * @param {string} nonce
   * @param {Partial<Pending>} change
   */
  function mark(nonce, change) {
    set(list.map((pending) => (pending.nonce === nonce ? { ...pending, ...change } : pending)));
    const pending = find(nonce);
    if (!pending) return;
    if (pending.status === "sent") device.remove(prefix + nonce);
    else device.set(prefix + nonce, pending);
  }

  /** @param {string} nonce */
  function drop(nonce) {
    if (find(nonce)) set(list.filter((pending) => pending.nonce !== nonce));
  }

  /** The next to send; what has grown old meanwhile is put to the person first. */
  function nextWaiting() {
    for (const pending of list.filter((each) => each.status === "waiting")) {
      const old = ports.now() - pending.queued_at > LATE_AFTER_MS;
      if (!old || pending.late_is_fine) return pending;
      mark(pending.nonce, { status: "late" });
    }
    return null;
  }

  async function pump() {
    if (busy) return;
    busy = true;
    try {
      for (let pending = nextWaiting(); pending; pending = nextWaiting()) {
        if (!(await attempt(pending))) return;
      }
    } finally {
      busy = false;
    }
  }

  /**
   * @param {Pending} pending
   * @returns {Promise<boolean>}  whether the next one may go now
   */
  async function attempt(pending) {
    const { nonce, room_id, body, reply_to } = pending;
    const attempts = pending.attempts + 1;
    mark(nonce, { status: "sending", attempts });
    const reply = reply_to ? { reply_to: reply_to.message_id } : {};
    const answer = await ports.post({ room_id, nonce, body, ...reply });
    if (answer.ok) {
      const { message_id, seq } = answer;
      mark(nonce, { status: "sent", problem: null, message_id, seq });
      return true;
    }
    const problem = answer.error;
    if (!problem.retryable) {
      mark(nonce, { status: "failed", problem });
      return true;
    }
    mark(nonce, { status: "waiting", problem });
    // Without a connection there is nothing to time: `flush` comes when it is back.
    if (problem.code !== "offline") {
      const started = ++round;
      const wait_ms = delayMs(attempts - 1, ports.chance(), problem.retry_after_ms ?? 0);
      ports.later(wait_ms, () => started === round && pump());
    }
    return false;
  }

  return {
    /**
     * Take up what was left unsent on this device.
     *
     * @param {string} user_id
     */
    load(user_id) {
      prefix = `${ownPrefix(user_id)}unsent.`;
      const kept = device.keys(prefix).map((key) => device.get(key));
      const whole = kept.filter((each) => typeof each?.nonce === "string" && each.body);
      const again = whole.map((each) =>
        each.status === "sending" ? { ...each, status: "waiting" } : each,
      );
      set(again.sort((a, b) => a.queued_at - b.queued_at).slice(0, PENDING_MAX));
    },

    /**
     * @param {{room_id: string, body: string, reply_to: ReplyTo | null, after_seq: number}} words
     * @returns {boolean}  false when too many wait already: the words stay where they were written
     */
    enqueue(words) {
      if (list.filter((each) => each.status !== "sent").length >= PENDING_MAX) return false;
      const nonce = ports.new_nonce();
      /** @type {Pending} */
      const pending = {
        ...words,
        nonce,
        queued_at: ports.now(),
        attempts: 0,
        late_is_fine: false,
        status: "waiting",
        problem: null,
        message_id: null,
        seq: null,
      };
      set([...list, pending]);
      device.set(prefix + nonce, pending);
      void pump();
      return true;
    },

    /** The connection is back: try again now. */
    flush() {
      round += 1;
      return pump();
    },

    /**
     * The person wants it sent after all.
     *
     * @param {string} nonce
     */
    retry(nonce) {
      mark(nonce, { status: "waiting", problem: null, late_is_fine: true });
      round += 1;
      return pump();
    },

    /**
     * The person lets it go.
     *
     * @param {string} nonce
     */
    discard(nonce) {
      device.remove(prefix + nonce);
      drop(nonce);
    },

    /**
     * Another tab has settled it: this device keeps it no longer.
     *
     * @param {string | null} key
     */
    removedElsewhere(key) {
      if (!key?.startsWith(prefix)) return;
      const pending = find(key.slice(prefix.length));
      if (pending && pending.status !== "sending") drop(pending.nonce);
    },

    /**
     * What has come back as part of the log needs no keeping.
     *
     * @param {Timeline} timeline
     */
    settle(timeline) {
      const done = list.filter(
        (each) =>
          each.room_id === timeline.room_id &&
          each.status === "sent" &&
          (each.seq ?? Infinity) <= timeline.seq,
      );
      if (done.length > 0) set(list.filter((each) => !done.includes(each)));
    },
  };
}

/** @typedef {ReturnType<typeof createOutbox>} Outbox */

/**
 * What of a room's unsent messages is not on screen yet as part of the log.
 *
 * A live message is known by its nonce, an answered one by its id. A replayed one carries no
 * nonce: until its retry is answered, the same words of mine after the place where they were
 * written count as it, so that nothing is seen twice.
 *
 * @param {readonly Pending[]} pending
 * @param {Timeline} timeline
 * @param {string} my_id
 */
export function notYetInLog(pending, timeline, my_id) {
  const mine = timeline.messages.filter(
    (message) => message.author?.user_id === my_id || message.nonce !== null,
  );
  const spoken_for = new Set();
  return pending.filter((each) => {
    if (each.room_id !== timeline.room_id) return false;
    const found = mine.find((message) => !spoken_for.has(message) && isEcho(message, each));
    spoken_for.add(found);
    return !found;
  });
}

/**
 * @param {Message} message
 * @param {Pending} pending
 */
function isEcho(message, pending) {
  if (message.message_id === pending.message_id || message.nonce === pending.nonce) return true;
  if (pending.message_id !== null || pending.attempts === 0 || message.nonce !== null) return false;
  return (
    message.seq > pending.after_seq &&
    message.body.trim() === pending.body.trim().normalize("NFC") &&
    message.reply_to?.message_id === pending.reply_to?.message_id
  );
}
