// @ts-check
/**
 * What the place is called and looks like, as it was decided: followed live.
 * Must never ask anyone twice to agree to the same guidelines.
 *
 * @import { MySite, SiteChanged } from "./wire.d.ts"
 * @import { State } from "./state.js"
 */

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
 * The page in the colours of the place; before they are known, as it came.
 *
 * @param {MySite | null} site
 */
export function wearColours(site) {
  if (site) document.documentElement.dataset.palette = site.palette;
}
