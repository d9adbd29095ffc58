// @ts-check
/**
 * Everything of mine that has not gone out, whatever room it was for, each to be sent or let go.
 * Must never leave words without a way out, also where their room is open to me no more.
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { pending, state } from "../store.js";
import { Dialog } from "./dialog.js";
import { PendingItem } from "./pending.js";

/** @param {{on_close: () => void}} props */
export function UnsentList({ on_close }) {
  const stuck = pending.value.filter((each) => each.status === "late" || each.status === "failed");
  return html`
    <${Dialog} title=${t("Not gone out")} kind="wide" on_close=${on_close}>
      ${stuck.length === 0 && html`<p role="status">${t("Nothing is waiting any more.")}</p>`}
      ${stuck.map(
        (each) => html`<section key=${each.nonce}>
          <h3>${state.value.rooms[each.room_id]?.room.name ?? t("A room that you are not in")}</h3>
          <${PendingItem} pending=${each} />
        </section>`,
      )}
    <//>
  `;
}
