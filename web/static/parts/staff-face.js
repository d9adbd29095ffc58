// @ts-check
/**
 * For administrators: what the place is called, its words of welcome, its colours.
 * Must never make it say what it is not: help stays where it is, whatever the colours. Nor must
 * it send what nobody has changed: another's words, or the name that the settings give.
 *
 * @import { SiteDecisions } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { mark, t } from "../i18n.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";
import { useBegun } from "./use-begun.js";
import { useSite } from "./use-site.js";

const PALETTES = /** @type {const} */ ([
  ["hearth", mark("Hearth: warm as clay")],
  ["sea", mark("Sea: calm and wide")],
  ["forest", mark("Forest: quiet and green")],
  ["plum", mark("Plum: soft as evening")],
]);

const FIELDS = /** @type {const} */ (["name", "welcome", "palette"]);

export function Face() {
  const { site, instead } = useSite();
  return site ? html`<${FaceForm} site=${site} />` : instead;
}

/** @param {{site: SiteDecisions}} props */
function FaceForm({ site }) {
  const app = useApp();
  const { first, box, changed, keep } = useBegun(site, FIELDS);

  /** @param {Record<string, string>} fields */
  async function save(fields) {
    const asked = changed(fields);
    const answer = await app.ask_http("site.change", asked);
    if (answer.ok) keep(asked);
    return answer;
  }

  return html`
    <${AskForm}
      words=${t("Save")}
      keeps
      ask=${save}
      done=${() => t("Saved. Open pages show it by themselves.")}
    >
      <label class="field">
        <span>${t("What this place is called")}</span>
        <input ref=${box} name="name" maxlength="60" autocomplete="off" defaultValue=${first.name} />
      </label>
      <p class="soft small">
        ${t("Left empty, it is called {name}, as the server's settings say.", {
          name: site.configured_name,
        })}
      </p>
      <label class="field">
        <span>${t("Words of welcome, for whoever finds it")}</span>
        <textarea
          name="welcome"
          rows="3"
          maxlength="500"
          dir="auto"
          defaultValue=${first.welcome}
        ></textarea>
      </label>
      <p class="soft small">
        ${t("They stand on the first page. Left empty, it has words of its own.")}
      </p>
      <${Palettes} chosen=${first.palette} />
    <//>
  `;
}

/** @param {{chosen: SiteDecisions["palette"]}} props */
function Palettes({ chosen }) {
  return html`
    <fieldset>
      <legend>${t("Colours")}</legend>
      ${PALETTES.map(
        ([name, words]) => html`<label key=${name} class="check">
          <input type="radio" name="palette" value=${name} defaultChecked=${name === chosen} />
          <span class="swatch" data-palette=${name} aria-hidden="true"></span>
          <span>${t(words)}</span>
        </label>`,
      )}
    </fieldset>
  `;
}
