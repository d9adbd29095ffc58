// @ts-check
/**
 * Keeps whoever goes by keyboard on the page when the view changes under them.
 * Must never take the focus from anything that has it.
 */
import { useEffect, useRef } from "preact/hooks";

/**
 * Whoever goes on by a link finds the focus on the page that came, unless that has taken it: the
 * link is gone.
 *
 * @param {string} view
 */
export function useFocusHere(view) {
  const before = useRef(view);
  useEffect(() => {
    const nowhere = !document.activeElement || document.activeElement === document.body;
    // A room gives it to its own heading, when it is there.
    if (before.current !== view && view !== "room" && nowhere) {
      document.getElementById("main")?.focus({ preventScroll: true });
    }
    before.current = view;
  }, [view]);
}
