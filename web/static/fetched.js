// @ts-check
/**
 * What is done now and then, fetched when the first of it is wanted.
 * Must never fail unheard: where it can't be had, whoever asks hears that it was not done.
 */
import { offline } from "./problem.js";

/**
 * @template {Record<string, (...given: any[]) => Promise<any>>} Deeds  each gives an answer
 * @param {() => Promise<Deeds>} load
 * @param {() => void} [missing]
 * @returns {Deeds}
 */
export function fetched(load, missing = () => {}) {
  /** @type {Promise<Deeds> | null} */
  let loading = null;

  /** @param {string} name @param {unknown[]} given */
  async function does(name, given) {
    try {
      loading ??= load();
      await loading;
    } catch {
      // What failed is fetched anew the next time.
      loading = null;
      missing();
      return offline();
    }
    return (await loading)[name]?.(...given);
  }

  return new Proxy(/** @type {Deeds} */ ({}), {
    get: (_, name) => (/** @type {unknown[]} */ ...given) => does(String(name), given),
  });
}
