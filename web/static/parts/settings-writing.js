// @ts-check
/**
 * How I write and how I am told of what others wrote: for this device.
 * Must never need a connection.
 *
 * @import { Writing } from "../writing.js"
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { writing } from "../store.js";
import { useApp } from "./app.js";
import { openKeys } from "./keys.js";

export function SettingsWriting() {
  const app = useApp();
  const chosen = writing.value;
  return html`
    <div class="stack">
      <p class="soft">${t("On this device only.")}</p>
      <${Choice}
        name="enter_sends"
        legend=${t("The Enter key")}
        options=${[
          ["auto", t("Sends where there is a keyboard; on a phone it begins a new line")],
          ["always", t("Always sends")],
          ["never", t("Always begins a new line")],
        ]}
      />
      <${Choice}
        name="announce"
        legend=${t("A screen reader tells new messages")}
        options=${[
          ["all", t("All of them")],
          ["mentions", t("Only those that name me")],
          ["off", t("None")],
        ]}
      />
      <label class="check">
        <input
          type="checkbox"
          checked=${chosen.typing}
          onChange=${(/** @type {any} */ event) =>
            app.writing.choose({ typing: event.target.checked })}
        />
        <span>${t("Others may see that someone is writing while I write")}</span>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked=${chosen.single_keys}
          onChange=${(/** @type {any} */ event) =>
            app.writing.choose({ single_keys: event.target.checked })}
        />
        <span>${t("Single letters do things while the list of messages has the focus")}</span>
      </label>
      <div>
        <button type="button" class="quiet" onClick=${() => openKeys("shortcuts")}>
          ${t("Show all keys")}
        </button>
      </div>
    </div>
  `;
}

/** @param {{name: "enter_sends" | "announce", legend: string, options: string[][]}} props */
function Choice({ name, legend, options }) {
  const app = useApp();
  return html`
    <fieldset>
      <legend>${legend}</legend>
      ${options.map(
        ([value, words]) => html`<label key=${value} class="check">
          <input
            type="radio"
            name=${name}
            checked=${writing.value[name] === value}
            onChange=${() => app.writing.choose(/** @type {Partial<Writing>} */ ({ [name]: value }))}
          />
          <span>${words}</span>
        </label>`,
      )}
    </fieldset>
  `;
}
