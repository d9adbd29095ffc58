// @ts-check
/**
 * Where the focus goes when something in a list has acted itself away: to its neighbour, or to the
 * heading above when it was the last one. Must never take the focus from where someone has moved it.
 */
import { useLayoutEffect, useRef } from "preact/hooks";

const DOES_SOMETHING = "button:not([disabled]), a[href], summary, input";

/**
 * Put `list` on the list and `heading` on what stands above it (with tabindex -1; else it is that of
 * the view, or the way out of an open window), and call `leaves` before what is done is shown.
 */
export function useNeighbour() {
  const list = useRef(/** @type {any} */ (null));
  const heading = useRef(/** @type {any} */ (null));
  const leaving = useRef(/** @type {{row: Element, at: number} | null} */ (null));

  useLayoutEffect(() => {
    if (!leaving.current || leaving.current.row.isConnected) return;
    const { at } = leaving.current;
    leaving.current = null;
    const focused = document.activeElement;
    if (focused && focused !== document.body) return;
    const rows = [...(list.current?.children ?? [])];
    const row = rows[Math.min(at, rows.length - 1)];
    const next = row?.querySelector(DOES_SOMETHING) ?? heading.current ?? wayOut();
    if (next) next.focus();
    else toHeading();
  });

  /** Whatever has the focus in the list is about to go. */
  function leaves() {
    const row = document.activeElement?.closest("li");
    const rows = [...(list.current?.children ?? [])];
    leaving.current = row && rows.includes(row) ? { row, at: rows.indexOf(row) } : null;
  }

  return { list, heading, leaves };
}

/**
 * Put it on a row that stays but is drawn anew when `what` is another: where the button that was
 * pressed goes by that, the first one of the row has the focus.
 *
 * @param {unknown} what
 */
export function useSameRow(what) {
  const row = useRef(/** @type {any} */ (null));
  const before = useRef(what);
  useLayoutEffect(() => {
    if (before.current === what) return;
    before.current = what;
    const focused = document.activeElement;
    if (!focused || focused === document.body) row.current?.querySelector("button")?.focus();
  });
  return row;
}

/** The heading of the view: where one is when what one did has gone from the screen. */
export function toHeading() {
  /** @type {HTMLElement | null} */ (document.querySelector("main h1[tabindex]"))?.focus();
}

/** In a window over the page there is no heading of the view to go to. */
function wayOut() {
  return /** @type {HTMLElement | null} */ (document.querySelector("dialog[open] .dialog-head button"));
}
