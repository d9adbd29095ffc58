// @ts-check
/**
 * What administrators see of following up: that somebody waits and how many, who is on duty, and
 * what rings for them. Must never show who it is, or what they wrote.
 *
 * @import { CaseCount } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { rang } from "../case-news.js";
import { severityWords } from "../cases.js";
import { figure, t, tx } from "../i18n.js";
import { status } from "../store.js";
import { useTitle } from "../titles.js";
import { refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { DutyPart } from "./duty.js";
import { Ringing } from "./ringing.js";
import { useNow } from "./use-now.js";
import { Words } from "./word-list.js";

const ASKS_EVERY_MS = 30_000;
const GRAVEST_FIRST = ["imminent", "high", "medium", "low"];

/** @param {{my_id: string}} props */
export function Watch({ my_id }) {
  const now = useNow();
  useTitle(t("Follow-up"));
  return html`
    <section class="page narrow" data-region>
      <a class="back" href="/app">${t("All rooms")}</a>
      <h1>${t("Follow-up")}</h1>
      <${Ringing} />
      <${Counts} />
      <${DutyPart} my_id=${my_id} now=${now} plans=${false} />
      <h2>${t("Words we listen for")}</h2>
      <${Words} />
    </section>
  `;
}

function Counts() {
  const app = useApp();
  const [told, setTold] = useState(/** @type {CaseCount | null} */ (null));
  const [problem, setProblem] = useState("");
  const heard = rang.value;
  const up = status.value === "up";
  useEffect(() => {
    if (!up) return;
    void app.ask("case.count", {}).then((answer) => {
      if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
      setProblem("");
      setTold(answer);
    });
  }, [up, heard]);
  useEffect(() => {
    // Nobody tells administrators of a single case: what they may know is asked for.
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && status.peek() === "up") rang.value += 1;
    }, ASKS_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const { waiting = {}, held = {} } = told ?? {};
  return html`
    <section class="case-part">
      <h2>${t("How many wait")}</h2>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      <div role="status" data-waiting>
        ${
          told &&
          html`<p>${numbers(waiting) || t("Nobody is waiting.")}</p>
            ${sum(held) > 0 && html`<p>${t("{count} with somebody", { count: figure(sum(held)) })}</p>`}`
        }
      </div>
      <p class="soft">
        ${tx("Who it is and what they wrote, moderators see alone. If nobody takes it, call one of them, or name one under {people}. What is about you is not counted here.", {
          people: html`<a href="/app/care/people">${t("People")}</a>`,
        })}
      </p>
    </section>
  `;
}

/** @param {Record<string, number>} waiting */
function numbers(waiting) {
  return GRAVEST_FIRST.filter((severity) => waiting[severity])
    .map((severity) => `${severityWords(severity)}: ${figure(waiting[severity] ?? 0)}`)
    .join(" · ");
}

/** @param {Record<string, number>} counts */
function sum(counts) {
  return Object.values(counts).reduce((total, each) => total + each, 0);
}
