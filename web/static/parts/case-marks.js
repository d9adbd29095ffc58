// @ts-check
/**
 * How grave a case is and how it stands against its target, told by a sign, a word and a colour.
 * Must never rest on the colour alone.
 *
 * @import { CaseRow } from "../wire.d.ts"
 */
import { html } from "htm/preact";
import { t } from "../i18n.js";
import { against, severityWords } from "../cases.js";
import { AnyIcon } from "./icons.js";

/** @param {{severity: string}} props */
export function Severity({ severity }) {
  const pages = severity === "imminent" || severity === "high";
  return html`<span class=${`severity ${severity}`}>
    <${AnyIcon} name=${pages ? "warning" : "clock"} />${severityWords(severity)}
  </span>`;
}

/** @param {{row: CaseRow, now: number}} props */
export function Standing({ row, now }) {
  const { words, late } = against(row, now);
  return html`<span class=${late ? "case-due late" : "case-due"}>
    ${late && html`<${AnyIcon} name="bell" />`}${words}
  </span>`;
}

/** What kind of case it is, where it is not the usual one. @param {{row: CaseRow}} props */
export function KindTags({ row }) {
  return html`
    ${row.kind === "practice" && html`<span class="tag">${t("practice")}</span>`}
    ${row.follow_up && html`<span class="tag">${t("follow-up")}</span>`}
    ${row.relief_wanted && html`<span class="tag">${t("asks for relief")}</span>`}
    ${row.closing && html`<span class="tag">${t("a second person is asked")}</span>`}
    ${row.solo && html`<span class="tag">${t("closed alone")}</span>`}
  `;
}
