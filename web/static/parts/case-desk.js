// @ts-check
/**
 * How I like this screen, on this device alone; and a case to practise with.
 * Must never make a sound before a tap asked for it.
 */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t } from "../i18n.js";
import { allowSound, askToNotify, mayNotify } from "../ring.js";
import { SEVERITY_CHOICES, casePath } from "../cases.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";
import { desk, keepDesk } from "./use-desk.js";

/** @param {{my_id: string}} props */
export function DeskPart({ my_id }) {
  const app = useApp();
  const { blur, sound } = desk.value;
  const [notes, setNotes] = useState(mayNotify());

  /** @param {any} event */
  function turnSound(event) {
    const wanted = event.target.checked;
    if (wanted && !allowSound()) {
      app.tell(t("This device can't make itself heard here."));
      event.target.checked = false;
      return;
    }
    keepDesk(app.device, my_id, { sound: wanted });
  }

  async function turnNotes() {
    const allowed = await askToNotify();
    setNotes(allowed);
    if (!allowed) app.tell(t("The browser keeps its notes to itself. You can allow them in its settings."));
  }

  return html`
    <div class="narrow">
      <section class="case-part">
        <h2>${t("On this device")}</h2>
        <label class="check">
          <input
            type="checkbox"
            checked=${blur}
            onChange=${(/** @type {any} */ event) =>
              keepDesk(app.device, my_id, { blur: event.target.checked })}
          />
          <span>${t("Blur what people wrote until I ask for it")}</span>
        </label>
        <label class="check">
          <input type="checkbox" checked=${sound} onChange=${turnSound} />
          <span>${t("Ring here when somebody waits and I am on duty")}</span>
        </label>
        ${
          notes
            ? html`<p class="soft small">
                ${t("The browser may tell you while this page is behind others: “You have a new message”, and nothing else.")}
              </p>`
            : html`<button type="button" class="quiet" onClick=${() => void turnNotes()}>
                ${t("Let the browser tell me, too")}
              </button>`
        }
      </section>
      <${Practice} />
    </div>
  `;
}

function Practice() {
  const app = useApp();
  /** @param {Record<string, string>} fields */
  async function begin({ severity, words = "" }) {
    const answer = await app.ask("case.practice", {
      severity: /** @type {any} */ (severity),
      words,
    });
    if (answer.ok) app.router.go(casePath(answer.case.case_id));
    return answer;
  }
  return html`
    <section class="case-part">
      <h2>${t("A case to practise with")}</h2>
      <p class="soft small">${t("It is about nobody, marked as such, and goes the whole way.")}</p>
      <${AskForm} words=${t("Begin")} kind="quiet" ask=${begin}>
        <label class="field">
          <span>${t("How grave")}</span>
          <select name="severity">
            ${SEVERITY_CHOICES.map(([name, words]) => html`<option value=${name}>${t(words)}</option>`)}
          </select>
        </label>
        <label class="field">
          <span>${t("What they wrote, made up by you")}</span>
          <textarea name="words" rows="2" maxlength="2000"></textarea>
        </label>
      <//>
    </section>
  `;
}
