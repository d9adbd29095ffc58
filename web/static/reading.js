// @ts-check
/**
 * Tells the server what was seen: only what was on screen, while the page was looked at.
 * Must never tell it more often than every five seconds, nor lose what was seen with the connection.
 *
 * @typedef {object} Ports
 * @property {(room_id: string, seq: number) => Promise<{ok: boolean}>} mark  tell the server
 * @property {(room_id: string, seq: number) => void} seen  tell the state
 * @property {() => number} now
 * @property {(wait_ms: number, then: () => void) => void} later
 */

export const MARK_EVERY_MS = 5000;

/**
 * @param {Ports} ports
 */
export function createReading(ports) {
  /** @type {Map<string, number>} */
  const waiting = new Map();
  /** @type {Map<string, number>} */
  const told = new Map();
  let last_at = -Infinity;
  let timed = false;
  /** Rooms that are new again by choice: looking on does not count as having seen them. */
  const held = new Set();

  function tell() {
    timed = false;
    last_at = ports.now();
    for (const [room_id, seq] of waiting) void mark(room_id, seq);
    waiting.clear();
  }

  /** What did not arrive is told with the next one, or when the connection is back. */
  async function mark(/** @type {string} */ room_id, /** @type {number} */ seq) {
    told.set(room_id, seq);
    const { ok } = await ports.mark(room_id, seq);
    const newest = told.get(room_id) === seq && !waiting.has(room_id);
    if (!ok && newest) waiting.set(room_id, seq);
  }

  return {
    /**
     * @param {string} room_id
     * @param {number} seq
     */
    seen(room_id, seq) {
      if (held.has(room_id)) return;
      if (seq <= (waiting.get(room_id) ?? told.get(room_id) ?? 0)) return;
      waiting.set(room_id, seq);
      ports.seen(room_id, seq);
      const wait_ms = last_at + MARK_EVERY_MS - ports.now();
      if (wait_ms <= 0 && !timed) tell();
      else if (!timed) {
        timed = true;
        ports.later(wait_ms, tell);
      }
    },

    /**
     * What stands after a place is to be new again, until the room is left.
     *
     * @param {string} room_id
     * @param {number} seq
     */
    back(room_id, seq) {
      held.add(room_id);
      waiting.delete(room_id);
      told.set(room_id, seq);
    },

    /** From here on looking counts again. @param {string} room_id */
    release(room_id) {
      held.delete(room_id);
    },

    /** The connection is back: what was lost with it is told again, now and by the next look. */
    forget() {
      told.clear();
      tell();
    },
  };
}

/** @typedef {ReturnType<typeof createReading>} Reading */
