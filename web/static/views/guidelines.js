// @ts-check
/**
 * How we are with each other here, when it is new to whoever comes in: read first, then in.
 * Must never come between someone and help, nor appear while somebody is in the middle of it.
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { useApp } from "../parts/app.js";
import { Picture } from "../parts/empty.js";
import { HouseRules } from "../parts/house-rules.js";
import { guidelinesAccepted } from "../site.js";
import { change, status } from "../store.js";
import { refusalWords } from "../words.js";
import { useTitle } from "../titles.js";

export function GuidelinesView() {
  const app = useApp();
  const [shown, setShown] = useState(/** @type {{text: string, version: number} | null} */ (null));
  const [problem, setProblem] = useState("");
  const up = status.value === "up";

  async function load() {
    const answer = await app.ask_http("site.guidelines", {});
    if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
    setProblem("");
    setShown(answer);
  }

  useTitle(t("How we are with each other"));
  useEffect(() => {
    if (up) void load();
  }, [up]);

  async function accept() {
    const { version } = /** @type {{version: number}} */ (shown);
    const answer = await app.ask_http("site.accept_guidelines", { version });
    if (answer.ok) return change((now) => guidelinesAccepted(now, version));
    await load();
    setProblem(refusalWords(answer.error, app.now()));
  }

  return html`
    <section class="page narrow standing" data-region>
      <${Picture} name="circle" />
      <h1>${t("How we are with each other")}</h1>
      <p class="lead">${t("This has changed since you were last here. Please read it, then go on.")}</p>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      ${
        shown
          ? html`<${HouseRules} text=${shown.text} />
              <p class="row">
                <button type="button" class="main" onClick=${() => void accept()}>
                  ${t("I have read this. Go on")}
                </button>
                <button type="button" class="quiet" onClick=${() => void app.sign_out()}>
                  ${t("Sign out")}
                </button>
              </p>`
          : html`<p class="soft" role="status">${t("One moment …")}</p>`
      }
    </section>
  `;
}
