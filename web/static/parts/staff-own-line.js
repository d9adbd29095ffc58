// @ts-check
/**
 * The fields of one help line of our own. Must never fill in a number by itself.
 *
 * @import { OwnLine } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { mark, t } from "../i18n.js";

const PURPOSES = /** @type {const} */ ([
  ["crisis", mark("For a crisis")],
  ["addiction", mark("For addiction")],
  ["poison/overdose", mark("For poisoning or overdose")],
]);

/** @returns {OwnLine} */
export function emptyLine() {
  return {
    name: "",
    purpose: "crisis",
    tel: null,
    sms: null,
    sms_word: "",
    url: null,
    languages: ["en"],
    hours: "",
    source: "",
  };
}

/**
 * The line that was filled in.
 *
 * @param {Record<string, string>} fields
 * @param {number} suffix
 * @returns {OwnLine}
 */
export function lineOf(fields, suffix) {
  const text = (/** @type {string} */ name) => (fields[`${name}-${suffix}`] ?? "").trim();
  return {
    name: text("name"),
    purpose: text("purpose"),
    tel: text("tel") || null,
    sms: text("sms") || null,
    sms_word: text("sms_word"),
    url: text("url") || null,
    languages: text("languages").split(/[\s,]+/).filter(Boolean),
    hours: text("hours"),
    source: text("source"),
  };
}

/**
 * @param {object} props
 * @param {number} props.number
 * @param {OwnLine} props.line
 * @param {number} props.suffix  of the fields' names
 * @param {() => void} props.on_remove
 */
export function OwnLineFields({ number, line, suffix, on_remove }) {
  /**
   * @param {keyof OwnLine} name
   * @param {string} words
   * @param {Record<string, unknown>} [more]
   */
  const field = (name, words, more = {}) => html`<label class="field">
    <span>${words}</span>
    <input
      name=${`${name}-${suffix}`}
      autocomplete="off"
      defaultValue=${line[name] ?? ""}
      ...${more}
    />
  </label>`;
  return html`
    <fieldset class="card">
      <legend>${t("Our line {number}", { number })}</legend>
      ${field("name", t("Its name"), { required: true })}
      <label class="field">
        <span>${t("What for")}</span>
        <select name=${`purpose-${suffix}`}>
          ${PURPOSES.map(
            ([name, words]) =>
              html`<option key=${name} value=${name} selected=${name === line.purpose}>
                ${t(words)}
              </option>`,
          )}
        </select>
      </label>
      ${field("tel", t("Number to call"), { type: "tel", inputmode: "tel" })}
      ${field("sms", t("Number to text"), { type: "tel", inputmode: "tel" })}
      ${field("sms_word", t("The word to text, if it needs one"))}
      ${field("url", t("Web address"), { type: "url", placeholder: "https://" })}
      ${field("hours", t("When they answer"), { required: true })}
      ${field("languages", t("Languages, by their short codes: en, es"), {
        required: true,
        defaultValue: line.languages.join(", "),
      })}
      ${field("source", t("A page where everyone can look it up"), {
        type: "url",
        required: true,
        placeholder: "https://",
      })}
      <button type="button" class="quiet" onClick=${on_remove}>${t("Take this line out")}</button>
    </fieldset>
  `;
}
