// @ts-check
/**
 * For administrators: whose help lines come first, lines of our own, and that they were called.
 * Must never take a number for good that nobody has called.
 *
 * @import { RefObject } from "preact"
 * @import { Country } from "../helplines.js"
 * @import { OwnLine, SiteDecisions, StaffOverview } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { listed, t } from "../i18n.js";
import { useApp } from "./app.js";
import { AskForm, TwoPresses } from "./ask-form.js";
import { useNeighbour } from "./neighbour.js";
import { OwnLineFields, emptyLine, lineOf } from "./staff-own-line.js";
import { useSite } from "./use-site.js";

const LINES_MAX = 3;

/** @param {{overview: StaffOverview, on_changed: () => Promise<void>}} props */
export function Lines({ overview, on_changed }) {
  const { site, instead } = useSite();
  if (!site) return instead;
  return html`
    <h2>${t("Whose lines come first")}</h2>
    <${Choice} site=${site} on_changed=${on_changed} />
    <h2>${t("Call these")}</h2>
    <${ToCall}
      key=${JSON.stringify(site.own_lines)}
      country=${site.help_country}
      confirmed=${overview.helplines_confirmed}
      on_changed=${on_changed}
    />
  `;
}

/** @param {{site: SiteDecisions, on_changed: () => Promise<void>}} props */
function Choice({ site, on_changed }) {
  const app = useApp();
  const [country, setCountry] = useState(site.help_country);
  const [own, setOwn] = useState(/** @type {(OwnLine & {key: number})[]} */ (keyed(site.own_lines)));

  /** @param {Record<string, string>} fields */
  async function save(fields) {
    const asked = { country, own: own.map(({ key }) => lineOf(fields, key)) };
    const answer = await app.step_up.withStepUp(() => app.ask_http("site.set_helplines", asked));
    if (answer.ok) {
      await app.helplines.refresh();
      await on_changed();
    }
    return answer;
  }

  const next = Math.max(0, ...own.map(({ key }) => key)) + 1;
  const { list, leaves } = useNeighbour();
  useFirstFieldOfNew(list, own.length);

  /** @param {OwnLine} line */
  function takeOut(line) {
    leaves();
    setOwn(own.filter((each) => each !== line));
  }

  return html`
    <${AskForm}
      words=${t("Save")}
      keeps
      ask=${save}
      done=${() => t("Saved. Please call all of them before you confirm them below.")}
    >
      <label class="field">
        <span>${t("The country where most of your people live")}</span>
        <select
          value=${country}
          onChange=${(/** @type {any} */ event) => setCountry(event.target.value)}
        >
          <option value="">${t("None: everyone chooses for themselves")}</option>
          ${site.countries.map(
            ({ code, name }) => html`<option key=${code} value=${code}>${name}</option>`,
          )}
        </select>
      </label>
      <ul class="cards" ref=${list}>
        ${own.map(
          (line, at) => html`<li key=${line.key}>
            <${OwnLineFields}
              number=${at + 1}
              line=${line}
              suffix=${line.key}
              on_remove=${() => takeOut(line)}
            />
          </li>`,
        )}
      </ul>
      ${
        own.length < LINES_MAX &&
        html`<button
          type="button"
          class="quiet"
          onClick=${() => setOwn([...own, { ...emptyLine(), key: next }])}
        >
          ${t("Add a line of our own")}
        </button>`
      }
      <p class="soft small">
        ${t("You are asked once more who you are: a wrong number is the worst this place could show.")}
      </p>
    <//>
  `;
}

/**
 * Whoever has added a line goes on with its first field.
 *
 * @param {RefObject<HTMLElement | null>} list
 * @param {number} count
 */
function useFirstFieldOfNew(list, count) {
  const before = useRef(count);
  useLayoutEffect(() => {
    const more = count > before.current;
    before.current = count;
    if (more) list.current?.lastElementChild?.querySelector("input")?.focus();
  }, [count]);
}

/** @param {OwnLine[]} lines */
function keyed(lines) {
  return lines.map((line, key) => ({ ...line, key }));
}

/**
 * @param {object} props
 * @param {string} props.country
 * @param {boolean} props.confirmed
 * @param {() => Promise<void>} props.on_changed
 */
function ToCall({ country, confirmed, on_changed }) {
  const app = useApp();
  const [lines, setLines] = useState(app.helplines.kept());
  useEffect(() => {
    void app.helplines.refresh().then(() => setLines(app.helplines.kept()));
  }, []);
  const own = lines.countries.filter(({ code }) => code === country);
  const anywhere = lines.international ? [lines.international] : [];
  const shown = [...(own.length > 0 ? own : lines.countries), ...anywhere];

  async function confirm() {
    const answer = await app.ask_http("site.confirm_helplines", {});
    app.tellRefusal(answer);
    if (answer.ok) app.tell(t("Thank you. That is noted."));
    await on_changed();
  }

  return html`
    ${shown.map((each) => html`<${Numbers} key=${each.code} country=${each} />`)}
    ${
      confirmed
        ? html`<p class="soft">${t("Somebody has called these, and people answer there.")}</p>`
        : html`<div class="card">
            <p><b>${t("Call the help lines first.")}</b></p>
            <p>
              ${t(
                "Nobody comes in uninvited until someone has called the numbers that your people " +
                  "may need.",
              )}
            </p>
            <${TwoPresses}
              words=${t("We have called them")}
              sure=${t("Yes, they answer")}
              on_press=${() => void confirm()}
            >
              <p class="soft">
                ${t("A wrong number is the worst that this place could show someone.")}
              </p>
            <//>
          </div>`
    }
  `;
}

/** How to reach it. @param {Country["lines"][number]} line */
function waysWords({ tel, sms, url }) {
  const ways = [
    tel && t("call {number}", { number: tel }),
    sms && t("text {number}", { number: sms.number }),
    url,
  ];
  return listed(ways.filter((way) => way !== null));
}

/** @param {{country: Country}} props */
function Numbers({ country }) {
  return html`
    <h3>${country.name}</h3>
    <ul class="plain-list">
      ${country.emergency && html`<li>${t("Emergency: {number}", { number: country.emergency })}</li>`}
      ${country.lines.map(
        (line, at) => html`<li key=${at}>
          <b>${line.name}</b>: ${waysWords(line)}
          <span class="soft small"> (${line.hours})</span>
        </li>`,
      )}
    </ul>
  `;
}
