// @ts-check
/**
 * Short words about what just happened: read aloud, and there until they are put away or fade.
 * Must never take the focus, nor stand behind a window: that hides them from eyes and ears.
 */
import { html } from "htm/preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../i18n.js";
import { change, state, windows } from "../store.js";
import { Icon } from "./icon.js";

const STAYS_MS = 12_000;
const GAP_PX = 8;

/** @param {number} id */
function putAway(id) {
  change((now) => ({ ...now, notices: now.notices.filter((notice) => notice.id !== id) }));
}

/** @param {{within?: string}} props  the id of the window that they stand in */
export function Toasts({ within }) {
  const here = windows.value.at(-1) === within;
  const notices = here ? state.value.notices : [];
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => {
    const foot = within ? null : document.querySelector(".foot")?.getBoundingClientRect();
    const above = foot ? `${Math.ceil(innerHeight - foot.top) + GAP_PX}px` : "";
    if (ref.current) ref.current.style.bottom = above;
  }, [notices]);
  return html`
    <div ref=${ref} class="toasts" role="status" aria-live="polite">
      ${notices.map((notice) => html`<${Toast} key=${notice.id} ...${notice} />`)}
    </div>
  `;
}

/** @param {{id: number, words: string}} props */
function Toast({ id, words }) {
  useEffect(() => {
    const timer = setTimeout(() => putAway(id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return html`
    <div class="toast">
      <p>${words}</p>
      <button type="button" class="plain" aria-label=${t("Put away")} onClick=${() => putAway(id)}>
        <${Icon} name="close" />
      </button>
    </div>
  `;
}
