// @ts-check
/**
 * For administrators: who may come in by themselves. Must never open the doors before the help
 * lines were called.
 *
 * @import { StaffOverview } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { mark, t } from "../i18n.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";
import { useSite } from "./use-site.js";

const DOORS = /** @type {const} */ ([
  ["open", mark("Open: anyone may come in by themselves")],
  ["invite", mark("By invitation: whoever was given a link")],
  ["closed", mark("Closed: nobody new comes in for now")],
]);

/** @param {StaffOverview["registration"]} registration */
function nowWords(registration) {
  if (registration === "open") return t("Anyone can come in by themselves.");
  if (registration === "invite") return t("New people come in by invitation.");
  return t("Nobody new comes in for now.");
}

/** @param {{overview: StaffOverview, on_changed: () => Promise<void>}} props */
export function Registration({ overview, on_changed }) {
  const app = useApp();
  const { site, instead } = useSite();
  if (!site) return instead;

  /** @param {Record<string, string>} fields */
  async function choose({ registration }) {
    const asked = { registration: /** @type {any} */ (registration) };
    const answer = await app.step_up.withStepUp(() =>
      app.ask_http("site.set_registration", asked),
    );
    if (answer.ok) await on_changed();
    return answer;
  }

  const waits = site.chosen === "open" && !overview.helplines_confirmed;
  return html`
    <p class="lead">${nowWords(overview.registration)}</p>
    ${
      waits &&
      html`<p class="card">
        ${t(
          "You chose an open door. It opens as soon as somebody has called the help lines that " +
            "your people may need; until then people come in by invitation.",
        )}${" "}
        <a href="/app/care/help-lines">${t("Help lines")}</a>
      </p>`
    }
    <${AskForm} words=${t("Save")} keeps ask=${choose} done=${() => t("Saved.")}>
      <fieldset>
        <legend>${t("Who may make an account")}</legend>
        ${DOORS.map(
          ([name, words]) => html`<label key=${name} class="check">
            <input
              type="radio"
              name="registration"
              value=${name}
              defaultChecked=${name === site.chosen}
            />
            <span>${t(words)}</span>
          </label>`,
        )}
      </fieldset>
      <p class="soft small">
        ${t("You are asked once more who you are. People who are in stay in.")}
      </p>
    <//>
  `;
}
