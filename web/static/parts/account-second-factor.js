// @ts-check
/**
 * The authenticator app and the recovery codes. Must never show a secret twice.
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t } from "../i18n.js";
import { change, state } from "../store.js";
import { isStaff } from "../state.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";
import { CodeList, ShownOnce } from "./shown-once.js";

export function SecondFactor() {
  const { account } = state.value;
  const staff = isStaff(state.value);
  return html`
    <h2>${t("Authenticator app")}</h2>
    ${
      account.second_factor
        ? html`<p>
              ${t("Signing in asks for six digits from your app.")}
              ${staff && html`${" "}${t("Whoever looks after the place needs it.")}`}
            </p>
            <p><a class="button quiet" href="/second-factor">
              ${t("Use another app or phone")}
            </a></p>
            ${!staff && html`<${Remove} />`}`
        : html`<p>
              ${
                staff
                  ? t("You look after this place: what you may do works once this is set up.")
                  : t("With it, your passphrase alone opens nothing. Nobody needs it to be here.")
              }
            </p>
            <p><a class="button quiet" href="/second-factor">${t("Set it up")}</a></p>`
    }
    <h2>${t("Recovery codes")}</h2>
    <${Codes} />
  `;
}

function Remove() {
  const app = useApp();
  const [problem, setProblem] = useState("");

  async function remove() {
    const answer = await app.step_up.withStepUp(() => app.api("DELETE", "/api/second-factor"));
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    setProblem("");
    change((now) => ({ ...now, account: { ...now.account, second_factor: false } }));
  }

  return html`
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <${TwoPresses} words=${t("Do without it")} sure=${t("Yes, do without it")} on_press=${remove}>
      <p>${t("Then your name and passphrase alone open your account.")}</p>
    <//>
  `;
}

function Codes() {
  const app = useApp();
  const [codes, setCodes] = useState(/** @type {string[]} */ ([]));
  const [problem, setProblem] = useState("");

  async function make() {
    const answer = await app.step_up.withStepUp(() => app.api("POST", "/api/recovery-codes", {}));
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    setProblem("");
    setCodes(answer.recovery_codes);
  }

  if (codes.length > 0) {
    return html`
      <${ShownOnce} title=${t("Your new codes, shown only now")} on_paper>
        <p>${t("Write them down, and keep them where only you look. Each works once.")}</p>
        <${CodeList} codes=${codes} />
      <//>
    `;
  }
  return html`
    <p>${t("One of them opens your account when the passphrase or the phone is lost.")}</p>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <${TwoPresses} words=${t("Make new codes")} sure=${t("Yes, make new ones")} on_press=${make}>
      <p>${t("The codes you have now stop working.")}</p>
    <//>
  `;
}
