// @ts-check
/** New recovery codes. Must never show any a second time. */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t } from "../i18n.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";
import { toHeading } from "./neighbour.js";
import { CodeList, Copy, Print, ShownOnce } from "./shown-once.js";

export function SettingsCodes() {
  const app = useApp();
  const [codes, setCodes] = useState(/** @type {string[]} */ ([]));

  async function make() {
    const answer = await app.step_up.withStepUp(() => app.api("POST", "/api/recovery-codes", {}));
    if (!answer.ok) return app.tellRefusal(answer);
    setCodes(answer.recovery_codes);
  }

  function done() {
    setCodes([]);
    toHeading();
  }

  if (codes.length > 0) {
    const more = html`<${Copy} text=${codes.join("\n")} words=${t("Copy them")} /> <${Print} />`;
    return html`
      <${ShownOnce}
        title=${t("Your new codes, shown only now")}
        on_paper
        on_done=${done}
        more=${more}
      >
        <p>${t("Write them down, and keep them where only you look. Each works once.")}</p>
        <${CodeList} codes=${codes} />
      <//>
    `;
  }
  return html`
    <p>${t("One of them opens your account when the passphrase or the phone is lost.")}</p>
    <${TwoPresses}
      words=${t("Make new codes")}
      sure=${t("Yes, make new ones")}
      on_press=${() => void make()}
    >
      <p>${t("The codes you have now stop working.")}</p>
    <//>
  `;
}
