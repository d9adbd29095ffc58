// @ts-check
/**
 * Asks once more who I am. Must never stay open behind something else, nor say which part was wrong
 * beyond what the server says.
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { state } from "../store.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";
import { Dialog } from "./dialog.js";

export function StepUpDialog() {
  const app = useApp();
  const asking = app.step_up.asking.value;
  return asking && html`<${Asking} show=${asking.show} cancel=${asking.cancel} />`;
}

/** @param {import("../step-up.js").Asking} props */
function Asking({ show, cancel }) {
  /** @param {Record<string, string>} fields */
  function ask({ passphrase = "", code = "" }) {
    const digits = code.replaceAll(/\s/g, "");
    return show(digits ? { passphrase, code: digits } : { passphrase });
  }

  return html`
    <${Dialog} title=${t("Is it you?")} on_close=${cancel}>
      <p>${t("Please show once more that it is you.")}</p>
      <${AskForm} words=${t("It is me")} ask=${ask} keeps>
        <label class="field">
          <span>${t("Your own passphrase")}</span>
          <input
            name="passphrase"
            type="password"
            required
            autofocus
            autocomplete="current-password"
          />
        </label>
        <${CodeField} />
      <//>
    <//>
  `;
}

/** The six digits of whoever has a second factor. */
export function CodeField() {
  if (!state.value.account.second_factor) return null;
  return html`<label class="field">
    <span>${t("Six digits from your authenticator app")}</span>
    <input name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="12" />
  </label>`;
}
