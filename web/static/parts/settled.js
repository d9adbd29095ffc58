// @ts-check
/**
 * What has just changed under a finger is not yet to be pressed.
 * Must never make anyone wait for more than a moment.
 */
import { useEffect, useState } from "preact/hooks";

const SETTLES_MS = 500;

/**
 * False for a moment after something came up: the second tap of a double one was not for it.
 *
 * @param {string} [what]  what came up: with something else the moment begins again
 */
export function useSettled(what = "") {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    setSettled(false);
    const timer = setTimeout(() => setSettled(true), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [what]);
  return settled;
}
