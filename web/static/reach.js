// @ts-check
/**
 * Moves the part of the log that is held: a page further back or on, or to another place at once.
 * Must never show a page that was read before what is on screen by now.
 *
 * @import { Ask } from "./actions.js"
 * @import { Answer, Problem } from "./problem.js"
 * @import { Around, Commands, OpenedRoom } from "./wire.d.ts"
 * @import { State, Timeline } from "./state.js"
 *
 * @typedef {object} Ports
 * @property {Ask} ask
 * @property {() => State} state
 * @property {(change: (state: State) => State) => void} change
 * @property {() => number} turn  another number when another room is on screen
 * @property {() => number} chance
 * @property {(wait_ms: number, then: () => void) => void} later
 */
import { delayMs } from "./backoff.js";
import { isLate, newerLoaded, olderLoaded, shownElsewhere, withGoal } from "./pages.js";
import { noAnswer } from "./problem.js";
import { messageById, timelineOf, withTimeline } from "./state.js";

const ROUNDS_MAX = 20;
const PAGE = 100;
const PAGE_ON_THE_WAY = 50;
/** The largest position there is: the newest may have moved on while one asks for them. */
const BEYOND_ALL = Number.MAX_SAFE_INTEGER;
/** What is shown before the first unread message. */
const CONTEXT = 20;
/** So far back the first unread message is reached page by page; further back, at once. */
const UNREAD_PAGES_MAX = 2;

/**
 * @param {Ports} ports
 */
