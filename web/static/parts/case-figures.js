// @ts-check
/**
 * How following up goes, as pictures with their numbers beside them: waits, terms, hours of the day.
 * Must never show a number that is small enough to point at someone.
 *
 * @import { Bar, CaseStatistics, TermFigure } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { figure, t, tn } from "../i18n.js";
import { status } from "../store.js";
import { dayWords } from "../times.js";
import { duration, refusalWords } from "../words.js";
import { useApp } from "./app.js";
import { Bones } from "./bones.js";

const HOURS = 24;
const HIGH = 60;
/** A few are drawn as a few, however small everything beside them is. */
const FEW = 2;
const LEAST = 8;

export function Figures() {
  const app = useApp();
  const [told, setTold] = useState(/** @type {CaseStatistics | null} */ (null));
  const [problem, setProblem] = useState("");
  const up = status.value === "up";
  useEffect(() => {
    if (!up) return;
    void app.ask("case.statistics", {}).then((answer) => {
      if (!answer.ok) return setProblem(refusalWords(answer.error, app.now()));
      setProblem("");
      setTold(answer);
    });
  }, [up]);
  if (problem) return html`<p class="problem" role="alert">${problem}</p>`;
  if (!told) return html`<${Bones} />`;
  return html`
    <div class="narrow">
      <p class="soft">
        ${t("Since {day}: {cases}. Fewer than five are not told, so that nobody can be known by them.", {
          day: dayWords(told.since, app.now()),
          cases:
            told.cases === null ? t("a few cases") : tn("{count} case", "{count} cases", told.cases),
        })}
      </p>
      <${Waits} title=${t("Until somebody claimed it")} bars=${told.claim} />
      <${Waits} title=${t("Until the first words")} bars=${told.contact} />
      <${Terms} terms=${told.terms} />
      <${Hours} hours=${told.hours} />
    </div>
  `;
}

/** @param {number | null} count */
function few(count) {
  return count === null ? t("a few") : figure(count);
}

/** @param {{title: string, bars: Bar[]}} props */
function Waits({ title, bars }) {
  const most = Math.max(LEAST, ...bars.map((bar) => bar.count ?? FEW));
  return html`<section class="case-part">
    <h2>${title}</h2>
    <table class="bars">
      <thead class="unseen">
        <tr><th>${t("How long")}</th><th>${t("How many")}</th></tr>
      </thead>
      <tbody>
        ${bars.map(
          ({ up_to_ms, count }) => html`<tr key=${up_to_ms}>
            <th>
              ${
                up_to_ms === null
                  ? t("longer")
                  : t("up to {duration}", { duration: duration(up_to_ms) })
              }
            </th>
            <td>
              <progress value=${count ?? FEW} max=${most} aria-hidden="true"></progress>
              <span>${few(count)}</span>
            </td>
          </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** How often each was right, as the people said. @param {{terms: TermFigure[]}} props */
function Terms({ terms }) {
  return html`<section class="case-part">
    <h2>${t("How often a term was right")}</h2>
    ${
      terms.length === 0 &&
      html`<p class="soft">${t("No term was judged five times yet. Each case asks whether its reason was right.")}</p>`
    }
    ${
      terms.length > 0 &&
      html`<table class="bars">
        <thead class="unseen">
          <tr><th>${t("Term")}</th><th>${t("How often it was right")}</th></tr>
        </thead>
        <tbody>
          ${terms.map(
            ({ term, right, wrong }) => html`<tr key=${term}>
              <th><code>${term}</code></th>
              <td>
                <progress value=${right} max=${right + wrong} aria-hidden="true"></progress>
                <span>${t("{right} of {all}", { right, all: right + wrong })}</span>
              </td>
            </tr>`,
          )}
        </tbody>
      </table>`
    }
  </section>`;
}

/** In the reader's own zone. @param {{hours: (number | null)[]}} props */
function Hours({ hours }) {
  const ahead = -Math.round(new Date().getTimezoneOffset() / 60);
  const own = Array.from(
    { length: HOURS },
    (_, hour) => hours[(hour - ahead + 2 * HOURS) % HOURS] ?? null,
  );
  const most = Math.max(LEAST, ...own.map((count) => count ?? FEW));
  const busiest = own.indexOf(Math.max(...own.map((count) => count ?? 0)));
  const words = own.every((count) => !count)
    ? t("Nothing that can be told yet.")
    : t("Most begin between {from} and {to} o'clock.", { from: busiest, to: (busiest + 1) % HOURS });
  return html`<section class="case-part">
    <h2>${t("When people need someone")}</h2>
    <svg class="hours" viewBox="0 0 240 78" role="img" aria-label=${words}>
      ${own.map((count, hour) => {
        const tall = Math.round(((count ?? FEW) / most) * HIGH);
        return html`<rect
          key=${hour}
          class=${count === null ? "few" : ""}
          x=${hour * 10 + 1}
          y=${HIGH - tall}
          width="8"
          height=${tall}
        />`;
      })}
      ${[0, 6, 12, 18].map(
        (hour) => html`<text key=${hour} x=${hour * 10 + 1} y="74">${figure(hour)}</text>`,
      )}
    </svg>
    <p class="small">${words}</p>
  </section>`;
}
