// @ts-check
/**
 * Messages on their way: shown at once, retried with the same nonce until they are answered.
 * Must never lose words, and must never send the same words twice under two nonces.
 *
 * One message is asked for at a time, in the order of writing. A refusal that trying again won't
 * change leaves the message as failed, with its words; everything else waits and tries again, for
 * ten minutes: then it is the person who says whether it still goes.
 *
 * All tabs of one person hold the same list, and whichever is awake sends from it: the nonce keeps
 * that from doubling anything. What one tab was told of a message, all others go by.
 *
 * @import { Device } from "./device.js"
 * @import { Answer, Problem } from "./problem.js"
 * @import { Message, Timeline } from "./state.js"
 * @import { Topic } from "./topics.js"
 * @import { Posted, PostMessage, ReplyTo } from "./wire.d.ts"
 *
 * @typedef {object} Pending
 * @property {string} nonce
 * @property {string} room_id
 * @property {string} body
 * @property {ReplyTo | null} reply_to
 * @property {string} warning  empty for none
 * @property {readonly Topic[]} topics
 * @property {number} queued_at
 * @property {number} agreed_at  when the person last said that it may go
 * @property {number} after_seq  the last position on screen when it was written
 * @property {number} attempts
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
/** What has waited for so long is sent only when the person says so once more. */
export const LATE_AFTER_MS = 10 * 60 * 1000;
/** A clock that was set back makes times unsure: then it is asked as well. */
const CLOCK_SLIP_MS = 60 * 1000;
/** What another tab was about to send is looked at again after so long: it may be gone. */
const TAKES_OVER_MS = 15 * 1000;

/**
 * @param {Ports} ports
 */
