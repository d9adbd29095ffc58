// @ts-check
/**
 * Who has knocked and waits to be let in. Must never tell more of them than their name and the day.
 *
 * @import { Knocker } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t } from "../i18n.js";
import { daysAgo } from "../times.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";
import { useSettled } from "./settled.js";

/** @param {{waiting: Knocker[], on_changed: () => Promise<void>}} props */
export function Door({ waiting, on_changed }) {
  const app = useApp();
  const [busy, setBusy] = useState(false);
  const settled = useSettled(waiting.map((each) => each.user_id).join(" "));
  if (waiting.length === 0) return null;

  /** @param {"user.admit" | "user.refuse"} name @param {string} user_id */
  async function decide(name, user_id) {
    setBusy(true);
    const answer = await app.ask_http(name, { user_id });
    if (!answer.ok) app.tell(refusalWords(answer.error, app.now()));
    else if (name === "user.admit") app.tell(t("They are in."));
    else app.tell(t("You said no. Their page says so, kindly."));
    await on_changed();
    setBusy(false);
  }

  return html`
    <h2>${t("At the door")}</h2>
    <ul class="cards">
      ${waiting.map(
        (each) => html`<li key=${each.user_id} class="card">
          <p>
            <b>${each.handle}</b>
            <span class="soft">
              ${" "}${t("knocked {day}", { day: daysAgo(each.knocked_on, app.now()) })}
            </span>
          </p>
          <div class="row">
            <button
              type="button"
              class="main"
              disabled=${busy || !settled}
              aria-label=${t("Let {handle} in", each)}
              onClick=${() => decide("user.admit", each.user_id)}
            >
              ${t("Let in")}
            </button>
            <${TwoPresses}
              words=${t("Say no to {handle}", each)}
              sure=${t("Yes, say no to {handle}", each)}
              on_press=${() => decide("user.refuse", each.user_id)}
            />
          </div>
        </li>`,
      )}
    </ul>
  `;
}