export function createReach({ ask, state, change, turn, chance, later }) {
  let loading = false;
  let failures = 0;
  let looks_again = false;

  /**
   * @template {"log.before" | "log.after" | "log.around"} Name
   * @param {Name} name
   * @param {Commands[Name]["payload"]} payload
   * @returns {Promise<Answer<Commands[Name]["result"]>>}
   */
  async function askPage(name, payload) {
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const answer = await ask(name, payload);
      if (!answer.ok || !isLate(state().timeline, /** @type {any} */ (answer))) return answer;
    }
    return noAnswer();
  }

  /**
   * Whoever is still at an end of what is held looks again after a while; without a connection,
   * once it is back.
   *
   * @param {Problem} problem
   */
  function lookAgain({ code, retryable, retry_after_ms }) {
    if (!retryable || code === "offline" || looks_again) return;
    looks_again = true;
    later(delayMs(failures++, chance(), retry_after_ms ?? 0), () => {
      looks_again = false;
      change((now) => withTimeline(now, {}));
    });
  }

  /**
   * @param {"log.before" | "log.after"} name
   * @param {number} limit
   * @returns {Promise<boolean>} whether there is more than before
   */
  async function loadPage(name, limit) {
    const timeline = state().timeline;
    const back = name === "log.before";
    const edge = timeline?.messages.at(back ? 0 : -1);
    if (loading || !timeline || !edge || !(back ? timeline.older : timeline.newer)) return false;
    loading = true;
    try {
      const { room_id } = timeline;
      const page = await askPage(name, { room_id, seq: edge.seq, limit });
      // Meanwhile the list may have gone elsewhere.
      const there = timelineOf(state(), room_id)?.messages.at(back ? 0 : -1);
      if (there?.seq !== edge.seq) return false;
      if (!page.ok) {
        lookAgain(page.error);
        return false;
      }
      failures = 0;
      change((now) => (back ? olderLoaded : newerLoaded)(now, room_id, page));
      return page.messages.length > 0;
    } finally {
      loading = false;
    }
  }

  /** What was looked for is not there, or can't be had just now. @param {Problem} problem */
  function missed({ retryable }) {
    change((now) => withGoal(now, retryable ? "unreached" : "nowhere"));
  }

  /**
   * A little of what was said up to a position, and a page of what came after it.
   *
   * @param {string} room_id
   * @param {number} seq
   * @returns {Promise<Around | null>}
   */
  async function bothWays(room_id, seq) {
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const before = await ask("log.before", { room_id, seq: seq + 1, limit: CONTEXT });
      const after = before.ok && (await ask("log.after", { room_id, seq, limit: PAGE }));
      if (!after || !after.ok) return null;
      if (isLate(state().timeline, before)) continue;
      return {
        messages: [...before.messages, ...after.messages],
        older: before.more,
        newer: after.more,
        head: before.head,
        my_reactions: { ...before.my_reactions, ...after.my_reactions },
        my_saved: [...before.my_saved, ...after.my_saved],
      };
    }
    return null;
  }

  /**
   * @param {"first" | "last"} to
   * @param {Timeline} timeline
   * @returns {Promise<Answer<Around>>}
   */
  async function endOf(to, { room_id }) {
    const page = await (to === "last"
      ? askPage("log.before", { room_id, seq: BEYOND_ALL, limit: PAGE })
      : askPage("log.after", { room_id, seq: 0, limit: PAGE }));
    if (!page.ok) return page;
    const { more, ...rest } = page;
    return { ...rest, older: to === "last" && more, newer: to === "first" && more };
  }

  const loadOlder = (limit = PAGE_ON_THE_WAY) => loadPage("log.before", limit);

  return {
    loadOlder,
    loadNewer: () => loadPage("log.after", PAGE_ON_THE_WAY),

    /**
     * A room that was just opened begins at the first message that is new.
     *
     * @param {string} room_id
     */
    async firstUnread(room_id) {
      const { new_after, older, messages } = timelineOf(state(), room_id) ?? {};
      const first = messages?.[0]?.seq;
      if (!older || typeof new_after !== "number" || first === undefined) return;
      if (first <= new_after + 1) return;
      if ((state().rooms[room_id]?.unread ?? 0) > PAGE) {
        const page = await bothWays(room_id, new_after);
        if (page) change((now) => shownElsewhere(now, room_id, page));
        return;
      }
      for (let page = 0; page < UNREAD_PAGES_MAX; page += 1) {
        const reached = timelineOf(state(), room_id)?.messages[0]?.seq ?? 0;
        if (reached <= new_after + 1 || !(await loadOlder(PAGE))) return;
      }
    },

    /**
     * The same part of the log as was held, as it is now; null when it can't be had, or what came
     * with the answer is enough.
     *
     * @param {Timeline} held
     * @param {OpenedRoom} answer
     * @returns {Promise<Around | null>}
     */
    async readAnew({ room_id, messages, older, newer, stale }, { entries: [newest] }) {
      const first = messages[0]?.seq;
      if (first === undefined || !newest || !(stale || newer)) return null;
      if (!newer && newest.seq <= first) return null;
      const last = messages.at(-1)?.seq ?? first;
      /** @type {Around} */
      const found = { messages: [], older, newer: true, head: 0, my_reactions: {}, my_saved: [] };
      for (let round = 0, seq = first - 1; round < ROUNDS_MAX; round += 1) {
        const page = await ask("log.after", { room_id, seq, limit: PAGE });
        if (!page.ok) return null;
        found.messages.push(...page.messages);
        found.newer = page.more;
        Object.assign(found.my_reactions, page.my_reactions);
        found.my_saved.push(...page.my_saved);
        seq = page.messages.at(-1)?.seq ?? seq;
        if (!page.more || (newer && seq >= last)) break;
      }
      return found;
    },

    /**
     * Go to a message, however far away it is, among what was said around it.
     *
     * @param {string} message_id
     */
    async jump(message_id) {
      const mine = turn();
      const timeline = state().timeline;
      if (!timeline) return;
      const { room_id } = timeline;
      const goal = { message_id, marked: true };
      if (messageById(timeline, message_id)) {
        change((now) => withGoal(now, "message", goal));
        return;
      }
      const page = await askPage("log.around", { message_id, limit: PAGE });
      if (mine !== turn()) return;
      if (!page.ok) return missed(page.error);
      const found = page.messages.find((each) => each.message_id === message_id);
      change((now) =>
        found?.room_id === room_id
          ? withGoal(shownElsewhere(now, room_id, page), "message", goal)
          : withGoal(now, "nowhere"),
      );
    },

    /**
     * Go to the newest words, or to the first ones that can be read here.
     *
     * @param {"first" | "last"} to
     * @param {boolean} focus
     */
    async goTo(to, focus) {
      const mine = turn();
      const timeline = state().timeline;
      if (!timeline) return;
      const { room_id, older, newer } = timeline;
      if (to === "last" ? newer : older) {
        const page = await endOf(to, timeline);
        if (mine !== turn()) return;
        if (!page.ok) return missed(page.error);
        change((now) => shownElsewhere(now, room_id, page));
      }
      change((now) => withGoal(now, to, { focus }));
    },
  };
}