export function createOutbox(ports) {
  const { device } = ports;
  /** @type {Pending[]} */
  let list = [];
  let prefix = "";
  /** What this device is known to hold. @type {Set<string>} */
  const kept = new Set();
  /** What another tab let go while it was under way from here. @type {Set<string>} */
  const let_go = new Set();
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
    else keep(pending);
  }

  /** @param {Pending} pending */
  function keep(pending) {
    if (device.set(prefix + pending.nonce, pending)) kept.add(pending.nonce);
  }

  /** @param {string} nonce */
  function drop(nonce) {
    if (find(nonce)) set(list.filter((pending) => pending.nonce !== nonce));
  }

  /** @param {Pending} pending */
  function isOld({ agreed_at }) {
    const age_ms = ports.now() - agreed_at;
    return age_ms >= LATE_AFTER_MS || age_ms < -CLOCK_SLIP_MS;
  }

  /** What has grown old is put to the person, also while there is no connection. */
  function putOld() {
    for (const pending of list) {
      if (pending.status === "waiting" && isOld(pending)) mark(pending.nonce, { status: "late" });
    }
  }

  function nextWaiting() {
    putOld();
    return list.find((pending) => pending.status === "waiting") ?? null;
  }

  /**
   * What another tab has been told of it meanwhile: it let it go, sent it, or asks about it.
   *
   * @param {Pending} pending
   * @returns {boolean}  whether it is still to be sent
   */
  function stillWanted({ nonce }) {
    if (!kept.has(nonce)) return true; // this browser keeps nothing, or has not kept this
    const there = device.get(prefix + nonce);
    if (there === null) drop(nonce);
    else if (there.status === "late" || there.status === "failed") adopt(there);
    else return true;
    return false;
  }

  /** Take over what another tab has written down. @param {Pending} theirs */
  function adopt(theirs) {
    kept.add(theirs.nonce);
    const others = list.filter((pending) => pending.nonce !== theirs.nonce);
    set([...others, revived(theirs)].sort((a, b) => a.queued_at - b.queued_at));
    ports.later(TAKES_OVER_MS, () => void pump());
  }

  async function pump() {
    if (busy) return;
    busy = true;
    try {
      for (let pending = nextWaiting(); pending; pending = nextWaiting()) {
        if (stillWanted(pending) && !(await attempt(pending))) return;
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
    const { nonce } = pending;
    const attempts = pending.attempts + 1;
    mark(nonce, { status: "sending", attempts });
    const answer = await ports.post(payloadOf(pending));
    if (answer.ok) {
      arrived(pending, answer);
      return true;
    }
    if (let_go.delete(nonce)) {
      drop(nonce);
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

  /**
   * @param {Pending} pending
   * @param {Posted} posted
   */
  function arrived({ nonce, room_id, body }, { message_id, seq }) {
    let_go.delete(nonce);
    mark(nonce, { status: "sent", problem: null, message_id, seq });
    // The same words once more stand after these: the log's are not taken for theirs.
    for (const other of list) {
      const same = other.room_id === room_id && other.body === body && other.status !== "sent";
      if (same && other.after_seq < seq) mark(other.nonce, { after_seq: seq });
    }
  }

  return {
    /**
     * Take up what was left unsent on this device.
     *
     * @param {string} user_id
     */
    load(user_id) {
      prefix = `${ownPrefix(user_id)}unsent.`;
      const left = device.keys(prefix).map((key) => device.get(key));
      const whole = left.filter((each) => typeof each?.nonce === "string" && each.body);
      for (const { nonce } of whole) kept.add(nonce);
      const again = whole.map(revived).sort((a, b) => a.queued_at - b.queued_at);
      // More than may be begun, where several tabs were written in at once: none is left out.
      set(again);
      putOld();
      if (again.length > 0) ports.later(LATE_AFTER_MS, putOld);
    },

    /**
     * @param {Pick<Pending, "room_id" | "body" | "reply_to" | "after_seq">
     *   & Partial<Pick<Pending, "warning" | "topics">>} words
     * @returns {boolean}  false when too many wait already: the words stay where they were written
     */
    enqueue(words) {
      if (list.filter((each) => each.status !== "sent").length >= PENDING_MAX) return false;
      const nonce = ports.new_nonce();
      /** @type {Pending} */
      const pending = {
        warning: "",
        topics: [],
        ...words,
        nonce,
        queued_at: ports.now(),
        agreed_at: ports.now(),
        attempts: 0,
        status: "waiting",
        problem: null,
        message_id: null,
        seq: null,
      };
      set([...list, pending]);
      keep(pending);
      ports.later(LATE_AFTER_MS, putOld);
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
      mark(nonce, { status: "waiting", problem: null, agreed_at: ports.now() });
      ports.later(LATE_AFTER_MS, putOld);
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
     * Another tab has changed what is kept of a message, or removed it: settled, or let go.
     *
     * @param {string | null} key
     */
    changedElsewhere(key) {
      if (!prefix || !key?.startsWith(prefix)) return;
      const nonce = key.slice(prefix.length);
      const mine = find(nonce);
      const theirs = device.get(key);
      if (mine?.status === "sending") {
        if (theirs === null) let_go.add(nonce);
      } else if (mine?.status === "sent") return;
      else if (theirs === null) drop(nonce);
      else if (typeof theirs.nonce === "string") adopt(theirs);
    },

    /**
     * What has come back as part of the log needs no keeping. What had been asked for once and
     * stands there is not asked about any more, although its answer never came.
     *
     * @param {Timeline} timeline
     * @param {string} my_id
     */
    settle(timeline, my_id) {
      const late = list.filter((each) => each.status === "late" && each.attempts > 0);
      const open = notYetInLog(late, timeline, my_id);
      for (const each of late) {
        if (each.room_id !== timeline.room_id || open.includes(each)) continue;
        device.remove(prefix + each.nonce);
        drop(each.nonce);
      }
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
 * As it goes on in this tab: whoever was sending it may be gone.
 *
 * @param {Pending} kept
 * @returns {Pending}
 */
function revived(kept) {
  const whole = { ...kept, warning: kept.warning ?? "", topics: kept.topics ?? [] };
  const status = kept.status === "sending" ? "waiting" : kept.status;
  return { ...whole, agreed_at: kept.agreed_at ?? kept.queued_at, status };
}

/**
 * @param {Pending} pending
 * @returns {PostMessage}
 */
function payloadOf({ room_id, nonce, body, reply_to, warning, topics }) {
  const reply = reply_to ? { reply_to: reply_to.message_id } : {};
  const about = topics.length > 0 ? { topics: [...topics] } : {};
  return { room_id, nonce, body, ...reply, ...(warning ? { warning } : {}), ...about };
}

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
