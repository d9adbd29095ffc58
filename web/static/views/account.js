// @ts-check
/**
 * My account: my name, who may see that I am here, my ways in, and the way out.
 * Must never show anything of anybody else but the names of those I blocked.
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { Blocked } from "../parts/account-blocked.js";
import { Leaving } from "../parts/account-leaving.js";
import { SecondFactor } from "../parts/account-second-factor.js";
import { SignIns } from "../parts/account-sign-ins.js";
import { useApp } from "../parts/app.js";
import { AskForm } from "../parts/ask-form.js";
import { state } from "../store.js";

export function AccountView() {
  const { me } = state.value;
  useEffect(() => {
    document.title = t("My account");
  }, []);
  if (!me) return html`<p class="soft pad" role="status">${t("One moment …")}</p>`;
  return html`
    <section class="page narrow" data-region>
      <a class="back" href="/app">${t("All rooms")}</a>
      <h1>${t("My account")}</h1>
      <p class="lead">${t("You are {handle} here.", me)}</p>
      <${Name} />
      <${Seen} />
      <h2>${t("Where I am signed in")}</h2>
      <${SignIns} />
      <${SecondFactor} />
      <h2>${t("People I have blocked")}</h2>
      <${Blocked} />
      <${Leaving} />
    </section>
  `;
}

function Name() {
  const app = useApp();
  return html`
    <h2>${t("My name here")}</h2>
    <${AskForm}
      words=${t("Go by this name")}
      ask=${(/** @type {{handle: string}} */ { handle }) =>
        app.ask_http("handle.change", { handle })}
      done=${(/** @type {any} */ answer) => t("You are {handle} now, everywhere.", answer.user)}
    >
      <label class="field">
        <span>${t("A new name")}</span>
        <input
          name="handle"
          required
          minlength="2"
          autocomplete="off"
          autocapitalize="none"
          spellcheck=${false}
        />
      </label>
      <p class="soft small">
        ${t(
          "Everyone sees only the new name, within a second, also above what you wrote " +
            "before and where people mentioned you with @. What others typed out by hand stays " +
            "as they wrote it. Nobody else can take your old name. You can change it once a " +
            "day.",
        )}
      </p>
    <//>
  `;
}

function Seen() {
  const app = useApp();
  const { me, account } = state.value;
  const [said, setSaid] = useState("");
  const visible = me?.visible === true;
  /** @param {boolean} shown @param {boolean} reading */
  async function set(shown, reading) {
    // Nothing is said before the answer: what was just chosen would be drawn as it was.
    setSaid((await app.act.showMe(shown, reading)) ? t("Kept.") : "");
  }
  return html`
    <h2>${t("Who may see that I am here")}</h2>
    <fieldset>
      <legend class="unseen">${t("Who may see that I am here")}</legend>
      <label class="check">
        <input
          type="radio"
          name="seen"
          checked=${!visible}
          onChange=${() => set(false, account.reading)}
        />
        <span>${t("Only count me. Nobody sees my name until I write.")}</span>
      </label>
      <label class="check">
        <input
          type="radio"
          name="seen"
          checked=${visible}
          onChange=${() => set(true, account.reading)}
        />
        <span>${t("Show my name to the people in my rooms while I am there.")}</span>
      </label>
    </fieldset>
    <label class="check">
      <input
        type="checkbox"
        checked=${account.reading}
        onChange=${(/** @type {any} */ event) => set(visible, event.target.checked)}
      />
      <span>${t("I'm just reading. That is fine; nobody waits for me to write.")}</span>
    </label>
    <p class="soft small" role="status">${said}</p>
  `;
}
