// @ts-check
/**
 * A few sheets in one place, one of them open: the tabs of the ARIA practices.
 *
 * One stop for the Tab key, on the open one; the arrows go round and open, Home and End too; the
 * sheet is the next stop. All sheets are there, so that what was typed into one is kept; those that
 * are not open are hidden. Must never hide what one must see.
 *
 * @import { ComponentChildren } from "preact"
 */
import { html } from "htm/preact";
import { useId, useState } from "preact/hooks";

/** @type {Record<string, (at: number, count: number) => number>} */
const MOVES = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * @param {object} props
 * @param {string} props.label  what they are about together
 * @param {{name: string, words: string, sheet: () => ComponentChildren}[]} props.tabs
 * @param {string} [props.first]  the name of the one that is open at first
 */
export function Tabs({ label, tabs, first = tabs[0]?.name ?? "" }) {
  const [open, setOpen] = useState(first);
  const id = useId();
  const at = Math.max(
    tabs.findIndex((tab) => tab.name === open),
    0,
  );
  const shown = tabs[at];

  /** @param {KeyboardEvent & {currentTarget: Element}} event */
  function pressed(event) {
    const move = MOVES[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const to = move(at, tabs.length);
    setOpen(tabs[to]?.name ?? "");
    const buttons = event.currentTarget.querySelectorAll('[role="tab"]');
    /** @type {HTMLElement | undefined} */ (buttons[to])?.focus();
  }

  return html`
    <div class="tabbed">
      <div class="tabs" role="tablist" aria-label=${label} onKeyDown=${pressed}>
        ${tabs.map(
          ({ name, words }) => html`<button
            key=${name}
            type="button"
            role="tab"
            id=${`${id}-${name}`}
            aria-selected=${name === shown?.name ? "true" : "false"}
            aria-controls=${`${id}-${name}-sheet`}
            tabindex=${name === shown?.name ? 0 : -1}
            onClick=${() => setOpen(name)}
          >
            ${words}
          </button>`,
        )}
      </div>
      ${tabs.map(
        ({ name, sheet }) => html`<div
          key=${name}
          role="tabpanel"
          id=${`${id}-${name}-sheet`}
          aria-labelledby=${`${id}-${name}`}
          tabindex="0"
          hidden=${name !== shown?.name}
        >
          ${sheet()}
        </div>`,
      )}
    </div>
  `;
}
