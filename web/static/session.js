// @ts-check
/**
 * Keeps the state true to the server: my rooms, the room on screen, and whatever was missed.
 * Must never show a room's entries out of order, and never ask twice for one gap at a time.
 *
 * @import { Ask } from "./actions.js"
 * @import { Problem } from "./problem.js"
 * @import { State, Timeline, WireEvent } from "./state.js"
 *
 * @typedef {object} Ports
 * @property {Ask} ask
 * @property {() => State} state
 * @property {(change: (state: State) => State) => void} change
 * @property {() => number} now
 * @property {() => number} chance
 * @property {(wait_ms: number, then: () => void) => void} later
 * @property {() => void} [after_sync]
 * @property {(user_id: string) => void} someone_else  this browser is signed in as another person
 */
import {
  gapFilled,
  openRefused,
  opened,
  opening,
  positionLost,
  readAgain,
  shownAgain,
  synced,
} from "./answers.js";
import { apply } from "./apply.js";
import { delayMs } from "./backoff.js";
import { createReach } from "./reach.js";
import { isBehind, timelineOf, withTimeline } from "./state.js";

/**
 * Being let in brings a room with a past: what of it is new to me only the server knows. So does
 * whether anybody is there for me.
 */
const TOLD_BY_SYNC = /^you\.(membership_|card_|concern_|sanctioned)/;
const ROUNDS_MAX = 20;
const PAGE = 100;
const READ_ANEW_MS = 400;

/**
 * @param {Ports} ports
 */
