// @ts-check
/**
 * How the page looks, chosen for this device alone: light or dark, how large, how close together.
 * Ordinary radio buttons and a checkbox; what is chosen holds at once, in every tab.
 * Must never be sent anywhere: how large somebody's letters are is nobody's business.
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { figure, t } from "../i18n.js";
import { useApp } from "./app.js";
import { AnyIcon } from "./icons.js";

const KEY = "chat.appearance";
const TEXTS = Object.freeze([100, 125, 150, 200]);

/**
 * @typedef {object} Appearance
 * @property {"system" | "light" | "dark"} theme
 * @property {number} text  in per cent
 * @property {boolean} compact
 */

/** @param {any} kept @returns {Appearance} */
export function appearanceOf(kept) {
  const { theme, text, compact } = kept ?? {};
  return {
    theme: theme === "light" || theme === "dark" ? theme : "system",
    text: TEXTS.includes(text) ? text : 100,
    compact: compact === true,
  };
}

export function SettingsAppearance() {
  const { device } = useApp();
  const [chosen, setChosen] = useState(() => appearanceOf(device.get(KEY)));

  useEffect(() => {
    const told = () => setChosen(appearanceOf(device.get(KEY)));
    addEventListener("storage", told);
    return () => removeEventListener("storage", told);
  }, []);

  /** @param {Partial<Appearance>} change */
  function choose(change) {
    const next = { ...chosen, ...change };
    setChosen(next);
    device.set(KEY, next);
    dispatchEvent(new Event("appearance"));
  }

  return html`
    <div class="stack appearance">
      <${Choice}
        title=${t("Light or dark")}
        name="theme"
        chosen=${chosen.theme}
        among=${[
          ["system", t("As this device has it"), "device"],
          ["light", t("Light"), "sun"],
          ["dark", t("Dark"), "moon"],
        ]}
        on_choose=${(/** @type {any} */ theme) => choose({ theme })}
      />
      <${Choice}
        title=${t("Size of the letters")}
        name="text"
        chosen=${chosen.text}
        among=${TEXTS.map((text) => [text, t("{percent} %", { percent: figure(text) })])}
        on_choose=${(/** @type {number} */ text) => choose({ text })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked=${chosen.compact}
          onChange=${(/** @type {any} */ event) => choose({ compact: event.target.checked })}
        />
        <span>${t("Closer together: more fits on the screen")}</span>
      </label>
      <p class="soft small">${t("This is kept on this device alone.")}</p>
    </div>
  `;
}

/**
 * @param {object} props
 * @param {string} props.title
 * @param {string} props.name
 * @param {string | number} props.chosen
 * @param {any[][]} props.among  value, words, icon
 * @param {(value: any) => void} props.on_choose
 */
function Choice({ title, name, chosen, among, on_choose }) {
  return html`
    <fieldset>
      <legend>${title}</legend>
      <div class="choices">
        ${among.map(
          ([value, words, icon]) => html`<label key=${value} class="choice">
            <input
              type="radio"
              name=${`appearance-${name}`}
              checked=${value === chosen}
              onChange=${() => on_choose(value)}
            />
            ${icon && html`<${AnyIcon} name=${icon} />`}
            <span>${words}</span>
          </label>`,
        )}
      </div>
    </fieldset>
  `;
}
