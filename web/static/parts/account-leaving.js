// @ts-check
/**
 * Taking my data with me, and leaving. Must never erase anything by one press.
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { mark, t } from "../i18n.js";
import { state } from "../store.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { TwoPresses } from "./ask-form.js";

const ASKS_AGAIN_MS = 2000;
const LAST = mark(
  "Nobody else looks after this place yet. Name another administrator first, under People.",
);

export function Leaving() {
  return html`
    <h2>${t("My data")}</h2>
    <${Export} />
    <h2>${t("Leaving")}</h2>
    <${Erase} />
  `;
}

export function Export() {
  const app = useApp();
  const [phase, setPhase] = useState(/** @type {"" | "gathering" | "ready"} */ (""));
  const [problem, setProblem] = useState("");

  async function ask() {
    const answer = await app.ask_http("account.export", {});
    if (!answer.ok) {
      setPhase("");
      return setProblem(refusalWords(answer.error, app.now()));
    }
    setProblem("");
    setPhase(answer.ready ? "ready" : "gathering");
  }

  useEffect(() => {
    if (phase !== "gathering") return;
    const timer = setInterval(() => void ask(), ASKS_AGAIN_MS);
    return () => clearInterval(timer);
  }, [phase]);

  return html`
    <p>${t("Everything this place keeps of yours, to read or to take with you.")}</p>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <p role="status" class="outcome">
      ${phase === "gathering" ? t("Gathering it. This takes a moment.") : ""}
      ${phase === "ready" ? t("It is ready, for a week.") : ""}
    </p>
    ${
      phase === "ready"
        ? html`<p class="row">
            <a class="button quiet" href="/account/export">${t("Read it")}</a>
            <a class="button quiet" href="/account/export.json" download>
              ${t("Take it as a file")}
            </a>
          </p>`
        : html`<button type="button" class="quiet" disabled=${phase !== ""} onClick=${ask}>
            ${t("Gather my data")}
          </button>`
    }
  `;
}

function Erase() {
  const app = useApp();
  const [problem, setProblem] = useState("");

  async function erase() {
    const answer = await app.step_up.withStepUp(() => app.ask_http("account.erase", {}));
    if (answer.ok) return app.left();
    const last = answer.error.code === "forbidden" && state.peek().me?.role === "admin";
    setProblem(last ? t(LAST) : refusalWords(answer.error, app.now()));
  }

  return html`
    <p>
      ${t(
        "At once nobody sees you any more, nor anything you wrote. For 72 hours you can sign " +
          "in and take it back. Then it is removed for good.",
      )}
    </p>
    <p class="soft small">
      ${t(
        "What stays: words that were reported, for at most 180 days, or 30 days after a " +
          "moderator has seen to it. Your name is nobody's for half a year, so that nobody can " +
          "pass for you. What others wrote to you is theirs.",
      )}
    </p>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <${TwoPresses} words=${t("Leave this place")} sure=${t("Yes, leave")} on_press=${erase}>
      <p>
        <b>${t("Leave this place?")}</b>${" "}${t("You can come back within 72 hours.")}
      </p>
    <//>
  `;
}
