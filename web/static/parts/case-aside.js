// @ts-check
/**
 * Who it is, as far as following up needs it, and what was done so far, with notes.
 * Must never show more of a person than what was followed up and decided before.
 *
 * @import { EntryView, OpenedCase, PastSanction } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { mark, t } from "../i18n.js";
import { casePath, categoryWords, entryWords, outcomeWords, severityWords } from "../cases.js";
import { standingWords } from "../roles.js";
import { dayOrTime, dayWords } from "../times.js";
import { useApp } from "./app.js";
import { AskForm } from "./ask-form.js";
import { Avatar } from "./avatar.js";

const NOTE_MAX_CHARS = 2000;

/** @type {Record<string, string>} */
const SANCTIONS = {
  ban: mark("Kept out"),
  mute: mark("Only reading"),
  warn: mark("Warned"),
  warning: mark("Warned"),
  remove: mark("Taken out of a room"),
};

/** @param {{opened: OpenedCase}} props */
export function PersonPart({ opened }) {
  const app = useApp();
  const { person, since, state: standing, past, sanctions } = opened.card;
  const now = app.now();
  return html`
    <section class="case-part">
      <h2>${t("The person")}</h2>
      <p class="case-person">
        <${Avatar} user_id=${person.user_id} />
        <span>
          <b>${person.handle}</b><br />
          <span class="soft small">
            ${[t("first here: {day}", { day: dayWords(since, now) }), standingWords(standing)]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </span>
      </p>
      <h3>${t("Followed up before")}</h3>
      ${past.length === 0 && html`<p class="soft small">${t("Never.")}</p>`}
      <ul class="plain-list small">
        ${past.map(
          (each) => html`<li key=${each.case_id}>
            <a href=${casePath(each.case_id)}>${dayOrTime(each.opened_at, now)}</a>:${" "}
            ${[
              severityWords(each.severity),
              each.category && categoryWords(each.category),
              outcomeWords(each.outcome),
            ]
              .filter(Boolean)
              .join(", ")}
          </li>`,
        )}
      </ul>
      ${sanctions.length > 0 && html`<h3>${t("Decided before")}</h3>`}
      <ul class="plain-list small">
        ${sanctions.map(
          (each, at) => html`<li key=${at}>${sanctionWords(each, now)}</li>`,
        )}
      </ul>
    </section>
  `;
}

/** @param {PastSanction} sanction @param {number} now */
function sanctionWords({ kind, given_at, until, lifted_at }, now) {
  const named = SANCTIONS[kind];
  const what = named ? t(named) : kind;
  const on = dayOrTime(given_at, now);
  if (lifted_at !== null) return t("{what}, {on}; lifted since", { what, on });
  return until === null
    ? t("{what}, {on}", { what, on })
    : t("{what}, {on}, until {until}", { what, on, until: dayOrTime(until, now) });
}

/** @param {{opened: OpenedCase, on_noted: () => void}} props */
export function Timeline({ opened, on_noted }) {
  const app = useApp();
  const { entries } = opened;
  const { case_id } = opened.case;

  /** @param {Record<string, string>} fields */
  async function note({ note: words = "" }) {
    const answer = await app.ask("case.note", { case_id, note: words });
    if (answer.ok) on_noted();
    return answer;
  }

  return html`
    <section class="case-part">
      <h2>${t("What was done")}</h2>
      <ol class="case-entries">
        ${entries.map(
          (entry) => html`<${Entry} key=${entry.number} entry=${entry} now=${app.now()} />`,
        )}
      </ol>
      <${AskForm} words=${t("Write it down")} kind="quiet" done=${() => t("Written down.")} ask=${note}>
        <label class="field">
          <span>${t("A note for those who follow up")}</span>
          <textarea name="note" rows="2" maxlength=${NOTE_MAX_CHARS} required data-note></textarea>
        </label>
      <//>
    </section>
  `;
}

/** @param {{entry: EntryView, now: number}} props */
function Entry({ entry, now }) {
  return html`<li>
    <span class="soft small">${dayOrTime(entry.at, now)}</span>${" "}
    <span>${entryWords(entry)}</span>
    ${entry.note && html`<p class="as-written" dir="auto">${entry.note}</p>`}
  </li>`;
}
