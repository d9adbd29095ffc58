// @ts-check
/** Taking my data with me, and how far gathering it has come. Must never offer what is not there. */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n.js";
import { dayOrTime } from "../times.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { Picture } from "./empty.js";
import { Progress } from "./progress.js";

const ASKS_AGAIN_MS = 2000;

export function SettingsData() {
  const app = useApp();
  const [phase, setPhase] = useState(/** @type {"" | "gathering" | "ready"} */ (""));
  const [until, setUntil] = useState(0);
  const [share, setShare] = useState(/** @type {number | null} */ (null));
  const [problem, setProblem] = useState("");

  async function ask() {
    const answer = await app.ask_http("account.export", {});
    if (!answer.ok) {
      setPhase("");
      return setProblem(refusalWords(answer.error, app.now()));
    }
    setProblem("");
    setUntil(answer.expires_at);
    setShare(answer.steps_done / answer.steps);
    setPhase(answer.ready ? "ready" : "gathering");
  }

  useEffect(() => {
    if (phase !== "gathering") return;
    const timer = setInterval(() => void ask(), ASKS_AGAIN_MS);
    return () => clearInterval(timer);
  }, [phase]);

  return html`
    <div class="gathered">
      <${Picture} name="box" />
      ${phase === "gathering" && html`<${Progress} label=${t("How far it is")} share=${share} />`}
    </div>
    <p>${t("Everything this place keeps of yours, to read or to take with you.")}</p>
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <p role="status" class="outcome">
      ${phase === "gathering" ? t("Gathering it. This takes a moment.") : ""}
      ${phase === "ready" ? t("It is ready, until {day}.", { day: dayOrTime(until, app.now()) }) : ""}
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
