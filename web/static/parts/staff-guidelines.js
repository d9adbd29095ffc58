// @ts-check
/**
 * For administrators: how we are with each other, in all rooms.
 * Must never change without everyone being asked to read it when they come in the next time, nor
 * put one's own in the place of another's that one has not seen.
 *
 * @import { SiteDecisions } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t } from "../i18n.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";
import { HouseRules } from "./house-rules.js";
import { Tabs } from "./tabs.js";
import { useBegun } from "./use-begun.js";
import { useSite } from "./use-site.js";

const FIELDS = /** @type {const} */ (["guidelines"]);

export function HouseGuidelines() {
  const { site, instead } = useSite();
  return site ? html`<${GuidelinesForm} site=${site} />` : instead;
}

/** @param {{site: SiteDecisions}} props */
function GuidelinesForm({ site }) {
  const app = useApp();
  const { first, box, version, keep } = useBegun(site, FIELDS);
  const [words, setWords] = useState(first.guidelines);
  const [theirs, setTheirs] = useState(/** @type {string | null} */ (null));

  /** @param {Record<string, string>} fields */
  async function save({ guidelines = "" }) {
    const asked = { guidelines, guidelines_version: version() };
    const answer = await app.ask_http("site.change", asked);
    if (answer.ok) {
      keep({ guidelines, guidelines_version: answer.guidelines_version });
      setTheirs(null);
    } else if (answer.error.code === "changed_meanwhile") await look();
    return answer;
  }

  /** What another has written is shown; from then on one writes upon that. */
  async function look() {
    const now = await app.ask_http("site.show", {});
    if (!now.ok) return;
    keep({ guidelines_version: now.guidelines_version });
    setTheirs(now.guidelines);
  }

  const write = () => html`
    <label class="field">
      <span>${t("Our guidelines")}</span>
      <textarea
        ref=${box}
        name="guidelines"
        rows="12"
        maxlength="4000"
        dir="auto"
        defaultValue=${first.guidelines}
        onInput=${(/** @type {any} */ { target }) => setWords(target.value)}
      ></textarea>
    </label>
  `;
  const look_so = html`
    ${!words.trim() && html`<p class="soft small">${t("Left empty, they are these:")}</p>`}
    <${HouseRules} text=${words.trim()} />
  `;
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
      <${Tabs}
        label=${t("Write, and look at it")}
        tabs=${[
          { name: "write", words: t("Write"), sheet: write },
          { name: "look", words: t("As people read it"), sheet: () => look_so },
        ]}
      />
      ${
        theirs !== null &&
        html`<section class="card stack">
          <h3>${t("What someone else has written, and holds now")}</h3>
          <${HouseRules} text=${theirs} />
        </section>`
      }
    <//>
  `;
}
