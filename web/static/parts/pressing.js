// @ts-check
/**
 * A long press of a finger on a message, and the menu key of a keyboard, open what can be done
 * with it. Must never take a press that scrolls, nor the menu of a link or of a mouse.
 */

const LONG_MS = 500;
const STILL_PX = 10;

/**
 * @param {(key: string) => void} act  with the key of the row that was pressed
 */
export function createPressing(act) {
  let timer = 0;
  let from = { x: 0, y: 0 };
  let fired = false;

  function stop() {
    clearTimeout(timer);
    timer = 0;
  }

  return {
    /** @param {PointerEvent} event */
    onPointerDown(event) {
      stop();
      const row = rowOf(event.target);
      if (event.pointerType !== "touch" || !event.isPrimary || !row) return;
      from = { x: event.clientX, y: event.clientY };
      timer = setTimeout(() => {
        timer = 0;
        fired = true;
        act(row.dataset.key ?? "");
      }, LONG_MS);
    },

    /** @param {PointerEvent} event */
    onPointerMove(event) {
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL_PX) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,

    /** @param {MouseEvent} event */
    onContextMenu(event) {
      const row = rowOf(event.target);
      // A mouse keeps the browser's own menu: words are marked and copied with it.
      if (!row || event.button === 2) return;
      event.preventDefault();
      const was_timed = timer !== 0;
      stop();
      if (fired) return;
      fired = was_timed;
      act(row.dataset.key ?? "");
    },

    /**
     * The finger that is lifted from a long press presses nothing, whatever came up under it; the
     * next one that is put down does.
     *
     * @param {Pick<Window, "addEventListener" | "removeEventListener">} page
     */
    watch(page) {
      const lifted = (/** @type {Event} */ event) => {
        if (!fired) return;
        fired = false;
        event.preventDefault();
        event.stopPropagation();
      };
      const put = () => {
        fired = false;
      };
      page.addEventListener("click", lifted, true);
      page.addEventListener("pointerdown", put, true);
      return () => {
        page.removeEventListener("click", lifted, true);
        page.removeEventListener("pointerdown", put, true);
      };
    },
  };
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLElement | null}
 */
function rowOf(target) {
  if (!(target instanceof Element) || target.closest("a, button, input, summary")) return null;
  return target.closest("article[data-key]");
}
