// @ts-check
/**
 * Asks once more who I am. Must never stay open behind something else, nor say which part was wrong
 * beyond what the server says.
 */
import { html } from "htm/preact";
import { useId, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { state } from "../store.js";
import { useApp } from "./app.js";
import { Dialog } from "./dialog.js";

export function StepUpDialog() {
  const app = useApp();
  const asking = app.step_up.asking.value;
  return asking && html`<${Asking} show=${asking.show} cancel=${asking.cancel} />`;
}

/** @param {import("../step-up.js").Asking} props */
function Asking({ show, cancel }) {
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const problem_id = useId();
  const with_code = state.value.account.second_factor;

  /** @param {SubmitEvent} event */
  async function submit(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const passphrase = String(data.get("passphrase"));
    const code = String(data.get("code") ?? "").replaceAll(/\s/g, "");
    setBusy(true);
    setProblem(await show(code ? { passphrase, code } : { passphrase }));
    setBusy(false);
  }

  return html`
    <${Dialog} title=${t("Is it you?")} on_close=${cancel}>
      <form class="stack" onSubmit=${submit}>
        <p>${t("Please show once more that it is you.")}</p>
        <label class="field">
          <span>${t("Your own passphrase")}</span>
          <input
            name="passphrase"
            type="password"
            required
            autofocus
            autocomplete="current-password"
            aria-describedby=${problem ? problem_id : null}
          />
        </label>
        ${
          with_code &&
          html`<label class="field">
            <span>${t("Six digits from your authenticator app")}</span>
            <input
              name="code"
              required
              inputmode="numeric"
              autocomplete="one-time-code"
              maxlength="12"
              aria-describedby=${problem ? problem_id : null}
            />
          </label>`
        }
        ${problem && html`<p class="problem" role="alert" id=${problem_id}>${problem}</p>`}
        <button type="submit" class="main" disabled=${busy}>${t("It is me")}</button>
      </form>
    <//>
  `;
}
