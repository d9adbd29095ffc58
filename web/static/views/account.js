// @ts-check
/**
 * My account: my name, who may see that I am here, my ways in, and the way out.
 * Must never show anything of anybody else but the names of those I blocked.
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
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
    document.title = "My account";
  }, []);
  if (!me) return html`<p class="soft pad" role="status">One moment …</p>`;
  return html`
    <section class="page narrow" data-region>
      <a class="back" href="/app">All rooms</a>
      <h1>My account</h1>
      <p class="lead">You are ${me.handle} here.</p>
      <${Name} />
      <${Seen} />
      <h2>Where I am signed in</h2>
      <${SignIns} />
      <${SecondFactor} />
      <h2>People I have blocked</h2>
      <${Blocked} />
      <${Leaving} />
    </section>
  `;
}

function Name() {
  const app = useApp();
  return html`
    <h2>My name here</h2>
    <${AskForm}
      words="Go by this name"
      ask=${(/** @type {{handle: string}} */ { handle }) =>
        app.ask_http("handle.change", { handle })}
      done=${(/** @type {any} */ answer) => `You are ${answer.user.handle} now, everywhere.`}
    >
      <label class="field">
        <span>A new name</span>
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
        Everyone sees only the new name, within a second, also above what you wrote before and where
        people mentioned you with @. What others typed out by hand stays as they wrote it. Nobody
        else can take your old name. You can change it once a day.
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
    setSaid((await app.act.showMe(shown, reading)) ? "Kept." : "");
  }
  return html`
    <h2>Who may see that I am here</h2>
    <fieldset>
      <legend class="unseen">Who may see that I am here</legend>
      <label class="check">
        <input
          type="radio"
          name="seen"
          checked=${!visible}
          onChange=${() => set(false, account.reading)}
        />
        <span>Only count me. Nobody sees my name until I write.</span>
      </label>
      <label class="check">
        <input
          type="radio"
          name="seen"
          checked=${visible}
          onChange=${() => set(true, account.reading)}
        />
        <span>Show my name to the people in my rooms while I am there.</span>
      </label>
    </fieldset>
    <label class="check">
      <input
        type="checkbox"
        checked=${account.reading}
        onChange=${(/** @type {any} */ event) => set(visible, event.target.checked)}
      />
      <span>I'm just reading. That is fine; nobody waits for me to write.</span>
    </label>
    <p class="soft small" role="status">${said}</p>
  `;
}
