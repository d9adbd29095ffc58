// @ts-check
/**
 * Tells that somebody asked for a new way into my account, and lets me stop it.
 * Must be there on every view for as long as it is so.
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t } from "../i18n.js";
import { OVER, change, state, status } from "../store.js";
import { dayOrTime } from "../times.js";
import { useApp } from "./app.js";

export function RestoreBanner() {
  const app = useApp();
  const [busy, setBusy] = useState(false);
  const { restore } = state.value.account;
  if (!restore || OVER.has(status.value)) return null;

  async function stop() {
    if (busy) return;
    setBusy(true);
    const answer = await app.ask_http("restore.stop", {});
    setBusy(false);
    if (!answer.ok) return app.tellRefusal(answer);
    change((now) => ({ ...now, account: { ...now.account, restore: null } }));
    app.tell(t("Stopped. Nobody gets in that way, and those who look after the place know."));
  }

  return html`
    <div class="banner" role="alert">
      <p>
        ${t(
          "Somebody asked us for a new way into your account. If that was not you, stop it now.",
        )}${" "}
        ${
          restore.due_at > app.now()
            ? t("It would work from {time}.", { time: dayOrTime(restore.due_at, app.now()) })
            : t("It works already.")
        }
      </p>
      <button type="button" class="main" aria-disabled=${busy} onClick=${stop}>
        ${t("It wasn't me: stop it")}
      </button>
    </div>
  `;
}
