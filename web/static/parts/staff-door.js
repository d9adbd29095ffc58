// @ts-check
/**
 * Who has knocked and waits to be let in. Must never tell more of them than their name and the day.
 *
 * @import { Knocker } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t, tx } from "../i18n.js";
import { daysAgo } from "../times.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";
import { useNeighbour } from "./neighbour.js";
import { useSettled } from "./settled.js";

/** @param {{waiting: Knocker[], on_changed: () => Promise<void>}} props */
export function Door({ waiting, on_changed }) {
  const app = useApp();
  const [busy, setBusy] = useState(false);
  const settled = useSettled(waiting.map((each) => each.user_id).join(" "));
  const { list, heading, leaves } = useNeighbour();

  /** @param {"user.admit" | "user.refuse"} name @param {string} user_id */
  async function decide(name, user_id) {
    leaves();
    setBusy(true);
    const answer = await app.ask_http(name, { user_id });
    if (!answer.ok) app.tellRefusal(answer);
    else if (name === "user.admit") app.tell(t("They are in."));
    else app.tell(t("You said no. Their page says so, kindly."));
    await on_changed();
    setBusy(false);
  }

  return html`
    <h2 ref=${heading} tabindex="-1">${t("At the door")}</h2>
    ${waiting.length === 0 && html`<p class="soft">${t("Nobody waits to be let in.")}</p>`}
    <ul class="cards" ref=${list}>
      ${waiting.map(
        (each) => html`<li key=${each.user_id} class="card">
          <p>
            ${tx("{handle} knocked {day}", {
              handle: html`<b>${each.handle}</b>`,
              day: html`<span class="soft">${daysAgo(each.knocked_on, app.now())}</span>`,
            })}
          </p>
          <div class="row">
            <button
              type="button"
              class="main"
              aria-label=${t("Let {handle} in", { handle: each.handle })}
              disabled=${busy || !settled}
              onClick=${() => decide("user.admit", each.user_id)}
            >
              ${t("Let in")}
            </button>
            <${TwoPresses}
              words=${t("Say no to {handle}", { handle: each.handle })}
              sure=${t("Yes, say no to {handle}", { handle: each.handle })}
              on_press=${() => decide("user.refuse", each.user_id)}
            />
          </div>
        </li>`,
      )}
    </ul>
  `;
}
