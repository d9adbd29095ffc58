// @ts-check
/**
 * My sign-ins, each of which I can end, and a new passphrase.
 * Must never tell more of a device than what helps to know it again.
 *
 * @import { SignInView } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { mark, t } from "../i18n.js";
import { state, status } from "../store.js";
import { daysAgo } from "../times.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";

/** @type {Record<string, string>} */
const DEVICES = {
  phone: mark("A phone"),
  computer: mark("A computer"),
  program: mark("A program"),
  other: mark("A device"),
};

export function SignIns() {
  const app = useApp();
  const [mine, setMine] = useState(/** @type {SignInView[]} */ ([]));
  const [problem, setProblem] = useState("");
  const up = status.value === "up";

  async function load() {
    const answer = await app.ask_http("sign_in.list", {});
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    setProblem("");
    setMine(answer.sign_ins);
  }

  // After a step-up this browser has another sign-in: the list is asked for again.
  useEffect(() => {
    if (up) void load();
  }, [up]);

  /** @param {string} sign_in_id */
  async function end(sign_in_id) {
    const answer = await app.ask_http("sign_in.end", { sign_in_id });
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    await load();
  }

  return html`
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <ul class="cards">
      ${mine.map(
        (each) => html`<li key=${each.sign_in_id} class="card">
          <p>
            <b>${t(DEVICES[each.device] ?? DEVICES.other ?? "")}</b>
            ${each.current && html` <span class="tag">${t("this one")}</span>`}
          </p>
          <p class="soft small">${t("Since {day}", { day: daysAgo(each.started_on, app.now()) })}</p>
          ${
            !each.current &&
            html`<button type="button" class="quiet" onClick=${() => end(each.sign_in_id)}>
              ${t("Sign out there")}
            </button>`
          }
        </li>`,
      )}
    </ul>
    <p class="soft small">
      ${t("Something you don't know? Sign it out, and choose a new passphrase.")}
    </p>
    <${Passphrase} on_changed=${load} />
  `;
}

/** @param {{on_changed: () => Promise<void>}} props */
function Passphrase({ on_changed }) {
  const app = useApp();
  const { second_factor } = state.value.account;

  /** @param {Record<string, string>} fields */
  async function change({ passphrase, new_passphrase, code }) {
    const digits = (code ?? "").replaceAll(/\s/g, "");
    const asked = { passphrase, new_passphrase, ...(digits ? { code: digits } : {}) };
    const answer = await app.api("POST", "/api/passphrase", asked);
    if (answer.ok) {
      await app.renewed();
      await on_changed();
    }
    return answer;
  }

  return html`
    <details>
      <summary>${t("Choose a new passphrase")}</summary>
      <${AskForm}
        words=${t("Save")}
        ask=${change}
        done=${() => t("Saved. Everywhere else you are signed out.")}
      >
        <label class="field">
          <span>${t("Your passphrase now")}</span>
          <input name="passphrase" type="password" required autocomplete="current-password" />
        </label>
        ${
          second_factor &&
          html`<label class="field">
            <span>${t("Six digits from your authenticator app")}</span>
            <input
              name="code"
              required
              inputmode="numeric"
              autocomplete="one-time-code"
              maxlength="12"
            />
          </label>`
        }
        <label class="field">
          <span>${t("A new passphrase")}</span>
          <input name="new_passphrase" type="password" required autocomplete="new-password" />
        </label>
      <//>
    </details>
  `;
}
