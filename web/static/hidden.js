// @ts-check
/**
 * What someone would rather not come upon unasked: their own, and kept on this device alone.
 * Must never be told to the server, nor be left for whoever signs in here next: nobody else learns
 * what is hard for whom.
 *
 * @import { Signal } from "@preact/signals-core"
 * @import { Device } from "./device.js"
 * @import { Topic } from "./topics.js"
 */
import { ownPrefix } from "./device.js";
import { t } from "./i18n.js";
import { TOPICS, warningWords } from "./topics.js";

/**
 * @param {Device} device
 * @param {Signal<readonly Topic[]>} topics  what they are now
 */
export function createHidden(device, topics) {
  let key = "";

  function read() {
    const kept = device.get(key);
    topics.value = TOPICS.filter((topic) => Array.isArray(kept) && kept.includes(topic));
  }

  return {
    topics,

    /** Who is here is known now. @param {string} user_id */
    load(user_id) {
      const own = `${ownPrefix(user_id)}hidden_topics`;
      if (own === key) return;
      key = own;
      read();
    },

    /** Another tab may have chosen otherwise. @param {string | null} changed */
    changedElsewhere(changed) {
      if (key && (changed === key || changed === null)) read();
    },

    /** @param {Topic} topic @param {boolean} on */
    set(topic, on) {
      topics.value = TOPICS.filter((each) => (each === topic ? on : topics.peek().includes(each)));
      if (key) device.set(key, topics.value);
    },
  };
}

/** @typedef {ReturnType<typeof createHidden>} Hidden */

/**
 * Why the words of a message are folded; empty when they are not.
 *
 * @param {{body: string, warning?: string | null, topics?: readonly string[]}} message
 * @param {readonly string[]} hidden
 */
export function foldWords({ warning, topics = [] }, hidden) {
  if (warning) return t("Content warning: {about}", { about: warningWords({ warning, topics }) });
  const unwanted = topics.filter((topic) => hidden.includes(topic));
  if (unwanted.length === 0) return "";
  return t("It is about something you asked not to see: {about}", {
    about: warningWords({ topics: unwanted }),
  });
}
