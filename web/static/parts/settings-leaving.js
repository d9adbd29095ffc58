// @ts-check
/** The way out. Must never erase anything by one press. */
import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { t } from "../i18n.js";
import { state } from "../store.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";

export function SettingsLeaving() {
  const app = useApp();
  const [problem, setProblem] = useState("");

  async function erase() {
    const answer = await app.step_up.withStepUp(() => app.ask_http("account.erase", {}));
    if (answer.ok) return app.left();
    const last = answer.error.code === "forbidden" && state.peek().me?.role === "admin";
    setProblem(last ? lastWords() : refusalWords(answer.error, app.now()));
  }

  return html`
    <p>
      ${t(
        "At once nobody sees you any more, nor anything you wrote. For 72 hours you can sign in " +
          "and take it back. Then it is removed for good.",
      )}
    </p>
    <p class="soft small">
      ${t(
        "What stays: words that were reported, for at most 180 days, or 30 days after a moderator " +
          "has seen to it, and so do words after which somebody wanted to ask how you are. " +
          "Your name is nobody's for half a year, so that nobody can pass for " +
          "you. What others wrote to you is theirs.",
      )}
    </p>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <${TwoPresses}
      words=${t("Leave this place")}
      sure=${t("Yes, leave")}
      on_press=${() => void erase()}
    >
      <p><b>${t("Leave this place?")}</b> ${t("You can come back within 72 hours.")}</p>
    <//>
  `;
}

function lastWords() {
  return t("Nobody else looks after this place yet. Name another administrator first, under People.");
}
