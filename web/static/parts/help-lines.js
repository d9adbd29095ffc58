// @ts-check
/**
 * The outside lines of one country, chosen on this device. Must work without any connection.
 *
 * @import { Country, Line } from "../helplines.js"
 */
import { html } from "htm/preact";
import { useEffect, useId, useState } from "preact/hooks";
import { countryOf, howChecked, smsHref, telHref } from "../helplines.js";
import { t, tx } from "../i18n.js";
import { status } from "../store.js";
import { useApp } from "./app.js";

const ELSEWHERE = "elsewhere";

export function HelpLines() {
  const app = useApp();
  const [helplines, setLines] = useState(() => app.helplines.kept());
  const [code, setCode] = useState(app.helplines.country());
  const choice_id = useId();
  const country = countryOf(helplines, code);
  const known = helplines.countries.includes(country);
  const up = status.value === "up";
  // Without a network it is the copy that this browser keeps, if it never asked before.
  useEffect(() => void app.helplines.refresh().then(() => setLines(app.helplines.kept())), [up]);

  /** @param {Event} event */
  function chosen(event) {
    const next = /** @type {HTMLSelectElement} */ (event.target).value;
    app.helplines.choose(next);
    setCode(next);
  }

  return html`
    <section class="lines" aria-label=${t("Lines outside")}>
      ${
        helplines.countries.length > 0 &&
        html`<div class="field">
          <label for=${choice_id}>${t("Your country. This stays on this device.")}</label>
          <select id=${choice_id} value=${code && !known ? ELSEWHERE : code} onChange=${chosen}>
            <option value="">${t("Where are you?")}</option>
            ${helplines.countries.map(
              (each) => html`<option key=${each.code} value=${each.code}>${each.name}</option>`,
            )}
            <option value=${ELSEWHERE}>${t("Somewhere else")}</option>
          </select>
        </div>`
      }
      <${Emergency} country=${country} />
      <ul class="line-list">
        ${country.lines.map((line) => html`<${OneLine} key=${line.name} line=${line} />`)}
      </ul>
    </section>
  `;
}

/** @param {{country: Country}} props */
function Emergency({ country }) {
  return html`
    <div class="emergency">
      ${
        country.emergency &&
        html`<p>
          ${tx("In danger right now: {call}", {
            call: html`<${Call} number=${country.emergency} />`,
          })}
        </p>`
      }
      ${country.emergency_note && html`<p>${country.emergency_note}</p>`}
    </div>
  `;
}

/** @param {{line: Line}} props */
function OneLine({ line }) {
  const how = howChecked(line);
  return html`
    <li class="line-card">
      <h3>${line.name}</h3>
      <p class="soft">${line.hours}</p>
      <p class="ways">
        ${line.tel && html`<${Call} number=${line.tel} />`}
        ${
          line.sms &&
          html`<a class="call" href=${smsHref(line.sms)}
            >${textWords(line.sms)}</a
          >`
        }
        ${
          line.url &&
          html`<a href=${line.url} target="_blank" rel="noopener noreferrer">
            ${new URL(line.url).host}
          </a>`
        }
      </p>
      <p class="soft small checked">
        ${tx(how.words, {
          page: html`<a href=${line.source} target="_blank" rel="noopener noreferrer">${how.page}</a>`,
        })}
      </p>
    </li>
  `;
}

/** @param {{number: string}} props */
function Call({ number }) {
  return html`<a class="call" href=${telHref(number)}
    >${t("Call {number}", { number })}</a
  >`;
}

/** @param {{number: string, word: string}} sms */
function textWords({ number, word }) {
  return word ? t("Text {word} to {number}", { word, number }) : t("Text {number}", { number });
}
