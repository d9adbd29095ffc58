// @ts-check
/** Who may see that I am here. Must never say that it was kept before it was. */
import { html } from "htm/preact";
import { useRef, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { state } from "../store.js";
import { useApp } from "./app.js";

export function SettingsSeen() {
  const app = useApp();
  const { me } = state.value;
  const [said, setSaid] = useState("");
  const visible = me?.visible === true;
  const reading = me?.reading === true;
  /** What was chosen and is not answered yet: the next choice stands beside it. */
  const chosen = useRef({});
  /** @param {{visible?: boolean, reading?: boolean}} change */
  async function set(change) {
    const next = { visible, reading, ...chosen.current, ...change };
    chosen.current = next;
    const answer = await app.act.showMe(next.visible, next.reading);
    if (chosen.current === next) chosen.current = {};
    // Nothing is said before the answer: what was just chosen would be drawn as it was.
    setSaid(answer.ok ? t("Kept.") : "");
  }
  return html`
    <fieldset>
      <legend class="unseen">${t("Who may see that I am here")}</legend>
      <label class="check">
        <input
          type="radio"
          name="seen"
          checked=${!visible}
          onChange=${() => set({ visible: false })}
        />
        <span>${t("Only count me. Nobody sees my name until I write.")}</span>
      </label>
      <label class="check">
        <input type="radio" name="seen" checked=${visible} onChange=${() => set({ visible: true })} />
        <span>${t("Show my name to the people in my rooms while I am there.")}</span>
      </label>
    </fieldset>
    <label class="check">
      <input
        type="checkbox"
        checked=${reading}
        onChange=${(/** @type {any} */ event) => set({ reading: event.target.checked })}
      />
      <span>${t("I'm just reading. That is fine; nobody waits for me to write.")}</span>
    </label>
    <p class="soft small" role="status">${said}</p>
  `;
}
