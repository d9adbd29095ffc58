// @ts-check
/**
 * Says, wherever one is, that words of one's own have not gone out and wait for a tap.
 * Must never send them, nor stand over a room that shows them itself.
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t, tn } from "../i18n.js";
import { OVER, pending, state, status } from "../store.js";
import { later } from "./later.js";

const UnsentList = later(() => import("./unsent-list.js").then((module) => module.UnsentList));

export function Unsent() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const { timeline, me } = state.value;
  const shown = timeline?.room ? timeline.room_id : "";
  const stuck = pending.value.filter(
    (each) => (each.status === "late" || each.status === "failed") && each.room_id !== shown,
  );
  if (OVER.has(status.value) || !me) return null;
  return html`
    <div role="status">
      ${
        stuck.length > 0 &&
        html`<div class="banner">
          <p>
            ${tn(
              "{count} message of yours has not gone out.",
              "{count} messages of yours have not gone out.",
              stuck.length,
            )}
          </p>
          <button
            type="button"
            class="quiet"
            aria-haspopup="dialog"
            onClick=${() => setOpen(true)}
          >
            ${t("Look")}
          </button>
        </div>`
      }
    </div>
    ${open && html`<${UnsentList} on_close=${close} on_missing=${close} />`}
  `;
}
