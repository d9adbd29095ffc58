// @ts-check
/**
 * The outside lines on this device: fetched once, kept, and shown without the internet.
 * Must never tell anyone which country was chosen, and never guess a number.
 *
 * @import { Device } from "./device.js"
 *
 * @typedef {object} Line
 * @property {string} name
 * @property {string} for
 * @property {string | null} tel
 * @property {{number: string, word: string} | null} sms
 * @property {string | null} url
 * @property {string[]} languages
 * @property {string} hours
 * @property {string} source
 * @property {string} checked_against
 * @property {string} verified_on
 *
 * @typedef {object} Country
 * @property {string} code
 * @property {string} name
 * @property {string} emergency
 * @property {string} emergency_note
 * @property {string} verified_on
 * @property {Line[]} lines
 *
 * @typedef {{version: string, international: Country | null, countries: Country[]}} Helplines
 */
import { COUNTRY } from "./device.js";
import { mark, t } from "./i18n.js";

const LINES = "chat.helplines";

/** What is still true when nothing could be fetched. @type {() => Country} */
const anywhere = () => ({
  code: "",
  name: t("Anywhere"),
  emergency: "",
  emergency_note: t(
    "If you or someone near you is in danger now, call your local emergency number.",
  ),
  verified_on: "",
  lines: [],
});

/**
 * @param {Device} device
 * @param {() => Promise<any>} load
 * @param {() => string} site_country  the one most people of this site live in, or ""
 */
export function createHelplines(device, load, site_country) {
  return {
    /** @returns {Helplines} */
    kept() {
      const kept = device.get(LINES);
      return isWhole(kept) ? kept : { version: "", international: null, countries: [] };
    },
    async refresh() {
      const fresh = await load();
      if (isWhole(fresh)) device.set(LINES, fresh);
    },
    /** @returns {string}  the chosen country, or the site's own: nobody's place is guessed */
    country() {
      const chosen = device.get(COUNTRY);
      return typeof chosen === "string" ? chosen : site_country();
    },
    /** @param {string} code */
    choose(code) {
      device.set(COUNTRY, code);
    },
  };
}

/** @typedef {ReturnType<typeof createHelplines>} HelplinesKeeper */

/** @param {any} value */
function isWhole(value) {
  return Array.isArray(value?.countries);
}

/**
 * @param {Helplines} helplines
 * @param {string} code
 */
export function countryOf(helplines, code) {
  const found = helplines.countries.find((country) => country.code === code);
  return found ?? helplines.international ?? anywhere();
}

/** @param {string} number */
export function telHref(number) {
  return `tel:${digits(number)}`;
}

/** @param {{number: string, word: string}} sms */
export function smsHref({ number, word }) {
  return `sms:${digits(number)}${word ? `?body=${encodeURIComponent(word)}` : ""}`;
}

/** @param {string} number */
function digits(number) {
  return number.replace(/[ ()-]/g, "").replace(/#/g, "%23");
}

/**
 * How a number was checked, for `tx`: the part at {page} leads to the source.
 *
 * @param {Line} line
 * @returns {{words: string, page: string}}
 */
export function howChecked(line) {
  const day = line.verified_on;
  if (line.checked_against === "call") return { words: mark("Called on {page}"), page: day };
  const page = t("this page on {day}", { day });
  const stored = line.checked_against.startsWith("stored");
  return { words: stored ? mark("Read on a stored copy of {page}") : mark("Read on {page}"), page };
}
