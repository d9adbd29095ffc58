// @ts-check
/** What I am called here. Must never let go of what was typed when it can't be had. */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { state } from "../store.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";

export function SettingsName() {
  const app = useApp();
  const { me } = state.value;
  return html`
    <p>${t("You are {handle} here.", { handle: me?.handle ?? "" })}</p>
    <${AskForm}
      words=${t("Go by this name")}
      ask=${(/** @type {{handle: string}} */ { handle }) =>
        app.ask_http("handle.change", { handle })}
      done=${(/** @type {any} */ answer) =>
        t("You are {handle} now, everywhere.", { handle: answer.user.handle })}
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
          "Everyone sees only the new name, within a second, also above what you wrote before and " +
            "where people mentioned you with @. What others typed out by hand stays as they wrote " +
            "it. Nobody else can take your old name. You can change it once a day.",
        )}
      </p>
    <//>
  `;
}
