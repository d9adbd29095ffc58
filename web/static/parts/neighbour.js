// @ts-check
/**
 * Where the focus goes when something in a list has acted itself away: to its neighbour, or to the
 * heading above when it was the last one. Must never take the focus from where someone has moved it.
 */
import { useLayoutEffect, useRef } from "preact/hooks";
import { toHeading } from "./sections.js";

const DOES_SOMETHING = "button:not([disabled]), a[href], summary, input";

/**
 * Put `list` on the list and `heading` on what stands above it (with tabindex -1; else it is that of
 * the view), and call `leaves` before what is done is shown.
 *
 * @param {unknown} items  what the list shows
 */
export function useNeighbour(items) {
  const list = useRef(/** @type {any} */ (null));
  const heading = useRef(/** @type {any} */ (null));
  const left = useRef(-1);

  useLayoutEffect(() => {
    if (left.current < 0) return;
    const focused = document.activeElement;
    const lost = !focused || focused === document.body;
    const rows = [...(list.current?.children ?? [])];
    if (lost) {
      const row = rows[Math.min(left.current, rows.length - 1)];
      const next = row?.querySelector(DOES_SOMETHING) ?? heading.current;
      if (next) next.focus();
      else toHeading();
    }
    left.current = -1;
  }, [items]);

  /** Whatever has the focus in the list is about to go. */
  function leaves() {
    const row = document.activeElement?.closest("li");
    left.current = row ? [...(list.current?.children ?? [])].indexOf(row) : -1;
  }

  return { list, heading, leaves };
}