export function createSession(ports) {
  const { ask, change, state } = ports;
  let filling = false;
  /** The room that is about to be read anew. */
  let renewing = "";
  /** Counts what is on screen: an answer that belongs to something earlier is dropped. */
  let turn = 0;
  let attempts = 0;
  /** Counts returns of the connection: a wait that belongs to an earlier one is over. */
  let returns = 0;
  /** @type {Timeline | null} the room that was left while there was no connection */
  let left = null;
  /** @type {Problem | null} why the last `sync` told nothing */
  let untold = null;
  const reach = createReach({ ...ports, turn: () => turn });

  /** @returns {Promise<boolean>} */
  async function sync() {
    const answer = await ask("session.sync", {});
    untold = answer.ok ? null : answer.error;
    if (!answer.ok) return false;
    const before = state().me;
    if (before && before.user_id !== answer.me.user_id) {
      ports.someone_else(answer.me.user_id);
      return false;
    }
    change((now) => synced(now, answer, ports.now()));
    ports.after_sync?.();
    return true;
  }

  /**
   * Ask for a room, from where its messages on screen end if there are any; or at a message.
   *
   * @param {string} room_id
   * @param {string} [message_id]
   */
  async function open(room_id, message_id = "") {
    const mine = ++turn;
    change((now) => opening(now, room_id));
    const held = timelineOf(state(), room_id);
    const since = held?.epoch && !held.stale ? { epoch: held.epoch, seq: held.seq } : null;
    const answer = await ask("room.open", since ? { room_id, since } : { room_id });
    if (mine !== turn) return;
    if (!answer.ok) return openFailed(room_id, mine, answer.error);
    attempts = 0;
    const anew = since === null || answer.reset;
    const same = held && anew && held.epoch === answer.epoch;
    const kept = same ? await reach.readAnew(held, answer) : null;
    if (mine !== turn) return;
    change((now) => opened(now, room_id, answer, since !== null, kept));
    if (message_id) await reach.jump(message_id);
    else if (anew && !kept && !held?.stale) await reach.firstUnread(room_id);
    if (mine !== turn) return;
    change((now) => withTimeline(now, { reached: true }));
    if (state().timeline?.stale) return readAnew();
    await catchUp();
  }

  /** A name on screen changed or went: everybody asks at once, so each waits a little. */
  function readAnew() {
    const { room_id = "" } = state().timeline ?? {};
    if (renewing === room_id) return;
    renewing = room_id;
    ports.later(ports.chance() * READ_ANEW_MS, () => {
      renewing = "";
      const timeline = timelineOf(state(), room_id);
      if (timeline?.stale && timeline.phase === "open") void open(room_id);
    });
  }

  /** Whatever the state now lacks is asked for. */
  async function catchUp() {
    await fill();
    await rereadAll();
  }

  /** Words that changed and were not for everyone: asked for one by one. */
  async function rereadAll() {
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const { room_id = "", reread = [] } = state().timeline ?? {};
      const [seq] = reread;
      if (seq === undefined) return;
      const answer = await ask("log.before", { room_id, seq: seq + 1, limit: 1 });
      if (!answer.ok) return;
      change((now) => readAgain(now, room_id, seq, answer));
    }
  }

  /**
   * @param {string} room_id
   * @param {number} mine
   * @param {Problem} problem
   */
  function openFailed(room_id, mine, problem) {
    if (!problem.retryable) {
      change((now) => openRefused(now, room_id, problem));
    } else if (problem.code === "offline" && left?.room_id === room_id) {
      const timeline = left;
      change((now) => (timelineOf(now, room_id)?.room ? now : shownAgain(now, timeline)));
    } else if (problem.code !== "offline") {
      const wait_ms = delayMs(attempts++, ports.chance(), problem.retry_after_ms ?? 0);
      ports.later(wait_ms, () => mine === turn && void open(room_id));
    }
  }

  /** Ask for what lies between the screen and what the server has told of. */
  async function fill() {
    if (filling) return;
    filling = true;
    try {
      for (let round = 0; round < ROUNDS_MAX && isBehind(state().timeline); round += 1) {
        if (!(await fillOnce(round))) return;
      }
    } finally {
      filling = false;
    }
  }

  /** @param {number} round */
  async function fillOnce(round) {
    const timeline = state().timeline;
    if (!timeline) return false;
    const { room_id, epoch, seq } = timeline;
    const answer = await ask("log.since", { room_id, epoch, seq, limit: PAGE });
    if (!answer.ok) {
      if (answer.error.retryable && answer.error.code !== "offline") {
        const wait_ms = delayMs(round, ports.chance(), answer.error.retry_after_ms ?? 0);
        ports.later(wait_ms, () => void fill());
      }
      return false;
    }
    if (timelineOf(state(), room_id)?.phase !== "open") return false;
    if (answer.reset) {
      change((now) => positionLost(now, room_id));
      void open(room_id);
      return false;
    }
    change((now) => gapFilled(now, room_id, answer));
    return true;
  }

  return {
    sync,
    open,
    loadOlder: reach.loadOlder,
    loadNewer: reach.loadNewer,
    jump: reach.jump,
    goTo: reach.goTo,

    /**
     * A room is no longer on screen. The next one may be there before this is told: it stays.
     *
     * @param {string} room_id
     */
    close(room_id) {
      const timeline = timelineOf(state(), room_id);
      if (timeline) {
        turn += 1;
        change((now) => ({ ...now, timeline: null }));
        left = timeline.room ? timeline : left;
      }
      void ask("room.close", { room_id }).then((answer) => {
        // Only without a connection nothing is missed that was said or taken back meanwhile.
        if (answer.ok || answer.error.code !== "offline") left = null;
      });
    },

    /** This sign-in is over: nothing that was said stays in sight. */
    forget() {
      turn += 1;
      left = null;
      change((now) => ({ ...now, timeline: null }));
    },

    /** The connection is there, for the first time or again. A busy server is asked once more. */
    async resume() {
      const mine = ++returns;
      left = null;
      for (let attempt = 0; !(await sync()); attempt += 1) {
        if (mine !== returns || !untold?.retryable || untold.code === "offline") return;
        const wait_ms = delayMs(attempt, ports.chance(), untold.retry_after_ms ?? 0);
        await new Promise((done) => ports.later(wait_ms, () => done(null)));
        if (mine !== returns) return;
      }
      const timeline = state().timeline;
      if (timeline && timeline.phase !== "refused") await open(timeline.room_id);
    },

    /** The page is looked at again: has anything gone unheard? */
    async check() {
      if (!(await sync())) return;
      if (state().timeline?.stale) return readAnew();
      await catchUp();
    },

    /** @param {WireEvent} event */
    hear(event) {
      change((now) => apply(now, event));
      if (TOLD_BY_SYNC.test(event.kind)) void sync();
      const timeline = state().timeline;
      if (timeline?.stale) readAnew();
      if (isBehind(timeline) || timeline?.reread.length) void catchUp();
    },
  };
}

/** @typedef {ReturnType<typeof createSession>} Session */
