// @ts-check
/**
 * Discreet mode, the home screen and the quick exit: what others may find on this device.
 * Must never promise more than it hides.
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { canPutOnHomeScreen, putOnHomeScreen } from "../home-screen.js";
import { t, tx } from "../i18n.js";
import { useApp } from "./app.js";

const KEY = "chat.discreet";

export function SettingsDiscreet() {
  return html`
    <div class="stack discreet">
      <${Mode} />
      <${HomeScreen} />
      <${Exit} />
    </div>
  `;
}

function Mode() {
  const { device } = useApp();
  const [on, setOn] = useState(() => device.get(KEY) === true);
  const name = document.documentElement.dataset.neutral ?? "";
  useEffect(() => {
    const told = () => setOn(device.get(KEY) === true);
    addEventListener("storage", told);
    return () => removeEventListener("storage", told);
  }, []);

  /** @param {boolean} next */
  function choose(next) {
    setOn(next);
    if (next) device.set(KEY, true);
    else device.remove(KEY);
    dispatchEvent(new Event("appearance"));
  }

  return html`
    <section>
      <label class="check">
        <input
          type="checkbox"
          checked=${on}
          onChange=${(/** @type {any} */ event) => choose(event.target.checked)}
        />
        <span>${t("Call this place “{name}” on this device", { name })}</span>
      </label>
      <p class="soft">
        ${t(
          "Its name, its sign and the titles of its pages then say nothing: in the tab, in the " +
            "list of windows and on the home screen. The address stays what it is, and so does " +
            "what the pages say. Only this browser knows of it.",
        )}
      </p>
    </section>
  `;
}

function HomeScreen() {
  return html`
    <section>
      <h2>${t("On your home screen")}</h2>
      <p>
        ${t(
          "It then opens like an app, and help now is there without a network. If it is to have " +
            "the plain name, choose that first. An icon that is there already keeps its name: " +
            "remove it, and put it there anew.",
        )}
      </p>
      ${
        canPutOnHomeScreen()
          ? html`<button type="button" class="quiet" onClick=${() => void putOnHomeScreen()}>
              ${t("Put it on my home screen")}
            </button>`
          : html`<p class="soft">
              ${t("In your browser’s menu, look for “Add to home screen” or “Install”.")}
            </p>`
      }
    </section>
  `;
}

function Exit() {
  const link = html`<a href="/exit">${t("what it does, and what it can’t")}</a>`;
  return html`
    <section>
      <h2>${t("Quick exit")}</h2>
      <p>
        ${tx(
          "The button at the top of every page, or the Shift key three times. Read {link}.",
          { link },
        )}
      </p>
    </section>
  `;
}
