// @ts-check
/**
 * What a message may say it is about, so that others can choose whether to read it now.
 * Must never be guessed from anyone's words: only the author chooses.
 *
 * @typedef {"relapse" | "self_harm" | "suicide" | "violence" | "loss" | "eating" | "substances"
 * } Topic
 */
import { t } from "./i18n.js";

/** @type {readonly Topic[]} */
export const TOPICS = [
  "relapse",
  "self_harm",
  "suicide",
  "violence",
  "loss",
  "eating",
  "substances",
];
export const TOPICS_MAX = 3;
export const WARNING_MAX_CHARS = 80;

/** @param {string} topic */
export function topicWords(topic) {
  switch (topic) {
    case "relapse":
      return t("Relapse");
    case "self_harm":
      return t("Self-harm");
    case "suicide":
      return t("Suicide");
    case "violence":
      return t("Violence");
    case "loss":
      return t("Loss");
    case "eating":
      return t("Eating");
    case "substances":
      return t("Substances");
    default:
      return t("Something else");
  }
}

/**
 * What an author said about their words, as a line of its own.
 *
 * @param {{body?: string, warning?: string | null, topics?: readonly string[]}} message
 * @returns {string}  empty when nothing was said
 */
export function aboutWords(message) {
  const about = warningWords(message);
  if (!about) return "";
  return message.warning ? t("Content warning: {about}", { about }) : t("It is about: {about}", { about });
}

/**
 * The warning and the topics in one.
 *
 * @param {{body?: string, warning?: string | null, topics?: readonly string[]}} message
 * @returns {string}  empty when nothing was said
 */
export function warningWords({ warning, topics = [] }) {
  const about = topics.map(topicWords).join(", ");
  return [warning, about].filter(Boolean).join(" · ");
}
