// @ts-check
/**
 * For administrators: how we are with each other, in all rooms.
 * Must never change without everyone being asked to read it when they come in the next time.
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";
import { HouseRules } from "./house-rules.js";
import { useSite } from "./use-site.js";

export function HouseGuidelines() {
  const app = useApp();
  const { site, instead } = useSite();
  if (!site) return instead;

  /** @param {Record<string, string>} fields */
  const save = ({ guidelines = "" }) => app.ask_http("site.change", { guidelines });

  return html`
    <p>
      ${t(
        "Everyone reads these when they come in for the first time. When you change them, " +
          "everyone is asked to read them once more, the next time they come in.",
      )}
    </p>
    <${AskForm}
      words=${t("Save")}
      sure=${t("Yes, ask everyone to read them")}
      keeps
      ask=${save}
      done=${() => t("Saved.")}
    >
      <label class="field">
        <span>${t("Our guidelines")}</span>
        <textarea
          name="guidelines"
          rows="12"
          maxlength="4000"
          dir="auto"
          defaultValue=${site.guidelines}
        ></textarea>
      </label>
      <p class="soft small">${t("Left empty, they are these:")}</p>
      <${HouseRules} text="" />
    <//>
  `;
}
