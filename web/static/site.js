// @ts-check
/**
 * What the place is called and looks like, as it was decided: followed live.
 * Must never ask anyone twice to agree to the same guidelines.
 *
 * @import { MySite, SiteChanged } from "./wire.d.ts"
 * @import { State, WireEvent } from "./state.js"
 */
import { t } from "./i18n.js";

/**
 * @param {State} state
 * @param {SiteChanged} event
 * @returns {State}
 */
export function siteChanged(state, { name, palette, help_country, guidelines_version }) {
  const guidelines_accepted = state.site?.guidelines_accepted ?? 0;
  const site = { name, palette, help_country, guidelines_version, guidelines_accepted };
  return { ...state, site };
}

/**
 * I have read this version.
 *
 * @param {State} state
 * @param {number} version
 * @returns {State}
 */
export function guidelinesAccepted(state, version) {
  return state.site
    ? { ...state, site: { ...state.site, guidelines_accepted: version } }
    : state;
}

/**
 * Whether there is something to read that I have not agreed to yet.
 *
 * @param {MySite | null} site
 */
export function hasGuidelinesToRead(site) {
  return site !== null && site.guidelines_version > site.guidelines_accepted;
}

/**
 * What to say to someone who is here when the guidelines change; nothing else needs a word.
 *
 * @param {MySite | null} before
 * @param {WireEvent} event
 */
export function siteNews(before, event) {
  if (event.kind !== "site.changed" || !before) return "";
  if (event.guidelines_version <= before.guidelines_version) return "";
  return t("The guidelines of this place have changed. You can read them when you come in next.");
}

/**
 * The page in the colours of the place; before they are known, as it came.
 *
 * @param {MySite | null} site
 */
export function wearColours(site) {
  if (site) document.documentElement.dataset.palette = site.palette;
}
