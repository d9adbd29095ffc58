// @ts-check
/**
 * How a moderator likes their screen, and the words they like to begin with: on this device alone,
 * gone when they sign out. Must never be sent to the server, nor keep what others wrote.
 *
 * @typedef {object} Desk
 * @property {string} owner  whose it is
 * @property {boolean} blur  words of others are shown when they are asked for
 * @property {boolean} sound  this device may make itself heard
 * @property {readonly string[]} templates  beginnings in my own words
 */
export const TEMPLATES_MAX = 12;
const TEMPLATE_MAX_CHARS = 1000;

/** @param {any} kept @param {string} owner @returns {Desk} */
export function deskOf(kept, owner) {
  const templates = Array.isArray(kept?.templates) ? kept.templates : [];
  return {
    owner,
    blur: kept?.blur === true,
    sound: kept?.sound === true,
    templates: templates
      .filter((/** @type {unknown} */ each) => typeof each === "string")
      .slice(0, TEMPLATES_MAX),
  };
}

/**
 * With one more of them, at the end; the same one is kept once.
 *
 * @param {readonly string[]} templates
 * @param {string} words
 */
export function withTemplate(templates, words) {
  const more = words.trim().slice(0, TEMPLATE_MAX_CHARS);
  if (!more || templates.includes(more)) return templates;
  return [...templates, more].slice(-TEMPLATES_MAX);
}
