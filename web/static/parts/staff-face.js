// @ts-check
/**
 * For administrators: what the place is called, its words of welcome, its colours.
 * Must never make it say what it is not: help stays where it is, whatever the colours.
 *
 * @import { SiteDecisions } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { mark, t } from "../i18n.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";
import { useSite } from "./use-site.js";

const PALETTES = /** @type {const} */ ([
  ["hearth", mark("Hearth: warm as clay")],
  ["sea", mark("Sea: calm and wide")],
  ["forest", mark("Forest: quiet and green")],
  ["plum", mark("Plum: soft as evening")],
]);

export function Face() {
  const app = useApp();
  const { site, instead } = useSite();
  if (!site) return instead;

  /** @param {Record<string, string>} fields */
  const save = ({ name = "", welcome = "", palette }) =>
    app.ask_http("site.change", { name, welcome, palette: /** @type {any} */ (palette) });

  return html`
    <${AskForm}
      words=${t("Save")}
      keeps
      ask=${save}
      done=${() => t("Saved. Open pages show it by themselves.")}
    >
      <label class="field">
        <span>${t("What this place is called")}</span>
        <input name="name" maxlength="60" autocomplete="off" defaultValue=${site.name} />
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
          defaultValue=${site.welcome}
        ></textarea>
      </label>
      <p class="soft small">
        ${t("They stand on the first page. Left empty, it has words of its own.")}
      </p>
      <${Palettes} chosen=${site.palette} />
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
          <input type="radio" name="palette" value=${name} checked=${name === chosen} />
          <span class="swatch" data-palette=${name} aria-hidden="true"></span>
          <span>${t(words)}</span>
        </label>`,
      )}
    </fieldset>
  `;
}
