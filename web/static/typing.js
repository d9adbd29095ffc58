// @ts-check
/**
 * Says that I am writing: at most every four seconds, and that I stopped after five of quiet.
 * Must never say what I write, nor anything to whoever switched it off.
 *
 * @typedef {object} Ports
 * @property {(room_id: string, typing: boolean) => void} tell
 * @property {() => boolean} allowed  whether others may see it
 * @property {() => number} now
 * @property {(then: () => void, wait_ms: number) => number} set_timer
 * @property {(timer: number) => void} clear_timer
 */

export const AGAIN_AFTER_MS = 4000;
export const IDLE_MS = 5000;

/**
 * @param {Ports} ports
 */
export function createTyping(ports) {
  /** @type {string | null} */
  let room = null;
  let told_at = -Infinity;
  let timer = 0;

  function stopped() {
    ports.clear_timer(timer);
    if (room !== null) ports.tell(room, false);
    room = null;
    told_at = -Infinity;
  }

  return {
    /** @param {string} room_id */
    wrote(room_id) {
      if (!ports.allowed()) return;
      if (room !== room_id) stopped();
      room = room_id;
      ports.clear_timer(timer);
      timer = ports.set_timer(stopped, IDLE_MS);
      if (ports.now() - told_at < AGAIN_AFTER_MS) return;
      told_at = ports.now();
      ports.tell(room_id, true);
    },
    stopped,
    /** @param {string} room_id */
    isWriting: (room_id) => room === room_id,
  };
}

/** @typedef {ReturnType<typeof createTyping>} Typing */
