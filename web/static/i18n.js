// @ts-check
/**
 * Our words in the language of the page. The English text itself is the name of each.
 * Must never be asked before the page's words are there: only inside functions, at showing.
 *
 * @typedef {Record<string, string | number>} Values
 * @typedef {Record<string, string | Record<string, string>>} Entries  a record for what is counted
 */

const page = typeof document === "undefined" ? "" : document.documentElement.lang;

/** What the site speaks, as the page says. */
export const language = page || "en";

/** The same as it is spoken where the reader lives: "en-GB" for "en". Dates and numbers use it. */
export const locale =
  globalThis.navigator?.languages?.find((each) => `${each}-`.startsWith(`${language}-`)) ??
  language;

/** @type {Entries} */
let entries = {};
let plural = new Intl.PluralRules(language);
const figures = new Intl.NumberFormat(locale);

/**
 * From now on in these words; what is missing stays English.
 *
 * @param {Entries} words
 * @param {string} [tongue]
 */
export function speak(words, tongue = language) {
  entries = words;
  plural = new Intl.PluralRules(tongue);
}

/** A number as it is written here. @param {number} number */
export function figure(number) {
  return figures.format(number);
}

/**
 * A whole sentence, with values at its {places}.
 *
 * @param {string} id
 * @param {Values} [values]
 */
export function t(id, values) {
  return filled(/** @type {string} */ (entries[id] ?? id), values);
}

/**
 * The same for a number of things. `count` is one of the values.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} count
 * @param {Values} [values]
 */
export function tn(one, other, count, values) {
  const forms = /** @type {Record<string, string>} */ (entries[one] ?? {});
  const id = forms[plural.select(count)] ?? forms.other ?? (count === 1 ? one : other);
  return filled(id, { count, ...values });
}

/**
 * A sentence with elements at some of its {places}: what a template shows as children.
 *
 * @template Part
 * @param {string} id
 * @param {Record<string, Part>} parts
 * @returns {(Part | string)[]}
 */
export function tx(id, parts) {
  return t(id)
    .split(/\{(\w+)\}/)
    .map((piece, at) => (at % 2 ? (parts[piece] ?? "") : piece));
}

/**
 * Words of a list that stands outside of functions: named here, translated by `t` at showing.
 *
 * @template {string} Id
 * @param {Id} id
 */
export function mark(id) {
  return id;
}

/**
 * @param {string} text
 * @param {Values} [values]
 */
function filled(text, values) {
  if (!values) return text;
  return text.replace(/\{(\w+)\}/g, (place, name) => {
    const value = values[name];
    return typeof value === "number" ? figure(value) : (value ?? place);
  });
}
