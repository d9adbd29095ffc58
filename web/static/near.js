// @ts-check
/**
 * Help now, the page: the country one chose before on this device, or where its clock points, comes
 * first. Must never tell anyone, open what is only a hint, or move what one has begun to read.
 */
import { browserStorage, COUNTRY, createDevice } from "./device.js";

/**
 * The countries that have this clock. A language is no hint: many speak one from elsewhere.
 *
 * @param {string[]} codes
 * @param {string} zone  as in "Europe/Dublin"
 * @param {(code: string) => string[]} zonesOf
 */
export function hintedBy(codes, zone, zonesOf = zonesIn) {
  return zone.includes("/") ? codes.filter((code) => zonesOf(code).includes(zone)) : [];
}

/**
 * Browsers that don't know say nothing.
 *
 * @param {string} code
 * @returns {string[]}
 */
function zonesIn(code) {
  const place = /** @type {any} */ (new Intl.Locale(`und-${code}`));
  return place.getTimeZones?.() ?? place.timeZones ?? [];
}

/** @param {Document} [page] */
export function putNearFirst(page = document) {
  const near = page.querySelector("[data-near]");
  const countries = /** @type {HTMLDetailsElement[]} */ ([
    ...page.querySelectorAll("details[data-country]"),
  ]);
  const begun = scrollY > 0 || countries.some((each) => each.contains(page.activeElement));
  if (!near || begun) return;
  const codes = countries.map((each) => each.dataset.country ?? "").filter(Boolean);
  const chosen = createDevice(browserStorage()).get(COUNTRY);
  const knows = codes.includes(chosen);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const first = knows ? [chosen] : hintedBy(codes, timeZone);
  const moved = countries.filter((each) => first.includes(each.dataset.country ?? ""));
  // The one that most people here live in stands first already.
  if (moved.length === 0 || (!knows && moved.some((each) => each.open))) return;
  if (knows) for (const each of countries) each.open = moved.includes(each);
  const why = near.querySelector(`[data-why="${knows ? "chosen" : "hint"}"]`);
  why?.removeAttribute("hidden");
  near.prepend(...(why ? [why] : []), ...moved);
}
