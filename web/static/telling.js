// @ts-check
/**
 * What is told aloud, and when: the rules of the announcer, without a page.
 * Must never tell words that are no longer there, that stand under a warning, or that I asked not to
 * be told; nor read aloud over whoever is reading something else.
 *
 * @import { Message } from "./state.js"
 * @import { Writing } from "./writing.js"
 *
 * @typedef {object} Ports
 * @property {(said: string) => void} show
 * @property {(then: () => void, wait_ms: number) => any} set_timer
 * @property {(timer: any) => void} clear_timer
 */
import { foldWords } from "./hidden.js";
import { tn } from "./i18n.js";

export const EVERY_MS = 3000;
/** Whoever reads far back is told so often how many are new by now. */
export const COUNTS_EVERY_MS = 15_000;
/** What comes together is counted together. */
const GATHERS_MS = 1000;
/** Long enough to be read aloud; a region that is emptied says nothing. */
export const STAYS_MS = 6000;
const CHARS_MAX = 160;

/**
 * What is told of a new message, or nothing.
 *
 * @param {Message} message
 * @param {string} my_id
 * @param {Writing["announce"]} wanted
 * @param {readonly string[]} hidden  topics that I asked not to come upon
 */
export function saidAloud(message, my_id, wanted, hidden) {
  const { author, body, mentions } = message;
  if (!author || author.user_id === my_id || message.state !== "posted") return "";
  if (wanted === "off" || (wanted === "mentions" && !mentions.includes(my_id))) return "";
  return `${author.handle}: ${foldWords(message, hidden) || body}`;
}

/** @param {number} count */
function newWords(count) {
  return tn("{count} new message", "{count} new messages", count);
}

/**
 * @param {Ports} ports
 */
export function createAnnouncer(ports) {
  let last_at = -Infinity;
  let waiting = 0;
  /** The first that waits, told as it is when it stays alone. */
  let next = { message_id: "", said: "" };
  /** What the region tells now. */
  let told_id = "";
  /** @type {any} */
  let emptying = null;
  let counted_at = -Infinity;
  /** How many are new further on than whoever reads. */
  let further_on = 0;
  let counting = false;

  /** @param {string} message_id @param {string} said */
  function tell(message_id, said) {
    told_id = message_id;
    ports.clear_timer(emptying);
    emptying = ports.set_timer(empty, STAYS_MS);
    ports.show(said.length > CHARS_MAX ? `${said.slice(0, CHARS_MAX)} …` : said);
  }

  function empty() {
    ports.clear_timer(emptying);
    told_id = "";
    ports.show("");
  }

  function tellWaiting() {
    const count = waiting;
    waiting = 0;
    if (count > 1) tell("", newWords(count));
    else if (count === 1) tell(next.message_id, next.said);
  }

  function tellCount() {
    counting = false;
    if (further_on > 0) tell("", newWords(further_on));
  }

  return {
    /**
     * @param {string} message_id
     * @param {string} said
     * @param {number} now
     */
    announce(message_id, said, now) {
      if (waiting === 0 && now - last_at >= EVERY_MS) {
        last_at = now;
        tell(message_id, said);
        return;
      }
      waiting += 1;
      if (waiting > 1) return;
      next = { message_id, said };
      const at = Math.max(last_at + EVERY_MS, now);
      last_at = at;
      ports.set_timer(tellWaiting, at - now);
    },

    /**
     * Whoever reads far back hears how many are new, not each of them; 0: they are back.
     *
     * @param {number} count
     * @param {number} now
     */
    count(count, now) {
      further_on = count;
      if (count === 0 || counting) return;
      counting = true;
      const at = Math.max(counted_at + COUNTS_EVERY_MS, now + GATHERS_MS);
      counted_at = at;
      ports.set_timer(tellCount, at - now);
    },

    /** Say at once what I have just done myself. @param {string} said */
    say: (said) => tell("", said),

    /**
     * Words that were taken back or out of sight are told no more.
     *
     * @param {(message_id: string) => boolean} is_gone
     */
    forget(is_gone) {
      if (waiting === 1 && is_gone(next.message_id)) waiting = 0;
      if (told_id && is_gone(told_id)) empty();
    },
  };
}
