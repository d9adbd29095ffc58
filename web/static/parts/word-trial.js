// @ts-check
/**
 * What a dry run found, in rough counts. Must never show a text, nor say who.
 *
 * @import { Trial } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { categoryWords } from "../cases.js";
import { figure, t } from "../i18n.js";

/** So many of a thousand. @param {number | null} count @param {number} messages */
function rate(count, messages) {
  if (count === null) return t("fewer than five");
  const per_1000 = Math.round((count * 10_000) / messages) / 10;
  return t("about {count}, that is {rate} in 1,000", {
    count: figure(count),
    rate: figure(per_1000),
  });
}

/** In one sentence, for whoever hears it. @param {Trial} trial */
export function trialWords({ messages, more, fewer }) {
  if (messages === 0) {
    return t("Too little was said here of late to count anything.");
  }
  return t("Of the newest {messages} messages it would hear more: {more}. Not any more: {fewer}.", {
    messages: figure(messages),
    more: rate(more, messages),
    fewer: rate(fewer, messages),
  });
}

/** @param {{trial: Trial}} props */
export function TrialFound({ trial }) {
  const { messages, calling, by_category, ordinary, ordinary_before, ordinary_after } = trial;
  return html`
    <div class="trial">
      <p>${trialWords(trial)}</p>
      ${
        messages > 0 &&
        html`<p class="soft small">
          ${t("Of these more would call someone at once: {calling}.", {
            calling: rate(calling, messages),
          })}
        </p>`
      }
      ${
        by_category.length > 0 &&
        html`<table class="trial-counts">
          <thead>
            <tr>
              <th>${t("About")}</th>
              <th>${t("Now")}</th>
              <th>${t("More")}</th>
              <th>${t("Fewer")}</th>
            </tr>
          </thead>
          <tbody>
            ${by_category.map(
              ({ category, before, more, fewer }) => html`<tr key=${category}>
                <th>${categoryWords(category)}</th>
                <td>${few(before)}</td>
                <td>${few(more)}</td>
                <td>${few(fewer)}</td>
              </tr>`,
            )}
          </tbody>
        </table>`
      }
      <p class="soft small">
        ${t("Of {all} harmless sentences that came with the list it would hear {after}; now it hears {before}.", {
          all: figure(ordinary),
          after: figure(ordinary_after),
          before: figure(ordinary_before),
        })}
      </p>
    </div>
  `;
}

/** @param {number | null} count */
function few(count) {
  return count === null ? t("few or none") : figure(count);
}
