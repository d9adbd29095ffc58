// @ts-check
/**
 * What is done now and then, fetched when the first of it is wanted.
 * Must never fail unheard: where it can't be had, whoever asks hears that it was not done.
 */
import { t } from "./i18n.js";
import { refused } from "./problem.js";

/**
 * @template {Record<string, (...given: any[]) => Promise<any>>} Deeds  each gives an answer
 * @param {() => Promise<Deeds>} load
 * @param {(words: string) => void} [tell]  for those whose answers nobody looks at
 * @returns {Deeds}
 */
export function fetched(load, tell = () => {}) {
  /** @type {Promise<Deeds> | null} */
  let loading = null;

  /** @param {string} name @param {unknown[]} given */
  async function does(name, given) {
    /** @type {Deeds} */
    let deeds;
    try {
      deeds = await (loading ??= load());
    } catch {
      // What failed is fetched anew the next time.
      loading = null;
      const words = t(
        "That was not done: a part of this page didn't reach you. Please try again.",
      );
      tell(words);
      return refused("not_fetched", words);
    }
    return deeds[name]?.(...given);
  }

  return new Proxy(/** @type {Deeds} */ ({}), {
    get: (_, name) => (/** @type {unknown[]} */ ...given) => does(String(name), given),
  });
}
