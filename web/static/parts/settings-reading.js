// @ts-check
/**
 * Settings: what one would rather not come upon while reading. Kept on this device alone.
 * Must never ask why.
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { TOPICS, topicWords } from "../topics.js";
import { useApp } from "./app.js";

export function SettingsReading() {
  const { hidden } = useApp();
  const chosen = hidden.topics.value;
  return html`
    <fieldset>
      <legend>${t("What would you rather not come upon?")}</legend>
      <p class="soft small">
        ${t(
          "Messages that their authors marked so are folded for you; you can still open each. " +
            "This is kept on this device only, until you sign out: nobody else learns of it.",
        )}
      </p>
      ${TOPICS.map(
        (topic) => html`<label key=${topic} class="check">
          <input
            type="checkbox"
            name=${topic}
            checked=${chosen.includes(topic)}
            onChange=${(/** @type {any} */ event) => hidden.set(topic, event.target.checked)}
          />
          <span>${topicWords(topic)}</span>
        </label>`,
      )}
    </fieldset>
  `;
}
