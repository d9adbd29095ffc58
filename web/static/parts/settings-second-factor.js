// @ts-check
/** The authenticator app. Must never show a secret twice. */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { isStaff } from "../state.js";
import { change, state } from "../store.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";
import { toHeading } from "./neighbour.js";

export function SettingsSecondFactor() {
  const { account } = state.value;
  const staff = isStaff(state.value);
  if (account.second_factor) {
    return html`
      <p>
        ${t("Signing in asks for six digits from your app.")}${" "}
        ${staff && t("Whoever looks after the place needs it.")}
      </p>
      <p><a class="button quiet" href="/second-factor">${t("Use another app or phone")}</a></p>
      ${!staff && html`<${Remove} />`}
    `;
  }
  return html`
    <p>
      ${
        staff
          ? t("You look after this place: what you may do works once this is set up.")
          : t("With it, your passphrase alone opens nothing. Nobody needs it to be here.")
      }
    </p>
    <p><a class="button quiet" href="/second-factor">${t("Set it up")}</a></p>
  `;
}

function Remove() {
  const app = useApp();

  async function remove() {
    const answer = await app.step_up.withStepUp(() => app.api("DELETE", "/api/second-factor"));
    if (!answer.ok) return app.tellRefusal(answer);
    change((now) => ({ ...now, account: { ...now.account, second_factor: false } }));
    app.tell(t("Your passphrase alone opens your account now."));
    toHeading();
  }

  return html`
    <${TwoPresses}
      words=${t("Do without it")}
      sure=${t("Yes, do without it")}
      on_press=${() => void remove()}
    >
      <p>${t("Then your name and passphrase alone open your account.")}</p>
    <//>
  `;
}
