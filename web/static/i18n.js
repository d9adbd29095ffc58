// @ts-check
/**
 * Our words in the language of the page. The English text itself is the name of each.
 * Must never be asked before the page's words are there: only inside functions, at showing.
 *
 * @typedef {Record<string, any>} Values  words and numbers
 * @typedef {Record<string, string | Record<string, string>>} Entries  a record for what is counted
 */

const page = typeof document === "undefined" ? "" : document.documentElement.lang;

/** In which the texts are written: it needs no catalogue. */
export const ENGLISH = "en";

/** What the site speaks, as the page says. */
export const language = page || ENGLISH;

/** The same as it is spoken where the reader lives: "en-GB" for "en". Dates and numbers use it. */
export const locale =
  globalThis.navigator?.languages?.find((each) => `${each}-`.startsWith(`${language}-`)) ??
  language;

/** @type {Entries} */
let entries = {};
let plural = new Intl.PluralRules(language);
const figures = new Intl.NumberFormat(locale);
const list = new Intl.ListFormat(locale, { type: "unit", style: "short" });

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

/** Names one after another. @param {Iterable<string>} names */
export function listed(names) {
  return list.format(names);
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
  return filled(form(one, other, count), { count, ...values });
}

/**
 * A sentence with elements at some of its {places}: what a template shows as children.
 *
 * @template Part
 * @param {string} id
 * @param {Record<string, Part>} parts
 */
export function tx(id, parts) {
  return pieces(t(id), parts);
}

/**
 * Both at once; `count` has to be among the parts.
 *
 * @template Part
 * @param {string} one
 * @param {string} other
 * @param {number} count
 * @param {Record<string, Part>} parts
 */
export function tnx(one, other, count, parts) {
  return pieces(form(one, other, count), parts);
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
 * @param {string} one
 * @param {string} other
 * @param {number} count
 */
function form(one, other, count) {
  const forms = /** @type {Record<string, string>} */ (entries[one] ?? {});
  return forms[plural.select(count)] ?? forms.other ?? (count === 1 ? one : other);
}

/**
 * @template Part
 * @param {string} text
 * @param {Record<string, Part>} parts
 * @returns {(Part | string)[]}
 */
function pieces(text, parts) {
  return text
    .split(/\{(\w+)\}/)
    .map((piece, at) => (at % 2 ? (parts[piece] ?? "") : piece))
    .filter((piece) => piece !== "");
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
