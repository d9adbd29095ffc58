// @ts-check
/**
 * What the parts on screen can do just now, for whoever goes by keyboard: the switcher lists it.
 * Must never hold what belongs to a part that is gone.
 *
 * @typedef {{key: string, words: string, run: () => void}} Offer
 */
import { signal } from "@preact/signals-core";
import { useEffect, useRef } from "preact/hooks";

export const offers = signal(/** @type {readonly Offer[]} */ ([]));

/**
 * Offer something for as long as this part is drawn.
 *
 * @param {string} key
 * @param {string} words  empty: not just now
 * @param {() => void} run
 */
export function useOffer(key, words, run) {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const offer = { key, words, run: () => latest.current() };
    offers.value = [...offers.peek(), offer];
    return () => {
      offers.value = offers.peek().filter((other) => other !== offer);
    };
  }, [key, words]);
}
