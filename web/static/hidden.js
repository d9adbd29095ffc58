// @ts-check
/**
 * What someone would rather not come upon unasked. Kept on this device alone.
 * Must never be told to the server: nobody else learns what is hard for whom.
 *
 * @import { Signal } from "@preact/signals-core"
 * @import { Device } from "./device.js"
 * @import { Topic } from "./topics.js"
 */
import { t } from "./i18n.js";
import { TOPICS, warningWords } from "./topics.js";

export const KEY = "chat.hidden_topics";

/**
 * @param {Device} device
 * @param {Signal<readonly Topic[]>} topics  what they are now
 */
export function createHidden(device, topics) {
  function read() {
    const kept = device.get(KEY);
    topics.value = TOPICS.filter((topic) => Array.isArray(kept) && kept.includes(topic));
  }
  read();
  return {
    topics,

    /** Another tab may have chosen otherwise. @param {string | null} key */
    changedElsewhere(key) {
      if (key === KEY || key === null) read();
    },

    /** @param {Topic} topic @param {boolean} on */
    set(topic, on) {
      topics.value = TOPICS.filter((each) => (each === topic ? on : topics.peek().includes(each)));
      device.set(KEY, topics.value);
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
