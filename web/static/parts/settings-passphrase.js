// @ts-check
/** A new passphrase. Must never keep one, nor leave other devices signed in by the old one. */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";
import { CodeField } from "./step-up-dialog.js";

export function SettingsPassphrase() {
  const app = useApp();

  /** @param {Record<string, string>} fields */
  async function change({ passphrase, new_passphrase, code }) {
    const digits = (code ?? "").replaceAll(/\s/g, "");
    const asked = { passphrase, new_passphrase, ...(digits ? { code: digits } : {}) };
    const answer = await app.api("POST", "/api/passphrase", asked);
    if (answer.ok) await app.renewed();
    return answer;
  }

  return html`
    <p>
      ${t("A few unrelated words make a good one. Everywhere else you are signed out by it.")}
    </p>
    <${AskForm}
      words=${t("Save")}
      ask=${change}
      done=${() => t("Saved. Everywhere else you are signed out.")}
    >
      <label class="field">
        <span>${t("Your passphrase now")}</span>
        <input name="passphrase" type="password" required autocomplete="current-password" />
      </label>
      <${CodeField} />
      <label class="field">
        <span>${t("A new passphrase")}</span>
        <input name="new_passphrase" type="password" required autocomplete="new-password" />
      </label>
    <//>
  `;
}
