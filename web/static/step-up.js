// @ts-check
/**
 * Shows once more who I am, when a grave deed asks for it, and then does the deed.
 * Must never keep a passphrase, nor do anything twice that was done.
 *
 * @import { Answer } from "./problem.js"
 * @import { Signal } from "@preact/signals-core"
 *
 * @typedef {object} Asking
 * @property {(proof: {passphrase: string, code?: string}) => Promise<Answer<any>>} show
 * @property {() => void} cancel
 *
 * @typedef {object} Ports
 * @property {(method: string, path: string, payload?: unknown) => Promise<Answer<any>>} api
 * @property {() => Promise<unknown>} renewed  the browser has another sign-in now
 * @property {Signal<Asking | null>} asking  what is being asked just now: at most one thing
 */
import { refused } from "./problem.js";

/**
 * @param {Ports} ports
 */
export function createStepUp({ api, renewed, asking }) {
  /** @returns {Promise<boolean>}  whether it was shown */
  function ask() {
    return new Promise((done) => {
      const end = (/** @type {boolean} */ shown) => {
        asking.value = null;
        done(shown);
      };
      asking.value = {
        async show(proof) {
          const answer = await api("POST", "/api/step-ups", proof);
          if (!answer.ok) return answer;
          await renewed();
          end(true);
          return answer;
        },
        cancel: () => end(false),
      };
    });
  }

  /**
   * Do something over HTTP; if it asks who I am, show it and do it again.
   *
   * @template Result
   * @param {() => Promise<Answer<Result>>} deed
   * @returns {Promise<Answer<Result>>}
   */
  async function withStepUp(deed) {
    const first = await deed();
    if (first.ok || first.error.code !== "step_up_needed" || asking.peek()) return first;
    if (!(await ask())) return refused("cancelled", "", { retryable: false });
    return deed();
  }

  return { withStepUp };
}

/** @typedef {ReturnType<typeof createStepUp> & Pick<Ports, "asking">} StepUp */
