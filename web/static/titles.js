// @ts-check
/**
 * What stands in the tab, in the list of windows and in the browser's history.
 * Must never hold anybody's name, a room's, or a word that somebody wrote: histories are read.
 *
 * In discreet mode all of them are the one neutral name, which the page itself brings.
 */
import { useEffect } from "preact/hooks";

let view = "";
let place = "";

/** @param {string} words  of the view that is open */
export function useTitle(words) {
  useEffect(() => {
    view = words;
    tell();
  }, [words]);
}

/** What the place is called, behind each title. @param {string} name */
export function titlesEndWith(name) {
  place = name;
  tell();
}

/** Discreet mode was switched, here or in another tab; `appearance.js` has put it on the page. */
export function watchTitles() {
  addEventListener("appearance", tell);
  addEventListener("storage", tell);
}

function tell() {
  const { dataset } = document.documentElement;
  const whole = [view, place].filter(Boolean).join(" · ");
  document.title = dataset.discreet === undefined ? whole : (dataset.neutral ?? "");
}
