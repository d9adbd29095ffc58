// @ts-check
/**
 * What rings for me, above everything of the console. Saying that I heard it stops the sound and no
 * clock: only a claim does. Must never say whom it is about.
 *
 * @import { AlertView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect } from "preact/hooks";
import { mark, t } from "../i18n.js";
import { rang } from "../case-news.js";
import { nowRinging, ringing, stopRinging } from "../ring.js";
import { status } from "../store.js";
import { clockTime } from "../times.js";
import { useApp } from "./app.js";
import { AnyIcon } from "./icons.js";

/** @type {Record<string, string>} */
const WHAT = {
  look: mark("Somebody waits. Please look."),
  test: mark("This is a test: you are on duty once you say that you heard it."),
  path_broken: mark("The way from a word to a person may be broken. Tell whoever runs the server."),
  digest: mark("There is something to look through today."),
};

export function Ringing() {
  const app = useApp();
  const up = status.value === "up";

  useEffect(() => {
    if (!up) return;
    void app.ask("duty.show", {}).then((answer) => {
      if (answer.ok) nowRinging(answer.ringing);
    });
  }, [up]);

  /** @param {AlertView} alert */
  async function hear({ alert_id }) {
    const answer = await app.ask("alert.acknowledge", { alert_id });
    app.tellRefusal(answer);
    stopRinging(alert_id);
    rang.value += 1;
  }

  return html`<div class="ringing" role="status">
    ${ringing.value.map(
      (alert) => html`<div key=${alert.alert_id} class=${`ring ${alert.what}`}>
        <p>
          <${AnyIcon} name="bell" /> ${t(WHAT[alert.what] ?? mark("Somebody waits. Please look."))}${" "}
          <span class="small">${clockTime(alert.at)}</span>
        </p>
        <button
          type="button"
          class=${alert.what === "digest" ? "quiet" : "main"}
          onClick=${() => void hear(alert)}
        >
          ${t("I heard it")}
        </button>
      </div>`,
    )}
  </div>`;
}
